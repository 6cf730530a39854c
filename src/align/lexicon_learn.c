/* SPDX-License-Identifier: GPL-3.0-or-later */
/* IBM model 1 over bags.  It goes token by token of the original rather than bag
   by bag: the row of pairs that is worked on stays near at hand then, however many
   there are.  */
#include "align/lexicon_private.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* The weight of what goes to no token at all, beside the tokens.  */
static const float NULL_WEIGHT = 5;

/* Where in a row a token of the translation stands.  */
struct met
{
  uint32_t token; /* of the original whose row it is, and 1 */
  uint32_t pair;
};

/* --- the pairs ---------------------------------------------------------- */

/* How much the tokens of a side weigh.  */
struct scale
{
  double bags;
  double tokens[SIDES];
};

static struct scale
find_scale (const struct kept *kept)
{
  struct scale scale = { (double) kept->bags.len + 1, { 1, 1 } };
  for (size_t b = 0; b < kept->bags.len; b++)
    for (int s = 0; s < SIDES; s++)
      scale.tokens[s] += kept->bags.items[b].len[s];
  return scale;
}

/* Makes the row of token Z: the cells of its places, and as what is given by the
   original how many bags have both.  */
static void
make_row (struct learning *l, struct part *part, uint32_t z, struct met *met)
{
  const struct kept *kept = &l->kept;
  size_t row = l->row[z] = part->terms.len;
  for (size_t p = kept->place_start[z]; p < kept->place_start[z + 1]; p++)
    {
      const struct kept_bag *bag = &kept->bags.items[kept->places[p].bag];
      const uint32_t *e = kept->terms + bag->start + bag->len[ORIGINAL];
      uint32_t *cell = part->cells + kept->places[p].cell;
      VEC_RESERVE (&part->terms, bag->len[TRANSLATION] + 1u);
      VEC_RESERVE (&part->given, bag->len[TRANSLATION] + 1u);
      for (size_t k = 0; k < bag->len[TRANSLATION]; k++)
        {
          /* A new pair is written in any case and kept where it is one: no branch
             to be guessed wrong.  */
          size_t len = part->terms.len;
          struct met was = met[e[k]];
          bool new = was.token != z + 1;
          uint32_t pair = new ? (uint32_t) (len - row) : was.pair;
          part->terms.items[len] = e[k];
          part->given.items[len] = (struct given) { { 0 } };
          part->terms.len = part->given.len = len + new;
          part->given.items[row + pair].by[ORIGINAL]++;
          met[e[k]] = (struct met) { z + 1, pair };
          cell[k] = pair;
        }
    }
}

/* Adds what is known of the pairs of token Z.  */
static void
add_priors (const struct learning *l, struct part *part, uint32_t z,
            const struct met *met)
{
  if (!l->known)
    return;
  for (size_t k = l->known->start[z]; k < l->known->start[z + 1]; k++)
    {
      const struct known *known = &l->known->items[k];
      if (met[known->term].token == z + 1)
        VEC_PUSH (&part->priors,
                  (struct prior) { met[known->term].pair,
                                   { known->given[ORIGINAL],
                                     known->given[TRANSLATION] } });
    }
}

/* What the first estimate for token Z of the original and E is divided by, for
   direction S.  */
static double
first_whole (const struct learning *l, int s, uint32_t z, uint32_t e,
             const struct scale *scale)
{
  uint32_t of = l->kept.bags_of[s][s == ORIGINAL ? z : e];
  return of * (scale->tokens[!s] / scale->tokens[s]) + l->alpha;
}

/* The first estimate of row Z: as if every token of a bag went to all of the other
   side alike.  */
static void
estimate_row (const struct learning *l, struct part *part, uint32_t z,
              const struct scale *scale)
{
  const uint32_t *term = part->terms.items + l->row[z];
  struct given *row = part->given.items + l->row[z];
  size_t len = part->terms.len - l->row[z];
  for (size_t p = 0; p < len; p++)
    {
      double met = (double) row[p].by[ORIGINAL] * scale->bags;
      for (int s = 0; s < SIDES; s++)
        row[p].by[s] = (float) (met / scale->tokens[s]
                                / first_whole (l, s, z, term[p], scale));
    }
  for (size_t k = l->prior[z]; k < part->priors.len; k++)
    {
      const struct prior *prior = &part->priors.items[k];
      for (int s = 0; s < SIDES; s++)
        row[prior->pair].by[s]
          += (float) (l->alpha * (double) prior->given[s]
                      / first_whole (l, s, z, term[prior->pair], scale));
    }
}

/* A part of the work for which the scale is needed.  */
struct pairing_up
{
  struct learning *l;
  struct scale scale;
};

