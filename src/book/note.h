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

struct note
{
  long long id;                      /* in the notebook; 0 while new */
  char uuid[NOTE_UUID_SIZE];         /* RFC 4122 version 4 */
  char document[DOCUMENT_HASH_SIZE]; /* the document's identity */
  struct anchor anchor;
  char *sentence[SIDES]; /* the bead's text on both sides when the note was
                            written; never NULL */
  char *text;            /* what the reader wrote; valid UTF-8, never NULL */
  char created[NOTE_TIME_SIZE];  /* UTC, 2026-11-20T20:03:45Z */
  char modified[NOTE_TIME_SIZE];
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

#endif
