/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How strongly tokens are drawn to the sentences of the other side.  */
#include "align/attraction.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* Weights of the kinds of evidence (kappa in ALIGN, fitted anew).  */
static const float KNOWN = 0.5F, HINT = 0.25F, LEARNED = 0.5F;

/* What was learned from beads so many sentences away is left out.  */
enum { NEAR = 8 };

enum { LEAST_WORDS = 6 };

/* Ratios below it say nothing: there are many, and each costs time.  */
static const float LEAST_RATIO = 0.5F;

/* A token of a sentence and the ratio that another sentence gives it.  */
struct pull
{
  uint32_t token; /* from the first of the sentence */
  float ratio;
};

struct pulls VEC (struct pull);

/* One direction: the sentences of side GIVEN draw tokens of the other.  */
struct drawing
{
  struct attraction *a;
  const struct matter *const *matter;
  const struct ties *ties;
  enum side given;
  float *ratio;          /* of each token of the other side; 0 between uses */
  struct term_starts touched;
  struct pulls pulls;
  size_t x_first;        /* the first sentence of the given side */
  size_t x_len;
  size_t *from;          /* for each of them: the sentences of the other side */
  size_t *to;
  size_t *pull_start;    /* of each x and y - from[x], STRIDE a sentence */
  size_t stride;
};

/* ln x for x >= 1, wrong by less than 0.0001.  */
static inline float
quick_log (double x)
{
  union
  {
    double f;
    uint64_t u;
  } v = { .f = x };
  float exponent = (float) ((int) (v.u >> 52) - 1023);
  v.u = (v.u & 0xfffffffffffffu) | 0x3ff0000000000000u;
  float m = (float) v.f - 1;
  /* A polynomial that fits ln (1 + m) from 0 to 1 best.  */
  float part = m * (0.99949556F + m * (-0.49190896F + m * (0.28947478F
               + m * (-0.13606275F + m * 0.03215845F))));
  return exponent * 0.69314718F + part;
}

/* The sum of ln (1 + x) over the LEN numbers x at RATIO, each times BY: the
   logarithm of a product, taken before it grows too large; of several products,
   so that none waits for another.  */
static float
sum_logs (const float *ratio, size_t len, float by)
{
  enum { LANES = 4 };
  static const double LARGE = 1e70; /* to the 4th power below the largest */
  double product[LANES] = { 1, 1, 1, 1 };
  float sum = 0;
  size_t t = 0;
  for (; t + LANES <= len; t += LANES)
    for (unsigned k = 0; k < LANES; k++)
      {
        product[k] *= (double) (1 + ratio[t + k] * by);
        if (product[k] > LARGE)
          {
            sum += quick_log (product[k]);
            product[k] = 1;
          }
      }
  for (; t < len; t++)
    product[0] *= (double) (1 + ratio[t] * by);
  for (unsigned k = 0; k < LANES; k++)
    sum += quick_log (product[k]);
  return sum;
}

/* Adds BY to the ratio of TERM; there must be room in TOUCHED, which is written to
   in any case and kept where it counts.  */
static inline void
draw_term (struct drawing *d, uint32_t term, float by)
{
  float ratio = d->ratio[term];
  d->touched.items[d->touched.len] = term;
  d->touched.len += ratio == 0;
  d->ratio[term] = ratio + by;
}

/* Adds what the lexicon says about TOKEN of the given side.  */
static void
draw_learned (struct drawn_rows const *rows, struct drawing *d,
              uint32_t term)
{
  const struct lexicon *lexicon = d->ties->lexicon;
  enum side g = d->given;
  const float *rarity = d->ties->rarity[!g];
  float alpha = ties_alpha (d->ties);
  size_t from = lexicon->start[g][term], to = lexicon->start[g][term + 1];
  const uint32_t *other = lexicon->term[g], *count = lexicon->count[g];
  uint32_t total = 0;
  for (size_t k = from; k < to; k++)
    total += count[k];
  float by = LEARNED / ((float) total / LEXICON_ONE + alpha);
  float part = by / LEXICON_ONE;
  VEC_RESERVE (&d->touched, to - from);
  for (size_t k = from; k < to; k++)
    if (count[k])
      draw_term (d, other[k], part * (float) count[k] * rarity[other[k]]);
  VEC_RESERVE (&d->touched, rows->start[term + 1] - rows->start[term]);
  for (size_t k = rows->start[term]; k < rows->start[term + 1]; k++)
    draw_term (d, rows->items[k].term, by * alpha * rows->items[k].known);
}

/* Adds what the dictionaries say.  */
static void
draw_known (const struct drawn_rows *rows, struct drawing *d,
            const struct token *token)
{
  float known = KNOWN;
  float hint = token->weight == 0 ? HINT : 0;
  if (d->given == ORIGINAL)
    known *= (float) token->weight / 2;
  size_t from = rows->start[token->term], to = rows->start[token->term + 1];
  VEC_RESERVE (&d->touched, to - from);
  for (size_t r = from; r < to; r++)
    {
      float by = known * rows->items[r].known + hint * rows->items[r].hint;
      if (by > 0)
        draw_term (d, rows->items[r].term, by);
    }
}

