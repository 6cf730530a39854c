/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scores of the beads that begin in a row of the band.  Loops over columns go
   by LANES of them, so that the compiler can take them together; they may run
   beyond the last one, where nothing is of use.  */
#include "align/weigh_private.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"

/* Where lengths alone weigh so much against a bead, nothing else is looked at: it
   is given a score that no other can be worse than.  */
static const float HOPELESS = -25, NO_HOPE = -1e5F;

struct scales *
scales_new (void)
{
  return mem_new (1, sizeof (struct scales));
}

void
scales_free (struct scales *scales)
{
  free (scales->met[ORIGINAL]);
  free (scales->met[TRANSLATION]);
  free (scales->score);
  free (scales->drawn);
  free (scales->sum);
  free (scales->weakest);
  free (scales->mean);
  free (scales->together);
  free (scales->united);
  free (scales->own);
  free (scales->other);
  free (scales->tally);
  free (scales);
}

void
scales_take (struct scales *scales, const struct weigher *weigher,
             const struct attraction *attraction)
{
  scales->weigher = weigher;
  scales->attraction = attraction;
  scales_meet (scales);
}

/* Zeroed room for LEN numbers of SIZE bytes in place of OLD.  */
static void *
room_for (void *old, size_t len, size_t size)
{
  free (old);
  return mem_new (len, size);
}

static void
scales_reserve (struct scales *s, size_t columns)
{
  size_t more = columns + LANES;
  if (columns <= s->room)
    return;
  s->room = columns;
  s->score = room_for (s->score, BEAD_KINDS * columns + LANES, sizeof *s->score);
  s->drawn = room_for (s->drawn, more, sizeof *s->drawn);
  s->sum = room_for (s->sum, more, sizeof *s->sum);
  s->weakest = room_for (s->weakest, more, sizeof *s->weakest);
  s->mean = room_for (s->mean, more + BEAD_REACH + 1, sizeof *s->mean);
  s->together = room_for (s->together, more, sizeof *s->together);
  s->united = room_for (s->united, more, sizeof *s->united);
  s->own = room_for (s->own, BEAD_REACH * columns, sizeof *s->own);
  s->other = room_for (s->other, more, sizeof *s->other);
  s->tally = room_for (s->tally, more, sizeof *s->tally);
}

/* A row that is being weighed.  */
struct row
{
  struct scales *scales;
  size_t i;
  size_t low; /* the first column */
  size_t len; /* columns */
  size_t stride;
};

/* --- lengths, ends, marks ----------------------------------------------- */

/* The scores of beads of KIND by what is looked up: their lengths, how they begin
   and end.  */
static void
weigh_looks (const struct row *row, unsigned kind, float *restrict score)
{
  const struct weigher *w = row->scales->weigher;
  const struct face *z = &w->face[ORIGINAL];
  const struct columns *columns = &w->columns;
  const size_t *done = w->scene->matter[ORIGINAL]->done;
  size_t i = row->i, x = i + bead_kinds[kind].count[ORIGINAL] - 1;
  size_t b = bead_kinds[kind].count[TRANSLATION] - 1, j = row->low;
  const float *bytes = columns->bytes[b] + j, *cut = columns->cut[b] + j;
  const float *begin = columns->begin[z->begin[i] & 1] + j;
  const float *last = columns->last[z->last[x]] + j + b;
  const float *edge = columns->edge[z->edge[x]] + j + b;
  const uint8_t *clauses = columns->clauses[b] + j;
  const float *by_clauses
    = w->clauses[matter_clauses (w->scene->matter[ORIGINAL], i, x + 1 - i,
                                 CLAUSES_MOST)];
  float own = w->kind[kind] + (z->cut[x] - z->cut[i]);
  float original = (float) (done[x + 1] - done[i]), ratio = w->ratio;
  for (size_t c = 0; c < row->stride; c += LANES)
    {
      int at[LANES];
      float length[LANES], clause[LANES];
      for (size_t l = 0; l < LANES; l++)
        {
          float d = fabsf (length_of (ratio, original, bytes[c + l]))
                    * LENGTHS_STEP;
          at[l] = (int) ((d < LENGTHS - 1 ? d : LENGTHS - 1) + 0.5F);
        }
      for (size_t l = 0; l < LANES; l++)
        {
          length[l] = w->length[at[l]];
          clause[l] = by_clauses[clauses[c + l]];
        }
      for (size_t l = 0; l < LANES; l++)
        {
          float base = own + cut[c + l] + length[l];
          float rest
            = clause[l] + begin[c + l] + last[c + l] + edge[c + l];
          score[c + l] = base < HOPELESS ? NO_HOPE : base + rest;
        }
    }
}

/* A mark that stands near the row.  */
struct mark_near
{
  int16_t weight;
  int16_t own[BEAD_REACH]; /* how many there are in the first sentences from the
                              row on */
  const int16_t *there;    /* the column of it */
};

/* Finds the marks that some bead of the row has; returns how many.  */
static size_t
find_marks (const struct row *row, struct mark_near near[MARKS])
{
  const struct weigher *w = row->scales->weigher;
  const struct matter *z = w->scene->matter[ORIGINAL];
  const struct matter *e = w->scene->matter[TRANSLATION];
  size_t end = row->low + row->len - 1 + BEAD_REACH, count = 0;
  end = end < e->len ? end : e->len;
  for (unsigned m = 0; m < MARKS; m++)
    {
      bool any = e->marks[end][m] != e->marks[row->low][m];
      near[count].weight = w->mark[m];
      near[count].there = w->columns.mark[m] + row->low;
      for (size_t a = 1; a <= BEAD_REACH && row->i + a <= z->len; a++)
        {
          near[count].own[a - 1] = (int16_t) (z->marks[row->i + a][m]
                                              - z->marks[row->i][m]);
          any = any || near[count].own[a - 1] != 0;
        }
      count += any;
    }
  return count;
}

