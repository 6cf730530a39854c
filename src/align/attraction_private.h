/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What attractions are found with.  Internal to align/.  */
#ifndef ALIGN_ATTRACTION_PRIVATE_H
#define ALIGN_ATTRACTION_PRIVATE_H

#include "align/attraction.h"

/* Half of LANES numbers, which the compiler keeps in a register where there are
   such (vectors of GCC and Clang, for any machine).  */
typedef float quad __attribute__ ((vector_size (LANES / 2 * sizeof (float))));
typedef int32_t quad_mask __attribute__ ((vector_size (sizeof (quad))));

/* The ratios that a given sentence gives the tokens of those of the other side that
   it meets: FROM to TO, their tokens one sentence behind the other.  */
struct pulls
{
  size_t from;
  size_t to;
  float *ratio;
  size_t room;
  uint64_t *pulled; /* of each of these sentences: which LANES of its tokens have
                       any ratio but 0, a bit each (pulled_bit) */
  size_t pulled_room;
};

/* The bit for the LANES of tokens number K: those far behind share one.  */
static inline uint64_t
pulled_bit (size_t k)
{
  return (uint64_t) 1 << (k < 63 ? k : 63);
}

/* The side that draws, in the rows at hand.  */
struct giving
{
  enum side given;
  size_t first; /* sentence of it */
  size_t len;
  size_t *from; /* for each of them: the sentences of the other side */
  size_t *to;
};

struct drawer
{
  const struct ties *ties;
  const struct matter *const *matter;
  const struct taught *taught;
  struct attraction attraction;
  size_t drawn_room;
  size_t rows_room;
  float *ratio[SIDES];    /* of each token of the side, 0 between uses; and of
                             no token, which is always 0 */
  uint32_t *count[SIDES]; /* the lexicon's, some of them left out; or NULL */
  struct term_starts touched;
  struct giving giving;
  size_t giving_room;
  struct pulls pulls[BEAD_REACH]; /* of the last sentences */
  float *best;            /* the strongest ratio of each token of a sentence */
  size_t best_room;
};

/* Sets the ratios of the other side's tokens by sentence X of side G.  */
void drawer_give (struct drawer *d, enum side g, size_t x);

/* Notes the ratios of the tokens of sentences FROM to TO of the other side, which
   become 0 again.  */
void drawer_collect (struct drawer *d, enum side g, size_t from, size_t to,
                     struct pulls *pulls);

/* The beads around the sentence at hand whose shares are left out.  */
struct hole
{
  size_t from;
  size_t to;
};

/* The hole before sentence X of side S, to be moved to it.  */
struct hole hole_open (const struct drawer *d, enum side s, size_t x);

/* Moves HOLE on to sentence X of side S.  */
void hole_move (struct hole *hole, struct drawer *d, enum side s, size_t x);
void hole_close (struct hole *hole, struct drawer *d, enum side s);

/* The sums for sentence Y and the given sentences from number K on.  */
void drawer_add_up (struct drawer *d, size_t k, size_t y);

#endif
