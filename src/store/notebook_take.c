/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes from another notebook, and two versions of one note.  */
#include <config.h>

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/notebook_history.h"
#include "store/notebook_private.h"
#include "text/fold.h"

/* --- versions ------------------------------------------------------------- */

static bool
set_version (struct notebook *notebook, long long id, const char *uuid,
             struct err *err)
{
  struct row row = row_of (&notebook->database, NOTE_VERSION);
  put_number (&row, id);
  put_text (&row, uuid);
  return row_run (&row, err);
}

bool
notebook_part (struct notebook *notebook, long long id, struct err *err)
{
  struct bare bare;
  if (!database_begin (&notebook->database, err))
    return false;
  bool done = bare_read (notebook, id, &bare, err)
              && set_version (notebook, id, "", err);
  bare_clear (&bare);
  return database_end (&notebook->database, done, err);
}

/* Makes one note of the two; the history of the one that is kept knows the other
   version too, so that who has that one takes this for newer.  */
static bool
merge (struct notebook *notebook, struct bare *kept, struct bare *other,
       const char *text, struct err *err)
{
  const char *event = note_event_name (EVENT_RESOLVE);
  char now[NOTE_TIME_SIZE];
  if (*kept->deleted || *other->deleted)
    return err_set (err, ERR_NOT_FOUND, NULL, "%lld",
                    *kept->deleted ? kept->id : other->id);
  time_after (strcmp (kept->modified, other->modified) > 0 ? kept->modified
                                                           : other->modified,
              now);
  struct bare theirs = *other;
  theirs.id = kept->id;
  if (!note_remember (notebook, &theirs, event, now, err)
      || !note_remember (notebook, kept, event, now, err))
    return false;
  struct row row = row_of (&notebook->database, NOTE_EDIT);
  put_number (&row, kept->id);
  put_text (&row, text ? text : kept->text);
  put_text (&row, now);
  return row_run (&row, err)
         && note_index (&notebook->database, kept->id,
                        text ? text : kept->text, err)
         && set_version (notebook, kept->id, "", err)
         && note_put_away (notebook, other, NOTE_DELETE, event, err);
}

bool
notebook_merge (struct notebook *notebook, long long kept, long long other,
                const char *text, struct err *err)
{
  struct bare a, b = { .id = 0 };
  if (!text_is_clean (text))
    return err_set (err, ERR_ENCODING, NULL, "note");
  if (kept == other)
    return err_set (err, ERR_USAGE, NULL, "%lld", kept);
  if (!database_begin (&notebook->database, err))
    return false;
  bool done = bare_read (notebook, kept, &a, err)
              && bare_read (notebook, other, &b, err)
              && merge (notebook, &a, &b, text, err);
  bare_clear (&a);
  bare_clear (&b);
  return database_end (&notebook->database, done, err);
}

/* --- taking --------------------------------------------------------------- */

/* Whether NOTE as it is now is VERSION.  */
static bool
is_version (const struct note *note, const struct version *version)
{
  return strcmp (version->modified, note->modified) == 0
         && strcmp (version->text, note->text) == 0
         && version->highlight == note->highlight;
}

/* Whether NOTE as it is now is one of CHAIN.  */
static bool
is_in (const struct note *note, const struct descent *chain)
{
  for (size_t i = 0; i < chain->len; i++)
    if (is_version (note, &chain->items[i]))
      return true;
  return false;
}

/* Whether note ID has the former version TEXT, highlighted with LETTER, of the
   time MODIFIED.  */
static bool
has_former (struct notebook *notebook, long long id, const char *modified,
            const char *text, char letter)
{
  struct row row = row_of (&notebook->database, HISTORY_HAS);
  put_number (&row, id);
  put_text (&row, modified);
  put_text (&row, text);
  put_letter (&row, &letter);
  if (!row_next (&row, NULL))
    return false;
  row_done (&row);
  return true;
}

static bool
same_words (const struct note *a, const struct note *b)
{
  return strcmp (a->text, b->text) == 0 && a->highlight == b->highlight
         && !*a->deleted == !*b->deleted;
}

/* Whether A and B say the same at the same place.  */
static bool
same_content (const struct note *a, const struct note *b)
{
  return same_words (a, b) && a->anchor.kind == b->anchor.kind
         && a->anchor.side == b->anchor.side
         && a->anchor.position == b->anchor.position
         && strcmp (a->document, b->document) == 0
         && strcmp (a->anchor.exact, b->anchor.exact) == 0;
}

/* How ours and theirs go on from each other.  A version is the same wherever the
   two libraries have its place: their texts may not be of one date.  */
