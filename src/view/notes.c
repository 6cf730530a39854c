/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of notes.  */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "export/citation.h"
#include "view/note_rows.h"
#include "view/preview.h"
#include "view/screens.h"

static void
notes_free_state (void *state)
{
  struct note_rows *rows = state;
  note_rows_clear (rows);
  free (rows);
}

/* --- drawing ------------------------------------------------------------ */

static char *
cited_line (const struct citation *citation)
{
  struct buf line = BUF_INIT;
  export_citation (citation, &line);
  return buf_take (&line);
}

/* The note under the cursor, whole: below the list, where there is room.  */
static void
draw_preview (struct app *app, const struct note_rows *rows, size_t row,
              size_t height)
{
  enum { BELOW = 3 }; /* rows for the quotation and its source */
  struct note note;
  struct canvas *canvas = &app->canvas;
  canvas_fill (canvas, row, 0, STYLE_FRAME, '-');
  if (!note_rows_get (app, rows, rows->list.at, &note))
    return;
  char *cited = cited_line (&note.citation);
  struct preview_part text
    = { STYLE_PLAIN, "", *note.text ? note.text : NULL };
  struct preview_part on
    = { STYLE_NOTED, "", *note.anchor.exact ? note.anchor.exact : NULL };
  struct area area = { row + 1, 1, height - 1 - BELOW, canvas->columns - 1 };
  row = preview_draw (canvas, area, &text, 1);
  row = preview_draw (canvas, (struct area) { row, 1, 2, area.columns }, &on,
                      1);
  canvas_string (canvas, row, 1, area.columns, STYLE_FRAME, cited);
  free (cited);
  note_clear (&note);
}

static const char *
none_words (const struct note_rows *rows)
{
  if (rows->filter)
    return _("No note has these words.");
  if (rows->choice == CHOOSE_DELETED)
    return _("No note was deleted.");
  if (rows->choice != CHOOSE_ALL || rows->scope.heading)
    return _("There is no such note.");
  return _("There are no notes yet; {note} on the page writes one.");
}

static void
draw (struct app *app, void *state, size_t rows)
{
  enum { PREVIEW_FROM = 18 };
  struct note_rows *n = state;
  struct canvas *canvas = &app->canvas;
  size_t preview = rows >= PREVIEW_FROM ? rows / 3 : 0;
  size_t height = rows > 1 + preview ? rows - 1 - preview : 0;
  list_fit (&n->list, height);
  char *head = note_rows_heading (n);
  size_t column
    = canvas_string (canvas, 0, 0, canvas->columns, STYLE_HEADER, head);
  canvas_fill (canvas, 0, column, STYLE_HEADER, ' ');
  free (head);
  for (size_t i = 0; i < height && n->list.top + i < n->rows.len; i++)
    note_rows_draw (app, n, n->list.top + i, 1 + i);
  if (n->rows.len == 0 && !n->busy && height > 1)
    app_draw_none (app, none_words (n));
  else if (preview > 0)
    draw_preview (app, n, rows - preview, preview);
}

/* --- doing -------------------------------------------------------------- */

static void
set_filter (struct app *app, const char *text, void *state)
{
  struct note_rows *n = state;
  free (n->filter);
  n->filter = text && *text ? mem_string (text) : NULL;
  n->list.at = n->list.top = 0;
  note_rows_begin (app, n);
}

static bool
rest (struct app *app, void *state)
{
  return note_rows_go_on (app, state);
}

static void
changed (struct app *app, void *state)
{
  note_rows_read (app, state);
}

static void
edit (struct app *app, const struct note *note)
{
  struct note copy = note_copy (note);
  char based_on[NOTE_TIME_SIZE];
  memcpy (based_on, note->modified, sizeof based_on);
  writer_open (app, &copy, based_on);
}

static void
restore (struct app *app, struct note_rows *n, const struct note *note)
{
  struct err err = ERR_INIT;
  if (!*note->deleted)
    app_tell (app, _("This note is not deleted; {choose-notes} shows those "
                     "that are."));
  else if (!session_restore_note (app->session, note->id, &err))
    app_fail (app, &err);
  else
    app_say (app, "%s", _("The note is back."));
  note_rows_read (app, n);
}

