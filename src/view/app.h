/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The screens and what they share: a stack of screens, the line at the foot, the
   loop of events.  */
#ifndef VIEW_APP_H
#define VIEW_APP_H

#include <stdbool.h>
#include <stddef.h>

#include "read/session.h"
#include "view/canvas.h"
#include "view/term.h"

struct app;

/* The contract of a screen: one file, one of these.  STATE is the screen's
   own.  */
struct screen
{
  /* Where its keys are looked up; asked for where that changes, else NULL.  */
  enum context in;
  enum context (*context) (const struct app *app);

  /* Draws on the rows of APP's canvas above ROWS; the rest is the app's.  */
  void (*draw) (struct app *app, void *state, size_t rows);

  /* Does ACTION; false where it is none of the screen's.  */
  bool (*act) (struct app *app, void *state, enum action action);

  /* Takes text (LEN bytes and a NUL) that was typed or pasted and is no key of
     the screen; NULL where it takes none.  app_first_line is what a list
     wants of it.  */
  void (*type) (struct app *app, void *state, const char *text, size_t len);

  /* Nothing happened for a while; true: draw it again.  May be NULL.  */
  bool (*idle) (struct app *app, void *state);

  /* The notebook was changed by another program; may be NULL.  */
  void (*changed) (struct app *app, void *state);

  /* Does what can wait until the screen is shown; true: draw it again, and call
     this again unless a key waits.  So that a key is answered soon, a call
     takes some 20 milliseconds at most.  May be NULL.  */
  bool (*rest) (struct app *app, void *state);

  /* The program ends at once, the terminal may be gone: keep what must be kept;
     may be NULL.  */
  void (*leave) (struct app *app, void *state);

  void (*free) (void *state);

  /* What stands at the foot in each of its contexts, untranslated (N_); keys
     stand as {action-name}.  */
  const char *hint[CONTEXTS];

  /* What is to be said there of the place where the reader is, likewise, or NULL
     for the hint; may be NULL.  */
  const char *(*remark) (const struct app *app);
};

struct layer
{
  const struct screen *screen;
  void *state;
};

struct layers VEC (struct layer);

/* What is asked at the foot, and what was answered; the newest last.  */
struct question;
struct entered VEC (char *);

struct app
{
  struct terminal *terminal;
  struct session *session;
  struct canvas canvas;
  struct layers layers;
  struct layers aside;       /* see app_set_aside */
  size_t aside_trail;        /* the steps on the session's trail then */
  struct question *question; /* NULL while nothing is asked */
  struct entered entered;    /* at the foot, in this session */
  char *message;             /* shown at the foot until the next key; or NULL */
  bool warning;              /* the message is one */
  unsigned skipped;          /* screens drawn, not shown, since the last shown */
  bool quit;
};

/* Where the keys of LAYER are looked up now.  */
enum context app_context (const struct app *app, struct layer layer);

/* Shows a message made by printf.  */
void app_say (struct app *app, const char *format, ...)
  __attribute__ ((format (printf, 2, 3)));

/* TEXT with the key of each {action-name} in place of it; the caller frees it.  */
char *app_keys (const struct app *app, const char *text);

/* Draws TEXT, likewise, in place of the rows of a list that has none.  */
void app_draw_none (struct app *app, const char *text);

/* Shows TEXT, likewise.  */
void app_tell (struct app *app, const char *text);

/* Shows the error ERR in words.  */
void app_fail (struct app *app, const struct err *err);

/* Puts a screen on top; APP owns STATE now.  */
void app_push (struct app *app, const struct screen *screen, void *state);

/* Takes the topmost screen away; the last one ends the program.  */
void app_pop (struct app *app);

/* Takes all screens away but the lowest.  */
void app_pop_all (struct app *app);

/* Takes the COUNT topmost layers away and keeps them for app_bring_back, in place
   of those that were kept before.  */
void app_set_aside (struct app *app, size_t count);

/* Puts what was set aside on top again, where the reader has no longer way to go
   back than then or one step more, which is gone back.  False where nothing was
   set aside or the way is longer.  */
bool app_bring_back (struct app *app);

/* Frees what was set aside.  */
void app_drop_aside (struct app *app);

/* Asks for a line of text at the foot: LABEL (translated), TEXT to begin with,
   then calls DONE with what was entered, or NULL where it was cancelled.
   CHANGED (may be NULL) is called while typing.  What was entered before can be
   had again.  */
void app_ask (struct app *app, const char *label, const char *text,
              void (*done) (struct app *app, const char *text, void *data),
              void (*changed) (struct app *app, const char *text, void *data),
              void *data);

/* Lets ENTERED, which is taken over, be had again in the question that was just
   asked, in place of what was entered in this session.  */
void app_ask_again (struct app *app, struct entered *entered);

/* The first line of TEXT (LEN bytes and a NUL), freed by the caller.  */
char *app_first_line (const char *text, size_t len);

/* Lets text that was typed (LEN bytes and a NUL) and is no key begin a line at
   the foot: ASK asks for the line that begins so, after CHANGED was told of it;
   both get STATE.  */
void app_typed (struct app *app, const char *text, size_t len,
                void (*ask) (struct app *app, const char *text, void *state),
                void (*changed) (struct app *app, const char *text,
                                 void *state),
                void *state);

/* Asks for one key: LABEL is the whole question; DONE gets the key.  */
void app_ask_key (struct app *app, const char *label,
                  void (*done) (struct app *app, unsigned key, void *data),
                  void *data);

/* The same unasked: KEYS are the letters that answer it, Esc is no answer and
   gives KEY_ESCAPE.  Any other key gives KEY_NONE and does what it always
   does, since who is not asked types on.  */
void app_offer (struct app *app, const char *label, const char *keys,
                void (*done) (struct app *app, unsigned key, void *data),
                void *data);

/* Runs until the reader leaves or the terminal is gone.  */
void app_run (struct app *app);

/* Does ACTION as if its key had been pressed; false where it means nothing on
   the present screen.  */
bool app_do (struct app *app, enum action action);

/* --- used by app.c, in question.c --------------------------------------- */

void question_draw (struct app *app);
/* Takes EVENT; false where it is no answer and goes to the screen.  */
bool question_event (struct app *app, const struct event *event);
void question_drop (struct app *app);

#endif
