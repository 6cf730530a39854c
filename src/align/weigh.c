/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scores of beads, fast.  */
#include "align/weigh.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* Deviations of length are looked up, up to 20 by steps of 1/64.  */
enum { STEPS = 64, FARTHEST = 20 };

/* Weights of marks are kept in parts of 1024.  */
enum { MARK_ONE = 1024 };

/* Where lengths alone weigh so much against a bead, nothing else is looked at: it
   is given a score that no other can be worse than.  */
static const float HOPELESS = -25;

/* How a sentence ends: its last mark in classes, and bits.  */
enum { LASTS = LOOK_LASTS, EDGES = 8 };

/* A side, sentence by sentence.  */
struct face
{
  size_t len;
  float *cut;       /* the ends of the first i sentences inside a bead */
  float *tokens;    /* of the first i sentences */
  float *each;      /* 1 / tokens of sentence i */
  float *empty;     /* sentence i alone, but for what it is drawn to */
  uint8_t *last;    /* LASTS */
  uint8_t *edge;    /* ends with a quote 1, within one 2, its paragraph 4 */
  uint8_t *begin;   /* begins with a quote 1, with a small letter 2 */
  uint32_t *plain;  /* which of its anchors are so, a bit each */
  uint32_t *all;    /* a bit for each anchor */
};

struct weigher
{
  const struct scene *scene;
  const float *w;
  struct face face[SIDES];
  float kind[BEAD_KINDS];
  float begin[2][4];
  float last[LASTS][LASTS];
  float edge[EDGES][EDGES];
  float paragraph[2][2]; /* whether each side ends one */
  float length[STEPS * FARTHEST + 1];
  int16_t mark[MARK_LANES];
  float ratio;
  const struct attraction *attraction;
  uint32_t *met[SIDES]; /* for each pair of sentences of ATTRACTION: which
                           anchors of side S the other has too */
};

/* --- making it ---------------------------------------------------------- */

static float
cut_weight (const float *w, enum side s, const struct look *look,
            const struct look *next)
{
  float terms[TERMS] = { 0 };
  float sum = 0;
  terms_cut (s, look, next, terms);
  for (unsigned t = TERM_CUT_Z_STOP; t <= TERM_CUT_SMALL; t++)
    sum += w[t] * terms[t];
  return sum;
}

static void
face_sentence (struct face *face, const struct weigher *weigher, enum side s,
               size_t i)
{
  const struct matter *m = weigher->scene->matter[s];
  const struct look *look = m->looks + i;
  const float *w = weigher->w;
  bool end = weigher->scene->paragraphs && terms_ends_paragraph (m, i);
  float tokens = weigher->scene->tokens[s][i];
  float bytes = (float) (m->done[i + 1] - m->done[i]);
  face->cut[i + 1]
    = face->cut[i] + (end ? w[TERM_PARAGRAPH_CUT] : 0)
      + (i + 1 < m->len ? cut_weight (w, s, look, look + 1) : 0);
  face->tokens[i + 1] = face->tokens[i] + tokens;
  face->each[i] = 1 / tokens;
  face->empty[i] = w[TERM_LENGTH_EMPTY] * logf (1 + bytes);
  face->last[i] = look_last (look);
  face->edge[i] = (uint8_t) (look->ends_quote | look->inside << 1 | end << 2);
  face->begin[i] = (uint8_t) (look->begins_quote | look->small << 1);
  size_t from = m->anchor_start[i], to = m->anchor_start[i + 1];
  for (size_t k = from; k < to; k++)
    {
      face->all[i] |= 1u << (k - from);
      face->plain[i] |= (uint32_t) m->anchors.items[k].plain << (k - from);
    }
}

static void
face_open (struct weigher *weigher, enum side s)
{
  struct face *face = &weigher->face[s];
  size_t len = face->len = weigher->scene->matter[s]->len;
  face->cut = mem_new (len + 1, sizeof *face->cut);
  face->tokens = mem_new (len + 1, sizeof *face->tokens);
  face->each = mem_new (len, sizeof *face->each);
  face->empty = mem_new (len, sizeof *face->empty);
  face->last = mem_new (len, sizeof *face->last);
  face->edge = mem_new (len, sizeof *face->edge);
  face->begin = mem_new (len, sizeof *face->begin);
  face->plain = mem_new (len, sizeof *face->plain);
  face->all = mem_new (len, sizeof *face->all);
  for (size_t i = 0; i < len; i++)
    face_sentence (face, weigher, s, i);
}

