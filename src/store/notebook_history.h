/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The notebook: what notes said before, where they stood, versions of one note
   that came from two sides.  */
#ifndef STORE_NOTEBOOK_HISTORY_H
#define STORE_NOTEBOOK_HISTORY_H

#include <stdbool.h>

#include "store/notebook.h"

/* What ended a version of a note.  */
enum note_event
{
  EVENT_EDIT,      /* another text */
  EVENT_DELETE,
  EVENT_RESTORE,   /* brought back */
  EVENT_ATTACH,    /* another anchor */
  EVENT_HIGHLIGHT, /* another letter */
  EVENT_TAG,       /* a tag was renamed in all notes */
  EVENT_TAKE,      /* a newer version came from another notebook */
  EVENT_RESOLVE,   /* two versions were made one, or two notes */
  EVENTS
};

/* "edit", "delete", ...: in records and exports.  */
const char *note_event_name (enum note_event event);

/* A former version of a note.  */
struct former
{
  long long id;                  /* of the entry */
  enum note_event event;         /* what ended it */
  char *text;
  char highlight;
  char modified[NOTE_TIME_SIZE]; /* when it was written */
  char until[NOTE_TIME_SIZE];    /* when it ended */
  struct anchor anchor;          /* where it stood: EVENT_ATTACH and EVENT_TAKE;
                                    all zero else: where the next version
                                    stood */
  char document[DOCUMENT_HASH_SIZE]; /* with the anchor; "" else */
};

struct history VEC (struct former);

void history_free (struct history *history);

/* Appends the former versions of note ID, the oldest first.  What a note says
   now is not among them.  ERR_NOT_FOUND where there is no such note; a damaged
   entry is left out and told as ERR_DB_DAMAGED.  */
bool notebook_history (struct notebook *notebook, long long id,
                       struct history *history, struct err *err);

/* Gives note ID again the text and highlight of the entry FORMER of its history;
   what it says now goes into the history.  A deleted note comes back.
   ERR_NOT_FOUND.  */
bool notebook_revert (struct notebook *notebook, long long id,
                      long long former, struct err *err);

/* --- anchors ------------------------------------------------------------ */

/* Gives note ID the anchor, facing anchor, sentences, document and citation of
   PLACED (note_move on a copy of the note); the old anchor goes into the
   history.  This is how a detached note is attached again, and how the reader
   confirms one that has moved: note_move to where it was found.  BASED_ON as in
   notebook_edit, but where the note has been changed since: ERR_CHANGED, and
   nothing is.  */
bool notebook_attach (struct notebook *notebook, long long id,
                      const struct note *placed, const char *based_on,
                      struct err *err);

/* --- versions ----------------------------------------------------------- */

/* Makes one of two: note KEPT gets TEXT (NULL: its own), note OTHER is deleted,
   both into the history, in one transaction.  For a note and a version of it,
   whichever is kept: that is nobody's version any more.  */
bool notebook_merge (struct notebook *notebook, long long kept,
                     long long other, const char *text, struct err *err);

/* Note ID is a note of its own from now on, no version of another.  */
bool notebook_part (struct notebook *notebook, long long id,
                    struct err *err);

/* What notebook_take did.  */
enum taken
{
  TAKEN_NEW,      /* it was not there: added */
  TAKEN_SAME,     /* it is there */
  TAKEN_OLDER,    /* ours goes on from it: nothing done */
  TAKEN_NEWER,    /* it goes on from ours, which went into the history */
  TAKEN_CONFLICT, /* neither: both are there now */
  TAKENS
};

/* A former version as it goes from one notebook to the other; told by its text
   and time.  */
struct version
{
  char modified[NOTE_TIME_SIZE];
  char *text;
  char highlight;
};

struct descent VEC (struct version);

void descent_free (struct descent *versions);

/* Takes NOTE, which comes from another notebook under its own uuid, times and
   `deleted`; idempotent.  CHAIN are its former versions, as far as they are
   known: ours is one of them: NEWER; it is in our history: OLDER.  In a CONFLICT
   the version that was written later has the uuid, on whatever side it is done,
   and the other is kept as a version of it (`version_of`) whose uuid is made of
   its content: so two notebooks that take each other's notes hold the same ones.
   Between a text and a deletion the text stays.  Whatever happens, the history
   has all versions of both sides then.  A note without a `modified` is
   ERR_USAGE.  *ID (may be NULL) is the number of the note that holds what was
   taken.  */
bool notebook_take (struct notebook *notebook, const struct note *note,
                    const struct descent *chain, enum taken *what,
                    long long *id, struct err *err);

/* Calls EACH for every former version of every note, note by note (its number),
   the oldest first: for exports of many notes.  What is damaged is left
   out.  */
bool notebook_each_version (struct notebook *notebook,
                            void (*each) (long long note,
                                          const struct version *version,
                                          void *data),
                            void *data, struct err *err);

/* Many of these in one transaction: faster, and all or nothing.  notebook_commit
   ends it; closing the notebook before takes all back.  */
bool notebook_begin (struct notebook *notebook, struct err *err);
bool notebook_commit (struct notebook *notebook, struct err *err);

#endif