/* Adds the differences of the counts of the LEN marks NEAR, each with its
   weight.  */
static void
weigh_marks (const struct row *row, unsigned kind,
             const struct mark_near *near, size_t len, float *restrict score)
{
  size_t a = bead_kinds[kind].count[ORIGINAL] - 1;
  size_t b = bead_kinds[kind].count[TRANSLATION];
  float one = 1 / row->scales->weigher->mark_one;
  for (size_t c = 0; c < row->stride; c += LANES)
    {
      int16_t sum[LANES] = { 0 };
      for (size_t m = 0; m < len; m++)
        {
          const int16_t *there = near[m].there + c;
          int16_t own = near[m].own[a], weight = near[m].weight;
          for (size_t l = 0; l < LANES; l++)
            {
              int16_t by = (int16_t) (own - there[l + b] + there[l]);
              int16_t back = (int16_t) -by;
              by = by > back ? by : back;
              by = by < 3 ? by : 3;
              sum[l] = (int16_t) (sum[l] + by * weight);
            }
        }
      for (size_t l = 0; l < LANES; l++)
        score[c + l] += (float) sum[l] * one;
    }
}

/* --- what is drawn ------------------------------------------------------ */

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

/* Adds what B sentences of the translation draw of the original.  */
static void
weigh_back (const struct row *row, size_t b)
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

/* Adds what A sentences of the original draw of the translation.  */
static void
weigh_there (const struct row *row, size_t a)
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

/* --- the rest ----------------------------------------------------------- */

/* Sentence K of side S alone, between L - 1 and L of the other.  */
static float
empty_score (const struct scales *scales, enum side s, size_t k, size_t l)
{
  const struct weigher *w = scales->weigher;
  const struct face *face = &w->face[s];
  const struct face *other = &w->face[!s];
  float drawn = 0;
  for (size_t y = l > 0 ? l - 1 : 0; y < other->len && y <= l; y++)
    drawn = fmaxf (drawn, attraction_of (scales->attraction, side_facing (s),
                                         1, s == ORIGINAL ? k : y,
                                         s == ORIGINAL ? y : k));
  bool own_end = face->edge[k] >> 2;
  bool other_end = l == 0 || other->edge[l - 1] >> 2;
  float score = w->kind[0] + face->empty[k]
                + w->w[TERM_EMPTY_DRAWN] * drawn * face->each[k];
  if (!w->scene->paragraphs)
    return score;
  return score
         + (own_end != other_end ? w->w[TERM_PARAGRAPH_ONE]
            : own_end            ? w->w[TERM_PARAGRAPH_BOTH]
                                 : 0);
}

/* The beads of one side alone, and how strongly pairs are drawn to each
   other.  */
static void
weigh_lone (const struct row *row)
{
  const struct scales *scales = row->scales;
  const struct attraction *a = scales->attraction;
  const struct face *z = &scales->weigher->face[ORIGINAL];
  const struct face *e = &scales->weigher->face[TRANSLATION];
  float *omitted = scales->score, *added = scales->score + row->stride;
  for (size_t c = 0; c < row->len; c++)
    {
      size_t i = row->i, j = row->low + c;
      if (i < z->len)
        omitted[c] = empty_score (scales, ORIGINAL, i, j);
      if (j < e->len)
        added[c] = empty_score (scales, TRANSLATION, j, i);
      if (i < z->len && j < e->len)
        scales->drawn[c]
          += attraction_of (a, ORIGINAL, 1, i, j) * e->each[j]
             + attraction_of (a, TRANSLATION, 1, i, j) * z->each[i];
      else
        scales->drawn[c] = 0;
    }
}

struct weighed
scales_weigh (struct scales *scales, const struct band *band, size_t i)
{
  size_t stride = band_stride (band, i);
  const struct row row = { scales, i, band->low[i],
                           band->high[i] - band->low[i] + 1, stride };
  struct mark_near near[MARKS];
  size_t left = scales->weigher->face[ORIGINAL].len - i;
  scales_reserve (scales, stride);
  size_t marks = find_marks (&row, near);
  for (unsigned k = KIND_PAIR; k < BEAD_KINDS; k++)
    if (bead_kinds[k].count[ORIGINAL] <= left)
      {
        float *score = scales->score + k * stride;
        weigh_looks (&row, k, score);
        weigh_marks (&row, k, near, marks, score);
      }
  scales_anchors (scales, band, i);
  for (size_t b = 1; b <= BEAD_REACH; b++)
    weigh_back (&row, b);
  for (size_t a = 1; a <= BEAD_REACH && a <= left; a++)
    weigh_there (&row, a);
  for (size_t c = 2 * stride; c < BEAD_KINDS * stride; c++)
    scales->score[c] = scales->score[c] > WEIGHED_HOPELESS
                         ? scales->score[c]
                         : WEIGHED_HOPELESS;
  weigh_lone (&row);
  return (struct weighed) { stride, scales->score, scales->drawn };
}
