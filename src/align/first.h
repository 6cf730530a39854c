/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first pass: beads by length alone.  */
#ifndef ALIGN_FIRST_H
#define ALIGN_FIRST_H

#include <stddef.h>

#include "align/length.h"
#include "align/milestones.h"
#include "book/document.h"

/* The sentences of both sides, as the first pass sees them.  */
struct first_side
{
  size_t len;                      /* sentences */
  const size_t *done;              /* bytes in the first i, LEN + 1 numbers */
  const size_t *paragraph;         /* of each sentence; never falls */
  const struct paragraph *blocks;  /* the paragraphs */
  size_t paragraphs;
};

/* What the first pass of any text takes; freed with powers_free.  */
struct powers *first_powers (void);

/* Appends to BEADS (empty before) the beads of the two sides by their lengths,
   with a confidence each: headlines, bylines and paragraphs first, then the
   sentences in them; where the paragraphs don't answer to each other, all
   sentences at once.  MODEL is that of the sentences, POWERS are first_powers;
   WORKERS share the work.  */
void first_beads (const struct first_side side[SIDES],
                  const struct length_model *model,
                  const struct powers *powers, struct beads *beads,
                  struct workers *workers);

/* The same, but between MILESTONES instead of paragraphs.  */
void first_beads_between (const struct first_side side[SIDES],
                          const struct length_model *model,
                          const struct powers *powers,
                          const struct milestones *milestones,
                          struct beads *beads, struct workers *workers);

#endif
