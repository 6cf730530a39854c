/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes: added, edited, highlighted, taken out and brought back.  Nothing that
   was once saved is ever overwritten without a copy in the history.  */
#include <config.h>

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/notebook_history.h"
#include "store/notebook_private.h"

/* --- parts of a change --------------------------------------------------- */

bool
bare_read (struct notebook *notebook, long long id, struct bare *bare,
           struct err *err)
{
  struct err found;
  struct row row = row_of (&notebook->database, NOTE_BARE);
  *bare = (struct bare) { .id = id };
  put_number (&row, id);
  if (!row_next (&row, &found))
    {
      if (found.code == ERR_NONE)
        err_set (&found, ERR_NOT_FOUND, NULL, "%lld", id);
      if (err)
        *err = found;
      return false;
    }
  bare->text = take_text (&row);
  bare->highlight = take_letter (&row);
  take_short (&row, bare->uuid, sizeof bare->uuid);
  take_short (&row, bare->modified, sizeof bare->modified);
  take_short (&row, bare->deleted, sizeof bare->deleted);
  bool bad = row.bad;
  row_done (&row);
  return !bad || database_damaged (&notebook->database, "a note", err);
}

void
bare_clear (struct bare *bare)
{
  free (bare->text);
  bare->text = NULL;
}

bool
note_remember (struct notebook *notebook, const struct bare *bare,
               const char *event, const char *now, struct err *err)
{
  struct row row = row_of (&notebook->database, HISTORY_ADD);
  put_number (&row, bare->id);
  put_text (&row, event);
  put_text (&row, bare->text);
  put_text (&row, bare->modified);
  put_text (&row, now);
  put_letter (&row, &bare->highlight);
  return row_run (&row, err);
}

long long
note_insert (struct notebook *notebook, const struct note *note,
             struct err *err)
{
  struct row row = row_of (&notebook->database, NOTE_NEW);
  put_note (&row, note);
  if (!row_run (&row, err))
    return 0;
  long long id = sqlite3_last_insert_rowid (notebook->database.handle);
  return note_index (&notebook->database, id, note->text, err) ? id : 0;
}

bool
note_replace (struct notebook *notebook, const struct bare *bare,
              const char *text, const char *event, struct err *err)
{
  char now[NOTE_TIME_SIZE];
  if (strcmp (bare->text, text) == 0)
    return true;
  time_after (bare->modified, now);
  if (!note_remember (notebook, bare, event, now, err))
    return false;
  struct row row = row_of (&notebook->database, NOTE_EDIT);
  put_number (&row, bare->id);
  put_text (&row, text);
  put_text (&row, now);
  return row_run (&row, err)
         && (*bare->deleted
             || note_index (&notebook->database, bare->id, text, err));
}

bool
note_put_away (struct notebook *notebook, const struct bare *bare,
               enum notebook_statement which, const char *event,
               struct err *err)
{
  char now[NOTE_TIME_SIZE];
  bool away = which == NOTE_DELETE;
  time_after (bare->modified, now);
  if (!note_remember (notebook, bare, event, now, err))
    return false;
  struct row row = row_of (&notebook->database, which);
  put_number (&row, bare->id);
  put_text (&row, now);
  return row_run (&row, err)
         && note_index (&notebook->database, bare->id,
                        away ? NULL : bare->text, err);
}

/* --- adding and editing --------------------------------------------------- */

bool
notebook_add (struct notebook *notebook, struct note *note, struct err *err)
{
  struct note filled = *note;
  if (!note_is_clean (note))
    return err_set (err, ERR_ENCODING, NULL, "note");
  if (!*filled.uuid)
    uuid_make (filled.uuid);
  if (!*filled.created)
    time_after (NULL, filled.created);
  if (!*filled.modified)
    memcpy (filled.modified, filled.created, sizeof filled.modified);
  if (!database_begin (&notebook->database, err))
    return false;
  filled.id = note_insert (notebook, &filled, err);
  if (!database_end (&notebook->database, filled.id != 0, err))
    return false;
  *note = filled;
  return true;
}

/* TEXT as a new note at the place of note ID, whose own text has gone on
   without it: another version of it.  Returns its number.  */
static long long
branch (struct notebook *notebook, long long id, const char *text,
        struct err *err)
{
  struct note note;
  if (!notebook_note (notebook, id, &note, err))
    return 0;
  free (note.text);
  note.text = mem_string (text);
  memcpy (note.version_of, note.uuid, sizeof note.version_of);
  uuid_make (note.uuid);
  time_after (NULL, note.created);
  memcpy (note.modified, note.created, sizeof note.modified);
  long long copy = note_insert (notebook, &note, err);
  note_clear (&note);
  return copy;
}

/* The number of the note that holds TEXT now; 0 on error.  */
static long long
edit (struct notebook *notebook, long long id, const char *text,
      const char *based_on, struct err *err)
{
  struct bare bare;
  long long saved = 0;
  if (bare_read (notebook, id, &bare, err))
    {
      bool gone = *bare.deleted;
      if (gone && !based_on)
        err_set (err, ERR_NOT_FOUND, NULL, "%lld", id);
      else if (gone
               || (based_on && strcmp (based_on, bare.modified) != 0
                   && strcmp (bare.text, text) != 0))
        saved = branch (notebook, id, text, err);
      else if (note_replace (notebook, &bare, text,
                             note_event_name (EVENT_EDIT), err))
        saved = id;
    }
  bare_clear (&bare);
  return saved;
}