/* The weights of how two sentences begin and end, looked up by their bits.  */
static void
tabulate_edges (struct weigher *weigher)
{
  const float *w = weigher->w;
  for (unsigned z = 0; z < LASTS; z++)
    for (unsigned e = 0; e < LASTS; e++)
      weigher->last[z][e] = terms_lasts (z, e, w);
  for (unsigned z = 0; z < EDGES; z++)
    for (unsigned e = 0; e < EDGES; e++)
      {
        unsigned both = z & e, one = z ^ e;
        float sum = (both & 1 ? w[TERM_BOTH_END_QUOTE] : 0)
                    + (one & 1 ? w[TERM_ONE_ENDS_QUOTE] : 0)
                    + (one & 2 ? w[TERM_INSIDE_DIFFERS] : 0);
        if (weigher->scene->paragraphs)
          sum += (both & 4 ? w[TERM_PARAGRAPH_BOTH] : 0)
                 + (one & 4 ? w[TERM_PARAGRAPH_ONE] : 0);
        weigher->edge[z][e] = sum;
      }
  for (unsigned z = 0; z < 2; z++)
    for (unsigned e = 0; e < 4; e++)
      weigher->begin[z][e]
        = (z & e & 1 ? w[TERM_BOTH_BEGIN_QUOTE] : 0)
          + ((z ^ e) & 1 ? w[TERM_ONE_BEGINS_QUOTE] : 0)
          + (e & 2 ? w[TERM_BEGINS_SMALL] : 0);
}

static void
tabulate_lengths (struct weigher *weigher)
{
  const float *w = weigher->w;
  for (int step = 0; step <= STEPS * FARTHEST; step++)
    {
      float d = (float) step / STEPS;
      weigher->length[step]
        = w[TERM_LENGTH] * fminf (d * d, 25) / 2
          + w[TERM_LENGTH_ABSOLUTE] * d
          + w[TERM_LENGTH_TAIL]
              * length_tail (weigher->scene->length, d);
    }
}

struct weigher *
weigher_new (const struct scene *scene, const float weights[TERMS])
{
  struct weigher *weigher = mem_new (1, sizeof *weigher);
  weigher->scene = scene;
  weigher->w = weights;
  weigher->ratio = (float) scene->length->ratio;
  for (unsigned k = 0; k < BEAD_KINDS; k++)
    weigher->kind[k] = weights[TERM_KIND + (k > 0 ? k - 1 : 0)];
  for (unsigned m = 0; m < MARKS; m++)
    weigher->mark[m] = (int16_t) lrintf (
      fmaxf (-31, fminf (31, weights[TERM_MARK + m])) * MARK_ONE);
  tabulate_edges (weigher);
  tabulate_lengths (weigher);
  for (enum side s = 0; s < SIDES; s++)
    face_open (weigher, s);
  return weigher;
}

void
weigher_free (struct weigher *weigher)
{
  for (enum side s = 0; s < SIDES; s++)
    {
      struct face *face = &weigher->face[s];
      free (face->cut);
      free (face->tokens);
      free (face->each);
      free (face->empty);
      free (face->last);
      free (face->edge);
      free (face->begin);
      free (face->plain);
      free (face->all);
      free (weigher->met[s]);
    }
  free (weigher);
}

/* --- anchors ------------------------------------------------------------ */

/* Which anchors of sentence K of side S sentence L of the other has too.  */
static uint32_t
find_met (const struct weigher *weigher, enum side s, size_t k, size_t l)
{
  const struct matter *own = weigher->scene->matter[s];
  const struct matter *other = weigher->scene->matter[!s];
  size_t from = own->anchor_start[k], to = own->anchor_start[k + 1];
  uint32_t met = 0;
  for (size_t at = from; at < to; at++)
    if (terms_side_has (other, l, 1, &own->anchors.items[at]))
      met |= 1u << (at - from);
  return met;
}

