/* SPDX-License-Identifier: GPL-3.0-or-later */
/* IBM model 1 over beads.  */
#include "align/lexicon.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* What goes to no token at all: its weight beside the tokens, and the smallest
   share that is kept.  */
static const float NULL_WEIGHT = 5;
static const float LEAST_SHARE = 0.05F;

/* The most cells of all bags together; above it rarer tokens are left out, so
   that memory keeps within bounds.  */
enum { CELLS_MOST = 6000000 };

#define NO_PAIR UINT32_MAX

/* A pair of tokens, and in how many bags both are.  */
struct met
{
  uint32_t term[SIDES];
  uint32_t bags;
};

struct mets VEC (struct met);

/* A learning under way.  */
struct learning
{
  const struct bags *bags;
  const struct known_rows *known;
  const size_t *terms;
  struct mets pairs;          /* sorted by the original's token */
  size_t *start;              /* of the original's token in PAIRS */
  struct bags kept;           /* the bags without rare tokens */
  uint32_t *kept_terms;
  size_t *cell_start;         /* of each bag in CELLS */
  uint32_t *cells;            /* the pair of each two tokens of a bag */
  uint32_t *bags_of[SIDES];   /* in how many bags the token is */
  float *prior[SIDES];        /* of each pair */
  float *given[SIDES];        /* t */
  float *count[SIDES];
  float *null[SIDES];         /* t (token | nothing) */
  double alpha;
};

void
known_free (struct known_rows *rows)
{
  free (rows->start);
  free (rows->items);
  *rows = (struct known_rows) { .terms = 0 };
}

static void
count_bags (struct learning *l)
{
  for (int s = 0; s < SIDES; s++)
    {
      l->bags_of[s] = mem_new (l->terms[s] + 1, sizeof **l->bags_of);
      for (size_t b = 0; b < l->bags->len; b++)
        for (size_t k = 0; k < l->bags->items[b].len[s]; k++)
          l->bags_of[s][l->bags->items[b].terms[s][k]]++;
    }
}

/* How many tokens of side S of BAG are in LEAST bags.  */
static size_t
kept_len (const struct learning *l, const struct bag *bag, int s,
          uint32_t least)
{
  size_t len = 0;
  for (size_t k = 0; k < bag->len[s]; k++)
    len += l->bags_of[s][bag->terms[s][k]] >= least;
  return len;
}

/* In how many bags a token must be for the cells to keep within bounds.  */
static uint32_t
least_bags (const struct learning *l)
{
  uint32_t least = 2;
  for (;; least++)
    {
      size_t cells = 0;
      for (size_t b = 0; b < l->bags->len; b++)
        cells += kept_len (l, &l->bags->items[b], ORIGINAL, least)
                 * kept_len (l, &l->bags->items[b], TRANSLATION, least);
      if (cells <= CELLS_MOST || least > 50)
        return least;
    }
}

static void
keep_frequent (struct learning *l)
{
  uint32_t least = least_bags (l);
  size_t total = 0, cells = 0;
  for (size_t b = 0; b < l->bags->len; b++)
    for (int s = 0; s < SIDES; s++)
      total += kept_len (l, &l->bags->items[b], s, least);
  uint32_t *at = l->kept_terms = mem_new (total, sizeof *at);
  l->cell_start = mem_new (l->bags->len + 1, sizeof *l->cell_start);
  for (size_t b = 0; b < l->bags->len; b++)
    {
      const struct bag *bag = &l->bags->items[b];
      struct bag kept = { { NULL, NULL }, { 0, 0 } };
      for (int s = 0; s < SIDES; s++)
        {
          kept.terms[s] = at;
          for (size_t k = 0; k < bag->len[s]; k++)
            if (l->bags_of[s][bag->terms[s][k]] >= least)
              *at++ = bag->terms[s][k];
          kept.len[s] = (size_t) (at - kept.terms[s]);
        }
      VEC_PUSH (&l->kept, kept);
      l->cell_start[b] = cells;
      cells += kept.len[ORIGINAL] * kept.len[TRANSLATION];
    }
  l->cell_start[l->bags->len] = cells;
  l->cells = mem_new (cells, sizeof *l->cells);
}

/* A place where a token of the original stands.  */
struct place
{
  uint32_t bag;
  uint32_t row;
};

/* All places of all tokens of the original, those of one together; START has
   one more than there are tokens.  */
