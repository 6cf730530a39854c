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
  NOTE_EDIT,
  NOTE_DELETE,
  NOTE_RESTORE,
  NOTE_STATE,
  NOTE_COUNT,
  NOTES_ALL,
  HISTORY_ADD,
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
  CORRECTION_NEW,
  CORRECTION_LIST,
  CORRECTION_DELETE,
  RENAME_CORRECTIONS,
  DISMISSAL_NEW,
  DISMISSAL_GET,
  DISMISSAL_DROP,
  RENAME_DISMISSALS,
  CHOICE_GET,
  CHOICE_SET,
  NOTEBOOK_STATEMENTS
};

extern const struct database_kind notebook_kind;

/* --- notes as rows (note_row.c) ------------------------------------------ */

/* Whether all texts of NOTE are UTF-8 without NUL and its anchor a range.  */
bool note_is_clean (const struct note *note);

/* Puts and takes NOTE without its id, in the order of NOTE_COLUMNS.  What is
   taken is released with note_clear; it is whole only where ROW is not bad.  */
void put_note (struct row *row, const struct note *note);
void take_note (struct row *row, struct note *note);

/* The time now, UTC; where that is not behind AFTER (or NULL): a second behind
   AFTER, so that each version of a note has a time of its own.  */
void time_after (const char *after, char now[NOTE_TIME_SIZE]);

/* A new UUID, version 4 (RFC 4122), from the system's random numbers.  */
void uuid_make (char uuid[NOTE_UUID_SIZE]);

#endif