static enum taken
compare (struct notebook *notebook, const struct note *ours,
         const struct note *theirs, const struct descent *chain)
{
  int later = strcmp (theirs->modified, ours->modified);
  if (later == 0 && same_words (ours, theirs))
    return TAKEN_SAME;
  if (same_content (ours, theirs))
    return later > 0 ? TAKEN_NEWER : later < 0 ? TAKEN_OLDER : TAKEN_SAME;
  if (is_in (ours, chain))
    return TAKEN_NEWER;
  if (has_former (notebook, ours->id, theirs->modified, theirs->text,
                  theirs->highlight))
    return TAKEN_OLDER;
  if (!*theirs->deleted != !*ours->deleted)
    return *theirs->deleted ? TAKEN_OLDER : TAKEN_NEWER;
  return TAKEN_CONFLICT;
}

/* A uuid for the version of a note that lost its own: made of its content, so
   that it is the same wherever it is made (version 8 of RFC 9562).  */
static void
version_uuid (const struct note *note, char uuid[NOTE_UUID_SIZE])
{
  char hash[33];
  char *all = mem_format ("%s %s %s %c", note->uuid, note->modified,
                          note->text, note->highlight ? note->highlight : '-');
  fold_identity (all, strlen (all), hash);
  snprintf (uuid, NOTE_UUID_SIZE, "%.8s-%.4s-8%.3s-a%.3s-%.12s", hash,
            hash + 8, hash + 13, hash + 17, hash + 20);
  free (all);
}

/* Adds NOTE as it is; 0 on error.  */
static long long
add (struct notebook *notebook, const struct note *note, struct err *err)
{
  long long id = note_insert (notebook, note, err);
  if (!id || !*note->deleted)
    return id;
  struct row row = row_of (&notebook->database, NOTE_DELETE);
  put_number (&row, id);
  put_text (&row, note->deleted);
  return row_run (&row, err)
             && note_index (&notebook->database, id, NULL, err)
           ? id
           : 0;
}

/* Adds NOTE, whose uuid another version has, as a version of that one; once.  */
static bool
add_version (struct notebook *notebook, const struct note *note,
             long long *id, struct err *err)
{
  struct err found = ERR_INIT;
  struct note version = note_copy (note), there;
  memcpy (version.version_of, note->uuid, sizeof version.version_of);
  version_uuid (note, version.uuid);
  *version.deleted = '\0';
  if (notebook_note_named (notebook, version.uuid, &there, &found))
    {
      *id = there.id;
      note_clear (&there);
    }
  else if (found.code == ERR_NOT_FOUND)
    *id = note_insert (notebook, &version, &found);
  note_clear (&version);
  if (*id == 0 && err)
    *err = found;
  return *id != 0;
}

/* Makes OURS what THEIRS is; what it was goes into the history.  */
static bool
overwrite (struct notebook *notebook, const struct note *ours,
           const struct note *theirs, struct err *err)
{
  struct bare bare = { .id = ours->id, .text = ours->text,
                       .highlight = ours->highlight };
  memcpy (bare.modified, ours->modified, sizeof bare.modified);
  if (!note_place (notebook, &bare, theirs, note_event_name (EVENT_TAKE),
                   theirs->modified, err))
    return false;
  struct row row = row_of (&notebook->database, NOTE_BECOME);
  put_number (&row, ours->id);
  put_text (&row, theirs->text);
  put_letter (&row, &theirs->highlight);
  put_text (&row, theirs->created);
  put_text (&row, theirs->modified);
  put_text (&row, *theirs->deleted ? theirs->deleted : NULL);
  put_text (&row, theirs->version_of);
  return row_run (&row, err)
         && note_index (&notebook->database, ours->id,
                        *theirs->deleted ? NULL : theirs->text, err);
}

/* Keeps both: the later one under the uuid, the other as a version of it.  */
static bool
keep_both (struct notebook *notebook, const struct note *ours,
           const struct note *theirs, long long *id, struct err *err)
{
  int later = strcmp (theirs->modified, ours->modified);
  if (later == 0)
    later = strcmp (theirs->text, ours->text);
  if (later == 0)
    later = theirs->highlight < ours->highlight ? -1 : 1;
  if (later < 0)
    return add_version (notebook, theirs, id, err);
  long long version = 0;
  *id = ours->id;
  return add_version (notebook, ours, &version, err)
         && overwrite (notebook, ours, theirs, err);
}

/* Takes THEIRS; OURS is the note of the same uuid.  */
static bool
take (struct notebook *notebook, const struct note *ours,
      const struct note *theirs, enum taken what, long long *id,
      struct err *err)
{
  *id = ours->id;
  switch (what)
    {
    case TAKEN_NEWER:
      return overwrite (notebook, ours, theirs, err);
    case TAKEN_CONFLICT:
      return keep_both (notebook, ours, theirs, id, err);
    default:
      return true;
    }
}

