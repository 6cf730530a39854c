/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stood beside an anchor's quotation, matched with another place.  Internal
   to book/.  */
#ifndef BOOK_ANCHOR_CONTEXT_H
#define BOOK_ANCHOR_CONTEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "book/plain.h"

/* One side of the kept context.  */
struct context
{
  struct plain plain;
  size_t count;  /* code points of it */
  bool to_edge;  /* it reached to the edge of the text when it was kept */
  bool back;     /* it stands before the quotation */
};

/* How well a side matches at some place.  */
struct match
{
  size_t run;   /* bytes up to the first difference */
  size_t count; /* code points that match, less what differences cost */
  bool at_edge; /* the edge of the text stands where it stood */
  size_t score; /* up to SIDE */
  bool whole;   /* all of it stands there unbroken, at the edge where it did */
  bool unbroken; /* all of it, if any, edge or not */
};

/* The context that TEXT is, which stood before the quotation where BACK.  Its
   `plain` is freed by the caller.  */
struct context context_make (const char *text, bool back);

/* Matches CONTEXT with what stands at byte AT of TEXT; differences are passed
   over where PASS.  */
struct match context_match (const struct context *context,
                            const struct buf *text, size_t at, bool pass);

/* Fills the score of MATCH with CONTEXT; where the text began or ended with it,
   that it does so still counts for what is missing, and half where it does no
   longer but all of it is there.  ANY is what matches there at all.  */
void context_score (const struct context *context, struct match *match,
                    size_t any);

#endif
