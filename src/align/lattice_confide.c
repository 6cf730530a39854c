/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The confidence of beads: forward-backward, in weights rather than their
   logarithms.  Each row of cells is kept in parts of its largest weight, whose
   logarithm stands beside it (the scaling of hidden Markov models: L. Rabiner,
   Proceedings of the IEEE 77, 1989), so that no cell needs a logarithm.  Only the
   rows that a bead can reach are at hand.  */
#include "align/lattice.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { RING = BEAD_REACH + 1, HALF = 256 };

/* Exponentials of scores: that of the upper and of the lower half of the bits.  */
struct powers
{
  double high[HALF];
  double low[HALF];
};

/* What the two passes find of each bead: the logarithms of all ways to where it
   begins, together with its own score, and from where it ends.  */
struct confiding
{
  const struct bead_scores *scores;
  const struct bead *beads;
  size_t len;
  double *way[SIDES]; /* to, from */
  double whole;
};

/* The last rows of a pass: of each the weights of its cells, with 0 behind them,
   and the exponentials of the scores of the beads that begin there.  */
struct pass
{
  struct confiding *c;
  double *cell[RING];
  double scale[RING];
  double *power[RING];
  int16_t *room;
  const int16_t *score; /* of the row at hand */
};

/* e^1000 is more than a number can hold; a score so far from 0 is none.  */
struct powers *
powers_new (int one)
{
  static const double MOST = 600;
  struct powers *powers = mem_new (1, sizeof *powers);
  for (int k = 0; k < HALF; k++)
    {
      double x = (double) (k - HALF / 2) * HALF / one;
      powers->high[k] = x < -MOST ? 0 : exp (fmin (x, MOST));
      powers->low[k] = exp ((double) k / one);
    }
  return powers;
}

void
powers_free (struct powers *powers)
{
  free (powers);
}

static void
pass_open (struct pass *pass, struct confiding *c)
{
  size_t stride = band_widest (c->scores->band);
  *pass = (struct pass) { .c = c };
  pass->room = mem_new (BEAD_KINDS * stride + LANES, sizeof *pass->room);
  for (size_t r = 0; r < RING; r++)
    {
      pass->cell[r] = mem_new (stride + LANES, sizeof **pass->cell);
      pass->power[r]
        = mem_new (BEAD_KINDS * stride + LANES, sizeof **pass->power);
    }
}

static void
pass_free (struct pass *pass)
{
  free (pass->room);
  for (size_t r = 0; r < RING; r++)
    {
      free (pass->cell[r]);
      free (pass->power[r]);
    }
}

/* Takes row I in hand: its scores, their exponentials, and cells of weight 0.  */
static void
begin_row (struct pass *pass, size_t i)
{
  const struct bead_scores *scores = pass->c->scores;
  const struct powers *powers = scores->powers;
  size_t stride = band_stride (scores->band, i);
  double *power = pass->power[i % RING];
  const int16_t *score = pass->score
    = scores->row (scores->context, i, pass->room);
  for (unsigned k = 0; k < BEAD_KINDS; k++, power += stride, score += stride)
    if (i + bead_kinds[k].count[ORIGINAL] <= scores->band->len[ORIGINAL])
      for (size_t c = 0; c < stride; c++)
        power[c] = powers->high[(score[c] >> 8) + HALF / 2]
                   * powers->low[score[c] & (HALF - 1)];
  memset (pass->cell[i % RING], 0,
          (stride + LANES) * sizeof **pass->cell);
}

/* Adds to the LEN cells TO and some behind them what comes from FROM by beads of
   weight POWER.  */
static void
add_ways (double *restrict to, size_t len, const double *restrict from,
          const double *restrict power, double part)
{
  for (size_t c = 0; c < len; c += LANES)
    for (size_t l = c; l < c + LANES; l++)
      to[l] += from[l] * part * power[l];
}

/* Fills PARTS: of [a] sentences, what the cells of the row from which so many lead
   to row I, or to which so many lead from it where BACK, are multiplied by to be in
   parts of e^SCALE.  */
static void
find_parts (const struct pass *pass, size_t i, bool back, double scale,
            double parts[RING])
{
  size_t most = back ? pass->c->scores->band->len[ORIGINAL] - i : i;
  for (size_t a = 1; a < RING && a <= most; a++)
    parts[a] = exp (pass->scale[(back ? i + a : i - a) % RING] - scale);
}

/* Brings row I, whose cells are in parts of e^SCALE, to parts of its largest.  */
static void
scale_row (struct pass *pass, size_t i, double scale)
{
  const struct band *band = pass->c->scores->band;
  double *cell = pass->cell[i % RING], most = 0;
  size_t width = band->high[i] - band->low[i] + 1;
  for (size_t c = 0; c < width; c++)
    most = cell[c] > most ? cell[c] : most;
  for (size_t c = 0; most > 0 && c < width; c++)
    cell[c] /= most;
  for (size_t c = width; c < band_stride (band, i) + LANES; c++)
    cell[c] = 0;
  pass->scale[i % RING] = scale + (most > 0 ? log (most) : 0);
}