static void
pair_part (void *data, size_t index, size_t worker)
{
  struct pairing_up *up = data;
  struct learning *l = up->l;
  struct part *part = &l->part[index];
  struct met *met = mem_new (l->terms[TRANSLATION] + 1, sizeof *met);
  part->cells = mem_new (l->kept.part_cells[index], sizeof *part->cells);
  (void) worker;
  for (uint32_t z = l->kept.part[index]; z < l->kept.part[index + 1]; z++)
    {
      l->prior[z] = part->priors.len;
      make_row (l, part, z, met);
      add_priors (l, part, z, met);
      estimate_row (l, part, z, &up->scale);
    }
  part->whole = mem_new (l->terms[TRANSLATION] + 1, sizeof *part->whole);
  free (met);
}

static void
make_pairs (struct learning *l)
{
  struct pairing_up up = { l, find_scale (&l->kept) };
  l->row = mem_new (l->terms[ORIGINAL] + 1, sizeof *l->row);
  l->prior = mem_new (l->terms[ORIGINAL] + 1, sizeof *l->prior);
  l->share = mem_new (l->kept.len, sizeof *l->share);
  l->whole = mem_new (l->terms[TRANSLATION] + 1, sizeof *l->whole);
  for (int s = 0; s < SIDES; s++)
    {
      l->null[s] = mem_new (l->terms[!s] + 1, sizeof **l->null);
      for (size_t e = 0; e < l->terms[!s]; e++)
        l->null[s][e]
          = NULL_WEIGHT
            * (float) (l->kept.bags_of[!s][e] / up.scale.tokens[!s]);
    }
  workers_run (l->workers, LEXICON_PARTS, pair_part, &up);
}

/* --- rounds ------------------------------------------------------------- */