bool
notebook_edit (struct notebook *notebook, long long id, const char *text,
               const char *based_on, long long *saved, struct err *err)
{
  if (!text_is_clean (text))
    return err_set (err, ERR_ENCODING, NULL, "note");
  if (!database_begin (&notebook->database, err))
    return false;
  long long number = edit (notebook, id, text, based_on, err);
  if (!database_end (&notebook->database, number != 0, err))
    return false;
  if (saved)
    *saved = number;
  return true;
}

/* --- highlights ---------------------------------------------------------- */

bool
note_set_letter (struct notebook *notebook, const struct bare *bare,
                 char letter, struct err *err)
{
  char now[NOTE_TIME_SIZE];
  if (*bare->deleted)
    return err_set (err, ERR_NOT_FOUND, NULL, "%lld", bare->id);
  if (!letter && !*bare->text)
    return err_set (err, ERR_USAGE, NULL, "highlight");
  if (letter == bare->highlight)
    return true;
  time_after (bare->modified, now);
  if (!note_remember (notebook, bare, note_event_name (EVENT_HIGHLIGHT), now,
                      err))
    return false;
  struct row row = row_of (&notebook->database, NOTE_HIGHLIGHT);
  put_number (&row, bare->id);
  put_letter (&row, &letter);
  put_text (&row, now);
  return row_run (&row, err);
}

bool
notebook_highlight (struct notebook *notebook, long long id, char letter,
                    struct err *err)
{
  struct bare bare;
  if (letter && (letter < 'a' || letter > 'z'))
    return err_set (err, ERR_USAGE, NULL, "highlight");
  if (!database_begin (&notebook->database, err))
    return false;
  bool done = bare_read (notebook, id, &bare, err)
              && note_set_letter (notebook, &bare, letter, err);
  bare_clear (&bare);
  return database_end (&notebook->database, done, err);
}

/* --- deleting ------------------------------------------------------------ */

/* Runs WHICH (delete or restore) on note ID.  */
static bool
change_state (struct notebook *notebook, long long id,
              enum notebook_statement which, struct err *err)
{
  struct bare bare;
  bool away = which == NOTE_DELETE, done = false;
  if (bare_read (notebook, id, &bare, err))
    {
      bool gone = *bare.deleted;
      if (gone && away)
        err_set (err, ERR_NOT_FOUND, NULL, "%lld", id);
      else
        done = gone == away
               || note_put_away (notebook, &bare, which,
                                 note_event_name (away ? EVENT_DELETE
                                                       : EVENT_RESTORE),
                                 err);
    }
  bare_clear (&bare);
  return done;
}

static bool
change (struct notebook *notebook, long long id, enum notebook_statement which,
        struct err *err)
{
  if (!database_begin (&notebook->database, err))
    return false;
  bool done = change_state (notebook, id, which, err);
  return database_end (&notebook->database, done, err);
}

bool
notebook_delete (struct notebook *notebook, long long id, struct err *err)
{
  return change (notebook, id, NOTE_DELETE, err);
}

bool
notebook_restore (struct notebook *notebook, long long id, struct err *err)
{
  return change (notebook, id, NOTE_RESTORE, err);
}

/* --- where they stand today ---------------------------------------------- */

/* A note whose kept state is no longer that of today.  */
struct seen
{
  long long id;
  enum note_state state;
};

struct seens VEC (struct seen);

static bool
look (struct notebook *notebook, const struct document *document,
      struct seens *seens, struct err *err)
{
  struct err found;
  bool damaged = false;
  struct row row = row_of (&notebook->database, NOTES_ON);
  put_text (&row, document->hash);
  while (row_next (&row, &found))
    {
      struct range range;
      struct note note = take_whole_note (&row, &damaged);
      if (!note.id)
        continue;
      enum note_state state
        = (enum note_state) note_find (&note, document, &range);
      if (state != note.state)
        VEC_PUSH (seens, (struct seen) { note.id, state });
      note_clear (&note);
    }
  if (found.code != ERR_NONE && err)
    *err = found;
  return found.code == ERR_NONE;
}

bool
notebook_look (struct notebook *notebook, const struct document *document,
               size_t *changed, struct err *err)
{
  struct seens seens = { NULL, 0, 0 };
  bool done = look (notebook, document, &seens, err);
  if (done && seens.len > 0)
    {
      done = database_begin (&notebook->database, err);
      bool begun = done;
      for (size_t i = 0; done && i < seens.len; i++)
        {
          struct row row = row_of (&notebook->database, NOTE_LOOKED);
          put_number (&row, seens.items[i].id);
          put_number (&row, (long long) seens.items[i].state);
          done = row_run (&row, err);
        }
      done = begun && database_end (&notebook->database, done, err);
    }
  if (changed)
    *changed = done ? seens.len : 0;
  VEC_FREE (&seens);
  return done;
}
