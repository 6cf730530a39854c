/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Anchors: how a note knows its place in a text, and finds it again after the
   text has changed.  After the W3C Web Annotation Data Model: position,
   quotation, context.  */
#ifndef BOOK_ANCHOR_H
#define BOOK_ANCHOR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/range.h"
#include "book/document.h"

/* How much context an anchor keeps on each side, in code points.  Long enough
   to tell repeated sentences of a newspaper apart; Hypothesis keeps 32.  */
enum { ANCHOR_CONTEXT = 64 };

/* What a note is on.  The last three stand in the range, and `subject` says
   what they are wherever they stand.  */
enum anchor_kind
{
  ANCHOR_SPAN,        /* the range */
  ANCHOR_BEAD,        /* the bead that the range stands in */
  ANCHOR_DOCUMENT,    /* the whole document; the range is empty */
  ANCHOR_QUANTITY,    /* subject "LOW HIGH UNIT", as `enface numbers` has them:
                         "3270 - t" */
  ANCHOR_TERM,        /* subject: the term */
  ANCHOR_DISCREPANCY, /* subject "KIND\tORIGINAL\tTRANSLATION", the name of its
                         kind and its words, as a dismissal has them */
  ANCHOR_KINDS
};

struct anchor
{
  enum anchor_kind kind;
  enum side side;
  struct range range; /* bytes of the side's text when it was made */
  size_t position;    /* the start of it in code points, for exports */
  char *exact;        /* the quotation: the bytes of that range */
  char *prefix;       /* up to ANCHOR_CONTEXT code points before it */
  char *suffix;       /* and behind it */
  unsigned long long fingerprint; /* of the side's whole text: anchor_print */
  char *subject;      /* see anchor_kind; NULL or "" where there is none */
  unsigned stood;     /* how often the quotation stood in that text; ANCHOR_MOST:
                         so often or more, or twice with all of this context; 0:
                         nobody has counted */
};

enum { ANCHOR_MOST = 1000 };

/* The name of KIND in records and exports: "span", "bead", "document", "number",
   "term", "discrepancy".  */
const char *anchor_kind_name (enum anchor_kind kind);

/* The kind of that name; false where there is none.  */
bool anchor_kind_named (const char *name, enum anchor_kind *kind);

/* Where an anchor stands in a text of today.  */
enum anchor_state
{
  ANCHOR_PLACED,   /* just there: the quotation with its context */
  ANCHOR_MOVED,    /* the quotation once, its context changed: please look */
  ANCHOR_DETACHED, /* nowhere for certain */
  ANCHOR_STATES
};

/* An anchor of KIND for RANGE of SIDE of DOCUMENT.  The range is widened to
   whole grapheme clusters.  Release with anchor_clear.  */
struct anchor anchor_make (const struct document *document, enum side side,
                           struct range range, enum anchor_kind kind);

/* Frees what ANCHOR owns and leaves it all zero.  */
void anchor_clear (struct anchor *anchor);
struct anchor anchor_copy (const struct anchor *anchor);

/* FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/), of the LEN
   bytes at TEXT: tells whether a text is the same, no more.  */
unsigned long long anchor_print (const char *text, size_t len);

/* Finds ANCHOR in the LEN bytes at TEXT, today's text of its side.  PLACED and
   MOVED fill *FOUND; DETACHED leaves it empty at 0.  Never guesses: a
   quotation that stands several times is placed only where its context tells
   one of them from all others.  Runs of white space are equal to each other,
   and to none beside Han, so that re-wrapping moves nothing; *FOUND leaves out
   white space at the ends of the quotation.  Linear in the text.

   A text with the anchor's fingerprint is the same text: PLACED at the old
   range.  Else every place of the quotation scores by its context: a side
   counts 64 (ANCHOR_CONTEXT) where all that was kept of it stands there, less
   for what doesn't.  Differences of up to 48 bytes are passed over where 8
   equal bytes follow, and cost 8 each.  Where the text began or ended within
   the context, that it still does there counts for what is missing, if 4 code
   points of quotation and context match at all; half of it where it no longer
   does, but all of the context is there.

   PLACED: the best place outranks the next best by 8 or more, where the better
   side counts twice and the other once; and either both sides count 48 or more,
   or one of them stands there whole and unbroken (what one edit leaves, that
   wipes out the other) and a side proves the place: 12 code points or more next
   to the quotation stand there, and nowhere without it, for then it may have
   been taken from there.
   But MOVED all the same: where the quotation stands more often than it did, and
   another place has a side unbroken too, for the best may be a copy; and where
   not all of the context is there, and the quotation stands less often than it
   did, or the next best ranks 32 or more, or it stood several times and has less
   than 4 code points, for the one that was meant may be gone; and where it stood
   ANCHOR_MOST times.
   MOVED: not PLACED, but the quotation stands once, and did so before, and has 4
   code points or more, or as many of its context beside it; or nobody has
   counted, it has 8 code points or more, and neither its old left neighbour nor
   the right one (16 code points, of which 12 are needed to tell) stands anywhere
   without it.
   DETACHED: all else, a quotation of nothing but white space among it.  */
enum anchor_state anchor_find (const struct anchor *anchor, const char *text,
                               size_t len, struct range *found);

/* A place where a detached note may belong.  */
struct candidate
{
  struct range range; /* bytes of the text, whole grapheme clusters */
  double score;       /* 0 to 1: how much of quotation and context is there */
};

/* The COUNT best places for ANCHOR in the LEN bytes at TEXT, none over another,
   the best first, into OUT; returns how many there are.  They are for the reader
   to choose from, never for a program.  Places are compared by the sequences of
   three code points that they share with the quotation (three parts of five) and
   with the context on both sides (a part each), in windows of the quotation's
   length; what scores less than 1/4 is none.  Linear in the text.  */
size_t anchor_candidates (const struct anchor *anchor, const char *text,
                          size_t len, size_t count, struct candidate *out);

#endif
