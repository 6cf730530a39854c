/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with a note wherever it is shown: going to it, deleting it, writing
   notes to a file.  */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "read/gather.h"
#include "view/saving.h"
#include "view/screens.h"

/* --- going there -------------------------------------------------------- */

/* The mark of note ID in the open document, or NULL.  */
static const struct mark *
mark_of (const struct session *session, long long id)
{
  const struct marks *marks = &session->reading->marks;
  for (size_t i = 0; i < marks->len; i++)
    if (marks->items[i].note.id == id)
      return &marks->items[i];
  return NULL;
}

void
note_go (struct app *app, const struct note *note)
{
  struct session *session = app->session;
  long long id = library_find_hash (session->library, note->document);
  long long number = note->id;
  enum side side = note->anchor.side;
  if (!id)
    {
      app_say (app, "%s", _("Its document is not in the library; the note "
                            "keeps both sentences."));
      return;
    }
  bool open = session->reading && session->reading->document->id == id;
  if (open)
    session_mark_step (session);
  if (!page_go_kept (app, id, side, (size_t) -1))
    return;
  const struct mark *mark = mark_of (session, number);
  if (!mark)
    return;
  if (mark->state == ANCHOR_DETACHED)
    app_tell (app, _("The text this note was on is no longer there; "
                     "{attach-note} shows where it may belong."));
  else
    {
      page_light (app, side, mark->range.start);
      reading_show_note (session->reading, number);
    }
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
    {
      app->session->deleted = *id;
      app_tell (app, _("The note is deleted; {restore-note} brings it "
                       "back."));
    }
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

void
note_undelete (struct app *app)
{
  struct err err = ERR_INIT;
  struct session *session = app->session;
  if (!session->deleted)
    app_say (app, "%s", _("No note was deleted since the start; the list of "
                          "notes has those that were deleted before."));
  else if (!session_restore_note (session, session->deleted, &err))
    app_fail (app, &err);
  else
    {
      session->deleted = 0;
      app_say (app, "%s", _("The note is back."));
    }
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
  enum { ROOM = 100 }; /* columns, where the formats fit before the path */
  struct buf formats = BUF_INIT;
  for (size_t i = 0; exporters[i]; i++)
    buf_add_format (&formats, " %s", exporters[i]->extension);
  char *label = mem_format ("%s%s%s", document ? _("This document's notes to")
                                               : _("All notes to"),
                            app->canvas.columns >= ROOM
                              ? buf_string (&formats) : "", _(": "));
  saving_ask (app, label, "enface-notes.txt", &saving, mem_string (document));
  free (label);
  buf_free (&formats);
}