void
weigher_take (struct weigher *weigher, const struct attraction *attraction)
{
  const struct attraction *a = attraction;
  weigher->attraction = a;
  for (enum side s = 0; s < SIDES; s++)
    {
      free (weigher->met[s]);
      weigher->met[s] = mem_new (a->rows * a->stride, sizeof *weigher->met[s]);
    }
  for (size_t row = 0; row < a->rows; row++)
    for (size_t j = a->low[row]; j < a->high[row]; j++)
      {
        size_t i = a->first + row, at = row * a->stride + (j - a->low[row]);
        if (weigher->face[ORIGINAL].all[i])
          weigher->met[ORIGINAL][at] = find_met (weigher, ORIGINAL, i, j);
        if (weigher->face[TRANSLATION].all[j])
          weigher->met[TRANSLATION][at]
            = find_met (weigher, TRANSLATION, j, i);
      }
}

static uint32_t
met_of (const struct weigher *weigher, enum side s, size_t i, size_t j)
{
  const struct attraction *a = weigher->attraction;
  size_t row = i - a->first;
  if (row < a->rows && j >= a->low[row] && j < a->high[row])
    return weigher->met[s][row * a->stride + (j - a->low[row])];
  return find_met (weigher, s, s == ORIGINAL ? i : j, s == ORIGINAL ? j : i);
}

static unsigned
count_bits (uint32_t bits)
{
  unsigned count = 0;
  for (; bits; bits &= bits - 1)
    count++;
  return count;
}

struct lone
{
  unsigned met;
  unsigned plain;
  unsigned spelt[SIDES];
};

/* Counts the anchors of side S of a bead.  */
static void
count_anchors (const struct weigher *weigher, enum side s,
               const size_t first[SIDES], const size_t count[SIDES],
               struct lone *lone)
{
  const struct face *face = &weigher->face[s];
  for (size_t k = first[s]; k < first[s] + count[s]; k++)
    {
      uint32_t all = face->all[k], met = 0;
      if (!all)
        continue;
      for (size_t l = first[!s]; l < first[!s] + count[!s]; l++)
        met |= met_of (weigher, s, s == ORIGINAL ? k : l,
                       s == ORIGINAL ? l : k);
      lone->met += count_bits (met);
      lone->plain += count_bits (face->plain[k] & ~met);
      lone->spelt[s] += count_bits (all & ~face->plain[k] & ~met);
    }
}

static bool
has_anchors (const struct weigher *weigher, const size_t first[SIDES],
             const size_t count[SIDES])
{
  for (enum side s = 0; s < SIDES; s++)
    {
      const size_t *start = weigher->scene->matter[s]->anchor_start + first[s];
      if (start[count[s]] > start[0])
        return true;
    }
  return false;
}

static float
anchor_score (const struct weigher *weigher, const size_t first[SIDES],
              const size_t count[SIDES], float *met)
{
  const float *w = weigher->w;
  struct lone lone = { 0, 0, { 0, 0 } };
  *met = 0;
  if (!has_anchors (weigher, first, count))
    return 0;
  for (enum side s = 0; s < SIDES; s++)
    count_anchors (weigher, s, first, count, &lone);
  *met = fminf ((float) lone.met / 2, 4);
  return w[TERM_MET] * *met
         + w[TERM_LONE_PLAIN] * fminf ((float) lone.plain, 6)
         + w[TERM_LONE_SPELT_Z] * (float) lone.spelt[ORIGINAL]
         + w[TERM_LONE_SPELT_E] * (float) lone.spelt[TRANSLATION];
}

/* --- what is drawn ------------------------------------------------------ */

/* Rows of ATTRACTION beside a place.  */
struct strip
{
  const float *row; /* so that ROW[j] is the number for sentence J */
  size_t low;
  size_t high;
};

static inline float
strip_at (const struct strip *strip, size_t j)
{
  return j >= strip->low && j < strip->high ? strip->row[j] : 0;
}

