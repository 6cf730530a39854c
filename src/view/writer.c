/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The note editor: below the texts, with a draft kept as one types.  */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/space.h"
#include "read/note_template.h"
#include "text/clean.h"
#include "view/outside.h"
#include "view/screens.h"
#include "view/writer.h"

/* So many changes go by at most before the draft is kept again.  */
enum { KEEP_AFTER = 40 };

static void
writer_free (void *state)
{
  struct writer *w = state;
  editor_free (w->editor);
  completion_clear (&w->completion);
  free (w->pattern);
  note_clear (&w->draft.note);
  free (w);
}

static bool
is_blank (const char *text)
{
  return range_len (space_trim (text, (struct range) { 0, strlen (text) }))
         == 0;
}

/* Whether nothing was written: no text, or what the template says.  */
static bool
is_empty (const struct writer *w)
{
  const char *text = editor_text (w->editor);
  return is_blank (text) || (w->pattern && strcmp (text, w->pattern) == 0);
}

/* Puts the editor's text into the note.  */
static void
take_text (struct writer *w)
{
  free (w->draft.note.text);
  w->draft.note.text = mem_string (editor_text (w->editor));
}

/* Keeps the draft where anything changed since; an empty text is none.  */
static void
keep_draft (struct app *app, struct writer *w)
{
  struct err err = ERR_INIT;
  struct notebook *notebook = app->session->notebook;
  if (editor_changes (w->editor) == w->kept)
    return;
  take_text (w);
  bool done = is_empty (w)
                ? notebook_drop_draft (notebook, &w->draft, &err)
                : notebook_keep_draft (notebook, &w->draft, &err);
  if (done)
    w->kept = editor_changes (w->editor);
  else
    app_fail (app, &err);
}

/* --- drawing ------------------------------------------------------------ */

/* How many rows of ROWS the editor takes.  */
static size_t
editor_height (size_t rows)
{
  if (rows < 8)
    return rows > 4 ? rows - 2 : rows;
  return rows / 2 < 12 ? rows / 2 : 12;
}

static const char *const anchor_words[ANCHOR_KINDS] = {
  [ANCHOR_SPAN] = N_ ("Note on"),
  [ANCHOR_BEAD] = N_ ("Note on sentence"),
  [ANCHOR_DOCUMENT] = N_ ("Note on the document"),
  [ANCHOR_QUANTITY] = N_ ("Note on the number"),
  [ANCHOR_TERM] = N_ ("Note on the term"),
  [ANCHOR_DISCREPANCY] = N_ ("Note on the discrepancy"),
};

static void
draw_rule (struct app *app, const struct writer *w, size_t row)
{
  const struct anchor *anchor = &w->draft.note.anchor;
  struct canvas *canvas = &app->canvas;
  char *exact = wrap_string (anchor->exact);
  char *label = mem_format ("--- %s%s%s ", _(anchor_words[anchor->kind]),
                            *exact ? _(": ") : "", exact);
  size_t column = canvas_string (canvas, row, 0,
                                 canvas->columns > 4 ? canvas->columns - 4 : 1,
                                 STYLE_FRAME, label);
  canvas_fill (canvas, row, column, STYLE_FRAME, '-');
  free (label);
  free (exact);
}

static void
draw_text (struct app *app, struct writer *w, size_t first, size_t height)
{
  struct canvas *canvas = &app->canvas;
  struct range r;
  size_t column, row = editor_cursor_row (w->editor, w->columns, &column);
  if (row < w->top)
    w->top = row;
  if (height > 0 && row >= w->top + height)
    w->top = row - height + 1;
  for (size_t i = 0; i < height
                     && editor_row (w->editor, w->columns, w->top + i, &r);
       i++)
    {
      struct buf drawn = BUF_INIT;
      clean_add (&drawn, editor_text (w->editor) + r.start, range_len (r),
                 false);
      canvas_put (canvas, first + i, 1, STYLE_PLAIN, buf_string (&drawn),
                  drawn.len);
      buf_free (&drawn);
    }
  canvas->cursor_shown = true;
  canvas->cursor_row = first + row - w->top;
  canvas->cursor_column
    = column + 1 < canvas->columns ? column + 1 : canvas->columns - 1;
}

static void
draw (struct app *app, void *state, size_t rows)
{
  struct writer *w = state;
  size_t height = editor_height (rows);
  size_t first = rows - height;
  w->columns = app->canvas.columns > 4 ? app->canvas.columns - 2 : 2;
  if (first > 1)
    page_draw_above (app, first);
  if (height > 1)
    draw_rule (app, w, first);
  size_t rule = height > 1;
  if (height > 0)
    draw_text (app, w, first + rule, height - rule);
}

/* --- doing -------------------------------------------------------------- */

/* Says why the note is not saved: it stays here, and where another program holds
   the notebook, it is saved when that lets go.  */
static void
not_saved (struct app *app, struct writer *w, const struct err *err)
{
  w->waiting = err->code == ERR_DB_BUSY;
  if (!w->waiting)
    keep_draft (app, w);
  if (w->waiting)
    app_say (app, "%s", _("Another program holds the notebook; this is saved "
                          "as soon as it lets go."));
  else
    app_fail (app, err);
}

