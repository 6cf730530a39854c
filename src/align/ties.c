/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which tokens of a set of texts belong together.  */
#include "align/ties.h"

#include <stdlib.h>

#include "base/mem.h"

/* 1 / relative frequency, by how often the tokens of side S occur.  */
static float *
find_rarity (const struct known_texts *texts, int s, size_t terms)
{
  float *rarity = mem_new (terms + 1, sizeof *rarity);
  double total = 0;
  for (size_t t = 0; t < terms; t++)
    total += texts->count[s][t];
  for (size_t t = 0; t < terms; t++)
    rarity[t] = (float) (total / (texts->count[s][t] ? texts->count[s][t] : 1));
  return rarity;
}

/* The rows of the original's tokens of what is KNOWN.  */
static void
open_rows (struct drawn_rows *rows, const struct ties *ties,
           const struct known_rows *known)
{
  size_t terms = ties->terms[ORIGINAL];
  rows->start = mem_new (terms + 1, sizeof *rows->start);
  rows->items = mem_new (known->start[terms], sizeof *rows->items);
  for (size_t z = 0; z <= terms; z++)
    rows->start[z] = known->start[z];
  for (size_t k = 0; k < known->start[terms]; k++)
    {
      const struct known *item = &known->items[k];
      rows->items[k] = (struct drawn) {
        item->term,
        item->given[ORIGINAL] * ties->rarity[TRANSLATION][item->term] };
    }
}

/* The rows of the translation's tokens: the same the other way round.  */
static void
open_back (struct drawn_rows *rows, const struct ties *ties,
           const struct known_rows *known)
{
  size_t terms = ties->terms[TRANSLATION];
  size_t len = known->start[ties->terms[ORIGINAL]];
  size_t *start = rows->start = mem_new (terms + 2, sizeof *start);
  rows->items = mem_new (len, sizeof *rows->items);
  for (size_t k = 0; k < len; k++)
    start[known->items[k].term + 2]++;
  for (size_t e = 0; e < terms; e++)
    start[e + 2] += start[e + 1];
  for (size_t z = 0; z < ties->terms[ORIGINAL]; z++)
    for (size_t k = known->start[z]; k < known->start[z + 1]; k++)
      {
        const struct known *item = &known->items[k];
        rows->items[start[item->term + 1]++] = (struct drawn) {
          (uint32_t) z,
          item->given[TRANSLATION] * ties->rarity[ORIGINAL][z] };
      }
}

void
ties_open (struct ties *ties, const struct known_texts *texts,
           const struct known_rows *know, const struct known_rows *hint)
{
  *ties = (struct ties) { .lexicon = NULL };
  for (int s = 0; s < SIDES; s++)
    {
      ties->terms[s] = vocabulary_len (texts->vocabulary[s]);
      ties->rarity[s] = find_rarity (texts, s, ties->terms[s]);
    }
  open_rows (&ties->known[ORIGINAL], ties, know);
  open_rows (&ties->hint, ties, hint);
  open_back (&ties->known[TRANSLATION], ties, know);
}

void
ties_learn (struct ties *ties, const struct lexicon *lexicon)
{
  ties->lexicon = lexicon;
  for (int s = 0; s < SIDES; s++)
    {
      free (ties->rare[s]);
      ties->rare[s] = mem_new (lexicon->len, sizeof **ties->rare);
      for (size_t p = 0; p < lexicon->len; p++)
        ties->rare[s][p] = ties->rarity[!s][lexicon->term[s][p]];
    }
}

static void
rows_free (struct drawn_rows *rows)
{
  free (rows->start);
  free (rows->items);
}

void
ties_free (struct ties *ties)
{
  rows_free (&ties->hint);
  for (int s = 0; s < SIDES; s++)
    {
      rows_free (&ties->known[s]);
      free (ties->rarity[s]);
      free (ties->rare[s]);
    }
}
