/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Matches paragraphs by length and kind, headlines and bylines first.  */
#include "align/paragraph_groups.h"

#include <math.h>
#include <stdlib.h>

#include "align/lattice.h"
#include "align/length.h"
#include "base/mem.h"

/* Gale and Church match paragraphs by the same programme as sentences.  The
   costs are ours: a whole paragraph is seldom left out, joined or split.  */
static const float kind_cost[BEAD_KINDS]
  = { -7, -7, 0, -3, -3, -5, -5, -8, -8, -9, -9, -6, -9, -9, -9, -10, -10 };
static const float other_block_cost = -4;
static const float same_block_gain = 2; /* for what is no body */

/* The paragraphs from some place on, as units of the dynamic programme.  */
struct units
{
  struct length_model length;
  size_t len[SIDES];
  size_t *done[SIDES];  /* bytes in the first i paragraphs */
  size_t *first[SIDES]; /* first sentence of paragraph i, one more at the end */
  const struct paragraph *blocks[SIDES];
};

static void
units_open (struct units *units, const struct first_side side[SIDES],
            const struct length_model *model)
{
  for (enum side s = 0; s < SIDES; s++)
    {
      size_t len = side[s].paragraphs, at = 0;
      units->len[s] = len;
      units->blocks[s] = side[s].blocks;
      units->first[s] = mem_new (len + 1, sizeof *units->first[s]);
      units->done[s] = mem_new (len + 1, sizeof *units->done[s]);
      for (size_t p = 0; p <= len; p++)
        {
          while (at < side[s].len && (p == len || side[s].paragraph[at] < p))
            at++;
          units->first[s][p] = at;
          units->done[s][p] = side[s].done[at];
        }
    }
  units->length = *model;
  length_move (&units->length, units->len,
               (const size_t *const *) units->done);
}

static void
units_free (struct units *units)
{
  for (enum side s = 0; s < SIDES; s++)
    {
      free (units->first[s]);
      free (units->done[s]);
    }
}

static float
paragraph_score (const struct units *units, size_t i, size_t j, unsigned kind)
{
  size_t first[SIDES] = { i, j }, count[SIDES];
  for (enum side s = 0; s < SIDES; s++)
    count[s] = bead_kinds[kind].count[s];
  double d = length_deviation (&units->length, first, count);
  float score = kind_cost[kind] + length_tail (&units->length, (float) d);
  enum block body = BLOCK_BODY;
  for (size_t a = 0; a < count[ORIGINAL]; a++)
    for (size_t b = 0; b < count[TRANSLATION]; b++)
      {
        enum block x = units->blocks[ORIGINAL][i + a].block;
        enum block y = units->blocks[TRANSLATION][j + b].block;
        score += x != y ? other_block_cost : x != body ? same_block_gain : 0;
      }
  return score;
}

/* Scores are kept in parts of it.  */
enum { SCORE_ONE = 256 };

/* Units, and the band in which they are matched.  */
struct matching
{
  const struct units *units;
  const struct band *band;
};

static const int16_t *
paragraph_row (const void *context, size_t i, int16_t *room)
{
  const struct matching *matching = context;
  const struct band *band = matching->band;
  size_t stride = band_stride (band, i);
  for (unsigned k = 0; k < BEAD_KINDS; k++)
    for (size_t j = band->low[i]; j <= band->high[i]; j++)
      if (i + bead_kinds[k].count[ORIGINAL] <= band->len[ORIGINAL]
          && j + bead_kinds[k].count[TRANSLATION] <= band->len[TRANSLATION])
        room[k * stride + j - band->low[i]] = (int16_t) lrintf (
          paragraph_score (matching->units, i, j, k) * SCORE_ONE);
  return room;
}

/* How many paragraphs from FROM on are of the kind BLOCK.  */
static size_t
block_run (const struct units *units, enum side s, size_t from,
           enum block block)
{
  size_t p = from;
  while (p < units->len[s] && units->blocks[s][p].block == block)
    p++;
  return p - from;
}

