/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bags that a lexicon is learned from, without their rare tokens.  */
#include "align/lexicon_private.h"

#include <stdlib.h>

#include "base/mem.h"

/* The most cells of all bags together; above it rarer tokens are left out, so
   that memory keeps within bounds, but none that is in more bags than
   OFTEN.  */
enum { CELLS_MOST = 6000000, OFTEN = 50, LEAST = 2 };

static void
count_bags (struct kept *kept, const struct bags *bags,
            const size_t terms[SIDES])
{
  for (int s = 0; s < SIDES; s++)
    {
      uint32_t *of = kept->bags_of[s] = mem_new (terms[s] + 1, sizeof *of);
      for (size_t b = 0; b < bags->len; b++)
        for (size_t k = 0; k < bags->items[b].len[s]; k++)
          of[bags->items[b].terms[s][k]]++;
    }
}

/* Sets COUNT[l] to how many tokens of side S of BAG are in L bags or more, for L
   from 0 to OFTEN + 1.  */
static void
count_levels (const struct kept *kept, const struct bag *bag, int s,
              size_t count[OFTEN + 2])
{
  for (unsigned l = 0; l < OFTEN + 2; l++)
    count[l] = 0;
  for (size_t k = 0; k < bag->len[s]; k++)
    {
      uint32_t of = kept->bags_of[s][bag->terms[s][k]];
      count[of > OFTEN ? OFTEN + 1 : of]++;
    }
  for (unsigned l = OFTEN + 1; l-- > 0;)
    count[l] += count[l + 1];
}

/* In how many bags a token must be for the cells to keep within bounds.  */
static uint32_t
least_bags (const struct kept *kept, const struct bags *bags)
{
  size_t cells[OFTEN + 2] = { 0 };
  for (size_t b = 0; b < bags->len; b++)
    {
      size_t z[OFTEN + 2], e[OFTEN + 2];
      count_levels (kept, &bags->items[b], ORIGINAL, z);
      count_levels (kept, &bags->items[b], TRANSLATION, e);
      for (unsigned l = 0; l < OFTEN + 2; l++)
        cells[l] += z[l] * e[l];
    }
  uint32_t least = LEAST;
  while (cells[least] > CELLS_MOST && least <= OFTEN)
    least++;
  return least;
}

static void
keep_frequent (struct kept *kept, const struct bags *bags)
{
  uint32_t least = least_bags (kept, bags);
  size_t len = 0;
  for (size_t b = 0; b < bags->len; b++)
    len += bags->items[b].len[ORIGINAL] + bags->items[b].len[TRANSLATION];
  kept->terms = mem_new (len, sizeof *kept->terms);
  for (size_t b = 0; b < bags->len; b++)
    {
      const struct bag *bag = &bags->items[b];
      struct kept_bag own = { kept->len, { 0, 0 } };
      for (int s = 0; s < SIDES; s++)
        for (size_t k = 0; k < bag->len[s]; k++)
          if (kept->bags_of[s][bag->terms[s][k]] >= least)
            {
              kept->terms[kept->len++] = bag->terms[s][k];
              own.len[s]++;
            }
      VEC_PUSH (&kept->bags, own);
    }
}

static void
find_places (struct kept *kept, size_t terms)
{
  size_t *start = kept->place_start = mem_new (terms + 2, sizeof *start);
  const struct kept_bag *bags = kept->bags.items;
  for (size_t b = 0; b < kept->bags.len; b++)
    for (size_t k = 0; k < bags[b].len[ORIGINAL]; k++)
      start[kept->terms[bags[b].start + k] + 2]++;
  for (size_t z = 0; z < terms; z++)
    start[z + 2] += start[z + 1];
  kept->places = mem_new (start[terms + 1], sizeof *kept->places);
  for (size_t b = 0; b < kept->bags.len; b++)
    for (size_t k = 0; k < bags[b].len[ORIGINAL]; k++)
      {
        size_t at = bags[b].start + k;
        kept->places[start[kept->terms[at] + 1]++]
          = (struct place) { (uint32_t) b, (uint32_t) at, 0 };
      }
  for (size_t p = 0; p < start[terms]; p++)
    kept->cells += bags[kept->places[p].bag].len[TRANSLATION];
}

/* Deals out the tokens of the original, so that all parts have as many cells, and
   numbers the cells of each.  */
static void
make_parts (struct kept *kept, size_t terms)
{
  const size_t *start = kept->place_start;
  const struct kept_bag *bags = kept->bags.items;
  size_t z = 0, done = 0;
  for (size_t p = 0; p < LEXICON_PARTS; p++)
    {
      size_t end = kept->cells / LEXICON_PARTS * (p + 1), cells = 0;
      kept->part[p] = (uint32_t) z;
      for (; z < terms && (done + cells < end || p + 1 == LEXICON_PARTS); z++)
        for (size_t k = start[z]; k < start[z + 1]; k++)
          {
            kept->places[k].cell = (uint32_t) cells;
            cells += bags[kept->places[k].bag].len[TRANSLATION];
          }
      kept->part_cells[p] = cells;
      done += cells;
    }
  kept->part[LEXICON_PARTS] = (uint32_t) terms;
}

void
kept_open (struct kept *kept, const struct bags *bags,
           const size_t terms[SIDES])
{
  *kept = (struct kept) { .terms = NULL };
  count_bags (kept, bags, terms);
  keep_frequent (kept, bags);
  find_places (kept, terms[ORIGINAL]);
  make_parts (kept, terms[ORIGINAL]);
}

void
kept_free (struct kept *kept)
{
  VEC_FREE (&kept->bags);
  free (kept->terms);
  free (kept->places);
  free (kept->place_start);
  for (int s = 0; s < SIDES; s++)
    free (kept->bags_of[s]);
}
