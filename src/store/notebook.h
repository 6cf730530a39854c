/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The notebook: notes.db, what only the reader can make.  Precious: rollback
   journal with synchronous=EXTRA, never rebuilt, never deleted from with a
   document.  A function that returns true has COMMITted.  Not thread-safe.  */
#ifndef STORE_NOTEBOOK_H
#define STORE_NOTEBOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "book/correction.h"
#include "book/note.h"
#include "store/library.h"

struct notebook;

/* Opens notes.db in FOLDER, made where it is missing; the same rules as
   library_open.  An older schema is migrated in one transaction after a backup
   (VACUUM INTO) beside it.  */
struct notebook *notebook_open (const char *folder, bool read_only,
                                struct err *err);
void notebook_close (struct notebook *notebook);
const char *notebook_path (const struct notebook *notebook);

/* Whether another process has written to it since the last call.  */
bool notebook_changed (struct notebook *notebook);

/* Many questions in a row are faster between these; nothing is written there.  */
void notebook_hold (struct notebook *notebook);
void notebook_let_go (struct notebook *notebook);

/* --- notes -------------------------------------------------------------- */

/* Adds NOTE: fills in its id, and where they are empty its uuid and times.  A
   uuid that is there already (a deleted note's too) is ERR_DB; a text that is
   not UTF-8 is ERR_ENCODING.  On error NOTE is as it was.  */
bool notebook_add (struct notebook *notebook, struct note *note,
                   struct err *err);

/* Gives note ID the text TEXT; what it said before goes into its history.
   BASED_ON is the `modified` of the version that was edited (NULL: whatever
   is there): where the note has been changed since, both are kept: the
   version in the notebook stays and TEXT becomes a new note at the same
   anchor, whose `version_of` is the other's uuid; so too where it has been
   deleted since (with BASED_ON NULL that is ERR_NOT_FOUND).  *SAVED (may be
   NULL) is the note's number that now holds TEXT.  `modified` is never the same
   for two versions of a note.  */
bool notebook_edit (struct notebook *notebook, long long id, const char *text,
                    const char *based_on, long long *saved, struct err *err);

/* Gives note ID the highlight LETTER (a-z; NUL takes it away, which a note
   without text must keep: else ERR_USAGE).  */
bool notebook_highlight (struct notebook *notebook, long long id, char letter,
                         struct err *err);

/* Takes the note out of all lists; it stays in the database with its history.
   notebook_restore brings it back.  ERR_NOT_FOUND where there is no such note,
   or none left to delete.  */
bool notebook_delete (struct notebook *notebook, long long id,
                      struct err *err);
bool notebook_restore (struct notebook *notebook, long long id,
                       struct err *err);

/* The order of a list.  */
enum note_order
{
  NOTES_BY_DOCUMENT, /* by date of the document (undated last), document, place
                        in it, number */
  NOTES_BY_TIME      /* the one changed last first */
};

/* Which notes.  All conditions given must hold.  */
struct note_query
{
  long long id;         /* 0, or this one alone */
  const char *uuid;     /* NULL, or notes whose uuid begins so: 4 digits or more,
                           in lower case */
  const char *document; /* NULL, or an identity */
  const char *tag;      /* NULL, or without `#` */
  const char *since;    /* NULL, or YYYY[-MM[-DD]]: `modified` from then on */
  const char *until;    /* NULL, or the same: up to the end of it */
  const char *words;    /* NULL, or text that must stand in note, quotation or
                           titles; compared folded */
  const char *subject;  /* NULL, or that of the anchor, as it is */
  const char *link;     /* NULL, or a target (link_key, link_key_of): notes that
                           link there */
  unsigned states;      /* 0: any; else 1u << state, or'ed */
  unsigned kinds;       /* 0: any; else 1u << kind of the anchor, or'ed */
  char highlight;       /* NUL: any; else that letter; '*': any letter */
  bool deleted;         /* those that were deleted, and no others */
  bool conflicting;     /* versions of a note that is still there */
  enum note_order order;
  size_t skip;          /* so many at the beginning are left out ... */
  size_t most;          /* ... and at most so many are given (0: all).  Without
                           WORDS alone.  */
};

/* Numbers of notes in their order.  */
struct note_numbers VEC (long long);

/* Appends the numbers of the notes that QUERY (NULL: all) asks for to NUMBERS,
   in order: for a list that is shown a window at a time (notebook_note reads
   one).  WORDS must read every note's text; the rest takes an index.  */
bool notebook_find (struct notebook *notebook, const struct note_query *query,
                    struct note_numbers *numbers, struct err *err);

/* Appends to NUMBERS those of the COUNT notes at IDS that have WORDS, as
   notebook_find does; numbers that no note has are left out.  */
bool notebook_sift (struct notebook *notebook, const char *words,
                    const long long *ids, size_t count,
                    struct note_numbers *numbers, struct err *err);

/* Fills NOTE with note ID, a deleted one too; note_clear releases it.
   ERR_NOT_FOUND.  */
bool notebook_note (struct notebook *notebook, long long id, struct note *note,
                    struct err *err);

/* The note of that UUID, likewise.  */
bool notebook_note_named (struct notebook *notebook, const char *uuid,
                          struct note *note, struct err *err);

/* Appends the notes that QUERY asks for to NOTES.  Where one of them is damaged:
   false with ERR_DB_DAMAGED, the others appended all the same.  */
