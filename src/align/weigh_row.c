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
  float original = (float) (done[x + 1] - done[i]);
  float ratio = w->scene->ratio[i];
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
  bool before = k == 0 || face->edge[k - 1] >> 2;
  bool end = face->edge[k] >> 2;
  bool other_end = l == 0 || other->edge[l - 1] >> 2;
  float score = w->kind[0] + face->empty[k]
                + w->w[TERM_EMPTY_DRAWN] * drawn * face->each[k];
  if (!w->scene->paragraphs)
    return score;
  return score
         + (end && other_end ? w->w[TERM_PARAGRAPH_BOTH] : 0)
         + w->w[TERM_PARAGRAPH_ONE]
             * (float) terms_lone_ends (before, end, other_end);
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
    scales_back (&row, b);
  for (size_t a = 1; a <= BEAD_REACH && a <= left; a++)
    scales_there (&row, a);
  for (size_t c = 2 * stride; c < BEAD_KINDS * stride; c++)
    scales->score[c] = scales->score[c] > WEIGHED_HOPELESS
                         ? scales->score[c]
                         : WEIGHED_HOPELESS;
  weigh_lone (&row);
  return (struct weighed) { stride, scales->score, scales->drawn };
}