/* Adds the version TEXT of MODIFIED to the history of NOTE, where it is neither
   there nor what the note says now; UNTIL is when it ended, as far as that is
   known.  */
static bool
add_former (struct notebook *notebook, const struct note *note,
            const struct version *version, const char *until, struct err *err)
{
  struct bare bare = { .id = note->id, .text = version->text,
                       .highlight = version->highlight };
  memcpy (bare.modified, version->modified, sizeof bare.modified);
  return is_version (note, version)
         || has_former (notebook, note->id, version->modified, version->text,
                        version->highlight)
         || note_remember (notebook, &bare, note_event_name (EVENT_TAKE),
                           until, err);
}

/* Adds THEIRS, which has become no version of ours that is shown, and the CHAIN
   before it to the history of the note of that uuid.  */
static bool
join_history (struct notebook *notebook, const struct note *theirs,
              const struct descent *chain, struct err *err)
{
  struct note note;
  struct version last = { .text = theirs->text,
                          .highlight = theirs->highlight };
  memcpy (last.modified, theirs->modified, sizeof last.modified);
  if (!notebook_note_named (notebook, theirs->uuid, &note, err))
    return false;
  bool done = true;
  for (size_t i = 0; done && i < chain->len; i++)
    done = add_former (notebook, &note, &chain->items[i],
                       i + 1 < chain->len ? chain->items[i + 1].modified
                                          : theirs->modified,
                       err);
  done = done
         && add_former (notebook, &note, &last, note.modified, err);
  note_clear (&note);
  return done;
}

static bool
take_or_add (struct notebook *notebook, const struct note *note,
             const struct descent *chain, enum taken *what, long long *id,
             struct err *err)
{
  struct err found;
  struct note ours;
  *what = TAKEN_NEW;
  if (!notebook_note_named (notebook, note->uuid, &ours, &found))
    {
      if (found.code == ERR_NOT_FOUND)
        return (*id = add (notebook, note, err)) != 0;
      if (err)
        *err = found;
      return false;
    }
  *what = compare (notebook, &ours, note, chain);
  bool done = take (notebook, &ours, note, *what, id, err);
  note_clear (&ours);
  return done;
}

bool
notebook_take (struct notebook *notebook, const struct note *note,
               const struct descent *chain, enum taken *what, long long *id,
               struct err *err)
{
  static const struct descent none = { .len = 0 };
  long long number;
  struct note taken = *note;
  if (!*note->modified || !*note->uuid)
    return err_set (err, ERR_USAGE, NULL, "note");
  if (!note_is_clean (note))
    return err_set (err, ERR_ENCODING, NULL, "note");
  if (!*taken.created)
    memcpy (taken.created, taken.modified, sizeof taken.created);
  taken.state = NOTE_UNSEEN;
  taken.text = note->text ? note->text : (char[]) { "" };
  if (!taken.anchor.exact)
    taken.anchor.exact = (char[]) { "" };
  if (!chain)
    chain = &none;
  if (!database_begin (&notebook->database, err))
    return false;
  bool done = take_or_add (notebook, &taken, chain, what, &number, err);
  /* What was there and is the same has nothing to tell, as a rule.  */
  if (done && (chain->len > 0 || *what == TAKEN_CONFLICT
               || *what == TAKEN_OLDER))
    done = join_history (notebook, &taken, chain, err);
  if (!database_end (&notebook->database, done, err))
    return false;
  if (id)
    *id = number;
  return true;
}

/* --- versions for others -------------------------------------------------- */

void
descent_free (struct descent *versions)
{
  for (size_t i = 0; i < versions->len; i++)
    free (versions->items[i].text);
  VEC_FREE (versions);
}

bool
notebook_each_version (struct notebook *notebook,
                       void (*each) (long long note,
                                     const struct version *version,
                                     void *data),
                       void *data, struct err *err)
{
  struct err found;
  struct row row = row_of (&notebook->database, HISTORY_ALL);
  while (row_next (&row, &found))
    {
      struct version version = { .text = NULL };
      row.bad = false;
      long long note = take_number (&row, 1, LLONG_MAX);
      version.text = take_text (&row);
      version.highlight = take_letter (&row);
      take_short (&row, version.modified, sizeof version.modified);
      if (!row.bad)
        each (note, &version, data);
      free (version.text);
    }
  if (found.code != ERR_NONE && err)
    *err = found;
  return found.code == ERR_NONE;
}