static struct place *
find_places (const struct learning *l, size_t *start)
{
  size_t terms = l->terms[ORIGINAL];
  for (size_t b = 0; b < l->kept.len; b++)
    for (size_t k = 0; k < l->kept.items[b].len[ORIGINAL]; k++)
      start[l->kept.items[b].terms[ORIGINAL][k] + 1]++;
  for (size_t z = 0; z < terms; z++)
    start[z + 1] += start[z];
  size_t len = start[terms];
  struct place *places = mem_new (len, sizeof *places);
  for (size_t b = l->kept.len; b-- > 0;)
    for (size_t k = 0; k < l->kept.items[b].len[ORIGINAL]; k++)
      places[--start[l->kept.items[b].terms[ORIGINAL][k] + 1]]
        = (struct place) { (uint32_t) b, (uint32_t) k };
  /* Now start[z + 1] is where z begins.  */
  for (size_t z = 0; z < terms; z++)
    start[z] = start[z + 1];
  start[terms] = len;
  return places;
}

/* Numbers the pairs of token Z, which stands at the LEN PLACES.  NUMBER has a number for each token of the
   translation, MET a 0.  */
static void
number_row (struct learning *l, uint32_t z, const struct place *places,
            size_t len, uint32_t *met, uint32_t *number)
{
  for (size_t p = 0; p < len; p++)
    {
      const struct bag *bag = &l->kept.items[places[p].bag];
      for (size_t k = 0; k < bag->len[TRANSLATION]; k++)
        met[bag->terms[TRANSLATION][k]]++;
    }
  for (size_t p = 0; p < len; p++)
    {
      const struct bag *bag = &l->kept.items[places[p].bag];
      uint32_t *cell = l->cells + l->cell_start[places[p].bag]
                       + places[p].row * bag->len[TRANSLATION];
      for (size_t k = 0; k < bag->len[TRANSLATION]; k++, cell++)
        {
          uint32_t e = bag->terms[TRANSLATION][k];
          if (met[e] != NO_PAIR)
            {
              number[e] = (uint32_t) l->pairs.len;
              VEC_PUSH (&l->pairs, (struct met) { { z, e }, met[e] });
              met[e] = NO_PAIR;
            }
          *cell = number[e];
        }
    }
}

static void
clear_row (const struct learning *l, const struct place *places, size_t len,
           uint32_t *met)
{
  for (size_t p = 0; p < len; p++)
    {
      const struct bag *bag = &l->kept.items[places[p].bag];
      for (size_t k = 0; k < bag->len[TRANSLATION]; k++)
        met[bag->terms[TRANSLATION][k]] = 0;
    }
}

static void
number_pairs (struct learning *l)
{
  size_t terms = l->terms[ORIGINAL];
  size_t *start = mem_new (terms + 2, sizeof *start);
  struct place *places = find_places (l, start);
  uint32_t *met = mem_new (l->terms[TRANSLATION], sizeof *met);
  uint32_t *number = mem_new (l->terms[TRANSLATION], sizeof *number);
  l->start = mem_new (terms + 1, sizeof *l->start);
  for (size_t z = 0; z < terms; z++)
    {
      size_t len = start[z + 1] - start[z];
      l->start[z] = l->pairs.len;
      number_row (l, (uint32_t) z, places + start[z], len, met, number);
      clear_row (l, places + start[z], len, met);
    }
  l->start[terms] = l->pairs.len;
  free (start);
  free (places);
  free (met);
  free (number);
}

/* Gives each pair its prior and the first estimate: as if every token of a bag
   went to all of the other side alike.  */
static void
first_estimate (struct learning *l)
{
  double tokens[SIDES] = { 1, 1 }, bags = (double) l->kept.len + 1;
  for (size_t b = 0; b < l->kept.len; b++)
    for (int s = 0; s < SIDES; s++)
      tokens[s] += (double) l->kept.items[b].len[s];
  for (int s = 0; s < SIDES; s++)
    {
      int o = !s;
      double share = tokens[o] / tokens[s];
      l->prior[s] = mem_new (l->pairs.len, sizeof **l->prior);
      l->given[s] = mem_new (l->pairs.len, sizeof **l->given);
      l->count[s] = mem_new (l->pairs.len, sizeof **l->count);
      l->null[s] = mem_new (l->terms[o], sizeof **l->null);
      for (size_t e = 0; e < l->terms[o]; e++)
        l->null[s][e]
          = NULL_WEIGHT * (float) (l->bags_of[o][e] / tokens[o]);
      for (size_t p = 0; p < l->pairs.len; p++)
        {
          const struct met *pair = &l->pairs.items[p];
          if (l->known)
            for (size_t k = l->known->start[pair->term[ORIGINAL]];
                 k < l->known->start[pair->term[ORIGINAL] + 1]; k++)
              if (l->known->items[k].term == pair->term[TRANSLATION])
                l->prior[s][p] = l->known->items[k].given[s];
          double met = pair->bags * bags / tokens[s];
          l->given[s][p]
            = (float) ((met + l->alpha * (double) l->prior[s][p])
                       / (l->bags_of[s][pair->term[s]] * share + l->alpha));
        }
    }
}

/* The sums over a bag by which shares are divided: SUM[s] for each token of the
   other side.  */
