/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the reader was: places, bookmarks, and what was being typed.  */
#include <config.h>

#include <limits.h>
#include <string.h>

#include "base/utf8.h"
#include "store/notebook_private.h"

static enum side
take_side (struct row *row)
{
  return (enum side) take_number (row, 0, SIDES - 1);
}

/* --- places ------------------------------------------------------------- */

bool
notebook_place (struct notebook *notebook, const char *document,
                struct place *place)
{
  struct row row = row_of (&notebook->database, PLACE_GET);
  put_text (&row, document);
  if (!row_next (&row, NULL))
    return false;
  place->side = take_side (&row);
  place->at = (size_t) take_number (&row, 0, LLONG_MAX);
  place->share = take_double (&row, 0, 1);
  take_short (&row, place->seen, sizeof place->seen);
  row_done (&row);
  return !row.bad;
}

/* TEXT where it is UTF-8, else NULL: it is only a hint.  */
static const char *
hint (const char *text)
{
  return text && utf8_check (text, strlen (text)) == strlen (text) ? text
                                                                   : NULL;
}

bool
notebook_set_place (struct notebook *notebook, const struct document *document,
                    const struct place *place, struct err *err)
{
  char seen[NOTE_TIME_SIZE];
  memcpy (seen, place->seen, sizeof seen);
  if (!*seen)
    time_after (NULL, seen);
  if (!database_begin (&notebook->database, err))
    return false;
  double share = place->share >= 0 ? place->share : 0;
  struct row row = row_of (&notebook->database, PLACE_SET);
  put_text (&row, document->hash);
  put_number (&row, (long long) place->side);
  put_number (&row, (long long) place->at);
  put_double (&row, share > 1 ? 1 : share);
  put_text (&row, seen);
  put_text (&row, hint (document->collection));
  put_text (&row, hint (document->path));
  return database_end (&notebook->database, row_run (&row, err), err);
}

bool
notebook_last_read (struct notebook *notebook, char hash[DOCUMENT_HASH_SIZE])
{
  struct row row = row_of (&notebook->database, PLACE_LAST);
  if (!row_next (&row, NULL))
    return false;
  take_short (&row, hash, DOCUMENT_HASH_SIZE);
  row_done (&row);
  return !row.bad;
}

/* --- bookmarks ---------------------------------------------------------- */

bool
notebook_set_bookmark (struct notebook *notebook,
                       const struct bookmark *bookmark, struct err *err)
{
  if (bookmark->letter <= ' ' || bookmark->letter > '~')
    return err_set (err, ERR_USAGE, NULL, "bookmark");
  if (!database_begin (&notebook->database, err))
    return false;
  struct row row = row_of (&notebook->database, BOOKMARK_SET);
  put_bytes (&row, &bookmark->letter, 1);
  put_text (&row, bookmark->document);
  put_number (&row, (long long) bookmark->side);
  put_number (&row, (long long) bookmark->at);
  return database_end (&notebook->database, row_run (&row, err), err);
}

bool
notebook_bookmark (struct notebook *notebook, char letter,
                   struct bookmark *bookmark)
{
  struct row row = row_of (&notebook->database, BOOKMARK_GET);
  put_bytes (&row, &letter, 1);
  if (!row_next (&row, NULL))
    return false;
  bookmark->letter = letter;
  take_short (&row, bookmark->document, sizeof bookmark->document);
  bookmark->side = take_side (&row);
  bookmark->at = (size_t) take_number (&row, 0, LLONG_MAX);
  row_done (&row);
  return !row.bad;
}

/* --- drafts ------------------------------------------------------------- */

bool
notebook_keep_draft (struct notebook *notebook, const struct draft *draft,
                     struct err *err)
{
  if (!note_is_clean (&draft->note))
    return err_set (err, ERR_ENCODING, NULL, "note");
  if (!database_begin (&notebook->database, err))
    return false;
  struct row row = row_of (&notebook->database, DRAFT_PUT);
  put_note (&row, &draft->note);
  put_number (&row, draft->note.id);
  put_text (&row, draft->based_on);
  return database_end (&notebook->database, row_run (&row, err), err);
}

bool
notebook_drop_draft (struct notebook *notebook, const struct draft *draft,
                     struct err *err)
{
  const struct note *note = &draft->note;
  if (!database_begin (&notebook->database, err))
    return false;
  struct row row = row_of (&notebook->database,
                           note->id ? DRAFT_DROP_NOTE : DRAFT_DROP_NEW);
  if (note->id)
    put_number (&row, note->id);
  else
    {
      put_text (&row, note->document);
      put_number (&row, (long long) note->anchor.side);
      put_number (&row, (long long) note->anchor.range.start);
      put_number (&row, (long long) note->anchor.range.end);
    }
  return database_end (&notebook->database, row_run (&row, err), err);
}

/* Takes the draft of ROW.  */
static bool
take_draft (struct row *row, struct draft *draft)
{
  *draft = (struct draft) { .note = { .id = 0 } };
  if (!row_next (row, NULL))
    return false;
  draft->note.id = take_number (row, 0, LLONG_MAX);
  take_short (row, draft->based_on, sizeof draft->based_on);
  take_note (row, &draft->note);
  bool bad = row->bad;
  row_done (row);
  if (bad)
    note_clear (&draft->note);
  return !bad;
}

bool
notebook_draft (struct notebook *notebook, const char *document,
                struct draft *draft)
{
  struct row row = row_of (&notebook->database, DRAFT_NEWEST);
  put_text (&row, document);
  return take_draft (&row, draft);
}

bool
notebook_draft_of (struct notebook *notebook, const struct note *note,
                   struct draft *draft)
{
  struct row row = row_of (&notebook->database, DRAFT_OF);
  put_number (&row, note->id);
  put_text (&row, note->document);
  put_number (&row, (long long) note->anchor.side);
  put_number (&row, (long long) note->anchor.range.start);
  put_number (&row, (long long) note->anchor.range.end);
  return take_draft (&row, draft);
}