bool notebook_list (struct notebook *notebook, const struct note_query *query,
                    struct notes *notes, struct err *err);

/* How many notes the document with this identity has.  */
long long notebook_count (struct notebook *notebook, const char *document);

/* How many notes there are.  */
struct note_counts
{
  long long notes;               /* in the lists */
  long long states[NOTE_STATES]; /* of these */
  long long deleted;
  long long conflicting;         /* of `notes` */
};
bool notebook_counts (struct notebook *notebook, struct note_counts *counts,
                      struct err *err);

/* Keeps for each note on DOCUMENT the state in which note_find finds it today;
   writes only what has changed.  *CHANGED (may be NULL) is how many.  */
bool notebook_look (struct notebook *notebook,
                    const struct document *document, size_t *changed,
                    struct err *err);

/* --- documents ---------------------------------------------------------- */

/* The document FORMER is NOW: its text changed.  Notes, corrections, places,
   bookmarks and its row in the reading list go with it; their anchors are found
   again when they are shown.  */
bool notebook_rename_document (struct notebook *notebook, const char *former,
                               const char *now, struct err *err);

/* For a library that was made again: the identities that notes and places carry
   for COLLECTION/PATH other than HASH.  Appends them to *HASHES, each
   DOCUMENT_HASH_SIZE bytes.  The caller renames those that no document of the
   library has.  */
bool notebook_former (struct notebook *notebook, const char *collection,
                      const char *path, const char *hash, struct buf *hashes,
                      struct err *err);

/* --- where the reader was ----------------------------------------------- */

struct place
{
  enum side side;
  size_t at;           /* byte of that side's text: the lit bead's start */
  double share;        /* furthest point read, 0 to 1 */
  char seen[NOTE_TIME_SIZE]; /* UTC; empty: now, when it is set */
};

/* The place in DOCUMENT; false where it was never open.  */
bool notebook_place (struct notebook *notebook, const char *document,
                     struct place *place);
bool notebook_set_place (struct notebook *notebook,
                         const struct document *document,
                         const struct place *place, struct err *err);

/* The identity of the document that was read last, into HASH; false where
   there is none.  */
bool notebook_last_read (struct notebook *notebook,
                         char hash[DOCUMENT_HASH_SIZE]);

/* Bookmarks: a letter (any printable ASCII, else ERR_USAGE) names a
   place.  */
struct bookmark
{
  char letter;
  char document[DOCUMENT_HASH_SIZE];
  enum side side;
  size_t at;
};
bool notebook_set_bookmark (struct notebook *notebook,
                            const struct bookmark *bookmark, struct err *err);
bool notebook_bookmark (struct notebook *notebook, char letter,
                        struct bookmark *bookmark);

/* --- drafts ------------------------------------------------------------- */

/* What was being typed when the program ended.  */
struct draft
{
  struct note note;   /* anchor and citation; id 0 for a new note; its text is
                         the draft */
  char based_on[NOTE_TIME_SIZE]; /* `modified` of the note when editing began */
};

/* Keeps DRAFT until it is dropped; one a note, one a document and range for new
   ones.  */
bool notebook_keep_draft (struct notebook *notebook, const struct draft *draft,
                          struct err *err);
bool notebook_drop_draft (struct notebook *notebook, const struct draft *draft,
                          struct err *err);

/* The draft that DOCUMENT (NULL: any) has, the newest; false where none.
   Release with note_clear (&draft->note).  */
bool notebook_draft (struct notebook *notebook, const char *document,
                     struct draft *draft);

/* The draft of NOTE or, where that is new (id 0), of a new note on its range,
   likewise.  */
bool notebook_draft_of (struct notebook *notebook, const struct note *note,
                        struct draft *draft);

/* --- corrections of beads ----------------------------------------------- */

/* Keeps CORRECTION.  */
bool notebook_correct (struct notebook *notebook,
                       const struct correction *correction, struct err *err);

/* Takes correction ID back; it stays in the database.  */
bool notebook_uncorrect (struct notebook *notebook, long long id,
                         struct err *err);

/* Appends the corrections of DOCUMENT in the order in which they were made.
   Where one of them is damaged: false with ERR_DB_DAMAGED, the others appended
   all the same.  */
bool notebook_corrections (struct notebook *notebook, const char *document,
                           struct corrections *corrections, struct err *err);

/* Corrects the beads of DOCUMENT, just read from the library; *LOST is how many
   corrections no longer fit its texts.  */
bool notebook_mend (struct notebook *notebook, struct document *document,
                    size_t *lost, struct err *err);

/* --- dismissed discrepancies -------------------------------------------- */

/* A discrepancy is known by its document, the name of its kind and its words on
   both sides ("" for none).  */
struct dismissal
{
  const char *document;
  const char *kind;
  const char *words[SIDES];
};

/* Dismisses it, or takes that back.  */
bool notebook_dismiss (struct notebook *notebook,
                       const struct dismissal *dismissal, bool dismissed,
                       struct err *err);

bool notebook_dismissed (struct notebook *notebook,
                         const struct dismissal *dismissal);

/* --- choices ------------------------------------------------------------ */

/* A choice of the reader's that is kept ("layout", "split"); the caller frees
   the value; NULL where there is none.  */
char *notebook_choice (struct notebook *notebook, const char *name);
bool notebook_set_choice (struct notebook *notebook, const char *name,
                          const char *value, struct err *err);

bool notebook_health (struct notebook *notebook, struct store_health *health,
                      struct err *err);

#endif
