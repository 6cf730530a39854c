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

/* The ratios that a given sentence gives the tokens of those of the other side that
   it meets: FROM to TO, their tokens one sentence behind the other.  */
struct pulls
{
  size_t from;
  size_t to;
  float *ratio;
  size_t room;
};

/* The side that draws, in the rows at hand.  */
struct giving
{
  enum side given;
  size_t first; /* sentence of it */
  size_t len;
  size_t *from; /* for each of them: the sentences of the other side */
  size_t *to;
};

struct drawer
{
  const struct ties *ties;
  const struct matter *const *matter;
  const struct taught *taught;
  struct attraction attraction;
  size_t drawn_room;
  size_t rows_room;
  float *ratio[SIDES];    /* of each token of the side, 0 between uses; and of
                             no token, which is always 0 */
  uint32_t *count[SIDES]; /* the lexicon's, some of them left out; or NULL */
  struct term_starts touched;
  struct giving giving;
  size_t giving_room;
  struct pulls pulls[BEAD_REACH]; /* of the last sentences */
  float *best;            /* the strongest ratio of each token of a sentence */
  float *none;            /* as many zeros */
  size_t best_room;
};

struct drawer *
drawer_new (const struct ties *ties)
{
  struct drawer *drawer = mem_new (1, sizeof *drawer);
  drawer->ties = ties;
  for (int s = 0; s < SIDES; s++)
    {
      drawer->ratio[s] = mem_new (ties->terms[s] + 1, sizeof **drawer->ratio);
      if (!ties->lexicon)
        continue;
      size_t len = ties->lexicon->len;
      drawer->count[s] = mem_resize (NULL, len, sizeof **drawer->count);
      if (len > 0)
        memcpy (drawer->count[s], ties->lexicon->count[s],
                len * sizeof **drawer->count);
    }
  return drawer;
}

void
drawer_free (struct drawer *drawer)
{
  for (int s = 0; s < SIDES; s++)
    {
      free (drawer->ratio[s]);
      free (drawer->count[s]);
    }
  for (size_t k = 0; k < BEAD_REACH; k++)
    free (drawer->pulls[k].ratio);
  VEC_FREE (&drawer->touched);
  free (drawer->giving.from);
  free (drawer->giving.to);
  free (drawer->attraction.low);
  free (drawer->attraction.high);
  free (drawer->attraction.drawn);
  free (drawer->best);
  free (drawer->none);
  free (drawer);
}

/* --- what a sentence gives ---------------------------------------------- */

/* Adds BY to the ratio of TERM; there must be room in TOUCHED, which is written to
   in any case and kept where it counts.  */
static inline void
draw_term (struct drawer *d, float *ratio, uint32_t term, float by)
{
  float was = ratio[term];
  d->touched.items[d->touched.len] = term;
  d->touched.len += was == 0;
  ratio[term] = was + by;
}

/* Adds PART of what ROWS have of TERM.  */
static void
draw_row (struct drawer *d, float *ratio, const struct drawn_rows *rows,
          uint32_t term, float part)
{
  size_t from = rows->start[term], to = rows->start[term + 1];
  VEC_RESERVE (&d->touched, to - from);
  for (size_t k = from; k < to; k++)
    draw_term (d, ratio, rows->items[k].term, part * rows->items[k].by);
}

/* Adds what the lexicon says about TERM of side G.  */
static void
draw_learned (struct drawer *d, float *ratio, enum side g, uint32_t term)
{
  const struct lexicon *lexicon = d->ties->lexicon;
  float alpha = ties_alpha (d->ties);
  size_t from = lexicon->start[g][term], to = lexicon->start[g][term + 1];
  const uint32_t *other = lexicon->term[g], *count = d->count[g];
  const float *rare = d->ties->rare[g];
  uint32_t total = 0;
  for (size_t k = from; k < to; k++)
    total += count[k];
  float by = LEARNED / ((float) total / LEXICON_ONE + alpha);
  float part = by / LEXICON_ONE;
  VEC_RESERVE (&d->touched, to - from);
  for (size_t k = from; total > 0 && k < to; k++)
    if (count[k])
      draw_term (d, ratio, other[k], part * (float) count[k] * rare[k]);
  draw_row (d, ratio, &d->ties->known[g], term, by * alpha);
}