/* Fills RATIO by sentence X of the given side.  */
static void
draw_sentence (struct drawing *d, size_t x)
{
  const struct matter *own = d->matter[d->given];
  const struct drawn_rows *rows = &d->ties->rows[d->given];
  for (size_t k = own->token_start[x]; k < own->token_start[x + 1]; k++)
    {
      const struct token *token = &own->tokens.items[k];
      draw_known (rows, d, token);
      if (d->ties->lexicon && token->learned)
        draw_learned (rows, d, token->term);
    }
}

static void
collect_pulls (struct drawing *d, size_t x)
{
  const struct matter *other = d->matter[!d->given];
  size_t k = x - d->x_first;
  for (size_t y = d->from[k]; y < d->to[k]; y++)
    {
      const uint32_t *terms = other->drawn.items + other->drawn_start[y];
      size_t len = other->drawn_start[y + 1] - other->drawn_start[y];
      size_t at = d->pull_start[k * d->stride + y - d->from[k]]
        = d->pulls.len;
      VEC_RESERVE (&d->pulls, len);
      for (size_t t = 0; t < len; t++)
        {
          /* Written in any case and kept where it counts: no branch to be
             guessed wrong.  */
          float ratio = d->ratio[terms[t]];
          d->pulls.items[at] = (struct pull) { (uint32_t) t, ratio };
          at += ratio > LEAST_RATIO;
        }
      d->pulls.len = at;
    }
  d->pull_start[k * d->stride + d->to[k] - d->from[k]] = d->pulls.len;
  for (size_t t = 0; t < d->touched.len; t++)
    d->ratio[d->touched.items[t]] = 0;
  d->touched.len = 0;
}

/* The beads around the sentence at hand whose shares are left out.  */
struct hole
{
  size_t from;
  size_t to;
};

/* Moves HOLE on to sentence X of side S.  */
static void
hole_move (struct hole *hole, const struct ties *ties,
           const struct taught *taught, enum side s, size_t x)
{
  const struct beads *beads = taught->beads;
  while (hole->to < beads->len && beads->items[hole->to].first[s] <= x + NEAR)
    lexicon_leave_out (ties->lexicon, s, ties->lexicon->count[s],
                       taught->first_bag + hole->to++);
  while (hole->from < hole->to
         && beads->items[hole->from].first[s]
                + beads->items[hole->from].count[s] + NEAR <= x)
    lexicon_put_back (ties->lexicon, s, ties->lexicon->count[s],
                      taught->first_bag + hole->from++);
}

static void
hole_close (struct hole *hole, const struct ties *ties,
            const struct taught *taught, enum side s)
{
  while (hole->from < hole->to)
    lexicon_put_back (ties->lexicon, s, ties->lexicon->count[s],
                      taught->first_bag + hole->from++);
}

