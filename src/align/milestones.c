/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Milestones of two long texts.  */
#include "align/milestones.h"

#include <stdlib.h>

#include "base/mem.h"

/* A token or number is rare that occurs so often, and once more every so many
   sentences.  */
enum { RARE = 4, RARE_EVERY = 3000 };

/* How far from the even line points may lie: a part of the text, and so many
   sentences.  */
enum { FAR_PART = 8, FAR_LEAST = 200 };

/* Milestones are so far apart at least; a point is borne out by so many others,
   no further off than this and at most so much out of line with it.  */
enum { APART = 24, BEARERS = 3, BEAR_NEAR = 40, BEAR_ASIDE = 10 };

#define NO_POINT SIZE_MAX

/* The sentences in which each token of a side occurs.  */
struct places
{
  uint32_t *start;
  uint32_t *sentence;
};

struct seeking
{
  const struct matter *const *matter;
  const struct ties *ties;
  struct places places[SIDES];
  struct milestones points;
  size_t rare;
};

static void
places_open (struct places *places, const struct matter *m, size_t terms)
{
  places->start = mem_new (terms + 2, sizeof *places->start);
  places->sentence = mem_new (m->tokens.len, sizeof *places->sentence);
  for (size_t k = 0; k < m->tokens.len; k++)
    places->start[m->tokens.items[k].term + 2]++;
  for (size_t t = 2; t < terms + 2; t++)
    places->start[t] += places->start[t - 1];
  for (size_t i = 0; i < m->len; i++)
    for (size_t k = m->token_start[i]; k < m->token_start[i + 1]; k++)
      places->sentence[places->start[m->tokens.items[k].term + 1]++]
        = (uint32_t) i;
}

static size_t
places_of (const struct places *places, uint32_t term)
{
  return places->start[term + 1] - places->start[term];
}

/* Adds the point (I, J), where it is not too far from the even line.  */
static void
add_point (struct seeking *seeking, size_t i, size_t j, double weight)
{
  double n = (double) seeking->matter[ORIGINAL]->len;
  double m = (double) seeking->matter[TRANSLATION]->len;
  double aside = (double) j - (double) i * m / n;
  double most = m / FAR_PART + FAR_LEAST;
  if (aside < most && aside > -most)
    VEC_PUSH (&seeking->points, (struct milestone) { { i, j }, weight });
}

/* The points of a token of the original and one that is known for it.  */
static void
add_tie (struct seeking *seeking, uint32_t z, uint32_t e)
{
  const struct places *p = seeking->places;
  size_t own = places_of (&p[ORIGINAL], z);
  size_t other = places_of (&p[TRANSLATION], e);
  if (other == 0 || other > seeking->rare)
    return;
  for (size_t k = 0; k < own; k++)
    for (size_t l = 0; l < other; l++)
      add_point (seeking, p[ORIGINAL].sentence[p[ORIGINAL].start[z] + k],
                 p[TRANSLATION].sentence[p[TRANSLATION].start[e] + l],
                 1 / (double) (own * other));
}

static void
add_ties (struct seeking *seeking)
{
  const struct drawn_rows *rows = &seeking->ties->known[ORIGINAL];
  for (uint32_t z = 0; z < seeking->ties->terms[ORIGINAL]; z++)
    {
      size_t own = places_of (&seeking->places[ORIGINAL], z);
      if (own == 0 || own > seeking->rare)
        continue;
      for (size_t k = rows->start[z]; k < rows->start[z + 1]; k++)
        if (rows->items[k].by > 0)
          add_tie (seeking, z, rows->items[k].term);
    }
}

/* A number and where it stands.  */
struct numbered
{
  uint32_t key;
  uint32_t sentence;
};

struct numbers VEC (struct numbered);

static int
compare_number (const void *a, const void *b)
{
  const struct numbered *x = a, *y = b;
  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return (x->sentence > y->sentence) - (x->sentence < y->sentence);
}

static void
collect_numbers (const struct matter *m, struct numbers *numbers)
{
  for (size_t i = 0; i < m->len; i++)
    for (size_t k = m->anchor_start[i]; k < m->anchor_start[i + 1]; k++)
      if (!m->anchors.items[k].word)
        VEC_PUSH (numbers, (struct numbered) { m->anchors.items[k].key,
                                               (uint32_t) i });
  if (numbers->len > 0)
    qsort (numbers->items, numbers->len, sizeof *numbers->items,
           compare_number);
}

/* Where the numbers with the key of number FROM end.  */
static size_t
run_end (const struct numbers *numbers, size_t from)
{
  size_t to = from;
  while (to < numbers->len
         && numbers->items[to].key == numbers->items[from].key)
    to++;
  return to;
}

static void
add_numbers (struct seeking *seeking)
{
  struct numbers z = { 0 }, e = { 0 };
  collect_numbers (seeking->matter[ORIGINAL], &z);
  collect_numbers (seeking->matter[TRANSLATION], &e);
  for (size_t a = 0, b = 0; a < z.len && b < e.len;)
    {
      size_t own = run_end (&z, a), other = run_end (&e, b);
      uint32_t x = z.items[a].key, y = e.items[b].key;
      if (x == y && own - a <= seeking->rare && other - b <= seeking->rare)
        for (size_t k = a; k < own; k++)
          for (size_t l = b; l < other; l++)
            add_point (seeking, z.items[k].sentence, e.items[l].sentence,
                       1 / (double) ((own - a) * (other - b)));
      a = x <= y ? own : a;
      b = y <= x ? other : b;
    }
  VEC_FREE (&z);
  VEC_FREE (&e);
}

