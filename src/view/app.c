/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The loop: draw, wait, do.  */
#include "view/app.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "read/key.h"
#include "view/reading_list.h"
#include "view/screens.h"

/* Milliseconds: how soon a draft is kept, and notes of another screen are seen:
   within a second.  */
enum { IDLE = 750 };

static void
put_message (struct app *app, char *message, bool warning)
{
  free (app->message);
  app->message = message;
  app->warning = warning;
}

void
app_say (struct app *app, const char *format, ...)
{
  va_list args;
  char *message = NULL;
  va_start (args, format);
  if (vasprintf (&message, format, args) >= 0)
    put_message (app, message, false);
  va_end (args);
}

void
app_tell (struct app *app, const char *text)
{
  put_message (app, app_keys (app, text), false);
}

void
app_fail (struct app *app, const struct err *err)
{
  put_message (app, err_text (err), true);
}

void
app_push (struct app *app, const struct screen *screen, void *state)
{
  VEC_PUSH (&app->layers, (struct layer) { screen, state });
}

void
app_pop (struct app *app)
{
  struct layer layer = app->layers.items[--app->layers.len];
  layer.screen->free (layer.state);
  if (app->layers.len == 0)
    app->quit = true;
}

void
app_pop_all (struct app *app)
{
  while (app->layers.len > 1)
    app_pop (app);
}

void
app_drop_aside (struct app *app)
{
  while (app->aside.len > 0)
    {
      struct layer layer = app->aside.items[--app->aside.len];
      layer.screen->free (layer.state);
    }
  VEC_FREE (&app->aside);
}

void
app_set_aside (struct app *app, size_t count)
{
  app_drop_aside (app);
  app->layers.len -= count;
  for (size_t i = 0; i < count; i++)
    VEC_PUSH (&app->aside, app->layers.items[app->layers.len + i]);
  app->aside_trail = app->session->trail.len;
}

bool
app_bring_back (struct app *app)
{
  struct err err;
  if (app->aside.len == 0 || app->session->trail.len > app->aside_trail + 1)
    return false;
  if (app->session->trail.len > app->aside_trail
      && !session_back (app->session, &err))
    app_fail (app, &err);
  for (size_t i = 0; i < app->aside.len; i++)
    VEC_PUSH (&app->layers, app->aside.items[i]);
  VEC_FREE (&app->aside);
  return true;
}

static struct layer
top_layer (const struct app *app)
{
  return app->layers.items[app->layers.len - 1];
}

enum context
app_context (const struct app *app, struct layer layer)
{
  return layer.screen->context ? layer.screen->context (app)
                               : layer.screen->in;
}

char *
app_keys (const struct app *app, const char *hint)
{
  struct buf out = BUF_INIT;
  const char *open;
  while ((open = strchr (hint, '{')))
    {
      const char *close = strchr (open, '}');
      char name[32], key[24];
      if (!close)
        break;
      snprintf (name, sizeof name, "%.*s", (int) (close - open - 1), open + 1);
      buf_add (&out, hint, (size_t) (open - hint));
      enum action action = action_named (name);
      if (action)
        buf_add_string (&out,
                        keymap_first (app->session->settings->keymap, action,
                                      key));
      hint = close + 1;
    }
  buf_add_string (&out, hint);
  return buf_take (&out);
}

void
app_draw_none (struct app *app, const char *text)
{
  char *words = app_keys (app, text);
  canvas_string (&app->canvas, 2, 1, app->canvas.columns, STYLE_PLAIN, words);
  free (words);
}

static void
draw_hint (struct app *app)
{
  struct layer top = top_layer (app);
  const char *remark = top.screen->remark ? top.screen->remark (app) : NULL;
  const char *text
    = remark ? remark : top.screen->hint[app_context (app, top)];
  char *hint = app_keys (app, _(text));
  canvas_hint (&app->canvas, remark ? STYLE_STRONG : STYLE_FRAME, hint);
  free (hint);
}

static void
draw_foot (struct app *app)
{
  struct canvas *canvas = &app->canvas;
  if (app->question)
    question_draw (app);
  else if (app->message)
    canvas_foot (canvas, app->warning ? STYLE_WARNING : STYLE_STRONG,
                 app->message);
  else
    draw_hint (app);
}

static void
draw (struct app *app)
{
  size_t rows, columns;
  struct layer top = top_layer (app);
  term_size (app->terminal, &rows, &columns);
  if (rows != app->canvas.rows || columns != app->canvas.columns)
    canvas_resize (&app->canvas, rows, columns);
  canvas_clear (&app->canvas);
  if (rows == 0 || columns == 0)
    return;
  top.screen->draw (app, top.state, rows - 1);
  draw_foot (app);
}

/* Sends what was drawn, unless more keys wait already: on a slow line a key that
   is held down must not leave a trail of screens behind.  Some are shown all
   the same, so that the reader sees where she is.  */
static void
show (struct app *app)
{
  enum { SKIPPED_MOST = 8 };
  if (app->skipped < SKIPPED_MOST && term_pending (app->terminal))
    {
      app->skipped++;
      return;
    }
  app->skipped = 0;
  if (app->canvas.rows && app->canvas.columns)
    term_show (app->terminal, &app->canvas);
}