/* Sets the ratios of the other side's tokens by sentence X of side G.  */
static void
draw_sentence (struct drawer *d, enum side g, size_t x)
{
  const struct matter *own = d->matter[g];
  float *ratio = d->ratio[side_facing (g)];
  for (size_t k = own->token_start[x]; k < own->token_start[x + 1]; k++)
    {
      const struct token *token = &own->tokens.items[k];
      if (token->weight > 0)
        draw_row (d, ratio, &d->ties->known[g], token->term,
                  g == ORIGINAL ? KNOWN * (float) token->weight / 2 : KNOWN);
      else if (g == ORIGINAL)
        draw_row (d, ratio, &d->ties->hint, token->term, HINT);
      if (d->ties->lexicon && token->learned)
        draw_learned (d, ratio, g, token->term);
    }
}

/* Notes the ratios of the tokens of sentences FROM to TO of the other side.  */
static void
collect_pulls (struct drawer *d, enum side g, size_t from, size_t to,
               struct pulls *pulls)
{
  const struct matter *other = d->matter[side_facing (g)];
  float *ratio = d->ratio[side_facing (g)];
  const uint32_t *terms = other->drawn.items + other->drawn_start[from];
  size_t len = other->drawn_start[to] - other->drawn_start[from];
  if (len > pulls->room)
    {
      pulls->room = len + len / 2;
      pulls->ratio
        = mem_resize (pulls->ratio, pulls->room, sizeof *pulls->ratio);
    }
  pulls->from = from;
  pulls->to = to;
  for (size_t t = 0; t < len; t++)
    pulls->ratio[t] = ratio[terms[t]];
  for (size_t t = 0; t < len; t += LANES)
    for (size_t l = t; l < t + LANES; l++)
      pulls->ratio[l]
        = pulls->ratio[l] > LEAST_RATIO ? pulls->ratio[l] : 0;
  for (size_t t = 0; t < d->touched.len; t++)
    ratio[d->touched.items[t]] = 0;
  d->touched.len = 0;
}

/* --- what was learned nearby -------------------------------------------- */

/* The beads around the sentence at hand whose shares are left out.  */
struct hole
{
  size_t from;
  size_t to;
};

/* Moves HOLE on to sentence X of side S.  */
static void
hole_move (struct hole *hole, struct drawer *d, enum side s, size_t x)
{
  const struct beads *beads = d->taught->beads;
  const struct lexicon *lexicon = d->ties->lexicon;
  size_t first = d->taught->first_bag;
  while (hole->to < beads->len && beads->items[hole->to].first[s] <= x + NEAR)
    lexicon_leave_out (lexicon, s, d->count[s], first + hole->to++);
  while (hole->from < hole->to
         && beads->items[hole->from].first[s]
                + beads->items[hole->from].count[s] + NEAR <= x)
    lexicon_put_back (lexicon, s, d->count[s], first + hole->from++);
}

