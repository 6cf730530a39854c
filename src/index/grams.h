/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands together in a text again and again: all sequences of up to
   GRAM_MOST units that occur often enough, how firmly they hold together and
   how free their ends are.  */
#ifndef INDEX_GRAMS_H
#define INDEX_GRAMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "index/strip.h"

enum { GRAM_MOST = 10 };

struct gram
{
  uint32_t count;
  uint32_t at; /* where it stands first */
};

/* Those of one length.  */
struct gram_level
{
  uint32_t *number; /* at each unit: of the sequence that begins there, 0 where
                       it is not often enough or goes across a part */
  struct gram *grams; /* by number, from 1 */
  size_t len;         /* of GRAMS, the unused first one included */
};

struct grams
{
  size_t units;
  size_t whole; /* units that are no parts */
  struct gram_level level[GRAM_MOST + 1]; /* by length, from 1 */
  size_t longest; /* the greatest length that there is */
};

/* Counts in STRIP all sequences that occur LEAST times (2 or more) and in which
   no unit is a part or has a BAR.  Linear.  grams_free frees what GRAMS owns.  */
void grams_make (struct grams *grams, const struct strip *strip,
                 const bool *bar, uint32_t least);
void grams_free (struct grams *grams);

/* How firmly the sequence of LENGTH units at AT (it has a number) holds together
   where it does so least: the pointwise mutual information in bits of the two
   parts of its weakest cut (K. Church and P. Hanks, "Word Association Norms,
   Mutual Information, and Lexicography", Computational Linguistics 16,
   1990).  */
double grams_cohesion (const struct grams *grams, size_t length, size_t at);

/* How free the ends of a sequence are.  */
struct freedom
{
  uint32_t variety; /* different units on the side with fewer: accessor variety
                       (H. Feng et al., Computational Linguistics 30, 2004) */
  double entropy;   /* bits, of the side with less (Z. Jin and K. Tanaka-Ishii,
                       "Unsupervised Segmentation of Chinese Text by Use of
                       Branching Entropy", COLING/ACL 2006) */
};

/* The freedom of all sequences of LENGTH units for which WANTED (by number)
   holds, into FREEDOM (by number; both of level[LENGTH].len).  A part, and a unit
   that SERVES (by its place), differs from all others: a term can end there.  */
void grams_freedom (const struct grams *grams, const struct strip *strip,
                    const bool *serves, size_t length, const bool *wanted,
                    struct freedom *freedom);

#endif
