/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Beads as bags of tokens, to learn from.  */
#ifndef ALIGN_BAGS_H
#define ALIGN_BAGS_H

#include "align/lexicon.h"
#include "align/matter.h"

struct bag_terms VEC (uint32_t);

struct bag_maker
{
  struct bag_terms terms; /* of all bags */
  struct bag_terms ends[SIDES]; /* where each bag's tokens end in TERMS */
  struct bags bags;
  uint32_t *seen[SIDES];  /* the number of the last bag that had the token */
};

/* TERMS tokens a side; freed with bags_free.  */
void bags_open (struct bag_maker *maker, const size_t terms[SIDES]);
void bags_free (struct bag_maker *maker);

/* Adds a bag: the tokens of BEAD that can be learned.  */
void bags_add (struct bag_maker *maker, const struct matter matter[SIDES],
               const struct bead *bead);
size_t bags_len (const struct bag_maker *maker);

/* The bags, valid until the next is added.  */
const struct bags *bags_made (struct bag_maker *maker);

#endif