/* Does ACTION to NOTE, which is under the cursor; false where it is none that
   needs one.  */
static bool
act_on_note (struct app *app, struct note_rows *n, const struct note *note,
             enum action action)
{
  switch (action)
    {
    case ACTION_ACCEPT:
      note_go (app, note);
      return true;
    case ACTION_NOTE_EDIT:
      if (*note->deleted)
        app_say (app, "%s", _("A deleted note must be brought back first."));
      else
        edit (app, note);
      return true;
    case ACTION_NOTE_DELETE:
      if (*note->deleted)
        app_say (app, "%s", _("This note is deleted."));
      else
        note_ask_delete (app, note->id);
      return true;
    case ACTION_NOTE_RESTORE:
      restore (app, n, note);
      return true;
    case ACTION_NOTE_HISTORY:
      former_open (app, note->id);
      return true;
    case ACTION_NOTE_ATTACH:
      attach_open (app, note);
      return true;
    case ACTION_NOTE_VERSIONS:
      versions_open (app, note);
      return true;
    case ACTION_LINK_FOLLOW:
      link_follow (app, note);
      return true;
    case ACTION_LINKS_HERE:
      links_here_open (app, NULL, note);
      return true;
    default:
      return false;
    }
}

static bool
act_on_list (struct app *app, struct note_rows *n, enum action action)
{
  switch (action)
    {
    case ACTION_NOTES_SORT:
      n->group = (n->group + 1) % NOTE_GROUPS;
      note_rows_begin (app, n);
      return true;
    case ACTION_NOTES_CHOOSE:
      n->choice = (n->choice + 1) % NOTE_CHOICES;
      note_rows_begin (app, n);
      return true;
    case ACTION_FIND:
      app_ask (app, _("Show those with (#tag, words): "),
               n->filter ? n->filter : "", set_filter,
               set_filter, n);
      return true;
    case ACTION_EXPORT:
      note_ask_export (app, n->scope.document);
      return true;
    case ACTION_NOTES: /* all of them are here, if it is not a choice */
      return !n->scope.heading;
    case ACTION_CANCEL:
      if (!n->filter)
        return false;
      set_filter (app, NULL, n);
      return true;
    default:
      return false;
    }
}

static bool
act (struct app *app, void *state, enum action action)
{
  struct note_rows *n = state;
  struct note note;
  if (action == ACTION_LAST)
    note_rows_finish (app, n);
  if (list_move (&n->list, action) || act_on_list (app, n, action))
    return true;
  if (!note_rows_get (app, n, n->list.at, &note))
    return false;
  bool done = act_on_note (app, n, &note, action);
  note_clear (&note);
  return done;
}

static const struct screen notes_screen = {
  .in = CONTEXT_NOTES,
  .draw = draw,
  .act = act,
  .changed = changed,
  .rest = rest,
  .free = notes_free_state,
  .hint[CONTEXT_NOTES]
  = N_("{accept} go there  {edit-note} edit  {delete-note} delete  "
       "{find} find  {sort-notes} order  {choose-notes} which  "
       "{former} former  {tags} tags  {export} to a file  {back} back\t"
       "{help} help"),
};

void
notes_open (struct app *app)
{
  notes_open_scope (app, &(struct note_scope) { .heading = NULL }, false);
}

void
notes_open_scope (struct app *app, struct note_scope *scope, bool detached)
{
  struct note_rows *n = mem_new (1, sizeof *n);
  n->scope = *scope;
  n->choice = detached ? CHOOSE_DETACHED : CHOOSE_ALL;
  note_rows_begin (app, n);
  app_push (app, &notes_screen, n);
}

void
notes_refresh (struct app *app)
{
  for (size_t i = 0; i < app->layers.len; i++)
    if (app->layers.items[i].screen == &notes_screen)
      note_rows_read (app, app->layers.items[i].state);
}