static void
group_add (const struct units *units, const size_t from[SIDES],
           const size_t count[SIDES], struct beads *groups)
{
  struct bead group = { .confidence = 0 };
  for (enum side s = 0; s < SIDES; s++)
    {
      group.first[s] = units->first[s][from[s]];
      group.count[s] = units->first[s][from[s] + count[s]] - group.first[s];
    }
  if (group.count[ORIGINAL] + group.count[TRANSLATION] > 0)
    VEC_PUSH (groups, group);
}

/* Headlines at the start face headlines, bylines behind them bylines; moves
   FROM behind what it has matched.  */
static void
opening_groups (const struct units *units, size_t from[SIDES],
                struct beads *groups)
{
  static const enum block order[] = { BLOCK_HEADLINE, BLOCK_BYLINE };
  for (size_t k = 0; k < sizeof order / sizeof *order; k++)
    {
      size_t run[SIDES];
      for (enum side s = 0; s < SIDES; s++)
        run[s] = block_run (units, s, from[s], order[k]);
      if (run[ORIGINAL] == 0 || run[TRANSLATION] == 0)
        continue;
      group_add (units, from, run, groups);
      for (enum side s = 0; s < SIDES; s++)
        from[s] += run[s];
    }
}

/* Whether the paragraphs' beads can be trusted: little is left without its
   like, and the lengths agree.  */
static bool
beads_are_sound (const struct units *units, const struct beads *beads)
{
  double alone = 0, all = 1, strain = 0, faced = 1;
  for (size_t k = 0; k < beads->len; k++)
    {
      const struct bead *bead = &beads->items[k];
      double bytes = 0;
      for (enum side s = 0; s < SIDES; s++)
        bytes += (double) (units->done[s][bead->first[s] + bead->count[s]]
                           - units->done[s][bead->first[s]]);
      all += bytes;
      if (bead->count[ORIGINAL] == 0 || bead->count[TRANSLATION] == 0)
        alone += bytes;
      else
        {
          strain += fabs (
            length_deviation (&units->length, bead->first, bead->count));
          faced++;
        }
    }
  return alone / all < 0.1 && strain / faced < 2.5;
}

/* The paragraphs of both sides from FROM on, matched; false where they don't
   answer to each other.  */
static bool
match_rest (struct units *units, const size_t from[SIDES],
            struct beads *groups)
{
  struct beads found = { 0 };
  struct band band;
  struct units rest = *units;
  for (enum side s = 0; s < SIDES; s++)
    {
      rest.len[s] -= from[s];
      rest.done[s] += from[s];
      rest.first[s] += from[s];
      rest.blocks[s] += from[s];
      rest.length.done[s] = rest.done[s];
    }
  size_t more = rest.len[ORIGINAL] > rest.len[TRANSLATION]
                  ? rest.len[ORIGINAL] - rest.len[TRANSLATION]
                  : rest.len[TRANSLATION] - rest.len[ORIGINAL];
  band_along (&band, rest.len, (const size_t *const *) rest.done,
              20 + (more < 200 ? more : 200));
  struct matching matching = { &rest, &band };
  struct bead_scores scores
    = { &band, paragraph_row, &matching, SCORE_ONE, NULL };
  lattice_best (&scores, &found);
  band_free (&band);
  bool sound = beads_are_sound (&rest, &found);
  for (size_t k = 0; sound && k < found.len; k++)
    group_add (&rest, found.items[k].first, found.items[k].count, groups);
  VEC_FREE (&found);
  return sound;
}

void
paragraph_groups (const struct first_side side[SIDES],
                  const struct length_model *model, struct beads *groups)
{
  struct units units;
  units_open (&units, side, model);
  size_t from[SIDES] = { 0, 0 }, rest[SIDES];
  opening_groups (&units, from, groups);
  if (!match_rest (&units, from, groups))
    {
      for (enum side s = 0; s < SIDES; s++)
        rest[s] = units.len[s] - from[s];
      group_add (&units, from, rest, groups);
    }
  units_free (&units);
}
