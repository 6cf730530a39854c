/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A note: the reader's text, its tags, and its anchor in a document.  */
#ifndef BOOK_NOTE_H
#define BOOK_NOTE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/vec.h"
#include "book/anchor.h"
#include "book/document.h"

enum { NOTE_UUID_SIZE = 37, NOTE_TIME_SIZE = 21 };

/* What an export needs to cite a document, kept with the note so that notes
   outlive the document.  */
struct citation
{
  char *collection;
  char *path;
  char *date;
  char *page;
  char *column;
  char *title[SIDES];
  char *author[SIDES];
};

/* Whether a note still stands where it was put.  */
enum note_state
{
  NOTE_PLACED = ANCHOR_PLACED,
  NOTE_MOVED = ANCHOR_MOVED,       /* found, but please look */
  NOTE_DETACHED = ANCHOR_DETACHED,
  NOTE_UNSEEN,                     /* nobody has looked yet */
  NOTE_STATES
};

struct note
{
  long long id;                      /* in the notebook; 0 while new */
  char uuid[NOTE_UUID_SIZE];         /* RFC 4122 version 4 */
  char document[DOCUMENT_HASH_SIZE]; /* the document's identity */
  struct anchor anchor;
  struct anchor facing; /* for a note on a translation: the original that it
                           faces, by which the bead is known after another
                           translation; all zero where there is none */
  char *sentence[SIDES]; /* the bead's text on both sides when the note was
                            written; never NULL */
  char *text;            /* what the reader wrote; valid UTF-8, never NULL */
  char created[NOTE_TIME_SIZE];  /* UTC, 2026-11-20T20:03:45Z */
  char modified[NOTE_TIME_SIZE];
  char deleted[NOTE_TIME_SIZE];  /* "" while it is in the lists */
  char highlight;                /* a letter a-z; NUL: none.  A note with one
                                    may have no text */
  char version_of[NOTE_UUID_SIZE]; /* the note of which this is another version,
                                      where the same note was edited twice; ""
                                      else */
  enum note_state state;         /* as it was when the document was last read or
                                    added; note_find tells of today */
  struct citation citation;
};

struct notes VEC (struct note);

/* Frees what NOTE owns, not NOTE itself, and leaves it all zero.  */
void note_clear (struct note *note);
void notes_free (struct notes *notes);
void citation_clear (struct citation *citation);

/* A deep copy of NOTE.  */
struct note note_copy (const struct note *note);

/* A new citation with copies of what DOCUMENT says of itself.  */
struct citation citation_of (const struct document *document);

/* A new note of KIND on RANGE of SIDE, with TEXT, which it takes over, and with
   the sentences of all pairs that RANGE touches (none for a note on the
   document).  note_clear releases it.  */
struct note note_on (const struct document *document, enum side side,
                     struct range range, enum anchor_kind kind, char *text);

/* Finds NOTE in DOCUMENT of today: by anchor_find; where that finds nothing and
   the note is on a translation whose original still stands there (PLACED), it
   is MOVED to the translation of the bead, where there is one.  *FOUND is a
   range of the side of NOTE's anchor.  */
enum anchor_state note_find (const struct note *note,
                             const struct document *document,
                             struct range *found);

/* Gives NOTE the anchor ANCHOR on RANGE of SIDE of DOCUMENT, with the sentences
   there; kind and subject stay, but that a note on the document becomes one on
   the span.  With the citation and the identity of DOCUMENT.  */
void note_move (struct note *note, const struct document *document,
                enum side side, struct range range);

/* --- tags ---------------------------------------------------------------- */

/* Calls FOUND for each tag in TEXT, in order: `#` not after a letter or digit,
   then letters, digits (of any script), `-` and `_`, at least one letter among
   them.  TAG is LEN bytes without the `#`.  */
void note_each_tag (const char *text,
                    void (*found) (const char *tag, size_t len, void *data),
                    void *data);

/* Whether TEXT has the tag TAG (without `#`), compared without case.  */
bool note_has_tag (const char *text, const char *tag);

/* The tags of TEXT joined by SEPARATOR, each once, as first written; the caller
   frees it; "" where there is none.  */
char *note_tags (const char *text, const char *separator);

/* The form of the LEN bytes of TAG by which tags are compared: without case, in
   NFC; the caller frees it.  */
char *note_tag_key (const char *tag, size_t len);

/* Whether the LEN bytes of TAG are a tag as note_each_tag finds them.  */
bool note_is_tag (const char *tag, size_t len);

/* TEXT with each tag that is FROM, compared without case, made TO; the caller
   frees it; NULL where there is none.  */
char *note_rename_tag (const char *text, const char *from, const char *to);

#endif
