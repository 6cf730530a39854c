/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with notes on the page.  */
#include <stdlib.h>

#include "base/intl.h"
#include "base/mem.h"
#include "view/note_rows.h"
#include "view/page.h"
#include "view/reading_list.h"
#include "view/screens.h"

static void
write_note (struct app *app)
{
  struct reading *reading = app->session->reading;
  struct note note;
  if (!session_told_note (app->session, &note))
    note = reading_new_note (reading);
  reading->selecting = false;
  writer_open (app, &note, NULL);
}

static void
write_whole_note (struct app *app)
{
  struct note note = reading_whole_note (app->session->reading);
  writer_open (app, &note, NULL);
}

/* Does DEED with the note shown, or says that there is none.  */
static void
with_shown (struct app *app, void (*deed) (struct app *, const struct note *))
{
  const struct mark *mark = reading_note (app->session->reading);
  if (!mark)
    {
      app_say (app, "%s", _("There is no note on this sentence."));
      return;
    }
  /* What is done may read the notes anew.  */
  struct note note = note_copy (&mark->note);
  deed (app, &note);
  note_clear (&note);
}

static void
edit_shown (struct app *app, const struct note *shown)
{
  struct note note = note_copy (shown);
  writer_open (app, &note, shown->modified);
}

static void
delete_shown (struct app *app, const struct note *shown)
{
  note_ask_delete (app, shown->id);
}

static void
former_of_shown (struct app *app, const struct note *shown)
{
  former_open (app, shown->id);
}

/* Attaches the note that waits for a place to what is marked, else to the lit
   sentence.  */
static void
attach_waiting (struct app *app)
{
  struct reading *reading = app->session->reading;
  struct note note, place = reading_new_note (reading);
  struct err err = ERR_INIT;
  if (notebook_note (app->session->notebook, app->session->attaching, &note,
                     &err))
    {
      note_attach (app, &note, reading->document, place.anchor.side,
                   place.anchor.range);
      note_clear (&note);
    }
  else
    app_fail (app, &err);
  reading->selecting = false;
  note_clear (&place);
}

static void
open_detached (struct app *app)
{
  struct note_scope scope
    = { .heading = mem_string (_("Notes on this document")),
        .document = mem_string (app->session->reading->document->hash) };
  notebook_look (app->session->notebook, app->session->reading->document, NULL,
                 NULL);
  notes_open_scope (app, &scope, true);
}

static void
attach (struct app *app)
{
  const struct reading *reading = app->session->reading;
  const struct mark *mark = reading_note (reading);
  if (app->session->attaching)
    attach_waiting (app);
  else if (mark && mark->state == ANCHOR_MOVED)
    with_shown (app, attach_open);
  else if (reading_detached_notes (reading) > 0)
    open_detached (app);
  else
    app_say (app, "%s", _("No note of this document is detached, and the one "
                          "shown has not moved."));
}

/* --- highlights --------------------------------------------------------- */

static void
highlight_done (struct app *app, unsigned key, void *data)
{
  struct err err = ERR_INIT;
  bool away = key == ' ' || key == '-';
  (void) data;
  if (!away && (key < 'a' || key > 'z'))
    app_say (app, "%s", _("A highlight is a letter from a to z."));
  else if (!session_highlight (app->session, away ? '\0' : (char) key, &err))
    app_fail (app, &err);
  else
    app_say (app, "%s", away ? _("The highlight is taken away.")
                             : _("Highlighted; kept."));
}

static void
ask_highlight (struct app *app)
{
  app_ask_key (app,
               _("Highlight: y yellow, g green, b blue, r red, p purple, or "
                 "any letter of your own; - takes it away "),
               highlight_done, NULL);
}

/* --- the table ---------------------------------------------------------- */

static bool
act_on_shown (struct app *app, enum action action)
{
  switch (action)
    {
    case ACTION_NOTE_EDIT:
      with_shown (app, edit_shown);
      return true;
    case ACTION_NOTE_DELETE:
      with_shown (app, delete_shown);
      return true;
    case ACTION_NOTE_HISTORY:
      with_shown (app, former_of_shown);
      return true;
    case ACTION_NOTE_VERSIONS:
      with_shown (app, versions_open);
      return true;
    case ACTION_LINK_FOLLOW:
      with_shown (app, link_follow);
      return true;
    default:
      return false;
    }
}

bool
page_note (struct app *app, struct page *page, enum action action)
{
  struct reading *reading = app->session->reading;
  const struct mark *mark = reading_note (reading);
  (void) page;
  switch (action)
    {
    case ACTION_NOTE:
      write_note (app);
      return true;
    case ACTION_NOTE_WHOLE:
      write_whole_note (app);
      return true;
    case ACTION_NOTE_OTHER:
      reading->shown++;
      return true;
    case ACTION_NOTE_RESTORE:
      note_undelete (app);
      return true;
    case ACTION_NOTE_ATTACH:
      attach (app);
      return true;
    case ACTION_HIGHLIGHT:
      ask_highlight (app);
      return true;
    case ACTION_LINKS_HERE:
      links_here_open (app, reading->document, mark ? &mark->note : NULL);
      return true;
    case ACTION_READING_STATUS:
      reading_ask (app, reading->document->hash, reading->document->id);
      return true;
    default:
      return act_on_shown (app, action);
    }
}
