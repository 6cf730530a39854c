/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A lexicon of what was learned: the shares of the bags that are worth keeping,
   and the pairs that have any.  */
#include "align/lexicon_private.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* The smallest share that is kept.  */
static const float LEAST_SHARE = 0.05F;

/* A share of a bag, of a pair of the row at hand; then by its number in the
   lexicon.  */
struct share
{
  uint32_t bag;
  uint32_t pair;
  uint16_t count[SIDES];
};

struct shares VEC (struct share);

struct gathering
{
  struct lexicon *lexicon;
  struct learning *l; /* NULL once the shares are there */
  size_t bags_len;
  uint32_t part[LEXICON_PARTS + 1]; /* as in struct kept */
  struct shares shares[LEXICON_PARTS];
  struct pair_terms terms[LEXICON_PARTS]; /* of each pair that has a share */
  uint32_t *bags[LEXICON_PARTS]; /* how many shares each bag has in the part;
                                    then where the next one goes */
  size_t first[LEXICON_PARTS];   /* the number of the first pair */
};

/* Notes the shares of the row of token Z.  */
static void
share_row (struct gathering *g, size_t index, uint32_t z)
{
  const struct learning *l = g->l;
  const struct kept *kept = &l->kept;
  const struct given *row = l->part[index].given.items + l->row[z];
  struct shares *shares = &g->shares[index];
  for (size_t p = kept->place_start[z]; p < kept->place_start[z + 1]; p++)
    {
      const struct place *place = &kept->places[p];
      const struct kept_bag *bag = &kept->bags.items[place->bag];
      const float *part = l->share + bag->start + bag->len[ORIGINAL];
      const uint32_t *cell = l->part[index].cells + place->cell;
      float own = l->share[place->at];
      VEC_RESERVE (shares, bag->len[TRANSLATION]);
      size_t before = shares->len, at = before;
      for (size_t k = 0; k < bag->len[TRANSLATION]; k++)
        {
          /* Written in any case and kept where it counts: no branch to be
             guessed wrong.  */
          float there = row[cell[k]].by[ORIGINAL] * part[k];
          float back = row[cell[k]].by[TRANSLATION] * own;
          shares->items[at] = (struct share) {
            place->bag, cell[k],
            { (uint16_t) (int) (there * LEXICON_ONE),
              (uint16_t) (int) (back * LEXICON_ONE) } };
          at += (there >= LEAST_SHARE) | (back >= LEAST_SHARE);
        }
      shares->len = at;
      g->bags[index][place->bag] += (uint32_t) (at - before);
    }
}

/* Numbers the pairs of the row of token Z, of LEN pairs, whose shares begin with
   number FIRST.  NUMBER is 0 before and afterwards.  */
static void
number_row (struct gathering *g, size_t index, uint32_t z, size_t len,
            size_t first, uint32_t *number)
{
  const struct learning *l = g->l;
  struct shares *shares = &g->shares[index];
  struct pair_terms *terms = &g->terms[index];
  const uint32_t *term = l->part[index].terms.items + l->row[z];
  g->lexicon->start[ORIGINAL][z] = terms->len;
  for (size_t k = first; k < shares->len; k++)
    number[shares->items[k].pair] = 1;
  for (size_t p = 0; p < len; p++)
    if (number[p])
      {
        number[p] = (uint32_t) terms->len;
        VEC_PUSH (terms, term[p]);
      }
  for (size_t k = first; k < shares->len; k++)
    shares->items[k].pair = number[shares->items[k].pair];
  memset (number, 0, len * sizeof *number);
}

static void
share_part (void *data, size_t index, size_t worker)
{
  struct gathering *g = data;
  struct learning *l = g->l;
  uint32_t *number = mem_new (learning_longest (l, index), sizeof *number);
  (void) worker;
  g->bags[index] = mem_new (l->kept.bags.len + 1, sizeof **g->bags);
  for (uint32_t z = l->kept.part[index]; z < l->kept.part[index + 1]; z++)
    {
      size_t first = g->shares[index].len;
      share_row (g, index, z);
      number_row (g, index, z, learning_row (l, index, z), first, number);
    }
  part_free (&l->part[index]);
  VEC_FIT (&g->shares[index]);
  free (number);
}

