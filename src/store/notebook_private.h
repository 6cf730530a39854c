/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the notebook share.  Internal to store/.  */
#ifndef STORE_NOTEBOOK_PRIVATE_H
#define STORE_NOTEBOOK_PRIVATE_H

#include "store/database.h"
#include "store/notebook.h"
#include "store/statement.h"

struct notebook
{
  struct database database;
  long long seen; /* PRAGMA data_version when last looked at */
};

/* The statements in notebook_schema.c, by what they do.  */
enum notebook_statement
{
  DATA_VERSION,
  NOTE_NEW,
  NOTE_FULL,
  NOTE_NAMED,
  NOTE_EDIT,
  NOTE_HIGHLIGHT,
  NOTE_DELETE,
  NOTE_RESTORE,
  NOTE_BARE,
  NOTE_WORDS,
  NOTE_ATTACH,
  NOTE_BECOME,
  NOTE_VERSION,
  NOTE_LOOKED,
  NOTE_COUNT,
  NOTE_COUNTS,
  NOTE_COUNT_DELETED,
  NOTE_COUNT_CONFLICTS,
  NOTES_ON,
  HISTORY_ADD,
  HISTORY_ANCHOR,
  HISTORY_LIST,
  HISTORY_ALL,
  HISTORY_ONE,
  HISTORY_HAS,
  TAG_ADD,
  TAG_DROP,
  TAG_LIST,
  TAG_NAME,
  LINK_ADD,
  LINK_DROP,
  LINK_LIST,
  LINK_LIST_NOTE,
  TEXTS_ALL,
  STATUS_GET,
  STATUS_SET,
  STATUS_CITE,
  STATUS_DROP,
  STATUS_LIST,
  RENAME_STATUS,
  RENAME_NOTES,
  RENAME_PLACE,
  RENAME_BOOKMARKS,
  RENAME_DRAFTS,
  FORMER_NAMES,
  PLACE_GET,
  PLACE_SET,
  PLACE_LAST,
  BOOKMARK_GET,
  BOOKMARK_SET,
  DRAFT_PUT,
  DRAFT_DROP_NOTE,
  DRAFT_DROP_NEW,
  DRAFT_NEWEST,
  DRAFT_OF,
  CORRECTION_NEW,
  CORRECTION_LIST,
  CORRECTION_DELETE,
  RENAME_CORRECTIONS,
  DISMISSAL_NEW,
  DISMISSAL_GET,
  DISMISSAL_DROP,
  RENAME_DISMISSALS,
  OWN_TERMS,
  OWN_TERM,
  OWN_TERM_PUT,
  OWN_TERM_DROP,
  CHOICE_GET,
  CHOICE_SET,
  NOTEBOOK_STATEMENTS
};

extern const struct database_kind notebook_kind;

/* The columns of a note, of which NOTE_COLUMNS are all that a draft has too.  */
#define ANCHOR_COLUMNS                                                        \
  " document, kind, side, start, stop, position, exact, prefix, suffix,"      \
  " fingerprint, subject, stood"
#define CITATION_COLUMNS                                                      \
  " collection, path, date, page, kept_column, original_title,"               \
  " translation_title, original_author, translation_author"
#define PLACE_COLUMNS                                                         \
  ANCHOR_COLUMNS ", original, translation," CITATION_COLUMNS                  \
  ", facing_start, facing_stop, facing_exact, facing_prefix, facing_suffix,"  \
  " facing_fingerprint"
/* Versions of notes that are still in the lists.  */
#define NOTE_CONFLICTING                                                      \
  " version_of <> '' AND EXISTS (SELECT 1 FROM note AS other"                 \
  " WHERE other.uuid = note.version_of AND other.deleted IS NULL)"
#define NOTE_COLUMNS                                                          \
  " uuid," PLACE_COLUMNS ", text, created, modified, highlight, version_of,"  \
  " state"

/* --- notes as rows (note_row.c) ------------------------------------------ */

/* Whether all texts of NOTE are UTF-8 without NUL and its anchor a range.  */
bool note_is_clean (const struct note *note);

