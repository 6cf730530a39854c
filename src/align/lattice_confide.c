/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The confidence of beads: forward-backward, in weights rather than their
   logarithms.  Each row of cells is kept in parts of its largest weight, whose
   logarithm stands beside it (the scaling of hidden Markov models: L. Rabiner,
   Proceedings of the IEEE 77, 1989), so that no cell needs a logarithm.  */
#include "align/lattice.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/mem.h"

/* The weights of all ways from one end to the cells.  */
struct weights
{
  double *cell;  /* in parts of e^SCALE of its row */
  double *scale; /* of each row */
};

struct confiding
{
  const struct band *band;
  bead_score *score;
  const void *context;
};

/* e^X, wrong by less than a part in 10^5; 0 where X is far below 0.  */
static inline double
quick_exp (float x)
{
  union
  {
    double f;
    int64_t u;
  } power;
  if (x < -600)
    return 0;
  double y = (double) x * 1.4426950408889634;
  int whole = (int) y;
  whole -= y < whole;
  double part = y - whole;
  power.u = (int64_t) (whole + 1023) << 52;
  /* Fits 2^part from 0 to 1 best.  */
  return power.f
         * (0.9999999 + part * (0.69315449 + part * (0.24014182
            + part * (0.05586034 + part * (0.00894959
            + part * 0.00189375)))));
}

static void
weights_open (struct weights *weights, const struct band *band)
{
  weights->cell = mem_new (band_cells (band), sizeof *weights->cell);
  weights->scale = mem_new (band->len[ORIGINAL] + 1, sizeof *weights->scale);
}

static void
weights_free (struct weights *weights)
{
  free (weights->cell);
  free (weights->scale);
}

/* Sets the scale of row I, whose cells are in parts of e^SCALE.  */
static void
scale_row (const struct band *band, struct weights *weights, size_t i,
           double scale)
{
  double most = 0;
  for (size_t c = band->start[i]; c < band->start[i + 1]; c++)
    most = weights->cell[c] > most ? weights->cell[c] : most;
  if (most > 0)
    for (size_t c = band->start[i]; c < band->start[i + 1]; c++)
      weights->cell[c] /= most;
  weights->scale[i] = scale + (most > 0 ? log (most) : 0);
}

/* Cell (I, J), where row I - a counts in parts PART[a].  */
static double
reach_forward (const struct confiding *c, const struct weights *f, size_t i,
               size_t j, const double part[BEAD_REACH + 1])
{
  const struct band *band = c->band;
  double sum = 0;
  for (unsigned k = 0; k < BEAD_KINDS; k++)
    {
      size_t a = bead_kinds[k].count[ORIGINAL];
      size_t b = bead_kinds[k].count[TRANSLATION];
      if (a > i || b > j || j - b < band->low[i - a]
          || j - b > band->high[i - a])
        continue;
      double from
        = f->cell[band->start[i - a] + (j - b - band->low[i - a])];
      if (from > 0)
        sum += from * part[a]
               * quick_exp (c->score (c->context, i - a, j - b, k));
    }
  return sum;
}

static void
go_forward (const struct confiding *c, struct weights *f)
{
  const struct band *band = c->band;
  for (size_t i = 0; i <= band->len[ORIGINAL]; i++)
    {
      double part[BEAD_REACH + 1] = { 1 };
      double scale = i > 0 ? f->scale[i - 1] : 0;
      for (size_t a = 1; a <= BEAD_REACH && a <= i; a++)
        part[a] = exp (f->scale[i - a] - scale);
      for (size_t j = band->low[i]; j <= band->high[i]; j++)
        f->cell[band->start[i] + (j - band->low[i])]
          = i + j == 0 ? 1 : reach_forward (c, f, i, j, part);
      scale_row (band, f, i, scale);
    }
}

/* The same from the end; row I + a counts in parts PART[a].  */
static double
reach_backward (const struct confiding *c, const struct weights *b, size_t i,
                size_t j, const double part[BEAD_REACH + 1])
{
  const struct band *band = c->band;
  double sum = 0;
  for (unsigned k = 0; k < BEAD_KINDS; k++)
    {
      size_t x = i + bead_kinds[k].count[ORIGINAL];
      size_t y = j + bead_kinds[k].count[TRANSLATION];
      if (x > band->len[ORIGINAL] || y < band->low[x] || y > band->high[x])
        continue;
      double to = b->cell[band->start[x] + (y - band->low[x])];
      if (to > 0)
        sum += to * part[x - i] * quick_exp (c->score (c->context, i, j, k));
    }
  return sum;
}

static void
go_backward (const struct confiding *c, struct weights *b)
{
  const struct band *band = c->band;
  size_t n = band->len[ORIGINAL], m = band->len[TRANSLATION];
  for (size_t i = n + 1; i-- > 0;)
    {
      double part[BEAD_REACH + 1] = { 1 };
      double scale = i < n ? b->scale[i + 1] : 0;
      for (size_t a = 1; a <= BEAD_REACH && i + a <= n; a++)
        part[a] = exp (b->scale[i + a] - scale);
      for (size_t j = band->high[i] + 1; j-- > band->low[i];)
        b->cell[band->start[i] + (j - band->low[i])]
          = i == n && j == m ? 1 : reach_backward (c, b, i, j, part);
      scale_row (band, b, i, scale);
    }
}

void
lattice_confide (const struct band *band, bead_score *score,
                 const void *context, struct bead *beads, size_t len)
{
  struct confiding c = { band, score, context };
  struct weights forward, backward;
  weights_open (&forward, band);
  weights_open (&backward, band);
  go_forward (&c, &forward);
  go_backward (&c, &backward);
  double whole = log (backward.cell[0]) + backward.scale[0];
  for (size_t k = 0; k < len; k++)
    {
      size_t i = beads[k].first[ORIGINAL], j = beads[k].first[TRANSLATION];
      size_t a = beads[k].count[ORIGINAL], b = beads[k].count[TRANSLATION];
      double w = log (forward.cell[band_cell (band, i, j)])
                 + forward.scale[i]
                 + (double) score (context, i, j, bead_kind_of (a, b))
                 + log (backward.cell[band_cell (band, i + a, j + b)])
                 + backward.scale[i + a] - whole;
      beads[k].confidence = (float) fmin (1, exp (w));
    }
  weights_free (&forward);
  weights_free (&backward);
}