/* The first bead that is not wholly further than NEAR before X.  */
static size_t
hole_start (const struct taught *taught, enum side s, size_t x)
{
  size_t low = 0, high = taught->beads->len;
  while (low < high)
    {
      size_t middle = low + (high - low) / 2;
      const struct bead *bead = &taught->beads->items[middle];
      if (bead->first[s] + bead->count[s] + NEAR <= x)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
draw_all (struct drawing *d, const struct taught *taught)
{
  bool learned = d->ties->lexicon != NULL;
  struct hole hole = { 0, 0 };
  if (learned)
    hole.from = hole.to = hole_start (taught, d->given, d->x_first);
  for (size_t k = 0; k < d->x_len; k++)
    {
      if (learned)
        hole_move (&hole, d->ties, taught, d->given, d->x_first + k);
      draw_sentence (d, d->x_first + k);
      collect_pulls (d, d->x_first + k);
    }
  if (learned)
    hole_close (&hole, d->ties, taught, d->given);
}

/* The strongest ratio of each token of a sentence so far.  */
struct best
{
  uint32_t *slot; /* of a token in RATIO, and 1; 0 where there is none yet */
  float *ratio;
  uint32_t *token;
  size_t len;
};

static void
best_take (struct best *best, const struct pull *pulls, size_t len)
{
  for (size_t p = 0; p < len; p++)
    {
      uint32_t *slot = &best->slot[pulls[p].token];
      if (*slot == 0)
        {
          best->token[best->len] = pulls[p].token;
          best->ratio[best->len++] = pulls[p].ratio;
          *slot = (uint32_t) best->len;
        }
      else if (pulls[p].ratio > best->ratio[*slot - 1])
        best->ratio[*slot - 1] = pulls[p].ratio;
    }
}

static void
best_clear (struct best *best)
{
  while (best->len > 0)
    best->slot[best->token[--best->len]] = 0;
}

/* The sums for sentence Y and the given sentences from number K on.  */
static void
add_up (struct drawing *d, size_t k, size_t y, struct best *best)
{
  struct attraction *a = d->a;
  size_t x = d->x_first + k;
  size_t i = d->given == ORIGINAL ? x : y, j = d->given == ORIGINAL ? y : x;
  size_t at = (i - a->first) * a->width + (j - a->low[i - a->first]);
  float words = 0;
  for (size_t c = 0; c < BEAD_REACH; c++, k++)
    {
      if (k < d->x_len && y >= d->from[k] && y < d->to[k])
        {
          const size_t *start
            = &d->pull_start[k * d->stride + y - d->from[k]];
          words += d->matter[d->given]->words[x + c];
          best_take (best, d->pulls.items + start[0], start[1] - start[0]);
        }
      float by = 1 / (words > LEAST_WORDS ? words : LEAST_WORDS);
      a->drawn[d->given][c][at] = sum_logs (best->ratio, best->len, by);
    }
  best_clear (best);
}

static void
add_up_all (struct drawing *d)
{
  const struct matter *other = d->matter[!d->given];
  size_t most = 1;
  for (size_t y = d->from[0]; y < d->to[d->x_len - 1]; y++)
    if (other->drawn_start[y + 1] - other->drawn_start[y] > most)
      most = other->drawn_start[y + 1] - other->drawn_start[y];
  struct best best = { mem_new (most, sizeof *best.slot),
                       mem_new (most, sizeof *best.ratio),
                       mem_new (most, sizeof *best.token), 0 };
  for (size_t k = 0; k < d->x_len; k++)
    for (size_t y = d->from[k]; y < d->to[k]; y++)
      add_up (d, k, y, &best);
  free (best.slot);
  free (best.ratio);
  free (best.token);
}

/* Finds which sentences of the other side each given one meets.  */
static void
find_spans (struct drawing *d)
{
  struct attraction *a = d->a;
  bool rows = d->given == ORIGINAL;
  d->x_first = rows ? a->first : a->low[0];
  d->x_len = rows ? a->rows : a->high[a->rows - 1] - a->low[0];
  d->from = mem_new (d->x_len, sizeof *d->from);
  d->to = mem_new (d->x_len, sizeof *d->to);
  size_t low = 0, high = 0;
  for (size_t k = 0; k < d->x_len; k++)
    if (rows)
      {
        d->from[k] = a->low[k];
        d->to[k] = a->high[k];
      }
    else
      {
        size_t j = d->x_first + k;
        while (low < a->rows && a->high[low] <= j)
          low++;
        while (high < a->rows && a->low[high] <= j)
          high++;
        d->from[k] = a->first + low;
        d->to[k] = a->first + (high > low ? high : low);
      }
  d->stride = 1;
  for (size_t k = 0; k < d->x_len; k++)
    if (d->to[k] - d->from[k] + 1 > d->stride)
      d->stride = d->to[k] - d->from[k] + 1;
  d->pull_start = mem_new (d->x_len * d->stride, sizeof *d->pull_start);
}

static void
draw (struct attraction *a, enum side given,
      const struct matter *const matter[SIDES], const struct ties *ties,
      const struct taught *taught)
{
  struct drawing d = { .a = a, .matter = matter, .ties = ties,
                       .given = given };
  d.ratio = mem_new (ties->terms[!given], sizeof *d.ratio);
  find_spans (&d);
  draw_all (&d, taught);
  add_up_all (&d);
  free (d.ratio);
  free (d.from);
  free (d.to);
  free (d.pull_start);
  VEC_FREE (&d.touched);
  VEC_FREE (&d.pulls);
}

void
attraction_open (struct attraction *a, const struct band *band, size_t first,
                 size_t rows, const struct matter *const matter[SIDES],
                 const struct ties *ties, const struct taught *taught)
{
  size_t n = band->len[ORIGINAL], m = band->len[TRANSLATION];
  *a = (struct attraction) { .first = first, .rows = rows };
  a->low = mem_new (rows, sizeof *a->low);
  a->high = mem_new (rows, sizeof *a->high);
  for (size_t k = 0; k < rows; k++)
    {
      size_t i = first + k, end = i + BEAD_REACH < n ? i + BEAD_REACH : n;
      a->low[k] = band->low[i] > 0 ? band->low[i] - 1 : 0;
      a->high[k] = band->high[end] < m ? band->high[end] + 1 : m;
      if (a->high[k] - a->low[k] > a->width)
        a->width = a->high[k] - a->low[k];
    }
  for (int s = 0; s < SIDES; s++)
    for (size_t c = 0; c < BEAD_REACH; c++)
      a->drawn[s][c] = mem_new (rows * a->width, sizeof (float));
  if (rows > 0 && a->width > 0)
    for (enum side s = 0; s < SIDES; s++)
      draw (a, s, matter, ties, taught);
}

void
attraction_free (struct attraction *attraction)
{
  free (attraction->low);
  free (attraction->high);
  for (int s = 0; s < SIDES; s++)
    for (size_t c = 0; c < BEAD_REACH; c++)
      free (attraction->drawn[s][c]);
}
