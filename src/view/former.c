/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a note said before: its versions, and the way back to one.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "store/notebook_history.h"
#include "text/wrap.h"
#include "view/list.h"
#include "view/preview.h"
#include "view/screens.h"

struct former_list
{
  struct list list; /* row 0: what the note says now; then the newest first */
  struct note note;
  struct history history;
};

static void
former_free (void *state)
{
  struct former_list *f = state;
  note_clear (&f->note);
  history_free (&f->history);
  free (f);
}

static void
read_again (struct app *app, struct former_list *f)
{
  struct err err = ERR_INIT;
  long long id = f->note.id;
  struct note now;
  history_free (&f->history);
  if (!notebook_history (app->session->notebook, id, &f->history, &err))
    app_fail (app, &err);
  if (notebook_note (app->session->notebook, id, &now, NULL))
    {
      note_clear (&f->note);
      f->note = now;
    }
  f->list.count = 1 + f->history.len;
}

/* The former version of row INDEX, or NULL for what the note says now.  */
static const struct former *
former_at (const struct former_list *f, size_t index)
{
  return index > 0 && index <= f->history.len
           ? &f->history.items[f->history.len - index]
           : NULL;
}

/* What ended a version.  */
static const char *
event_words (enum note_event event)
{
  static const char *const words[EVENTS] = {
    [EVENT_EDIT] = N_ ("edited"),
    [EVENT_DELETE] = N_ ("deleted"),
    [EVENT_RESTORE] = N_ ("brought back"),
    [EVENT_ATTACH] = N_ ("attached elsewhere"),
    [EVENT_HIGHLIGHT] = N_ ("highlight changed"),
    [EVENT_TAG] = N_ ("tag renamed"),
    [EVENT_TAKE] = N_ ("a newer one came"),
    [EVENT_RESOLVE] = N_ ("versions joined"),
  };
  return event < EVENTS ? _(words[event]) : "";
}

/* WHEN  what happened  TEXT  */
static void
draw_row (struct app *app, const struct former_list *f, size_t index,
          size_t row)
{
  enum { WHEN = 19, WHAT = 22 };
  struct canvas *canvas = &app->canvas;
  const struct former *former = former_at (f, index);
  enum style style = index == f->list.at ? STYLE_MARKED : STYLE_PLAIN;
  char *start = preview_cut (former ? former->text : f->note.text, 2000);
  char *text = wrap_string (start);
  const char *when = former ? former->modified : f->note.modified;
  const char *what = former               ? event_words (former->event)
                     : *f->note.deleted ? _("deleted")
                                        : _("now");
  char *date = mem_format (" %.10s %.5s ", when,
                           strlen (when) > 16 ? when + 11 : "");
  size_t column = canvas_string (canvas, row, 0, WHEN, style, date);
  column = canvas_string (canvas, row, column, WHAT, style, what);
  for (; column < WHEN + WHAT && column < canvas->columns; column++)
    canvas_put (canvas, row, column, style, " ", 1);
  column = canvas_string (canvas, row, column,
                          canvas->columns > column
                            ? canvas->columns - column : 0,
                          style, text);
  if (style == STYLE_MARKED)
    canvas_fill (canvas, row, column, style, ' ');
  free (date);
  free (text);
  free (start);
}

static void
draw (struct app *app, void *state, size_t rows)
{
  struct former_list *f = state;
  struct canvas *canvas = &app->canvas;
  size_t preview = rows >= 8 ? rows / 2 : 0;
  size_t height = rows > 1 + preview ? rows - 1 - preview : 0;
  list_fit (&f->list, height);
  size_t column
    = canvas_string (canvas, 0, 0, canvas->columns, STYLE_HEADER,
                     _(" What the note says and said; times are UTC"));
  canvas_fill (canvas, 0, column, STYLE_HEADER, ' ');
  for (size_t i = 0; i < height && f->list.top + i < f->list.count; i++)
    draw_row (app, f, f->list.top + i, 1 + i);
  if (preview == 0)
    return;
  const struct former *former = former_at (f, f->list.at);
  struct preview_part part
    = { STYLE_PLAIN, "", former ? former->text : f->note.text };
  struct area area = { rows - preview + 1, 1, preview - 1,
                       canvas->columns - 1 };
  canvas_fill (canvas, rows - preview, 0, STYLE_FRAME, '-');
  preview_draw (canvas, area, &part, 1);
}

static void
revert (struct app *app, struct former_list *f)
{
  struct err err = ERR_INIT;
  const struct former *former = former_at (f, f->list.at);
  if (!former)
    app_say (app, "%s", _("This is what the note says now."));
  else if (!notebook_revert (app->session->notebook, f->note.id, former->id,
                             &err))
    app_fail (app, &err);
  else
    {
      session_reload_notes (app->session);
      notes_refresh (app);
      f->list.at = 0;
      read_again (app, f);
      app_say (app, "%s", _("The note says this again; what it said is "
                            "kept here."));
    }
}

static bool
act (struct app *app, void *state, enum action action)
{
  struct former_list *f = state;
  if (list_move (&f->list, action))
    return true;
  if (action != ACTION_ACCEPT)
    return action == ACTION_NOTE_HISTORY;
  revert (app, f);
  return true;
}

static void
changed (struct app *app, void *state)
{
  read_again (app, state);
}

static const struct screen former_screen = {
  .in = CONTEXT_NOTES,
  .draw = draw,
  .act = act,
  .changed = changed,
  .free = former_free,
  .hint[CONTEXT_NOTES]
  = N_("{accept} say this again  {next} {previous} another version\t"
       "{back} back"),
};

void
former_open (struct app *app, long long id)
{
  struct former_list *f = mem_new (1, sizeof *f);
  f->note.id = id;
  read_again (app, f);
  app_push (app, &former_screen, f);
}