static void
bag_sums (const struct learning *l, size_t b, float *const sum[SIDES])
{
  const struct bag *bag = &l->kept.items[b];
  const uint32_t *cell = l->cells + l->cell_start[b];
  for (int s = 0; s < SIDES; s++)
    for (size_t k = 0; k < bag->len[!s]; k++)
      sum[s][k] = l->null[s][bag->terms[!s][k]];
  for (size_t i = 0; i < bag->len[ORIGINAL]; i++)
    for (size_t k = 0; k < bag->len[TRANSLATION]; k++, cell++)
      if (*cell != NO_PAIR)
        {
          sum[ORIGINAL][k] += l->given[ORIGINAL][*cell];
          sum[TRANSLATION][i] += l->given[TRANSLATION][*cell];
        }
}

static void
bag_count (struct learning *l, size_t b, float *const sum[SIDES])
{
  const struct bag *bag = &l->kept.items[b];
  const uint32_t *cell = l->cells + l->cell_start[b];
  for (size_t i = 0; i < bag->len[ORIGINAL]; i++)
    for (size_t k = 0; k < bag->len[TRANSLATION]; k++, cell++)
      if (*cell != NO_PAIR)
        {
          l->count[ORIGINAL][*cell]
            += l->given[ORIGINAL][*cell] / sum[ORIGINAL][k];
          l->count[TRANSLATION][*cell]
            += l->given[TRANSLATION][*cell] / sum[TRANSLATION][i];
        }
}

static void
bag_share (const struct learning *l, size_t b, float *const sum[SIDES],
           struct lexicon *lexicon)
{
  const struct bag *bag = &l->kept.items[b];
  const uint32_t *cell = l->cells + l->cell_start[b];
  for (size_t i = 0; i < bag->len[ORIGINAL]; i++)
    for (size_t k = 0; k < bag->len[TRANSLATION]; k++, cell++)
      if (*cell != NO_PAIR)
        {
          float there = l->given[ORIGINAL][*cell] / sum[ORIGINAL][k];
          float back = l->given[TRANSLATION][*cell] / sum[TRANSLATION][i];
          if (there < LEAST_SHARE && back < LEAST_SHARE)
            continue;
          struct lexicon_share share
            = { { *cell, 0 },
                { (uint16_t) (there * LEXICON_ONE),
                  (uint16_t) (back * LEXICON_ONE) } };
          VEC_PUSH (&lexicon->shares, share);
        }
}

/* New t from the counts, which are cleared.  */
static void
maximise (struct learning *l)
{
  for (int s = 0; s < SIDES; s++)
    {
      float *sum = mem_new (l->terms[s], sizeof *sum);
      for (size_t p = 0; p < l->pairs.len; p++)
        sum[l->pairs.items[p].term[s]] += l->count[s][p];
      for (size_t p = 0; p < l->pairs.len; p++)
        {
          float alpha = (float) l->alpha;
          l->given[s][p] = (l->count[s][p] + alpha * l->prior[s][p])
                           / (sum[l->pairs.items[p].term[s]] + alpha);
          l->count[s][p] = 0;
        }
      free (sum);
    }
}

static size_t
longest_bag (const struct bags *bags)
{
  size_t most = 1;
  for (size_t b = 0; b < bags->len; b++)
    for (int s = 0; s < SIDES; s++)
      if (bags->items[b].len[s] > most)
        most = bags->items[b].len[s];
  return most;
}

static void
go_round (struct learning *l, unsigned rounds, struct lexicon *lexicon)
{
  size_t most = longest_bag (&l->kept);
  float *sum[SIDES];
  for (int s = 0; s < SIDES; s++)
    sum[s] = mem_new (most, sizeof **sum);
  for (unsigned r = 1; r < rounds; r++)
    {
      for (size_t b = 0; b < l->kept.len; b++)
        {
          bag_sums (l, b, sum);
          bag_count (l, b, sum);
        }
      maximise (l);
    }
  lexicon->share_start
    = mem_new (l->kept.len + 1, sizeof *lexicon->share_start);
  for (size_t b = 0; b < l->kept.len; b++)
    {
      lexicon->share_start[b] = lexicon->shares.len;
      bag_sums (l, b, sum);
      bag_share (l, b, sum, lexicon);
    }
  lexicon->share_start[l->kept.len] = lexicon->shares.len;
  free (sum[ORIGINAL]);
  free (sum[TRANSLATION]);
}

/* Numbers the pairs that got a share anew, in the shares too; returns which
   they were.  */
