/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes: added, edited, taken out and brought back, listed.  Nothing that was
   once saved is ever overwritten without a copy in the history.  */
#include <config.h>

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "store/notebook_private.h"
#include "text/fold.h"

/* A note as it stands before it is changed.  */
struct state
{
  char *text; /* the caller frees it */
  char modified[NOTE_TIME_SIZE];
  char deleted[NOTE_TIME_SIZE]; /* "" while it is in the lists */
};

/* Inserts NOTE; returns its number, 0 on error.  */
static long long
insert (struct notebook *notebook, const struct note *note, struct err *err)
{
  struct row row = row_of (&notebook->database, NOTE_NEW);
  put_note (&row, note);
  return row_run (&row, err)
           ? sqlite3_last_insert_rowid (notebook->database.handle)
           : 0;
}

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
  filled.id = insert (notebook, &filled, err);
  if (!database_end (&notebook->database, filled.id != 0, err))
    return false;
  *note = filled;
  return true;
}

/* Reads note ID into *STATE; ERR_NOT_FOUND where there is none.  */
static bool
get_state (struct notebook *notebook, long long id, struct state *state,
           struct err *err)
{
  struct err found;
  struct row row = row_of (&notebook->database, NOTE_STATE);
  *state = (struct state) { .text = NULL };
  put_number (&row, id);
  if (!row_next (&row, &found))
    {
      if (found.code == ERR_NONE)
        err_set (&found, ERR_NOT_FOUND, NULL, "%lld", id);
      if (err)
        *err = found;
      return false;
    }
  state->text = take_text (&row);
  take_short (&row, state->modified, sizeof state->modified);
  take_short (&row, state->deleted, sizeof state->deleted);
  bool bad = row.bad;
  row_done (&row);
  return !bad || database_damaged (&notebook->database, "a note", err);
}

/* Keeps STATE in the history of note ID; WHAT ended it at NOW.  */
static bool
remember (struct notebook *notebook, long long id, const struct state *state,
          const char *what, const char *now, struct err *err)
{
  struct row row = row_of (&notebook->database, HISTORY_ADD);
  put_number (&row, id);
  put_text (&row, what);
  put_text (&row, state->text);
  put_text (&row, state->modified);
  put_text (&row, now);
  return row_run (&row, err);
}

/* TEXT as a new note at the place of note ID, whose own text has gone on
   without it.  Returns its number.  */
static long long
branch (struct notebook *notebook, long long id, const char *text,
        struct err *err)
{
  struct row row = row_of (&notebook->database, NOTE_FULL);
  struct note note = { .id = 0 };
  put_number (&row, id);
  if (!row_next (&row, err))
    return 0;
  take_number (&row, 1, LLONG_MAX);
  take_note (&row, &note);
  bool bad = row.bad;
  row_done (&row);
  free (note.text);
  note.text = mem_string (text);
  uuid_make (note.uuid);
  time_after (NULL, note.created);
  memcpy (note.modified, note.created, sizeof note.modified);
  long long copy = bad ? database_damaged (&notebook->database, "a note", err)
                       : insert (notebook, &note, err);
  note_clear (&note);
  return copy;
}

static bool
replace (struct notebook *notebook, long long id, const struct state *state,
         const char *text, struct err *err)
{
  char now[NOTE_TIME_SIZE];
  if (strcmp (state->text, text) == 0)
    return true;
  time_after (state->modified, now);
  struct row row = row_of (&notebook->database, NOTE_EDIT);
  put_number (&row, id);
  put_text (&row, text);
  put_text (&row, now);
  return remember (notebook, id, state, "edit", now, err)
         && row_run (&row, err);
}

/* The number of the note that holds TEXT now; 0 on error.  */
static long long
edit (struct notebook *notebook, long long id, const char *text,
      const char *based_on, struct err *err)
{
  struct state state;
  long long saved = 0;
  if (get_state (notebook, id, &state, err))
    {
      bool gone = *state.deleted;
      if (gone && !based_on)
        err_set (err, ERR_NOT_FOUND, NULL, "%lld", id);
      else if (gone
               || (based_on && strcmp (based_on, state.modified) != 0
                   && strcmp (state.text, text) != 0))
        saved = branch (notebook, id, text, err);
      else
        saved = replace (notebook, id, &state, text, err) ? id : 0;
    }
  free (state.text);
  return saved;
}

