/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How strongly the tokens of a sentence are drawn to sentences of the other
   side: for every two sentences that the band brings together.  */
#ifndef ALIGN_ATTRACTION_H
#define ALIGN_ATTRACTION_H

#include "align/lattice.h"
#include "align/lexicon.h"
#include "align/matter.h"

/* A known translation: how much it says, divided by the frequency of the token
   that is to be explained.  */
struct drawn
{
  uint32_t term; /* of the other side */
  float by;
};

/* Rows of the tokens of a side.  */
struct drawn_rows
{
  size_t *start;
  struct drawn *items;
};

/* All that tells which tokens belong together, in a set of texts.  */
struct ties
{
  size_t terms[SIDES];
  struct drawn_rows known[SIDES]; /* [s] of the tokens of side s */
  struct drawn_rows hint;         /* of single characters of the original and what
                                     contains them */
  float *rarity[SIDES];           /* 1 / relative frequency of each token */
  const struct lexicon *lexicon;  /* NULL before it has been learned */
  float *rare[SIDES];             /* rarity of the other token of each of its
                                     pairs */
  bool dictionary;                /* a large one is there */
};

/* As how many occurrences of a token what the dictionary says of it counts in
   learning ("alpha" in ALIGN; fitted anew).  */
static inline float
ties_alpha (const struct ties *ties)
{
  return ties->dictionary ? 6 : 4;
}

/* The path whose beads the lexicon was learned from, so that what was learned
   near a sentence can be left out there.  */
struct taught
{
  const struct beads *beads;
  size_t first_bag; /* of the first bead, in the lexicon */
};

/* For every two sentences (i, j) near the band and each number c of sentences
   up to BEAD_REACH: that of side ORIGINAL is the sum over the tokens of
   translated sentence j of ln (1 + r / max (words, 6)), r the strongest ratio
   of t to chance that one of the original sentences i to i + c - 1 gives it,
   words those of all of them (ALIGN, "F_E"); that of side TRANSLATION the same
   for the tokens of i and sentences j to j + c - 1.  */
struct attraction
{
  size_t first;  /* row of the band */
  size_t rows;
  size_t *low;   /* first j of each row */
  size_t *high;  /* and the one behind the last */
  size_t stride; /* numbers of a row, side and c, those beyond HIGH 0: at least
                    ATTRACTION_BEYOND of them */
  float *drawn;
};

enum { ATTRACTION_BEYOND = BEAD_REACH + LANES };

/* The numbers of side GIVEN for COUNT sentences in row ROW from A->FIRST on,
   beginning with A->LOW[ROW].  */
static inline const float *
attraction_row (const struct attraction *a, enum side given, size_t count,
                size_t row)
{
  return a->drawn
         + ((row * SIDES + given) * BEAD_REACH + count - 1) * a->stride;
}

/* The number for sentences I and J; 0 where they are not near the band.  */
static inline float
attraction_of (const struct attraction *a, enum side given, size_t count,
               size_t i, size_t j)
{
  size_t row = i - a->first; /* beyond the rows where i is before them */
  if (row >= a->rows || j < a->low[row] || j >= a->high[row])
    return 0;
  return attraction_row (a, given, count, row)[j - a->low[row]];
}

/* What is needed to find attractions by TIES, used over and over; one at a
   time uses it.  Freed with drawer_free.  */
struct drawer;
struct drawer *drawer_new (const struct ties *ties);
void drawer_free (struct drawer *drawer);

/* The attraction for the rows FIRST to FIRST + ROWS - 1 (sentences of the
   original) of BAND, until DRAWER is used again.  */
const struct attraction *
drawer_draw (struct drawer *drawer, const struct band *band, size_t first,
             size_t rows, const struct matter *const matter[SIDES],
             const struct taught *taught);

#endif