/* The cells of row I from the beginning.  */
static void
forward_row (struct pass *pass, size_t i)
{
  const struct band *band = pass->c->scores->band;
  double *cell = pass->cell[i % RING];
  double scale = i > 0 ? pass->scale[(i - 1) % RING] : 0;
  size_t stride = band_stride (band, i);
  double parts[RING];
  begin_row (pass, i);
  find_parts (pass, i, false, scale, parts);
  cell[0] = i == 0;
  for (unsigned k = 0; k < BEAD_KINDS; k++)
    {
      size_t a = bead_kinds[k].count[ORIGINAL];
      size_t r = (i - a) % RING;
      struct span span;
      if (k == KIND_ADDED || a > i
          || !band_span (band, i - a, i, bead_kinds[k].count[TRANSLATION],
                         &span))
        continue;
      add_ways (cell + span.to, span.len, pass->cell[r] + span.from,
                pass->power[r] + k * band_stride (band, i - a) + span.from,
                parts[a]);
    }
  const double *along = pass->power[i % RING] + KIND_ADDED * stride;
  for (size_t c = 1; c <= band->high[i] - band->low[i]; c++)
    cell[c] += cell[c - 1] * along[c - 1];
  scale_row (pass, i, scale);
}

static void
go_forward (struct confiding *c)
{
  const struct band *band = c->scores->band;
  struct pass pass;
  size_t k = 0;
  pass_open (&pass, c);
  for (size_t i = 0; i <= band->len[ORIGINAL]; i++)
    {
      size_t stride = band_stride (band, i);
      forward_row (&pass, i);
      for (; k < c->len && c->beads[k].first[ORIGINAL] == i; k++)
        {
          const struct bead *bead = &c->beads[k];
          size_t at = bead->first[TRANSLATION] - band->low[i];
          unsigned kind = bead_kind_of (bead->count[ORIGINAL],
                                        bead->count[TRANSLATION]);
          c->way[0][k] = log (pass.cell[i % RING][at]) + pass.scale[i % RING]
                         + (double) pass.score[kind * stride + at]
                             / c->scores->one;
        }
    }
  pass_free (&pass);
}

/* The cells of row I from the end.  */
static void
backward_row (struct pass *pass, size_t i)
{
  const struct band *band = pass->c->scores->band;
  size_t last = band->len[ORIGINAL], width = band->high[i] - band->low[i];
  size_t stride = band_stride (band, i);
  double *cell = pass->cell[i % RING];
  const double *power = pass->power[i % RING];
  double scale = i < last ? pass->scale[(i + 1) % RING] : 0;
  double parts[RING];
  begin_row (pass, i);
  find_parts (pass, i, true, scale, parts);
  cell[width] = i == last;
  for (unsigned k = 0; k < BEAD_KINDS; k++)
    {
      size_t a = bead_kinds[k].count[ORIGINAL], x = i + a;
      struct span span;
      if (k == KIND_ADDED || x > last
          || !band_span (band, i, x, bead_kinds[k].count[TRANSLATION], &span))
        continue;
      add_ways (cell + span.from, span.len, pass->cell[x % RING] + span.to,
                power + k * stride + span.from,
                parts[a]);
    }
  const double *along = power + KIND_ADDED * stride;
  for (size_t c = width; c-- > 0;)
    cell[c] += cell[c + 1] * along[c];
  scale_row (pass, i, scale);
}

static void
go_backward (struct confiding *c)
{
  const struct band *band = c->scores->band;
  struct pass pass;
  size_t k = c->len;
  pass_open (&pass, c);
  for (size_t i = band->len[ORIGINAL] + 1; i-- > 0;)
    {
      backward_row (&pass, i);
      for (; k > 0
             && c->beads[k - 1].first[ORIGINAL]
                    + c->beads[k - 1].count[ORIGINAL] == i;
           k--)
        {
          const struct bead *bead = &c->beads[k - 1];
          size_t end = bead->first[TRANSLATION] + bead->count[TRANSLATION];
          c->way[1][k - 1] = log (pass.cell[i % RING][end - band->low[i]])
                             + pass.scale[i % RING];
        }
    }
  c->whole = log (pass.cell[0][0]) + pass.scale[0];
  pass_free (&pass);
}

static void
go (void *data, size_t index, size_t worker)
{
  (void) worker;
  if (index == 0)
    go_forward (data);
  else
    go_backward (data);
}

void
lattice_confide (const struct bead_scores *scores, struct bead *beads,
                 size_t len, struct workers *workers)
{
  struct confiding c = { .scores = scores, .beads = beads, .len = len };
  for (int s = 0; s < SIDES; s++)
    c.way[s] = mem_new (len, sizeof **c.way);
  workers_run (workers, SIDES, go, &c);
  for (size_t k = 0; k < len; k++)
    beads[k].confidence
      = (float) fmin (1, exp (c.way[0][k] + c.way[1][k] - c.whole));
  for (int s = 0; s < SIDES; s++)
    free (c.way[s]);
}