static void
save (struct app *app, struct writer *w)
{
  struct err err = ERR_INIT;
  bool both;
  take_text (w);
  if (is_empty (w))
    {
      app_say (app, "%s", _("The note is empty; Esc leaves without one."));
      return;
    }
  const char *based_on = w->draft.based_on[0] ? w->draft.based_on : NULL;
  if (!session_save_note (app->session, &w->draft.note, based_on, &both,
                          &err))
    {
      not_saved (app, w, &err);
      return;
    }
  app_pop (app);
  app_tell (app,
            both ? _("Saved as a second note: the first was changed elsewhere "
                     "meanwhile, and both are kept; {versions} compares "
                     "them.")
                 : _("Saved."));
}

static void
leave_writer (struct app *app, struct writer *w)
{
  keep_draft (app, w);
  bool empty = is_empty (w);
  bool touched = editor_changes (w->editor) > 0;
  bool failed = editor_changes (w->editor) != w->kept;
  if (failed) /* the text can't be kept: don't drop it */
    return;
  app_pop (app);
  if (!empty && touched)
    app_say (app, "%s",
             _("Not saved; the draft is kept, and the same key goes on."));
}

static void
edit_outside (struct app *app, struct writer *w)
{
  struct err err = ERR_INIT;
  keep_draft (app, w);
  char *text
    = outside_edit (app->terminal, app->session->settings->editor,
                    editor_text (w->editor), &err);
  if (!text)
    app_fail (app, &err);
  else if (strcmp (text, editor_text (w->editor)) != 0)
    editor_set (w->editor, text);
  free (text);
  keep_draft (app, w);
}

static void
keep_now_and_then (struct app *app, struct writer *w)
{
  if (editor_changes (w->editor) - w->kept >= KEEP_AFTER)
    keep_draft (app, w);
}

static bool
act (struct app *app, void *state, enum action action)
{
  struct writer *w = state;
  w->waiting = false;
  switch (action)
    {
    case ACTION_SAVE:
      save (app, w);
      return true;
    case ACTION_EDITOR:
      edit_outside (app, w);
      return true;
    case ACTION_CANCEL:
      leave_writer (app, w);
      return true;
    case ACTION_COMPLETE:
      writer_complete (app, w);
      keep_now_and_then (app, w);
      return true;
    default:
      break;
    }
  if (!editor_do (w->editor, action, w->columns))
    return false;
  keep_now_and_then (app, w);
  return true;
}

static void
type (struct app *app, void *state, const char *text, size_t len)
{
  struct writer *w = state;
  w->waiting = false;
  editor_insert (w->editor, text, len);
  keep_now_and_then (app, w);
}

static bool
idle (struct app *app, void *state)
{
  struct writer *w = state;
  bool waiting = w->waiting;
  if (waiting)
    save (app, w);
  else
    keep_draft (app, w);
  return waiting || app->message;
}

static void
leave (struct app *app, void *state)
{
  keep_draft (app, state);
}

static const struct screen writer_screen = {
  .in = CONTEXT_EDITOR,
  .draw = draw,
  .act = act,
  .type = type,
  .idle = idle,
  .leave = leave,
  .free = writer_free,
  .hint[CONTEXT_EDITOR]
  = N_("{save} save  {cancel} keep as draft  {editor} $EDITOR  "
       "{complete} ends #tag [[link\t{help} help"),
};

struct writer *
writer_open_draft (struct app *app, struct draft *draft)
{
  struct writer *w = mem_new (1, sizeof *w);
  w->draft = *draft;
  w->editor = editor_new (draft->note.text);
  editor_know (w->editor, app->session->entries);
  app_push (app, &writer_screen, w);
  return w;
}

/* Puts the reader's template into a note that is new.  */
static void
begin_with_template (struct app *app, struct writer *w)
{
  const char *path = app->session->settings->note_template;
  struct err err = ERR_INIT;
  time_t now = time (NULL);
  struct tm tm;
  char today[16] = "";
  size_t cursor;
  char *pattern = path ? note_template_read (path, &err) : NULL;
  if (err.code)
    app_fail (app, &err);
  if (!pattern)
    return;
  if (localtime_r (&now, &tm))
    strftime (today, sizeof today, "%Y-%m-%d", &tm);
  w->pattern = note_template_fill (pattern, &w->draft.note, today, &cursor);
  editor_free (w->editor);
  w->editor = editor_new (w->pattern);
  editor_know (w->editor, app->session->entries);
  editor_put_cursor (w->editor, cursor);
  free (pattern);
}

void
writer_open (struct app *app, struct note *note, const char *based_on)
{
  struct draft draft = { .note = *note }, kept;
  if (based_on)
    memcpy (draft.based_on, based_on, sizeof draft.based_on);
  if (notebook_draft_of (app->session->notebook, note, &kept))
    {
      note_clear (note);
      writer_open_draft (app, &kept);
      app_say (app, "%s", _("This is the draft that was kept."));
      return;
    }
  struct writer *w = writer_open_draft (app, &draft);
  if (!note->id && !*editor_text (w->editor))
    begin_with_template (app, w);
}

void
writer_open_on (struct app *app, enum anchor_kind kind, const char *subject,
                enum side side, struct range range)
{
  struct note note = note_on (app->session->reading->document, side, range,
                              kind, mem_string (""));
  note.anchor.subject = mem_string (subject);
  writer_open (app, &note, NULL);
}
