/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How strongly the sentences of the beads that begin in a row are drawn to each
   other.  */
#include "align/weigh_private.h"

#include <math.h>
#include <stddef.h>

/* What rows of ATTRACTION have for the columns of a row: number C of it is that of
   column C, from FROM on; before that there is none.  */
struct strip
{
  const float *at; /* NULL: none at all */
  size_t from;
};

/* Row X of what COUNT sentences of side G draw.  */
static struct strip
strip_of (const struct row *row, enum side g, size_t count, size_t x)
{
  const struct attraction *a = row->scales->attraction;
  size_t k = x - a->first; /* beyond the rows where x is before them */
  if (k >= a->rows || row->low + row->len <= a->low[k])
    return (struct strip) { NULL, 0 };
  size_t from = a->low[k] > row->low ? a->low[k] - row->low : 0;
  return (struct strip) {
    attraction_row (a, g, count, k) - a->low[k] + row->low, from };
}

/* Adds STRIP, each number PER token, to the sums, and looks for the weakest.  */
static void
pull_more (const struct row *row, const struct strip *strip, float per)
{
  float *restrict sum = row->scales->sum;
  float *restrict weakest = row->scales->weakest;
  size_t from = strip->at ? strip->from : row->stride;
  for (size_t c = 0; c < from; c++)
    weakest[c] = 0;
  for (size_t c = from; c < row->stride; c += LANES)
    for (size_t l = c; l < c + LANES; l++)
      {
        float drawn = strip->at[l], mean = drawn * per;
        sum[l] += drawn;
        weakest[l] = mean < weakest[l] ? mean : weakest[l];
      }
}

/* Adds BY times STRIP to the scores.  */
static void
add_strip (const struct row *row, const struct strip *strip, float by,
           float *restrict score)
{
  if (!strip->at)
    return;
  size_t c = strip->from;
  for (; c % LANES != 0; c++)
    score[c] += by * strip->at[c];
  for (; c < row->stride; c += LANES)
    for (size_t l = c; l < c + LANES; l++)
      score[l] += by * strip->at[l];
}

static void
clear_pulls (const struct row *row)
{
  for (size_t c = 0; c < row->stride + LANES; c++)
    {
      row->scales->sum[c] = 0;
      row->scales->weakest[c] = INFINITY;
    }
}

/* The scores of the beads of A and B sentences; NULL where there are none.  */
static float *
scores_of (const struct row *row, size_t a, size_t b)
{
  unsigned kind = bead_kind_of (a, b);
  return kind < BEAD_KINDS ? row->scales->score + kind * row->stride : NULL;
}

void
scales_back (const struct row *row, size_t b)
{
  const struct weigher *w = row->scales->weigher;
  const struct face *z = &w->face[ORIGINAL];
  float weakest = w->w[TERM_WEAKEST_Z], outside = w->w[TERM_OUTSIDE_Z];
  size_t i = row->i;
  struct strip before = { NULL, 0 };
  if (i > 0)
    before = strip_of (row, TRANSLATION, b, i - 1);
  clear_pulls (row);
  for (size_t a = 1; a <= BEAD_REACH && i + a <= z->len; a++)
    {
      struct strip strip = strip_of (row, TRANSLATION, b, i + a - 1);
      struct strip behind = strip_of (row, TRANSLATION, b, i + a);
      float *restrict score = scores_of (row, a, b);
      float pull = w->w[TERM_DRAWN_Z]
                   + w->w[TERM_MEAN_Z] / (z->tokens[i + a] - z->tokens[i]);
      pull_more (row, &strip, z->each[i + a - 1]);
      if (!score)
        continue;
      for (size_t c = 0; c < row->stride; c += LANES)
        for (size_t l = c; l < c + LANES; l++)
          score[l] += pull * row->scales->sum[l]
                      + weakest * row->scales->weakest[l];
      if (i > 0)
        add_strip (row, &before, outside * z->each[i - 1], score);
      add_strip (row, &behind, outside * z->each[i + a], score);
    }
}

void
scales_there (const struct row *row, size_t a)
{
  const struct weigher *w = row->scales->weigher;
  const float *each = w->face[TRANSLATION].each + row->low;
  float by_weakest = w->w[TERM_WEAKEST_E], outside = w->w[TERM_OUTSIDE_E];
  float *restrict sum = row->scales->sum;
  float *restrict weakest = row->scales->weakest;
  float *restrict mean = row->scales->mean + 1;
  struct strip strip = strip_of (row, ORIGINAL, a, row->i);
  if (!strip.at)
    return;
  clear_pulls (row);
  mean[-1] = row->low > 0 ? strip.at[-1] * each[-1] : 0;
  for (size_t c = 0; c < row->stride + BEAD_REACH; c++)
    mean[c] = strip.at[c] * each[c];
  for (size_t b = 1; b <= BEAD_REACH; b++)
    {
      float *restrict score = scores_of (row, a, b);
      const float *drawn = strip.at + b - 1, *last = mean + b - 1;
      const float *pull = w->columns.pull[b - 1] + row->low;
      for (size_t c = 0; c < row->stride; c += LANES)
        for (size_t l = c; l < c + LANES; l++)
          {
            sum[l] += drawn[l];
            weakest[l] = last[l] < weakest[l] ? last[l] : weakest[l];
          }
      for (size_t c = 0; score && c < row->stride; c += LANES)
        for (size_t l = c; l < c + LANES; l++)
          score[l] += pull[l] * sum[l] + by_weakest * weakest[l]
                      + outside * (mean[(ptrdiff_t) l - 1] + last[l + 1]);
    }
}
