/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading annotations: JSON-LD after the W3C Web Annotation Data Model, what
   enface itself writes among it, and the JSON of Hypothesis (its API's rows and
   the files that its client exports).  Fed piece by piece; memory is bounded by
   the largest annotation, not by the file.  Pure: no I/O.

   Read with yajl, which is fed and calls back, so that a file of any size goes
   through a buffer; it is small, and Debian keeps it.  */
#ifndef IMPORT_ANNOTATION_H
#define IMPORT_ANNOTATION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/vec.h"

/* What is kept of an annotation as text.  */
enum annotation_text
{
  ANNOTATION_ID,       /* an IRI, or a name of Hypothesis */
  ANNOTATION_TYPE,
  ANNOTATION_CREATED,
  ANNOTATION_MODIFIED,
  ANNOTATION_BODY,     /* what was written; several bodies with a blank line
                          between */
  ANNOTATION_SOURCE,   /* what it is on: an IRI */
  ANNOTATION_EXACT,
  ANNOTATION_PREFIX,
  ANNOTATION_SUFFIX,
  ANNOTATION_TITLE,    /* of the document, as Hypothesis has it */
  /* What enface alone writes.  */
  ANNOTATION_KIND,
  ANNOTATION_SIDE,
  ANNOTATION_SUBJECT,
  ANNOTATION_FINGERPRINT,
  ANNOTATION_DOCUMENT,
  ANNOTATION_HIGHLIGHT,
  ANNOTATION_VERSION_OF,
  ANNOTATION_DELETED,
  ANNOTATION_OWN_TEXT, /* of a deleted note */
  ANNOTATION_ORIGINAL,
  ANNOTATION_TRANSLATION,
  ANNOTATION_COLLECTION,
  ANNOTATION_PATH,
  ANNOTATION_DATE,
  ANNOTATION_PAGE,
  ANNOTATION_COLUMN,
  ANNOTATION_ORIGINAL_TITLE,
  ANNOTATION_TRANSLATED_TITLE,
  ANNOTATION_ORIGINAL_AUTHOR,
  ANNOTATION_TRANSLATED_AUTHOR,
  ANNOTATION_FACING_EXACT,
  ANNOTATION_FACING_PREFIX,
  ANNOTATION_FACING_SUFFIX,
  ANNOTATION_FACING_FINGERPRINT,
  ANNOTATION_TEXTS
};

/* And as numbers; -1 where there is none.  */
enum annotation_number
{
  ANNOTATION_START, /* code points, of the TextPositionSelector */
  ANNOTATION_END,
  ANNOTATION_BYTE_START,
  ANNOTATION_BYTE_END,
  ANNOTATION_POSITION,
  ANNOTATION_FACING_START,
  ANNOTATION_FACING_END,
  ANNOTATION_NUMBERS
};

/* A former version of the note.  */
struct annotation_version
{
  char *modified; /* any of them may be NULL */
  char *text;
  char *highlight;
};

struct annotation
{
  long line;        /* where it begins, from 1 */
  long long offset; /* in bytes from 0 */
  char *text[ANNOTATION_TEXTS]; /* NULL where there is none */
  long long number[ANNOTATION_NUMBERS];
  struct VEC (char *) tags;
  struct VEC (struct annotation_version) versions;
  size_t targets;   /* how many it has; the first is the one that counts */
  size_t stored;    /* bytes of all this */
  bool too_large;   /* it was more than ANNOTATION_MOST: nothing is kept */
  bool has_nul;     /* a text of it holds U+0000: it is left out */
};

/* The largest annotation that is read, and the largest single value of a file.
   A note is at most 16 MiB; its history may be more.  */
enum { ANNOTATION_MOST = 64 << 20 };

/* A file being read.  */
struct annotations;

/* FOUND is called for each annotation; what it is given lives until it returns.
   False stops the reading.  */
struct annotations *annotations_new (bool (*found) (
                                       const struct annotation *annotation,
                                       void *data),
                                     void *data);

/* Reads the next LEN bytes.  False where it is no JSON or a value is too
   large (ERR_JSON), or FOUND said no (ERR_NONE); ERR names line and
   byte, not the file.  */
bool annotations_feed (struct annotations *annotations, const char *bytes,
                       size_t len, struct err *err);

/* How many bytes the next piece should have, at least LEAST: in the midst of a
   large value more, for the parser reads that anew with each piece.  */
size_t annotations_wants (const struct annotations *annotations, size_t least);

/* The same as annotations_feed for the end of the file, which may be in
   the midst of things.  */
bool annotations_end (struct annotations *annotations, struct err *err);

void annotations_free (struct annotations *annotations);

/* The types that stand at the top of a file hold no annotation by
   themselves: an object with a type that is none.  How many there were.  */
size_t annotations_others (const struct annotations *annotations);

#endif
