/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dynamic programme over beads: Viterbi, and forward-backward.  */
#include "align/lattice.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"

const struct bead_kind bead_kinds[BEAD_KINDS]
  = { { { 1, 0 } }, { { 0, 1 } }, { { 1, 1 } }, { { 1, 2 } }, { { 2, 1 } },
      { { 1, 3 } }, { { 3, 1 } }, { { 1, 4 } }, { { 4, 1 } }, { { 1, 5 } },
      { { 5, 1 } }, { { 2, 2 } }, { { 2, 3 } }, { { 3, 2 } }, { { 3, 3 } },
      { { 2, 4 } }, { { 4, 2 } } };

unsigned
bead_kind_of (size_t a, size_t b)
{
  unsigned k = 0;
  while (k < BEAD_KINDS
         && (bead_kinds[k].count[ORIGINAL] != a
             || bead_kinds[k].count[TRANSLATION] != b))
    k++;
  return k;
}

enum { RING = BEAD_REACH + 1 };

/* The last rows of the best weights, as many as a bead can reach back.  */
struct ring
{
  double *row[RING];
};

static void
ring_open (struct ring *ring, const struct band *band)
{
  size_t widest = 0;
  for (size_t i = 0; i <= band->len[ORIGINAL]; i++)
    if (band->high[i] - band->low[i] > widest)
      widest = band->high[i] - band->low[i];
  for (size_t r = 0; r < RING; r++)
    ring->row[r] = mem_new (widest + 1, sizeof **ring->row);
}

static void
ring_free (struct ring *ring)
{
  for (size_t r = 0; r < RING; r++)
    free (ring->row[r]);
}

/* A search for the best way.  */
struct search
{
  const struct band *band;
  bead_score *score;
  const void *context;
  const float *most; /* or NULL */
  struct ring ring;
};

/* Where bead kind K that ends at cell (I, J) makes for a better weight than
   *BEST, sets it and *KIND.  */
static inline void
try_kind (const struct search *search, size_t i, size_t j, unsigned k,
          double *best, unsigned char *kind)
{
  const struct band *band = search->band;
  size_t a = bead_kinds[k].count[ORIGINAL];
  size_t b = bead_kinds[k].count[TRANSLATION];
  if (a > i || b > j || j - b < band->low[i - a]
      || j - b > band->high[i - a])
    return;
  double w = search->ring.row[(i - a) % RING][j - b - band->low[i - a]];
  if (search->most && w + (double) search->most[k] <= *best)
    return;
  w += (double) search->score (search->context, i - a, j - b, k);
  if (w > *best)
    {
      *best = w;
      *kind = (unsigned char) k;
    }
}

/* The best weight of cell (I, J) and in *KIND the bead that ends there; the kind
   that is best most of the time is tried first.  */
static double
cell_best (const struct search *search, size_t i, size_t j,
           unsigned char *kind)
{
  double best = i + j == 0 ? 0 : -INFINITY;
  try_kind (search, i, j, KIND_PAIR, &best, kind);
  for (unsigned k = 0; k < BEAD_KINDS; k++)
    if (k != KIND_PAIR)
      try_kind (search, i, j, k, &best, kind);
  return best;
}

/* Follows the kinds of the cells back from the end.  */
static void
path_collect (const struct band *band, const unsigned char *kinds,
              struct beads *beads)
{
  size_t first = beads->len;
  size_t i = band->len[ORIGINAL], j = band->len[TRANSLATION];
  while (i + j > 0)
    {
      const struct bead_kind *k = &bead_kinds[kinds[band_cell (band, i, j)]];
      struct bead bead = { { 0, 0 },
                           { k->count[ORIGINAL], k->count[TRANSLATION] },
                           0 };
      bead.first[ORIGINAL] = i -= bead.count[ORIGINAL];
      bead.first[TRANSLATION] = j -= bead.count[TRANSLATION];
      VEC_PUSH (beads, bead);
    }
  for (size_t k = beads->len; first + 1 < k; first++)
    {
      struct bead swap = beads->items[--k];
      beads->items[k] = beads->items[first];
      beads->items[first] = swap;
    }
}

void
lattice_best (const struct band *band, bead_score *score, const void *context,
              const float most[BEAD_KINDS], struct beads *beads)
{
  struct search search = { band, score, context, most, { { NULL } } };
  ring_open (&search.ring, band);
  unsigned char *kinds = mem_new (band_cells (band), 1);
  for (size_t i = 0; i <= band->len[ORIGINAL]; i++)
    for (size_t j = band->low[i]; j <= band->high[i]; j++)
      search.ring.row[i % RING][j - band->low[i]]
        = cell_best (&search, i, j,
                     &kinds[band->start[i] + j - band->low[i]]);
  path_collect (band, kinds, beads);
  free (kinds);
  ring_free (&search.ring);
}

/* The logarithm of the sum of the exponentials of the LEN numbers.  */
static double
log_sum (const double *terms, size_t len)
{
  double most = -INFINITY, sum = 0;
  for (size_t k = 0; k < len; k++)
    if (terms[k] > most)
      most = terms[k];
  if (most == -INFINITY)
    return most;
  for (size_t k = 0; k < len; k++)
    if (terms[k] > most - 30)
      sum += exp (terms[k] - most);
  return most + log (sum);
}

double
lattice_forward (const struct band *band, bead_score *score,
                 const void *context, double *forward)
{
  size_t cells = band_cells (band), at = 0;
  for (size_t i = 0; i <= band->len[ORIGINAL]; i++)
    for (size_t j = band->low[i]; j <= band->high[i]; j++, at++)
      {
        double terms[BEAD_KINDS];
        size_t len = 0;
        for (unsigned k = 0; k < BEAD_KINDS; k++)
          {
            size_t a = bead_kinds[k].count[ORIGINAL];
            size_t b = bead_kinds[k].count[TRANSLATION];
            size_t from
              = a > i || b > j ? cells : band_cell (band, i - a, j - b);
            if (from < cells)
              terms[len++]
                = forward[from] + score (context, i - a, j - b, k);
          }
        forward[at] = at == 0 ? 0 : log_sum (terms, len);
      }
  return forward[cells - 1];
}

double
lattice_backward (const struct band *band, bead_score *score,
                  const void *context, double *backward)
{
  size_t cells = band_cells (band), at = cells;
  for (size_t i = band->len[ORIGINAL] + 1; i-- > 0;)
    for (size_t j = band->high[i] + 1; j-- > band->low[i];)
      {
        double terms[BEAD_KINDS];
        size_t len = 0;
        for (unsigned k = 0; k < BEAD_KINDS; k++)
          {
            size_t to = band_cell (band, i + bead_kinds[k].count[ORIGINAL],
                                   j + bead_kinds[k].count[TRANSLATION]);
            if (to < cells)
              terms[len++] = backward[to] + score (context, i, j, k);
          }
        at--;
        backward[at] = at == cells - 1 ? 0 : log_sum (terms, len);
      }
  return backward[0];
}
