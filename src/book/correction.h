/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Corrections: what the reader says faces what, where the beads were made
   wrong.  */
#ifndef BOOK_CORRECTION_H
#define BOOK_CORRECTION_H

#include <stdbool.h>
#include <stddef.h>

#include "book/anchor.h"
#include "book/document.h"

/* Where a bead ends: bytes from the beginning of the stretch, a side each.  */
struct cut
{
  size_t at[SIDES];
};

struct cuts VEC (struct cut);

/* Holds for a stretch of both texts, and knows it by its words, as notes do.  */
struct correction
{
  long long id;                      /* in the notebook; 0 while new */
  char document[DOCUMENT_HASH_SIZE];
  struct anchor stretch[SIDES];      /* never empty */
  struct cuts cuts;                  /* where the beads in it end, the last
                                        one's end left out; never fall */
};

struct corrections VEC (struct correction);

/* Frees what CORRECTION owns, not itself, and leaves it all zero.  */
void correction_clear (struct correction *correction);
void corrections_free (struct corrections *corrections);

/* What can be done to bead INDEX.  */
enum mend
{
  MEND_JOIN,  /* with the next bead */
  MEND_SPLIT, /* the first sentence of each side is a bead of its own; where
                 there is one of each, they no longer face each other */
  MEND_GIVE,  /* its last sentence on SIDE goes to the next bead */
  MEND_TAKE   /* the next bead's first sentence on SIDE comes to it */
};

/* The correction of DOCUMENT that does WHAT to bead INDEX, or false where that
   can't be: nothing follows to join, nothing to split, to give or to take, or a
   side has no text at all.  SIDE matters to GIVE and TAKE only.  Release with
   correction_clear.  */
bool correction_make (const struct document *document, size_t index,
                      enum mend what, enum side side,
                      struct correction *correction);

/* Changes the beads of DOCUMENT as CORRECTION says; theirs are certain
   (confidence 1).  False, and nothing is changed, where its words do not stand
   in both texts as they did.  Sentences that have other bounds now are taken to
   the nearer bead before them; those around the stretch stay with what is left
   of their beads.  */
bool correction_apply (struct document *document,
                       const struct correction *correction);

/* Whether bead INDEX of DOCUMENT lies, with a part of it, in the stretch.  */
bool correction_covers (const struct document *document, size_t index,
                        const struct correction *correction);

#endif