/* Row I of what COUNT sentences of side G draw.  */
static struct strip
strip_of (const struct attraction *a, enum side g, size_t count, size_t i)
{
  size_t row = i - a->first; /* beyond the rows where i is before them */
  if (row >= a->rows)
    return (struct strip) { NULL, 0, 0 };
  return (struct strip) {
    attraction_row (a, g, count, row) - a->low[row], a->low[row],
    a->high[row] };
}

/* What is summed up over the sentences of one side of a bead.  */
struct pulled
{
  float sum;
  float weakest; /* per token */
  float outside;
};

/* What A sentences from I on draw of B from J on.  */
static struct pulled
pull_there (const struct weigher *weigher, size_t i, size_t a, size_t j,
            size_t b)
{
  const struct face *e = &weigher->face[TRANSLATION];
  const float *each = e->each;
  struct strip strip = strip_of (weigher->attraction, ORIGINAL, a, i);
  struct pulled p = { 0, INFINITY, 0 };
  for (size_t y = j; y < j + b; y++)
    {
      float drawn = strip_at (&strip, y), mean = drawn * each[y];
      p.sum += drawn;
      p.weakest = mean < p.weakest ? mean : p.weakest;
    }
  if (j > 0)
    p.outside = strip_at (&strip, j - 1) * each[j - 1];
  if (j + b < e->len)
    p.outside += strip_at (&strip, j + b) * each[j + b];
  return p;
}

/* The same the other way round.  */
static struct pulled
pull_back (const struct weigher *weigher, size_t i, size_t a, size_t j,
           size_t b)
{
  const struct face *z = &weigher->face[ORIGINAL];
  const struct attraction *at = weigher->attraction;
  const float *each = z->each;
  struct pulled p = { 0, INFINITY, 0 };
  for (size_t x = i; x < i + a; x++)
    {
      float drawn = attraction_of (at, TRANSLATION, b, x, j);
      float mean = drawn * each[x];
      p.sum += drawn;
      p.weakest = mean < p.weakest ? mean : p.weakest;
    }
  if (i > 0)
    p.outside = attraction_of (at, TRANSLATION, b, i - 1, j) * each[i - 1];
  if (i + a < z->len)
    p.outside += attraction_of (at, TRANSLATION, b, i + a, j) * each[i + a];
  return p;
}

static float
drawn_score (const struct weigher *weigher, const size_t first[SIDES],
             const size_t count[SIDES])
{
  const float *w = weigher->w;
  size_t i = first[ORIGINAL], j = first[TRANSLATION];
  size_t a = count[ORIGINAL], b = count[TRANSLATION];
  const float *z = weigher->face[ORIGINAL].tokens;
  const float *e = weigher->face[TRANSLATION].tokens;
  struct pulled there = pull_there (weigher, i, a, j, b);
  struct pulled back = pull_back (weigher, i, a, j, b);
  return w[TERM_DRAWN_E] * there.sum + w[TERM_DRAWN_Z] * back.sum
         + w[TERM_MEAN_E] * there.sum / (e[j + b] - e[j])
         + w[TERM_MEAN_Z] * back.sum / (z[i + a] - z[i])
         + w[TERM_WEAKEST_E] * there.weakest
         + w[TERM_WEAKEST_Z] * back.weakest
         + w[TERM_OUTSIDE_E] * there.outside
         + w[TERM_OUTSIDE_Z] * back.outside;
}

/* --- beads -------------------------------------------------------------- */

static float
length_score (const struct weigher *weigher, const size_t first[SIDES],
              const size_t count[SIDES])
{
  float d = fabsf (length_quick (weigher->scene->length, weigher->ratio,
                                 first, count))
            * STEPS;
  return weigher->length[d < STEPS * FARTHEST ? (int) (d + 0.5F)
                                              : STEPS * FARTHEST];
}

