/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a pool is made of.  Internal to align/.  */
#ifndef ALIGN_POOL_PRIVATE_H
#define ALIGN_POOL_PRIVATE_H

#include "align/known.h"
#include "align/milestones.h"
#include "align/pool.h"

/* A pair of texts, the Chinese one first.  */
struct pair
{
  struct matter matter[SIDES];
  float *tokens[SIDES];
  struct length_model length;
  struct beads beads;
  size_t first_bag;
  bool turned;
  bool weighed; /* the beads are not by length alone */
};

struct pairs VEC (struct pair *);

struct pool
{
  const struct align_aids *aids;
  struct pairs pairs;
  struct vocabulary vocabulary[SIDES];
  struct ties ties;
  struct known_rows known;
  struct lexicon lexicon;
};

/* Sets the beads of PAIR by length alone, between MILESTONES where they are not
   NULL.  */
void pair_first (struct pair *pair, const struct milestones *milestones);

#endif
