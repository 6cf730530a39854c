/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scores of all beads of a band, and what the way through it is worth.  */
#include "align/pool_private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "align/weigh.h"
#include "base/mem.h"

/* A score is kept in 16 bits, which halves the memory of long texts: up to 1,000
   by steps of 0.03.  */
enum { SCORE_ONE = 32 };

void
scores_open (struct scores *scores, const struct band *band)
{
  size_t rows = band->len[ORIGINAL] + 1;
  scores->band = band;
  scores->start = mem_new (rows + 1, sizeof *scores->start);
  for (size_t i = 0; i < rows; i++)
    scores->start[i + 1]
      = scores->start[i] + BEAD_KINDS * band_stride (band, i);
  scores->score
    = mem_new (scores->start[rows] + LANES, sizeof *scores->score);
  scores->drawn = mem_new (band_cells (band), sizeof *scores->drawn);
}

void
scores_free (struct scores *scores)
{
  free (scores->start);
  free (scores->score);
  free (scores->drawn);
}

void
scores_note (struct scores *scores, const struct weighed *weighed, size_t i)
{
  const struct band *band = scores->band;
  int16_t *score = scores->score + scores->start[i];
  for (size_t k = 0; k < BEAD_KINDS * weighed->stride; k += LANES)
    for (size_t l = k; l < k + LANES; l++)
      {
        float own = weighed->score[l] * SCORE_ONE;
        own = own < INT16_MAX ? own : INT16_MAX;
        score[l] = (int16_t) (int) (own > INT16_MIN ? own : INT16_MIN);
      }
  memcpy (scores->drawn + band->start[i], weighed->drawn,
          (band->start[i + 1] - band->start[i]) * sizeof *scores->drawn);
}

static const int16_t *
noted_row (const void *context, size_t i, int16_t *room)
{
  const struct scores *scores = context;
  (void) room;
  return scores->score + scores->start[i];
}

struct powers *
scores_powers (void)
{
  return powers_new (SCORE_ONE);
}

struct bead_scores
scores_noted (const struct scores *scores, const struct powers *powers)
{
  return (struct bead_scores) { scores->band, noted_row, scores, SCORE_ONE,
                                powers };
}

/* How much more strongly sentences on the path, beads FROM to TO, are drawn to
   each other than those beside it; infinite where too little is beside it to
   tell.  */
static double
agreement (const struct scores *scores, const struct beads *beads,
           size_t from, size_t to)
{
  enum { ENOUGH = 60 };
  const struct band *band = scores->band;
  const struct bead *last = &beads->items[to - 1];
  size_t first_cell = band->start[beads->items[from].first[ORIGINAL]];
  size_t end = band->start[last->first[ORIGINAL] + last->count[ORIGINAL]];
  size_t cells = end - first_cell, on = 0;
  double all = 0, path = 0;
  for (size_t c = first_cell; c < end; c++)
    all += (double) scores->drawn[c];
  for (size_t k = from; k < to; k++)
    {
      const struct bead *bead = &beads->items[k];
      if (bead->count[ORIGINAL] == 0 || bead->count[TRANSLATION] == 0)
        continue;
      path += (double) scores->drawn[band_cell (band, bead->first[ORIGINAL],
                                                bead->first[TRANSLATION])];
      on++;
    }
  if (cells < on + ENOUGH)
    return INFINITY;
  if (on == 0)
    return 0;
  double beside = (all - path) / (double) (cells - on);
  return beside > 0 ? path / (double) on / beside : INFINITY;
}

/* Texts of 30 sentences and more that are translations have an agreement of 2.3 and more
   (nine in ten 2.8), others hardly ever as much (measured on pieces of the sets,
   without a dictionary).  */
bool
scores_trust (const struct scores *scores, struct beads *beads)
{
  enum { PIECE = 400 };
  static const double SOUND = 2.4, LOST = 2.1;
  size_t pieces = beads->len / PIECE + 1;
  bool lost = false;
  for (size_t p = 0; p < pieces && beads->len > 0; p++)
    {
      size_t from = p * beads->len / pieces;
      size_t to = (p + 1) * beads->len / pieces;
      double agree = agreement (scores, beads, from, to);
      if (agree >= SOUND)
        continue;
      float part = (float) fmax (0, (agree - 1) / (SOUND - 1));
      for (size_t k = from; k < to; k++)
        beads->items[k].confidence *= part * part;
      lost = lost || agree < LOST;
    }
  return lost;
}

bool
scores_edge (const struct scores *scores, struct beads *beads,
             const bool *kept)
{
  const struct band *band = scores->band;
  size_t m = band->len[TRANSLATION];
  bool any = false;
  for (size_t k = 0; k < beads->len; k++)
    {
      struct bead *bead = &beads->items[k];
      size_t i = bead->first[ORIGINAL], j = bead->first[TRANSLATION];
      if (!kept[k]
          && ((j > 0 && j == band->low[i]) || (j < m && j == band->high[i])))
        {
          bead->confidence = 0;
          any = true;
        }
    }
  return any;
}