/* The differences of the counts of marks, each with its weight.  */
static float
mark_score (const struct weigher *weigher, const size_t first[SIDES],
            const size_t count[SIDES])
{
  const uint16_t *at[2 * SIDES];
  int32_t sum = 0;
  for (enum side s = 0; s < SIDES; s++)
    {
      const struct matter *m = weigher->scene->matter[s];
      at[2 * s] = m->marks[first[s]];
      at[2 * s + 1] = m->marks[first[s] + count[s]];
    }
  for (unsigned m = 0; m < MARK_LANES; m++)
    {
      int16_t differ
        = (int16_t) (at[1][m] - at[0][m] - at[3][m] + at[2][m]);
      int16_t by = differ < 0 ? (int16_t) -differ : differ;
      sum += (by > 3 ? 3 : by) * weigher->mark[m];
    }
  return (float) sum / MARK_ONE;
}

/* A bead of both sides.  */
static float
bead_score_of (const struct weigher *weigher, const size_t first[SIDES],
               unsigned kind, float *met)
{
  const struct face *z = &weigher->face[ORIGINAL];
  const struct face *e = &weigher->face[TRANSLATION];
  size_t count[SIDES] = { bead_kinds[kind].count[ORIGINAL],
                          bead_kinds[kind].count[TRANSLATION] };
  size_t i = first[ORIGINAL], j = first[TRANSLATION];
  size_t x = i + count[ORIGINAL] - 1, y = j + count[TRANSLATION] - 1;
  float score = weigher->kind[kind] + (z->cut[x] - z->cut[i])
                + (e->cut[y] - e->cut[j])
                + length_score (weigher, first, count);
  if (score < HOPELESS)
    return WEIGHED_HOPELESS;
  return score
         + weigher->begin[z->begin[i] & 1][e->begin[j]]
         + weigher->last[z->last[x]][e->last[y]]
         + weigher->edge[z->edge[x]][e->edge[y]]
         + mark_score (weigher, first, count)
         + anchor_score (weigher, first, count, met)
         + drawn_score (weigher, first, count);
}

/* Sentence K of side S alone, between L - 1 and L of the other.  */
static float
empty_score (const struct weigher *weigher, enum side s, size_t k, size_t l)
{
  const struct scene *scene = weigher->scene;
  const struct face *face = &weigher->face[s];
  const struct face *other = &weigher->face[!s];
  float drawn = 0;
  for (size_t y = l > 0 ? l - 1 : 0; y < other->len && y <= l; y++)
    drawn = fmaxf (drawn, attraction_of (weigher->attraction, side_facing (s),
                                         1, s == ORIGINAL ? k : y,
                                         s == ORIGINAL ? y : k));
  bool own_end = face->edge[k] >> 2;
  bool other_end = l == 0 || other->edge[l - 1] >> 2;
  float score = weigher->kind[0] + face->empty[k]
                + weigher->w[TERM_EMPTY_DRAWN] * drawn * face->each[k];
  if (!scene->paragraphs)
    return score;
  return score
         + (own_end != other_end ? weigher->w[TERM_PARAGRAPH_ONE]
            : own_end            ? weigher->w[TERM_PARAGRAPH_BOTH]
                                 : 0);
}

void
weigher_weigh (const struct weigher *weigher, size_t i, size_t j,
               struct weighed *weighed)
{
  const struct face *z = &weigher->face[ORIGINAL];
  const struct face *e = &weigher->face[TRANSLATION];
  const size_t first[SIDES] = { i, j };
  weighed->drawn = 0;
  for (unsigned k = 0; k < BEAD_KINDS; k++)
    {
      size_t a = bead_kinds[k].count[ORIGINAL];
      size_t b = bead_kinds[k].count[TRANSLATION];
      float met = 0;
      if (i + a > z->len || j + b > e->len)
        continue;
      if (a == 0 || b == 0)
        weighed->score[k] = a ? empty_score (weigher, ORIGINAL, i, j)
                              : empty_score (weigher, TRANSLATION, j, i);
      else
        weighed->score[k] = bead_score_of (weigher, first, k, &met);
      if (k == KIND_PAIR)
        weighed->drawn
          = attraction_of (weigher->attraction, ORIGINAL, 1, i, j)
              * e->each[j]
            + attraction_of (weigher->attraction, TRANSLATION, 1, i, j)
                * z->each[i]
            + met;
    }
}