char *
app_first_line (const char *text, size_t len)
{
  size_t line = strcspn (text, "\n");
  return mem_copy (text, line < len ? line : len);
}

void
app_typed (struct app *app, const char *text, size_t len,
           void (*ask) (struct app *, const char *, void *),
           void (*changed) (struct app *, const char *, void *), void *state)
{
  char *start = app_first_line (text, len);
  if (*start)
    {
      changed (app, start, state);
      ask (app, start, state);
    }
  free (start);
}

/* What means the same everywhere.  */
static bool
common_action (struct app *app, enum action action)
{
  switch (action)
    {
    case ACTION_REDRAW:
      term_redraw (app->terminal);
      return true;
    case ACTION_SUSPEND:
      term_suspend (app->terminal);
      return true;
    case ACTION_HELP:
      help_open (app);
      return true;
    case ACTION_NUMBERS:
      numbers_open (app);
      return true;
    case ACTION_NOTES:
      notes_open (app);
      return true;
    case ACTION_TAGS:
      tags_open (app);
      return true;
    case ACTION_BOOKMARKS:
      bookmarks_open (app);
      return true;
    case ACTION_READING_LIST:
      reading_list_open (app);
      return true;
    case ACTION_KEYWORDS:
      keywords_open (app);
      return true;
    case ACTION_SEARCH:
      hits_open (app);
      return true;
    case ACTION_CONCORDANCE:
      concordance_ask (app, "");
      return true;
    case ACTION_QUIT:
      app->quit = true;
      return true;
    case ACTION_CANCEL:
    case ACTION_BACK:
      if (app->layers.len > 1)
        app_pop (app);
      return true;
    default:
      return false;
    }
}

bool
app_do (struct app *app, enum action action)
{
  struct layer top = top_layer (app);
  enum context context = app_context (app, top);
  return action_row (action)->contexts & 1u << context
         && (top.screen->act (app, top.state, action)
             || common_action (app, action));
}

static void
key_event (struct app *app, unsigned key)
{
  struct layer top = top_layer (app);
  enum action action
    = keymap_action (app->session->settings->keymap,
                     app_context (app, top), key);
  if (action)
    app_do (app, action);
  else if (top.screen->type
           && (key >= ' ' || key == KEY_RETURN || key == KEY_TAB)
           && key < KEY_FIRST)
    {
      char bytes[5] = "";
      size_t len = utf8_put (bytes, key == KEY_RETURN ? '\n' : key);
      top.screen->type (app, top.state, bytes, len);
    }
}

/* Another screen may have written notes: those that are open here show them,
   also below the topmost.  Returns whether there is something new.  */
static bool
look_for_changes (struct app *app)
{
  if (!notebook_changed (app->session->notebook))
    return false;
  for (size_t i = 0; i < app->layers.len; i++)
    if (app->layers.items[i].screen->changed)
      app->layers.items[i].screen->changed (app, app->layers.items[i].state);
  return true;
}

/* Returns whether the screen is to be drawn again.  */
static bool
idle_event (struct app *app)
{
  struct layer top = top_layer (app);
  bool changed = look_for_changes (app);
  return (top.screen->idle && top.screen->idle (app, top.state)) || changed;
}

/* Every screen keeps what must be kept.  */
static void
leave_all (struct app *app)
{
  for (size_t i = app->layers.len; i > 0; i--)
    if (app->layers.items[i - 1].screen->leave)
      app->layers.items[i - 1].screen->leave (app,
                                              app->layers.items[i - 1].state);
}

/* Does what EVENT asks for, which is not that nothing happens.  */
static void
take_event (struct app *app, const struct event *event)
{
  struct layer top = top_layer (app);
  if (event->kind == EVENT_HANGUP)
    app->quit = true;
  else if (event->kind == EVENT_RESIZE)
    return;
  else if (!app->question || !question_event (app, event))
    {
      put_message (app, NULL, false);
      if (event->kind == EVENT_KEY)
        key_event (app, event->key);
      else if (top.screen->type)
        top.screen->type (app, top.state, event->text, event->len);
    }
}

/* Lets the topmost screen do what could wait, as long as no key waits.  */
static void
rest (struct app *app)
{
  struct layer top = top_layer (app);
  while (!app->skipped && top.screen->rest
         && top.screen->rest (app, top.state))
    {
      draw (app);
      show (app);
      if (term_pending (app->terminal))
        return;
    }
}

/* Waits until something happens that changes what is shown.  */
static struct event
next_event (struct app *app)
{
  struct event event;
  do
    event = term_event (app->terminal, IDLE);
  while (event.kind == EVENT_IDLE && !idle_event (app));
  return event;
}

void
app_run (struct app *app)
{
  while (!app->quit)
    {
      draw (app);
      show (app);
      rest (app);
      struct event event = next_event (app);
      if (event.kind != EVENT_IDLE)
        take_event (app, &event);
    }
  leave_all (app);
}
