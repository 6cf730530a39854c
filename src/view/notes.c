/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of notes, and what is asked about one.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "read/gather.h"
#include "view/list.h"
#include "view/saving.h"
#include "view/screens.h"

struct note_list
{
  struct list list;
  struct notes notes;
  char *filter;
};

static void
note_list_free (void *state)
{
  struct note_list *n = state;
  notes_free (&n->notes);
  free (n->filter);
  free (n);
}

static void
read_notes (struct app *app, struct note_list *n)
{
  struct err err = ERR_INIT;
  struct note_query query = { .words = n->filter };
  notes_free (&n->notes);
  if (!notebook_list (app->session->notebook, &query, &n->notes, &err))
    app_fail (app, &err);
  n->list.count = n->notes.len;
}

/* --- drawing ------------------------------------------------------------ */

/* One row: DATE  "quotation"  note  */
static void
draw_row (struct canvas *canvas, size_t row, const struct note *note,
          enum style style)
{
  char head[24];
  const char *date = note->citation.date ? note->citation.date : "";
  snprintf (head, sizeof head, " %-10.10s  ", date);
  size_t column
    = canvas_string (canvas, row, 0, canvas->columns, style, head);
  size_t room = canvas->columns > column + 2 ? canvas->columns - column - 2
                                             : 0;
  size_t half = room * 40 / 100, start = column;
  char *exact = wrap_string (note->anchor.exact);
  column = canvas_string (canvas, row, column, half, style, exact);
  free (exact);
  for (; column < start + half + 2 && column < canvas->columns; column++)
    canvas_put (canvas, row, column, style, " ", 1);
  column
    = canvas_string (canvas, row, column, room - half, style, note->text);
  if (style == STYLE_MARKED)
    canvas_fill (canvas, row, column, style, ' ');
}

static void
draw (struct app *app, void *state, size_t rows)
{
  struct note_list *n = state;
  struct canvas *canvas = &app->canvas;
  size_t height = rows > 1 ? rows - 1 : 0;
  list_fit (&n->list, height);
  char *head
    = n->filter ? mem_format (_(" Notes with \"%s\": %zu"), n->filter,
                              n->notes.len)
                : mem_format (_(" Notes: %zu"), n->notes.len);
  size_t column
    = canvas_string (canvas, 0, 0, canvas->columns, STYLE_HEADER, head);
  canvas_fill (canvas, 0, column, STYLE_HEADER, ' ');
  free (head);
  for (size_t i = 0; i < height && n->list.top + i < n->notes.len; i++)
    draw_row (canvas, 1 + i, &n->notes.items[n->list.top + i],
              n->list.top + i == n->list.at ? STYLE_MARKED : STYLE_PLAIN);
  if (n->notes.len == 0 && height > 1)
    canvas_string (canvas, 2, 1, canvas->columns, STYLE_PLAIN,
                   n->filter ? _("No note has these words.")
                             : _("There are no notes yet."));
}

/* --- doing -------------------------------------------------------------- */

static void
set_filter (struct app *app, const char *text, void *state)
{
  struct note_list *n = state;
  free (n->filter);
  n->filter = text && *text ? mem_string (text) : NULL;
  n->list.at = n->list.top = 0;
  read_notes (app, n);
}

/* Opens the note's place.  A detached note leads to its document.  */
static void
go_to_note (struct app *app, const struct note *note)
{
  struct session *session = app->session;
  long long id = library_find_hash (session->library, note->document);
  long long number = note->id;
  if (!id)
    {
      app_say (app, "%s", _("Its document is not in the library; the note "
                            "keeps both sentences."));
      return;
    }
  if (!page_go (app, id, note->anchor.side, (size_t) -1))
    return;
  const struct marks *marks = &session->reading->marks;
  for (size_t i = 0; i < marks->len; i++)
    if (marks->items[i].note.id == number)
      {
        const struct mark *mark = &marks->items[i];
        if (mark->state == ANCHOR_DETACHED)
          app_say (app, _("The text this note was on is no longer there: "
                          "\"%s\""), mark->note.anchor.exact);
        else if (page_go (app, id, mark->note.anchor.side,
                          mark->range.start))
          reading_show_note (session->reading, number);
        return;
      }
}

