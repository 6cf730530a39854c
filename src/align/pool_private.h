/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a pool is made of.  Internal to align/.  */
#ifndef ALIGN_POOL_PRIVATE_H
#define ALIGN_POOL_PRIVATE_H

#include "align/known.h"
#include "align/milestones.h"
#include "align/pool.h"
#include "align/weigh.h"

/* A pair of texts, the Chinese one first.  */
struct pair
{
  const struct side_text *text[SIDES];
  struct matter matter[SIDES];
  float *tokens[SIDES];
  struct length_model length;
  float *ratio; /* by the beads (length_ratios) */
  struct beads beads;
  size_t first_bag;
  bool turned;
  bool weighed; /* the beads are not by length alone */
};

struct pairs VEC (struct pair *);

/* What a worker weighs with, made when first needed.  */
struct hand
{
  struct drawer *drawer;
  struct scales *scales;
};

struct pool
{
  const struct align_aids *aids;
  struct workers *workers; /* not owned */
  struct hand *hands;      /* one a worker */
  struct powers *first_powers; /* of the first pass */
  struct powers *powers;       /* of scores_open */
  struct pairs pairs;
  struct vocabulary vocabulary[SIDES];
  struct ties ties;
  struct known_rows known;
  struct lexicon lexicon;
};

/* Sets the beads of PAIR by length alone, between MILESTONES where they are not
   NULL; POWERS are first_powers.  */
void pair_first (struct pair *pair, const struct milestones *milestones,
                 const struct powers *powers, struct workers *workers);

/* What is at hand of PAIR but for what is drawn, as its beads are now; until they
   change.  */
struct scene pair_scene (struct pair *pair);

/* So many rows are dealt with at a time where it is one after the other.  */
enum { BLOCK_ROWS = 128 };

/* What is drawn near the rows FIRST to END - 1 of BAND; until DRAWER is used
   again.  */
const struct attraction *pair_draw (const struct pair *pair,
                                    struct drawer *drawer,
                                    const struct band *band, size_t first,
                                    size_t end);

/* The scores of all beads of a band.  */
struct scores
{
  const struct band *band;
  size_t *start;  /* of each row in SCORE */
  int16_t *score; /* as bead_row has it */
  float *drawn;   /* struct weighed, of each cell */
};

/* The exponentials of scores; freed with powers_free.  */
struct powers *scores_powers (void);

/* BAND must outlive SCORES; freed with scores_free.  */
void scores_open (struct scores *scores, const struct band *band);
void scores_free (struct scores *scores);

/* Notes what is known of row I.  */
void scores_note (struct scores *scores, const struct weighed *weighed,
                  size_t i);

/* The scores as they were noted, which must outlive them; POWERS are
   scores_powers.  */
struct bead_scores scores_noted (const struct scores *scores,
                                 const struct powers *powers);

/* Lowers the confidence of BEADS where the texts don't agree: the lattice weighs
   ways against each other and can't know that all of them are wrong.  Returns
   whether the path is lost somewhere.  */
bool scores_trust (const struct scores *scores, struct beads *beads);

/* Whether the way goes along the edge of the band, beyond which there may be a
   better one, other than in the beads that are KEPT; the confidence of the beads
   there becomes 0, so that the next band is wider.  */
bool scores_edge (const struct scores *scores, struct beads *beads,
                  const bool *kept);

#endif
