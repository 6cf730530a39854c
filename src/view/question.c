/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked at the foot: a line of text, or one key.  */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "read/editor.h"
#include "read/key.h"
#include "text/clean.h"
#include "text/width.h"
#include "view/app.h"

struct question
{
  char *label;
  struct editor *editor; /* NULL where one key is asked for */
  void (*done) (struct app *app, const char *text, void *data);
  void (*changed) (struct app *app, const char *text, void *data);
  void (*key) (struct app *app, unsigned key, void *data);
  const char *keys; /* the letters that answer; NULL: any key does */
  void *data;
  struct entered *own; /* what can be had again; NULL: what APP has */
  size_t entry; /* of these, that is shown; behind the last: none */
};

/* What can be had again.  */
static const struct entered *
entries_of (const struct app *app, const struct question *question)
{
  return question->own ? question->own : &app->entered;
}

static void
question_free (struct question *question)
{
  for (size_t i = 0; question->own && i < question->own->len; i++)
    free (question->own->items[i]);
  if (question->own)
    VEC_FREE (question->own);
  free (question->own);
  free (question->label);
  editor_free (question->editor);
  free (question);
}

void
question_drop (struct app *app)
{
  if (app->question)
    question_free (app->question);
  app->question = NULL;
}

void
app_ask (struct app *app, const char *label, const char *text,
         void (*done) (struct app *, const char *, void *),
         void (*changed) (struct app *, const char *, void *), void *data)
{
  question_drop (app);
  app->question = mem_new (1, sizeof *app->question);
  *app->question = (struct question) { .label = mem_string (label),
                                       .editor = editor_new (text),
                                       .done = done,
                                       .changed = changed,
                                       .data = data,
                                       .entry = app->entered.len };
  editor_know (app->question->editor, app->session->entries);
}

void
app_ask_key (struct app *app, const char *label,
             void (*done) (struct app *, unsigned, void *), void *data)
{
  question_drop (app);
  app->question = mem_new (1, sizeof *app->question);
  *app->question = (struct question) { .label = mem_string (label),
                                       .key = done,
                                       .data = data };
}

void
app_offer (struct app *app, const char *label, const char *keys,
           void (*done) (struct app *, unsigned, void *), void *data)
{
  app_ask_key (app, label, done, data);
  app->question->keys = keys;
}

void
app_ask_again (struct app *app, struct entered *entered)
{
  struct question *q = app->question;
  q->own = mem_new (1, sizeof *q->own);
  *q->own = *entered;
  q->entry = entered->len;
}

void
question_draw (struct app *app)
{
  const struct question *q = app->question;
  struct canvas *canvas = &app->canvas;
  if (canvas->rows == 0)
    return;
  size_t row = canvas->rows - 1;
  canvas->cursor_shown = true;
  canvas->cursor_row = row;
  if (!q->editor)
    {
      canvas->cursor_column = canvas_foot (canvas, STYLE_MARKED, q->label);
      return;
    }
  size_t column = canvas_string (canvas, row, 0, canvas->columns,
                                 STYLE_STRONG, q->label);
  size_t room = canvas->columns > column ? canvas->columns - column : 1;
  size_t start = editor_shown (q->editor, room);
  size_t cursor = editor_cursor (q->editor);
  canvas_string (canvas, row, column, room, STYLE_PLAIN,
                 editor_text (q->editor) + start);
  canvas->cursor_column
    = column + editor_width (q->editor, (struct range) { start, cursor });
}

/* What was entered is at hand for the next question.  */
static void
remember (struct app *app, const char *text)
{
  size_t len = app->entered.len;
  if (*text && (len == 0 || strcmp (app->entered.items[len - 1], text) != 0))
    VEC_PUSH (&app->entered, mem_string (text));
}

/* Shows the entry before or after.  */
static void
recall (const struct app *app, struct question *q, bool before)
{
  const struct entered *entered = entries_of (app, q);
  size_t len = entered->len;
  if (before ? q->entry == 0 : q->entry >= len)
    return;
  q->entry = before ? q->entry - 1 : q->entry + 1;
  editor_set (q->editor, q->entry < len ? entered->items[q->entry] : "");
}

/* Ends the question; the answer may ask the next one.  */
static void
answer (struct app *app, const char *text)
{
  struct question *q = app->question;
  app->question = NULL;
  q->done (app, text, q->data);
  question_free (q);
}

static void
line_event (struct app *app, const struct event *event)
{
  struct question *q = app->question;
  enum action action
    = event->kind == EVENT_KEY
        ? keymap_action (app->session->settings->keymap, CONTEXT_PROMPT,
                         event->key)
        : ACTION_NONE;
  unsigned long before = editor_changes (q->editor);
  if (action == ACTION_CANCEL
      || (action == ACTION_ERASE && !*editor_text (q->editor)))
    answer (app, NULL);
  else if (action == ACTION_ACCEPT)
    {
      char *text = mem_string (editor_text (q->editor));
      remember (app, text);
      answer (app, text);
      free (text);
    }
  else if (action == ACTION_REDRAW)
    term_redraw (app->terminal);
  else if (action == ACTION_SUSPEND)
    term_suspend (app->terminal);
  else if (action == ACTION_LINE_UP || action == ACTION_LINE_DOWN)
    recall (app, q, action == ACTION_LINE_UP);
  else if (action)
    editor_do (q->editor, action, (size_t) -1);
  else if (event->kind == EVENT_PASTE)
    editor_insert (q->editor, event->text, strcspn (event->text, "\n"));
  else if (event->key >= ' ' && event->key < KEY_FIRST)
    {
      char bytes[4];
      editor_insert (q->editor, bytes, utf8_put (bytes, event->key));
    }
  if (app->question == q && q->changed
      && editor_changes (q->editor) != before)
    q->changed (app, editor_text (q->editor), q->data);
}

/* Ends the question for a key with KEY.  */
static void
answer_key (struct app *app, unsigned key)
{
  struct question *q = app->question;
  app->question = NULL;
  q->key (app, key, q->data);
  question_free (q);
}

/* Whether KEY is an answer to Q.  */
static bool
answers (const struct question *q, unsigned key)
{
  return !q->keys || key == KEY_ESCAPE
         || (key < 0x80 && strchr (q->keys, (int) key));
}

bool
question_event (struct app *app, const struct event *event)
{
  struct question *q = app->question;
  bool key = event->kind == EVENT_KEY && event->key;
  if (q->editor)
    line_event (app, event);
  else if (key && answers (q, event->key))
    answer_key (app, event->key);
  else if (q->keys && (key || event->kind == EVENT_PASTE))
    {
      answer_key (app, KEY_NONE);
      return false;
    }
  return true;
}