static void
edit (struct app *app, const struct note *note)
{
  struct note copy = note_copy (note);
  char based_on[NOTE_TIME_SIZE];
  memcpy (based_on, note->modified, sizeof based_on);
  writer_open (app, &copy, based_on);
}

static bool
act (struct app *app, void *state, enum action action)
{
  struct note_list *n = state;
  const struct note *note
    = n->list.at < n->notes.len ? &n->notes.items[n->list.at] : NULL;
  if (list_move (&n->list, action))
    return true;
  switch (action)
    {
    case ACTION_ACCEPT:
      if (note)
        go_to_note (app, note);
      return true;
    case ACTION_NOTE_EDIT:
      if (note)
        edit (app, note);
      return true;
    case ACTION_NOTE_DELETE:
      if (note)
        note_ask_delete (app, note->id);
      return true;
    case ACTION_FIND:
      app_ask (app, _("Show those with: "), n->filter ? n->filter : "",
               set_filter, set_filter, n);
      return true;
    case ACTION_EXPORT:
      note_ask_export (app, NULL);
      return true;
    case ACTION_CANCEL:
      if (!n->filter)
        return false;
      set_filter (app, NULL, n);
      return true;
    default:
      return false;
    }
}

static void
changed (struct app *app, void *state)
{
  read_notes (app, state);
}

static const struct screen notes_screen = {
  .in = CONTEXT_LIST,
  .draw = draw,
  .act = act,
  .changed = changed,
  .free = note_list_free,
  .hint[CONTEXT_LIST]
  = N_("{accept} go there  {edit-note} edit  {delete-note} delete  "
       "{find} show those with  {export} to a file  {back} back"),
};

void
notes_open (struct app *app)
{
  struct note_list *n = mem_new (1, sizeof *n);
  read_notes (app, n);
  app_push (app, &notes_screen, n);
}

/* The list, where it is on top, is read again.  */
static void
notes_refresh (struct app *app)
{
  struct layer top = app->layers.items[app->layers.len - 1];
  if (top.screen == &notes_screen)
    read_notes (app, top.state);
}

/* --- deleting ----------------------------------------------------------- */

static void
delete_done (struct app *app, unsigned key, void *data)
{
  long long *id = data;
  struct err err = ERR_INIT;
  if (key != 'y' && key != 'Y')
    app_say (app, "%s", _("The note stays."));
  else if (!session_delete_note (app->session, *id, &err))
    app_fail (app, &err);
  else
    app_say (app, "%s", _("The note is deleted."));
  notes_refresh (app);
  free (id);
}

void
note_ask_delete (struct app *app, long long id)
{
  long long *copy = mem_new (1, sizeof *copy);
  *copy = id;
  app_ask_key (app, _("Delete this note? y: yes, any other key: no "),
               delete_done, copy);
}

/* --- to a file ---------------------------------------------------------- */

static const char *
translate (const char *text)
{
  return _(text);
}

/* The exporter whose extension PATH has, else the first.  */
static const struct exporter *
exporter_for_path (const char *path)
{
  const char *dot = strrchr (path, '.');
  for (size_t i = 0; dot && exporters[i]; i++)
    if (strcmp (exporters[i]->extension, dot) == 0)
      return exporters[i];
  return exporters[0];
}

/* DOCUMENT is an identity; NULL: all notes.  */
static bool
make_notes (struct app *app, const char *path, void *document,
            struct buf *out, size_t *count, struct err *err)
{
  struct note_query query = { .document = document };
  struct export_options options = { .width = 72, .translate = translate };
  return gather_notes (app->session->library, app->session->notebook, &query,
                       exporter_for_path (path), &options, out, count, err);
}

static void
tell_notes (struct app *app, const char *path, size_t count)
{
  if (count == 0)
    app_say (app, "%s", _("There are no notes to write."));
  else
    app_say (app, ngettext ("%zu note is in %s", "%zu notes are in %s", count),
             count, path);
}

void
note_ask_export (struct app *app, const char *document)
{
  static const struct saving saving = { make_notes, tell_notes, free };
  saving_ask (app,
              document ? _("This document's notes to (.txt .md .tsv): ")
                       : _("All notes to (.txt .md .tsv): "),
              "enface-notes.txt", &saving, mem_string (document));
}