/* Brings the shares and pairs of a part to their places in the lexicon.  */
static void
place_part (void *data, size_t index, size_t worker)
{
  struct gathering *g = data;
  struct lexicon *lexicon = g->lexicon;
  uint32_t first = (uint32_t) g->first[index];
  (void) worker;
  for (uint32_t z = g->part[index]; z < g->part[index + 1]; z++)
    lexicon->start[ORIGINAL][z] += first;
  for (size_t p = 0; p < g->terms[index].len; p++)
    lexicon->term[ORIGINAL][first + p] = g->terms[index].items[p];
  for (size_t k = 0; k < g->shares[index].len; k++)
    {
      const struct share *share = &g->shares[index].items[k];
      uint32_t at = g->bags[index][share->bag]++;
      lexicon->shares.pair[ORIGINAL][at] = first + share->pair;
      for (int s = 0; s < SIDES; s++)
        lexicon->shares.count[s][at] = share->count[s];
    }
  free (g->bags[index]);
  VEC_FREE (&g->terms[index]);
  VEC_FREE (&g->shares[index]);
}

/* Makes room for the shares and pairs that were counted.  */
static void
make_room (struct gathering *g)
{
  struct lexicon *lexicon = g->lexicon;
  struct lexicon_shares *shares = &lexicon->shares;
  size_t bags = g->bags_len, at = 0;
  shares->start = mem_new (bags + 1, sizeof *shares->start);
  for (size_t b = 0; b < bags; b++)
    {
      shares->start[b] = at;
      for (size_t n = 0; n < LEXICON_PARTS; n++)
        {
          uint32_t count = g->bags[n][b];
          g->bags[n][b] = (uint32_t) at;
          at += count;
        }
    }
  shares->start[bags] = at;
  for (size_t n = 0; n < LEXICON_PARTS; n++)
    {
      g->first[n] = lexicon->len;
      lexicon->len += g->terms[n].len;
    }
  for (int s = 0; s < SIDES; s++)
    {
      size_t terms = lexicon->terms[s];
      shares->pair[s] = mem_new (at, sizeof **shares->pair);
      shares->count[s] = mem_new (at, sizeof **shares->count);
      lexicon->term[s] = mem_new (lexicon->len, sizeof **lexicon->term);
      lexicon->count[s] = mem_new (lexicon->len, sizeof **lexicon->count);
      lexicon->total[s] = mem_new (terms, sizeof **lexicon->total);
    }
  lexicon->start[ORIGINAL][lexicon->terms[ORIGINAL]] = lexicon->len;
  lexicon->back = mem_new (lexicon->len, sizeof *lexicon->back);
}

/* Makes the translation's rows of those of the original.  */
static void
turn_rows (struct lexicon *lexicon)
{
  size_t terms = lexicon->terms[TRANSLATION];
  size_t *start = lexicon->start[TRANSLATION];
  for (size_t p = 0; p < lexicon->len; p++)
    start[lexicon->term[ORIGINAL][p] + 2]++;
  for (size_t e = 0; e < terms; e++)
    start[e + 2] += start[e + 1];
  for (uint32_t z = 0; z < lexicon->terms[ORIGINAL]; z++)
    for (size_t p = lexicon->start[ORIGINAL][z];
         p < lexicon->start[ORIGINAL][z + 1]; p++)
      {
        size_t at = start[lexicon->term[ORIGINAL][p] + 1]++;
        lexicon->term[TRANSLATION][at] = z;
        lexicon->back[p] = (uint32_t) at;
      }
}

/* Counts the shares of side INDEX.  */
static void
count_side (void *data, size_t index, size_t worker)
{
  struct lexicon *lexicon = data;
  struct lexicon_shares *shares = &lexicon->shares;
  size_t *start = lexicon->start[index];
  (void) worker;
  for (size_t k = 0; k < shares->start[lexicon->bags]; k++)
    {
      uint32_t pair = shares->pair[ORIGINAL][k];
      if (index == TRANSLATION)
        pair = shares->pair[TRANSLATION][k] = lexicon->back[pair];
      lexicon->count[index][pair] += shares->count[index][k];
    }
  for (size_t t = 0; t < lexicon->terms[index]; t++)
    for (size_t p = start[t]; p < start[t + 1]; p++)
      lexicon->total[index][t] += lexicon->count[index][p];
}

void
lexicon_gather (struct lexicon *lexicon, struct learning *l)
{
  struct gathering g
    = { .lexicon = lexicon, .l = l, .bags_len = l->kept.bags.len };
  struct workers *workers = l->workers;
  for (int s = 0; s < SIDES; s++)
    lexicon->start[s]
      = mem_new (lexicon->terms[s] + 2, sizeof **lexicon->start);
  memcpy (g.part, l->kept.part, sizeof g.part);
  workers_run (workers, LEXICON_PARTS, share_part, &g);
  learning_free (l);
  g.l = NULL;
  make_room (&g);
  workers_run (workers, LEXICON_PARTS, place_part, &g);
  turn_rows (lexicon);
  lexicon->bags = g.bags_len;
  workers_run (workers, SIDES, count_side, lexicon);
}