static uint32_t *
keep_shared (const struct learning *l, struct lexicon *lexicon)
{
  uint32_t *now = mem_new (l->pairs.len, sizeof *now);
  uint32_t *was = mem_new (l->pairs.len, sizeof *was);
  for (size_t k = 0; k < lexicon->shares.len; k++)
    now[lexicon->shares.items[k].pair[ORIGINAL]] = 1;
  for (size_t p = 0; p < l->pairs.len; p++)
    if (now[p])
      {
        was[lexicon->len] = (uint32_t) p;
        now[p] = (uint32_t) lexicon->len++;
      }
  for (size_t k = 0; k < lexicon->shares.len; k++)
    {
      uint32_t *pair = &lexicon->shares.items[k].pair[ORIGINAL];
      *pair = now[*pair];
    }
  free (now);
  return was;
}

/* Makes the rows of both sides of the pairs WAS.  */
static void
make_rows (const struct learning *l, struct lexicon *lexicon,
           const uint32_t *was)
{
  size_t len = lexicon->len;
  for (int s = 0; s < SIDES; s++)
    {
      size_t terms = lexicon->terms[s];
      size_t *start = mem_new (terms + 1, sizeof *start);
      for (size_t p = 0; p < len; p++)
        start[l->pairs.items[was[p]].term[s]]++;
      for (size_t t = 1; t <= terms; t++)
        start[t] += start[t - 1];
      lexicon->start[s] = start;
      lexicon->pairs[s] = mem_new (len, sizeof **lexicon->pairs);
      lexicon->total[s] = mem_new (terms, sizeof **lexicon->total);
    }
  lexicon->back = mem_new (len, sizeof *lexicon->back);
  for (size_t p = len; p-- > 0;)
    {
      const uint32_t *term = l->pairs.items[was[p]].term;
      size_t there = --lexicon->start[ORIGINAL][term[ORIGINAL]];
      size_t back = --lexicon->start[TRANSLATION][term[TRANSLATION]];
      lexicon->pairs[ORIGINAL][there].term = term[TRANSLATION];
      lexicon->pairs[TRANSLATION][back].term = term[ORIGINAL];
      lexicon->back[p] = (uint32_t) back;
    }
}

/* Makes the lexicon of the shares.  */
static void
gather (const struct learning *l, struct lexicon *lexicon)
{
  uint32_t *was = keep_shared (l, lexicon);
  make_rows (l, lexicon, was);
  free (was);
  for (size_t k = 0; k < lexicon->shares.len; k++)
    {
      struct lexicon_share *share = &lexicon->shares.items[k];
      share->pair[TRANSLATION] = lexicon->back[share->pair[ORIGINAL]];
    }
  for (size_t b = 0; b < l->kept.len; b++)
    lexicon_put_back (lexicon, b);
}

static void
learning_free (struct learning *l)
{
  VEC_FREE (&l->pairs);
  VEC_FREE (&l->kept);
  free (l->start);
  free (l->kept_terms);
  free (l->cell_start);
  free (l->cells);
  for (int s = 0; s < SIDES; s++)
    {
      free (l->bags_of[s]);
      free (l->prior[s]);
      free (l->given[s]);
      free (l->count[s]);
      free (l->null[s]);
    }
}

void
lexicon_learn (struct lexicon *lexicon, const struct bags *bags,
               const size_t terms[SIDES], const struct known_rows *known,
               double alpha, unsigned rounds)
{
  struct learning l = { .bags = bags, .known = known, .terms = terms,
                        .alpha = alpha };
  *lexicon = (struct lexicon) { .terms = { terms[0], terms[1] } };
  count_bags (&l);
  keep_frequent (&l);
  number_pairs (&l);
  first_estimate (&l);
  go_round (&l, rounds, lexicon);
  gather (&l, lexicon);
  learning_free (&l);
}

void
lexicon_free (struct lexicon *lexicon)
{
  VEC_FREE (&lexicon->shares);
  free (lexicon->share_start);
  free (lexicon->back);
  for (int s = 0; s < SIDES; s++)
    {
      free (lexicon->pairs[s]);
      free (lexicon->start[s]);
      free (lexicon->total[s]);
    }
}

/* Adds the shares of BAG to the counts, or takes them away.  */
static void
add_shares (struct lexicon *lexicon, size_t bag, bool away)
{
  size_t end = lexicon->share_start[bag + 1];
  for (size_t k = lexicon->share_start[bag]; k < end; k++)
    {
      const struct lexicon_share *share = &lexicon->shares.items[k];
      for (int s = 0; s < SIDES; s++)
        {
          uint32_t by = away ? 0u - share->count[s] : share->count[s];
          /* The token of this side stands in the row of the other one.  */
          uint32_t term = lexicon->pairs[!s][share->pair[!s]].term;
          lexicon->pairs[s][share->pair[s]].count += by;
          lexicon->total[s][term] += by;
        }
    }
}

void
lexicon_leave_out (struct lexicon *lexicon, size_t bag)
{
  add_shares (lexicon, bag, true);
}

void
lexicon_put_back (struct lexicon *lexicon, size_t bag)
{
  add_shares (lexicon, bag, false);
}