static void
hole_close (struct hole *hole, struct drawer *d, enum side s)
{
  while (hole->from < hole->to)
    lexicon_put_back (d->ties->lexicon, s, d->count[s],
                      d->taught->first_bag + hole->from++);
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

/* --- sums --------------------------------------------------------------- */

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

/* Half of LANES numbers, which the compiler keeps in a register where there are
   such (vectors of GCC and Clang, for any machine).  */
typedef float quad __attribute__ ((vector_size (LANES / 2 * sizeof (float))));
typedef int32_t quad_mask __attribute__ ((vector_size (sizeof (quad))));

/* Makes the numbers at BEST at least those at RATIO, and returns 1 more than BY of
   them.  */
static inline quad
take_best (float *restrict best, const float *restrict ratio, float by)
{
  quad was, now;
  memcpy (&was, best, sizeof was);
  memcpy (&now, ratio, sizeof now);
  quad_mask more = now > was;
  now = (quad) (((quad_mask) now & more) | ((quad_mask) was & ~more));
  memcpy (best, &now, sizeof now);
  return 1 + now * by;
}

/* Makes each of the LEN numbers at BEST, a multiple of LANES, at least that at
   RATIO; returns the sum of ln (1 + x) over the numbers x, each times BY: the
   logarithm of a product, taken before it grows too large.  A factor is less than
   1e9 in any text: four of them are less than the largest number of single
   precision, and 4 LANES of them, and LARGE, than that of double.  */
static float
best_logs (float *restrict best, const float *restrict ratio, size_t len,
           float by)
{
  enum { FACTORS = 4, HALF = LANES / 2 };
  static const double LARGE = 1e15;
  double product = 1;
  float sum = 0;
  for (size_t t = 0; t < len;)
    {
      size_t end = t + FACTORS * LANES < len ? t + FACTORS * LANES : len;
      quad low = 1 + (quad) { 0 }, high = low;
      for (; t < end; t += LANES)
        {
          low *= take_best (best + t, ratio + t, by);
          high *= take_best (best + t + HALF, ratio + t + HALF, by);
        }
      double pair[HALF];
      for (size_t l = 0; l < HALF; l++)
        pair[l] = (double) low[l] * (double) high[l];
      product *= pair[0] * pair[1] * (pair[2] * pair[3]);
      if (product > LARGE)
        {
          sum += quick_log (product);
          product = 1;
        }
    }
  return sum + quick_log (product);
}

/* The sums for sentence Y and the given sentences from number K on.  */
static void
add_up (struct drawer *d, size_t k, size_t y)
{
  const struct giving *giving = &d->giving;
  struct attraction *a = &d->attraction;
  enum side g = giving->given;
  const size_t *start = d->matter[side_facing (g)]->drawn_start;
  const float *own = d->matter[g]->words + giving->first;
  size_t x = giving->first + k, len = start[y + 1] - start[y];
  size_t i = g == ORIGINAL ? x : y, j = g == ORIGINAL ? y : x;
  size_t row = i - a->first;
  float *drawn = a->drawn + (row * SIDES + g) * BEAD_REACH * a->stride
                 + (j - a->low[row]);
  float words = 0;
  if (len > 0)
    memset (d->best, 0, len * sizeof *d->best);
  for (size_t c = 0; c < BEAD_REACH; c++, k++)
    {
      const struct pulls *pulls = &d->pulls[k % BEAD_REACH];
      bool met = k < giving->len && y >= pulls->from && y < pulls->to;
      if (met)
        words += own[k];
      drawn[c * a->stride]
        = best_logs (d->best,
                     met ? pulls->ratio + (start[y] - start[pulls->from])
                         : d->none,
                     len, 1 / (words > LEAST_WORDS ? words : LEAST_WORDS));
    }
}

/* --- a block of rows ---------------------------------------------------- */

/* Finds which sentences of the other side each sentence of side GIVEN meets.  */
static void
find_spans (struct drawer *d, enum side given)
{
  struct giving *g = &d->giving;
  const struct attraction *a = &d->attraction;
  bool rows = given == ORIGINAL;
  g->given = given;
  g->first = rows ? a->first : a->low[0];
  g->len = rows ? a->rows : a->high[a->rows - 1] - a->low[0];
  if (g->len > d->giving_room)
    {
      d->giving_room = g->len;
      g->from = mem_resize (g->from, g->len, sizeof *g->from);
      g->to = mem_resize (g->to, g->len, sizeof *g->to);
    }
  size_t low = 0, high = 0;
  for (size_t k = 0; k < g->len; k++)
    if (rows)
      {
        g->from[k] = a->low[k];
        g->to[k] = a->high[k];
      }
    else
      {
        size_t j = g->first + k;
        while (low < a->rows && a->high[low] <= j)
          low++;
        while (high < a->rows && a->low[high] <= j)
          high++;
        g->from[k] = a->first + low;
        g->to[k] = a->first + (high > low ? high : low);
      }
}

/* Makes room for the tokens of the longest sentence of side S.  */
static void
best_reserve (struct drawer *d, enum side s)
{
  const size_t *start = d->matter[s]->drawn_start;
  const struct attraction *a = &d->attraction;
  size_t from = s == ORIGINAL ? a->first : a->low[0], most = 0;
  size_t to = s == ORIGINAL ? from + a->rows : a->high[a->rows - 1];
  for (size_t y = from; y < to; y++)
    if (start[y + 1] - start[y] > most)
      most = start[y + 1] - start[y];
  if (most <= d->best_room)
    return;
  free (d->best);
  free (d->none);
  d->best_room = most;
  d->best = mem_new (most, sizeof *d->best);
  d->none = mem_new (most, sizeof *d->none);
}

/* Fills the numbers of side GIVEN.  Those of a sentence can be summed up once the
   next ones, as many as a bead has, have been read too.  */
static void
draw_side (struct drawer *d, enum side given)
{
  struct giving *g = &d->giving;
  bool learned = d->ties->lexicon != NULL;
  struct hole hole = { 0, 0 };
  find_spans (d, given);
  best_reserve (d, side_facing (given));
  if (learned)
    hole.from = hole.to = hole_start (d->taught, given, g->first);
  for (size_t k = 0; k < g->len + BEAD_REACH - 1; k++)
    {
      if (k < g->len)
        {
          if (learned)
            hole_move (&hole, d, given, g->first + k);
          draw_sentence (d, given, g->first + k);
          collect_pulls (d, given, g->from[k], g->to[k],
                         &d->pulls[k % BEAD_REACH]);
        }
      if (k + 1 < BEAD_REACH)
        continue;
      size_t done = k + 1 - BEAD_REACH;
      for (size_t y = g->from[done]; y < g->to[done]; y++)
        add_up (d, done, y);
    }
  if (learned)
    hole_close (&hole, d, given);
}

/* Finds the columns of the rows and makes room for the numbers, all 0.  */
static void
open_rows (struct drawer *d, const struct band *band, size_t first,
           size_t rows)
{
  struct attraction *a = &d->attraction;
  size_t n = band->len[ORIGINAL], m = band->len[TRANSLATION], width = 0;
  if (rows > d->rows_room)
    {
      d->rows_room = rows;
      a->low = mem_resize (a->low, rows, sizeof *a->low);
      a->high = mem_resize (a->high, rows, sizeof *a->high);
    }
  a->first = first;
  a->rows = rows;
  for (size_t k = 0; k < rows; k++)
    {
      size_t i = first + k, end = i + BEAD_REACH < n ? i + BEAD_REACH : n;
      a->low[k] = band->low[i] > 0 ? band->low[i] - 1 : 0;
      a->high[k] = band->high[end] < m ? band->high[end] + 1 : m;
      if (a->high[k] - a->low[k] > width)
        width = a->high[k] - a->low[k];
    }
  a->stride = width + ATTRACTION_BEYOND;
  size_t room = rows * SIDES * BEAD_REACH * a->stride;
  if (room > d->drawn_room)
    {
      d->drawn_room = room;
      free (a->drawn);
      a->drawn = mem_new (room, sizeof *a->drawn);
    }
  else if (room > 0)
    memset (a->drawn, 0, room * sizeof *a->drawn);
}

const struct attraction *
drawer_draw (struct drawer *drawer, const struct band *band, size_t first,
             size_t rows, const struct matter *const matter[SIDES],
             const struct taught *taught)
{
  drawer->matter = matter;
  drawer->taught = taught;
  open_rows (drawer, band, first, rows);
  if (rows > 0 && drawer->attraction.stride > ATTRACTION_BEYOND)
    for (enum side s = 0; s < SIDES; s++)
      draw_side (drawer, s);
  return &drawer->attraction;
}
