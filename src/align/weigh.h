/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scores of beads, fast: for each bead the sum of its evidence (terms.h),
   each with its weight, without the numbers one by one.  What depends on one
   side alone is summed up once; what two ends have to do with each other is
   looked up; all beads that begin in a row of the band are weighed together.  */
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

/* Where beads are weighed; one at a time uses it.  Freed with scales_free.  */
struct scales;
struct scales *scales_new (void);
void scales_free (struct scales *scales);

/* From now on SCALES weigh by WEIGHER, and the rows of ATTRACTION are at hand;
   both must outlive the weighing.  */
void scales_take (struct scales *scales, const struct weigher *weigher,
                  const struct attraction *attraction);

/* The score of a bead that can't be, by its lengths; none is worse.  */
#define WEIGHED_HOPELESS (-500.0F)

/* A row of the band, and what is known of it: for column j number j - low.  */
struct weighed
{
  size_t stride;      /* of the planes of SCORE, band_stride of the row */
  const float *score; /* of the beads that begin there, kind by kind; anything
                         where one would go beyond the band */
  const float *drawn; /* how strongly the two sentences that begin there are drawn
                         to each other, per token, and by how many numbers */
};

/* Weighs the beads that begin in row I of BAND; valid until the next time.  */
struct weighed scales_weigh (struct scales *scales, const struct band *band,
                             size_t i);

#endif