bool
notebook_edit (struct notebook *notebook, long long id, const char *text,
               const char *based_on, long long *saved, struct err *err)
{
  if (utf8_check (text, strlen (text)) != strlen (text))
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

/* Runs WHICH (delete or restore) on note ID.  */
static bool
change_state (struct notebook *notebook, long long id,
              enum notebook_statement which, struct err *err)
{
  struct state state;
  char now[NOTE_TIME_SIZE];
  bool away = which == NOTE_DELETE, done = false;
  if (get_state (notebook, id, &state, err))
    {
      bool gone = *state.deleted;
      time_after (state.modified, now);
      struct row row = row_of (&notebook->database, which);
      put_number (&row, id);
      put_text (&row, now);
      if (gone && away)
        err_set (err, ERR_NOT_FOUND, NULL, "%lld", id);
      else
        done = gone == away
               || (remember (notebook, id, &state,
                             away ? "delete" : "restore", now, err)
                   && row_run (&row, err));
      row_done (&row);
    }
  free (state.text);
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

/* --- listing ------------------------------------------------------------ */

static bool
says (const char *text, const struct folded *words)
{
  if (!text)
    return false;
  struct folded folded;
  fold_search (text, strlen (text), &folded);
  bool found = memmem (folded.data, folded.len, words->data, words->len);
  folded_free (&folded);
  return found;
}

/* Whether NOTE fits what SQL does not compare; WORDS may be NULL.  */
static bool
note_fits (const struct note *note, const struct note_query *query,
           const struct folded *words)
{
  if (query->tag && !note_has_tag (note->text, query->tag))
    return false;
  return !words || says (note->text, words)
         || says (note->anchor.exact, words)
         || says (note->citation.title[ORIGINAL], words)
         || says (note->citation.title[TRANSLATION], words);
}

/* The next note of ROW; where it is damaged: one all zero.  */
static struct note
next_note (struct row *row, bool *damaged)
{
  struct note note = { .id = 0 };
  row->bad = false;
  note.id = take_number (row, 1, LLONG_MAX);
  take_note (row, &note);
  if (row->bad)
    {
      *damaged = true;
      note_clear (&note);
    }
  return note;
}

bool
notebook_list (struct notebook *notebook, const struct note_query *query,
               struct notes *notes, struct err *err)
{
  static const struct note_query all = { .id = 0 };
  struct err found;
  struct folded words = { .data = NULL };
  bool damaged = false;
  if (!query)
    query = &all;
  if (query->words && utf8_check (query->words, strlen (query->words))
                        != strlen (query->words))
    return true; /* such bytes stand in no note */
  if (query->words)
    fold_search (query->words, strlen (query->words), &words);
  struct row row = row_of (&notebook->database, NOTES_ALL);
  put_number (&row, query->id);
  put_text (&row, query->document);
  put_text (&row, query->since);
  put_text (&row, query->until);
  while (row_next (&row, &found))
    {
      struct note note = next_note (&row, &damaged);
      if (note.id && note_fits (&note, query, words.len ? &words : NULL))
        VEC_PUSH (notes, note);
      else
        note_clear (&note);
    }
  if (query->words)
    folded_free (&words);
  if (damaged && found.code == ERR_NONE)
    database_damaged (&notebook->database, "a note", &found);
  if (found.code != ERR_NONE && err)
    *err = found;
  return found.code == ERR_NONE;
}

long long
notebook_count (struct notebook *notebook, const char *document)
{
  struct row row = row_of (&notebook->database, NOTE_COUNT);
  put_text (&row, document);
  if (!row_next (&row, NULL))
    return 0;
  long long count = take_number (&row, 0, LLONG_MAX);
  row_done (&row);
  return count;
}