/* By the original, then by the translation.  */
static int
compare_point (const void *a, const void *b)
{
  const struct milestone *x = a, *y = b;
  for (int s = 0; s < SIDES; s++)
    if (x->at[s] != y->at[s])
      return x->at[s] < y->at[s] ? -1 : 1;
  return 0;
}

/* Sorts the points and makes one of those of the same two sentences.  */
static void
merge_points (struct milestones *points)
{
  size_t kept = 0;
  if (points->len > 0)
    qsort (points->items, points->len, sizeof *points->items, compare_point);
  for (size_t k = 0; k < points->len; k++)
    if (kept > 0
        && compare_point (&points->items[kept - 1], &points->items[k]) == 0)
      points->items[kept - 1].weight += points->items[k].weight;
    else
      points->items[kept++] = points->items[k];
  points->len = kept;
}

/* The heaviest chains that end before each sentence of the translation: a tree
   of maxima (P. Fenwick, Software: Practice and Experience 24, 1994).  */
struct chains
{
  size_t len;
  size_t *last;  /* point, or NO_POINT */
  double *weight; /* of the chain that ends at each point */
};

static size_t
chain_before (const struct chains *chains, size_t j)
{
  size_t best = NO_POINT;
  for (; j > 0; j &= j - 1)
    {
      size_t last = chains->last[j];
      if (last != NO_POINT
          && (best == NO_POINT
              || chains->weight[last] > chains->weight[best]))
        best = last;
    }
  return best;
}

static void
chain_put (struct chains *chains, size_t j, size_t point)
{
  for (j++; j <= chains->len; j += j & (~j + 1))
    if (chains->last[j] == NO_POINT
        || chains->weight[point] > chains->weight[chains->last[j]])
      chains->last[j] = point;
}

/* Leaves of POINTS the heaviest chain in which both sides rise.  */
static void
keep_chain (struct milestones *points, size_t len)
{
  struct chains chains = { len, mem_new (len + 1, sizeof *chains.last),
                           mem_new (points->len, sizeof *chains.weight) };
  size_t *before = mem_new (points->len, sizeof *before);
  const struct milestone *p = points->items;
  for (size_t j = 0; j <= len; j++)
    chains.last[j] = NO_POINT;
  for (size_t k = 0, end; k < points->len; k = end)
    {
      for (end = k; end < points->len && p[end].at[0] == p[k].at[0]; end++)
        {
          before[end] = chain_before (&chains, p[end].at[TRANSLATION]);
          chains.weight[end]
            = p[end].weight
              + (before[end] == NO_POINT ? 0 : chains.weight[before[end]]);
        }
      for (size_t l = k; l < end; l++)
        chain_put (&chains, p[l].at[TRANSLATION], l);
    }
  struct milestones chain = { 0 };
  for (size_t k = chain_before (&chains, len); k != NO_POINT; k = before[k])
    VEC_PUSH (&chain, p[k]);
  points->len = 0;
  while (chain.len > 0)
    points->items[points->len++] = chain.items[--chain.len];
  VEC_FREE (&chain);
  free (chains.last);
  free (chains.weight);
  free (before);
}

/* How many of the chain POINTS bear out number K.  */
static size_t
count_bearers (const struct milestones *points, size_t k)
{
  const struct milestone *p = points->items;
  size_t count = 0;
  for (size_t l = k > BEAR_NEAR ? k - BEAR_NEAR : 0;
       l < points->len && l <= k + BEAR_NEAR; l++)
    {
      long long i = (long long) p[l].at[0] - (long long) p[k].at[0];
      long long j = (long long) p[l].at[1] - (long long) p[k].at[1];
      count += l != k && llabs (i) <= BEAR_NEAR
               && llabs (i - j) <= BEAR_ASIDE;
    }
  return count;
}

void
milestones_find (const struct matter *const matter[SIDES],
                 const struct ties *ties, struct milestones *milestones)
{
  struct seeking s = { .matter = matter, .ties = ties };
  s.rare = RARE + matter[ORIGINAL]->len / RARE_EVERY;
  for (int k = 0; k < SIDES; k++)
    places_open (&s.places[k], matter[k], ties->terms[k]);
  add_ties (&s);
  add_numbers (&s);
  merge_points (&s.points);
  keep_chain (&s.points, matter[TRANSLATION]->len);
  for (size_t k = 0; k < s.points.len; k++)
    if (count_bearers (&s.points, k) >= BEARERS
        && (milestones->len == 0
            || s.points.items[k].at[ORIGINAL]
                 >= milestones->items[milestones->len - 1].at[ORIGINAL]
                      + APART))
      VEC_PUSH (milestones, s.points.items[k]);
  for (int k = 0; k < SIDES; k++)
    {
      free (s.places[k].start);
      free (s.places[k].sentence);
    }
  VEC_FREE (&s.points);
}
