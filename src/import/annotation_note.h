/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An annotation as a note.  Pure.  */
#ifndef IMPORT_ANNOTATION_NOTE_H
#define IMPORT_ANNOTATION_NOTE_H

#include "book/note.h"
#include "import/annotation.h"

/* What keeps an annotation from being a note.  */
enum annotation_fault
{
  ANNOTATION_FINE,
  ANNOTATION_TOO_LARGE, /* more than ANNOTATION_MOST bytes, or a text of more
                           than 16 MiB */
  ANNOTATION_NUL,       /* U+0000 in a text */
  ANNOTATION_NO_ID,
  ANNOTATION_NO_TARGET, /* nothing says what it is on */
  ANNOTATION_EMPTY      /* nothing was written, nor highlighted */
};

/* Makes NOTE, which the caller clears, of ANNOTATION.  One of enface's own is
   the very same note; it is told by its urn:uuid: id and what enface adds.
   Another one is a note on a quotation in the original of a document that is
   known by its IRI alone (the identity is made of it, the path is the IRI; the
   range begins at the position that it has), or on the document where there is
   no quotation; its uuid is made of its id, its tags stand behind its text where
   that has them not, and times are brought to UTC; without one it is of
   1970.  */
enum annotation_fault annotation_note (const struct annotation *annotation,
                                       struct note *note);

/* Whether ANNOTATION is one that enface wrote.  */
bool annotation_is_ours (const struct annotation *annotation);

/* Brings TIME, ISO 8601 with a zone or none (then UTC), to UTC in the form of
   notes; false where it is none.  */
bool annotation_time (const char *time, char utc[NOTE_TIME_SIZE]);

#endif
