/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Milestones: places where two long texts face each other whatever their lengths
   say, told by rare words and numbers that both have.  */
#ifndef ALIGN_MILESTONES_H
#define ALIGN_MILESTONES_H

#include "align/attraction.h"

/* Sentence AT[ORIGINAL] of the one text faces AT[TRANSLATION] of the other, or
   one beside it.  */
struct milestone
{
  size_t at[SIDES];
  double weight;
};

struct milestones VEC (struct milestone);

/* Appends the milestones of the two texts to MILESTONES (empty before), in the
   order of both.  Every two sentences that share a rare token, by what TIES know
   of it, or a rare number are a point; the heaviest chain of points that rises
   on both sides is taken (as anchors are in S. Chen, "Aligning Sentences in
   Bilingual Corpora Using Lexical Information", ACL 1993), and of it the points
   that others near them bear out.  */
void milestones_find (const struct matter *const matter[SIDES],
                      const struct ties *ties, struct milestones *milestones);

#endif