/* Puts and takes NOTE without id and `deleted`, in the order of NOTE_COLUMNS.
   What is taken is released with note_clear; it is whole only where ROW is not
   bad.  */
void put_note (struct row *row, const struct note *note);
void take_note (struct row *row, struct note *note);

/* Takes a note from a row of id, `deleted` and NOTE_COLUMNS.  Where it is damaged:
   one all zero, and *DAMAGED.  */
struct note take_whole_note (struct row *row, bool *damaged);

/* Puts what a note keeps of its place: PLACE_COLUMNS.  */
void put_place (struct row *row, const struct note *note);

/* Puts and takes CITATION: nine columns.  */
void put_citation (struct row *row, const struct citation *citation);
void take_citation (struct row *row, struct citation *citation);

/* Puts and takes a document's identity (at DOCUMENT, DOCUMENT_HASH_SIZE bytes)
   and an anchor: ANCHOR_COLUMNS.  */
void put_anchor (struct row *row, const char *document,
                 const struct anchor *anchor);
void take_anchor (struct row *row, char *document, struct anchor *anchor);

/* Puts the letter at LETTER as a text of one byte, NUL as "", and takes it.  */
void put_letter (struct row *row, const char *letter);
char take_letter (struct row *row);

/* --- notes as they are changed (notebook_notes.c) ------------------------- */

/* A note as it stands before it is changed.  */
struct bare
{
  long long id;
  char *text;
  char highlight;
  char uuid[NOTE_UUID_SIZE];
  char modified[NOTE_TIME_SIZE];
  char deleted[NOTE_TIME_SIZE]; /* "" while it is in the lists */
};

/* Reads note ID into *BARE; bare_clear releases it, also after an error.
   ERR_NOT_FOUND where there is none.  */
bool bare_read (struct notebook *notebook, long long id, struct bare *bare,
                struct err *err);
void bare_clear (struct bare *bare);

/* Each of these works within a transaction of the caller's.  */

/* Keeps BARE in the history; EVENT (a name) ended it at NOW.  */
bool note_remember (struct notebook *notebook, const struct bare *bare,
                    const char *event, const char *now, struct err *err);

/* Inserts NOTE with its tags and links; returns its number, 0 on error.  */
long long note_insert (struct notebook *notebook, const struct note *note,
                       struct err *err);

/* Gives the note BARE the text TEXT, EVENT for the history; the same text is
   nothing to do.  */
bool note_replace (struct notebook *notebook, const struct bare *bare,
                   const char *text, const char *event, struct err *err);

/* Gives the note BARE the highlight LETTER; the rules of notebook_highlight.  */
bool note_set_letter (struct notebook *notebook, const struct bare *bare,
                      char letter, struct err *err);

/* Gives the note BARE the place of PLACED, and its state, at NOW.  */
bool note_place (struct notebook *notebook, const struct bare *bare,
                 const struct note *placed, const char *event,
                 const char *now, struct err *err);

/* Takes the note BARE out of the lists, or (WHICH: NOTE_RESTORE) brings it
   back.  */
bool note_put_away (struct notebook *notebook, const struct bare *bare,
                    enum notebook_statement which, const char *event,
                    struct err *err);

/* --- the index of tags and links (notebook_tags.c) ------------------------ */

/* Makes the rows of note ID those of TEXT (NULL: none).  */
bool note_index (struct database *database, long long id, const char *text,
                 struct err *err);

/* Indexes all notes, after an upgrade.  */
bool note_index_all (struct database *database, struct err *err);

/* Whether TEXT is UTF-8.  */
bool text_is_clean (const char *text);

/* The time now, UTC; where that is not behind AFTER (or NULL): a second behind
   AFTER, so that each version of a note has a time of its own.  */
void time_after (const char *after, char now[NOTE_TIME_SIZE]);

/* A new UUID, version 4 (RFC 4122), from the system's random numbers.  */
void uuid_make (char uuid[NOTE_UUID_SIZE]);

#endif
