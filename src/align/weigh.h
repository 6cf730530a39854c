/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scores of beads, fast: for each bead the sum of its evidence (terms.h),
   each with its weight, without the numbers one by one.  What depends on one
   side alone is summed up once; what two ends have to do with each other is
   looked up.  */
#ifndef ALIGN_WEIGH_H
#define ALIGN_WEIGH_H

#include "align/terms.h"

struct weigher;

/* A weigher for the beads of two sides by WEIGHTS.  It takes MATTER, the model
   of lengths, the tokens and PARAGRAPHS of SCENE, which must outlive it.  Freed
   with weigher_free.  */
struct weigher *weigher_new (const struct scene *scene,
                             const float weights[TERMS]);
void weigher_free (struct weigher *weigher);

/* From now on the rows of ATTRACTION are at hand, which must outlive the
   weighing of them.  */
void weigher_take (struct weigher *weigher,
                   const struct attraction *attraction);

/* The score of a bead that can't be, by its lengths.  */
#define WEIGHED_HOPELESS (-500.0F)

/* A place, and what is known of it.  */
struct weighed
{
  float score[BEAD_KINDS]; /* of the beads that begin there; nothing of use where
                              one would go beyond the ends */
  float drawn;  /* how strongly the two sentences that begin there are drawn to
                   each other, per token, and by how many numbers */
};

/* Weighs the beads that begin at sentences I and J.  */
void weigher_weigh (const struct weigher *weigher, size_t i, size_t j,
                    struct weighed *weighed);

#endif
