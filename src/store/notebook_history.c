/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What notes said before and where they stood, and the ways back.  */
#include <config.h>

#include "store/notebook_history.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "store/notebook_private.h"

static const char *const events[EVENTS] = {
  [EVENT_EDIT] = "edit",           [EVENT_DELETE] = "delete",
  [EVENT_RESTORE] = "restore",     [EVENT_ATTACH] = "attach",
  [EVENT_HIGHLIGHT] = "highlight", [EVENT_TAG] = "tag",
  [EVENT_TAKE] = "take",           [EVENT_RESOLVE] = "resolve",
};

const char *
note_event_name (enum note_event event)
{
  return events[event];
}

static void
former_clear (struct former *former)
{
  free (former->text);
  anchor_clear (&former->anchor);
}

void
history_free (struct history *history)
{
  for (size_t i = 0; i < history->len; i++)
    former_clear (&history->items[i]);
  VEC_FREE (history);
}

/* Takes the name of an event.  */
static enum note_event
take_event (struct row *row)
{
  char name[16];
  take_short (row, name, sizeof name);
  for (size_t i = 0; i < EVENTS; i++)
    if (strcmp (events[i], name) == 0)
      return (enum note_event) i;
  row->bad = true;
  return EVENT_EDIT;
}

/* The next entry of ROW, whose text and anchor the caller frees.  */
static struct former
take_former (struct row *row)
{
  struct former former = { .id = 0 };
  row->bad = false;
  former.id = take_number (row, 1, LLONG_MAX);
  former.event = take_event (row);
  former.text = take_text (row);
  former.highlight = take_letter (row);
  take_short (row, former.modified, sizeof former.modified);
  take_short (row, former.until, sizeof former.until);
  if (sqlite3_column_type (row->statement, row->at) != SQLITE_NULL)
    take_anchor (row, former.document, &former.anchor);
  return former;
}

bool
notebook_history (struct notebook *notebook, long long id,
                  struct history *history, struct err *err)
{
  struct err found;
  struct bare bare;
  bool damaged = false, there = bare_read (notebook, id, &bare, err);
  bare_clear (&bare);
  if (!there)
    return false;
  struct row row = row_of (&notebook->database, HISTORY_LIST);
  put_number (&row, id);
  while (row_next (&row, &found))
    {
      struct former former = take_former (&row);
      if (!row.bad)
        VEC_PUSH (history, former);
      else
        former_clear (&former);
      damaged = damaged || row.bad;
    }
  if (damaged && found.code == ERR_NONE)
    database_damaged (&notebook->database, "the history of a note", &found);
  if (found.code != ERR_NONE && err)
    *err = found;
  return found.code == ERR_NONE;
}

/* --- going back ----------------------------------------------------------- */

/* The text (the caller frees it) and highlight of entry FORMER of note ID.  */
static bool
read_entry (struct notebook *notebook, long long id, long long former,
            char **text, char *highlight, struct err *err)
{
  struct err found;
  struct row row = row_of (&notebook->database, HISTORY_ONE);
  put_number (&row, id);
  put_number (&row, former);
  if (!row_next (&row, &found))
    {
      if (found.code == ERR_NONE)
        err_set (&found, ERR_NOT_FOUND, NULL, "%lld", former);
      if (err)
        *err = found;
      return false;
    }
  *text = take_text (&row);
  *highlight = take_letter (&row);
  bool bad = row.bad;
  row_done (&row);
  return !bad
         || database_damaged (&notebook->database, "the history of a note",
                              err);
}

/* Brings the note BARE back where it was deleted, and reads it again.  */
static bool
bring_back (struct notebook *notebook, struct bare *bare, struct err *err)
{
  if (!*bare->deleted)
    return true;
  bool done = note_put_away (notebook, bare, NOTE_RESTORE,
                             note_event_name (EVENT_RESTORE), err);
  bare_clear (bare);
  return done && bare_read (notebook, bare->id, bare, err);
}

static bool
revert (struct notebook *notebook, long long id, long long former,
        struct err *err)
{
  struct bare bare;
  char *text = NULL, highlight = '\0';
  bool done = bare_read (notebook, id, &bare, err)
              && read_entry (notebook, id, former, &text, &highlight, err)
              && bring_back (notebook, &bare, err)
              && note_replace (notebook, &bare, text,
                               note_event_name (EVENT_EDIT), err);
  bare_clear (&bare);
  done = done && bare_read (notebook, id, &bare, err)
         && ((!highlight && !*text)
             || note_set_letter (notebook, &bare, highlight, err));
  free (text);
  bare_clear (&bare);
  return done;
}

bool
notebook_revert (struct notebook *notebook, long long id, long long former,
                 struct err *err)
{
  if (!database_begin (&notebook->database, err))
    return false;
  bool done = revert (notebook, id, former, err);
  return database_end (&notebook->database, done, err);
}

/* --- anchors ------------------------------------------------------------- */

/* Keeps the present anchor of note ID in the entry of its history that was made
   just now.  */
static bool
remember_anchor (struct notebook *notebook, long long id, struct err *err)
{
  long long entry = sqlite3_last_insert_rowid (notebook->database.handle);
  struct row row = row_of (&notebook->database, HISTORY_ANCHOR);
  put_number (&row, entry);
  put_number (&row, id);
  return row_run (&row, err);
}

bool
note_place (struct notebook *notebook, const struct bare *bare,
            const struct note *placed, const char *event, const char *now,
            struct err *err)
{
  if (!note_remember (notebook, bare, event, now, err)
      || !remember_anchor (notebook, bare->id, err))
    return false;
  struct row row = row_of (&notebook->database, NOTE_ATTACH);
  put_place (&row, placed);
  put_number (&row, (long long) placed->state);
  put_text (&row, now);
  put_number (&row, bare->id);
  return row_run (&row, err);
}

static bool
attach (struct notebook *notebook, const struct bare *bare,
        const struct note *placed, const char *based_on, struct err *err)
{
  char now[NOTE_TIME_SIZE];
  if (*bare->deleted)
    return err_set (err, ERR_NOT_FOUND, NULL, "%lld", bare->id);
  if (based_on && strcmp (based_on, bare->modified) != 0)
    return err_set (err, ERR_CHANGED, NULL, "%lld", bare->id);
  time_after (bare->modified, now);
  return note_place (notebook, bare, placed, note_event_name (EVENT_ATTACH),
                     now, err);
}

bool
notebook_attach (struct notebook *notebook, long long id,
                 const struct note *placed, const char *based_on,
                 struct err *err)
{
  struct bare bare;
  if (!note_is_clean (placed))
    return err_set (err, ERR_ENCODING, NULL, "note");
  if (!database_begin (&notebook->database, err))
    return false;
  bool done = bare_read (notebook, id, &bare, err)
              && attach (notebook, &bare, placed, based_on, err);
  bare_clear (&bare);
  return database_end (&notebook->database, done, err);
}

/* --- batches ------------------------------------------------------------- */

bool
notebook_begin (struct notebook *notebook, struct err *err)
{
  return database_begin_batch (&notebook->database, err);
}

bool
notebook_commit (struct notebook *notebook, struct err *err)
{
  return database_end_batch (&notebook->database, err);
}