/* The first place of token Z in bag B or a later one.  */
static size_t
place_from (const struct kept *kept, uint32_t z, size_t b)
{
  size_t low = kept->place_start[z], high = kept->place_start[z + 1];
  while (low < high)
    {
      size_t middle = low + (high - low) / 2;
      if (kept->places[middle].bag < b)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The sums of row Z for the place P.  */
static void
sum_place (const struct learning *l, const struct part *part,
           const struct place *place, uint32_t z)
{
  const struct given *row = part->given.items + l->row[z];
  const struct kept_bag *bag = &l->kept.bags.items[place->bag];
  const uint32_t *cell = part->cells + place->cell;
  float *sum = l->share + bag->start + bag->len[ORIGINAL];
  float even = l->null[TRANSLATION][z], odd = 0;
  size_t k = 0, len = bag->len[TRANSLATION];
  for (; k + 1 < len; k += 2)
    {
      const struct given *a = &row[cell[k]], *b = &row[cell[k + 1]];
      sum[k] += a->by[ORIGINAL];
      sum[k + 1] += b->by[ORIGINAL];
      even += a->by[TRANSLATION];
      odd += b->by[TRANSLATION];
    }
  if (k < len)
    {
      sum[k] += row[cell[k]].by[ORIGINAL];
      even += row[cell[k]].by[TRANSLATION];
    }
  l->share[place->at] = even + odd;
}

/* Finds the sums by which shares are divided, for one of as many spans of bags as
   there are workers.  */
static void
sum_span (void *data, size_t index, size_t worker)
{
  struct learning *l = data;
  const struct kept *kept = &l->kept;
  size_t spans = workers_len (l->workers);
  size_t from = kept->bags.len * index / spans;
  size_t to = kept->bags.len * (index + 1) / spans;
  (void) worker;
  if (from == to)
    return;
  const struct kept_bag *first = &kept->bags.items[from];
  const struct kept_bag *last = &kept->bags.items[to - 1];
  for (const struct kept_bag *bag = first; bag <= last; bag++)
    for (size_t k = bag->start + bag->len[ORIGINAL];
         k < bag->start + bag->len[ORIGINAL] + bag->len[TRANSLATION]; k++)
      l->share[k] = l->null[ORIGINAL][kept->terms[k]];
  for (size_t n = 0; n < LEXICON_PARTS; n++)
    for (uint32_t z = kept->part[n]; z < kept->part[n + 1]; z++)
      {
        size_t p = spans > 1 ? place_from (kept, z, from)
                             : kept->place_start[z];
        for (; p < kept->place_start[z + 1] && kept->places[p].bag < to; p++)
          sum_place (l, &l->part[n], &kept->places[p], z);
      }
  size_t end = last->start + last->len[ORIGINAL] + last->len[TRANSLATION];
  for (size_t k = first->start; k < end; k++)
    l->share[k] = 1 / l->share[k];
}

static void
find_sums (struct learning *l)
{
  workers_run (l->workers, workers_len (l->workers), sum_span, l);
}

/* Adds to COUNT the counts of row Z.  */
static void
count_row (const struct learning *l, const struct part *part, uint32_t z,
           struct given *count)
{
  const struct given *row = part->given.items + l->row[z];
  const struct kept *kept = &l->kept;
  for (size_t p = kept->place_start[z]; p < kept->place_start[z + 1]; p++)
    {
      const struct place *place = &kept->places[p];
      const struct kept_bag *bag = &kept->bags.items[place->bag];
      const float *share = l->share + bag->start + bag->len[ORIGINAL];
      const uint32_t *cell = part->cells + place->cell;
      float own = l->share[place->at];
      for (size_t k = 0; k < bag->len[TRANSLATION]; k++)
        {
          const struct given *given = &row[cell[k]];
          struct given *sum = &count[cell[k]];
          sum->by[ORIGINAL] += given->by[ORIGINAL] * share[k];
          sum->by[TRANSLATION] += given->by[TRANSLATION] * own;
        }
    }
}

/* New t of the LEN pairs of row Z from their COUNT, which is cleared.  */
static void
maximise_row (const struct learning *l, struct part *part, uint32_t z,
              size_t len, struct given *count)
{
  const uint32_t *term = part->terms.items + l->row[z];
  struct given *row = part->given.items + l->row[z];
  float alpha = (float) l->alpha, sum = alpha;
  size_t end = z + 1 < l->kept.part[part - l->part + 1] ? l->prior[z + 1]
                                                        : part->priors.len;
  for (size_t p = 0; p < len; p++)
    sum += count[p].by[ORIGINAL];
  for (size_t p = 0; p < len; p++)
    {
      part->whole[term[p]] += count[p].by[TRANSLATION];
      row[p].by[ORIGINAL] = count[p].by[ORIGINAL] / sum;
      row[p].by[TRANSLATION] = count[p].by[TRANSLATION];
      count[p] = (struct given) { { 0 } };
    }
  for (size_t k = l->prior[z]; k < end; k++)
    {
      const struct prior *prior = &part->priors.items[k];
      struct given *given = &row[prior->pair];
      given->by[ORIGINAL] += alpha * prior->given[ORIGINAL] / sum;
      given->by[TRANSLATION] += alpha * prior->given[TRANSLATION];
    }
}

size_t
learning_row (const struct learning *l, size_t index, uint32_t z)
{
  return (z + 1 < l->kept.part[index + 1] ? l->row[z + 1]
                                          : l->part[index].terms.len)
         - l->row[z];
}

size_t
learning_longest (const struct learning *l, size_t index)
{
  size_t most = 0;
  for (uint32_t z = l->kept.part[index]; z < l->kept.part[index + 1]; z++)
    if (learning_row (l, index, z) > most)
      most = learning_row (l, index, z);
  return most;
}

static void
count_part (void *data, size_t index, size_t worker)
{
  struct learning *l = data;
  struct part *part = &l->part[index];
  struct given *count
    = mem_new (learning_longest (l, index), sizeof *count);
  (void) worker;
  memset (part->whole, 0, l->terms[TRANSLATION] * sizeof *part->whole);
  for (uint32_t z = l->kept.part[index]; z < l->kept.part[index + 1]; z++)
    {
      count_row (l, part, z, count);
      maximise_row (l, part, z, learning_row (l, index, z), count);
    }
  free (count);
}

/* Divides t by the whole of the translation's tokens.  */
static void
divide_part (void *data, size_t index, size_t worker)
{
  struct learning *l = data;
  struct part *part = &l->part[index];
  (void) worker;
  for (size_t p = 0; p < part->terms.len; p++)
    part->given.items[p].by[TRANSLATION] *= l->whole[part->terms.items[p]];
}

static void
go_round (struct learning *l)
{
  find_sums (l);
  workers_run (l->workers, LEXICON_PARTS, count_part, l);
  for (size_t e = 0; e < l->terms[TRANSLATION]; e++)
    {
      float sum = (float) l->alpha;
      for (size_t n = 0; n < LEXICON_PARTS; n++)
        sum += l->part[n].whole[e];
      l->whole[e] = 1 / sum;
    }
  workers_run (l->workers, LEXICON_PARTS, divide_part, l);
}

void
part_free (struct part *part)
{
  free (part->cells);
  free (part->whole);
  VEC_FREE (&part->terms);
  VEC_FREE (&part->given);
  VEC_FREE (&part->priors);
  *part = (struct part) { .cells = NULL };
}

void
learning_free (struct learning *l)
{
  kept_free (&l->kept);
  for (size_t n = 0; n < LEXICON_PARTS; n++)
    part_free (&l->part[n]);
  free (l->row);
  free (l->prior);
  free (l->share);
  free (l->null[ORIGINAL]);
  free (l->null[TRANSLATION]);
  free (l->whole);
}

void
lexicon_learn (struct lexicon *lexicon, const struct bags *bags,
               const size_t terms[SIDES], const struct known_rows *known,
               double alpha, unsigned rounds, struct workers *workers)
{
  struct learning l = { .terms = terms, .known = known, .alpha = alpha,
                        .workers = workers };
  kept_open (&l.kept, bags, terms);
  make_pairs (&l);
  for (unsigned r = 1; r < rounds; r++)
    go_round (&l);
  find_sums (&l);
  *lexicon = (struct lexicon) { .terms = { terms[0], terms[1] } };
  lexicon_gather (lexicon, &l);
}
