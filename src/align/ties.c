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

/* The rows of the original's tokens.  */
static void
open_rows (struct ties *ties, const struct known_rows *know,
           const struct known_rows *hint)
{
  struct drawn_rows *rows = &ties->rows[ORIGINAL];
  size_t terms = ties->terms[ORIGINAL], at = 0;
  rows->start = mem_new (terms + 1, sizeof *rows->start);
  rows->items = mem_new (know->start[terms] + hint->start[terms],
                         sizeof *rows->items);
  for (size_t z = 0; z < terms; z++)
    {
      rows->start[z] = at;
      for (size_t k = know->start[z]; k < know->start[z + 1]; k++)
        {
          const struct known *item = &know->items[k];
          float rare = ties->rarity[TRANSLATION][item->term];
          rows->items[at++] = (struct drawn) {
            item->term, item->given[ORIGINAL] * rare, 0 };
        }
      for (size_t k = hint->start[z]; k < hint->start[z + 1]; k++)
        {
          const struct known *item = &hint->items[k];
          float rare = ties->rarity[TRANSLATION][item->term];
          rows->items[at++] = (struct drawn) {
            item->term, 0, item->given[ORIGINAL] * rare };
        }
    }
  rows->start[terms] = at;
}

/* The rows of the translation's tokens: the same the other way round.  */
static void
turn_rows (struct ties *ties, const struct known_rows *know, bool hints)
{
  struct drawn_rows *rows = &ties->rows[TRANSLATION];
  for (size_t z = 0; z < ties->terms[ORIGINAL]; z++)
    for (size_t k = know->start[z]; k < know->start[z + 1]; k++)
      {
        const struct known *item = &know->items[k];
        float drawn
          = item->given[TRANSLATION] * ties->rarity[ORIGINAL][z];
        rows->items[--rows->start[item->term + 1]] = (struct drawn) {
          (uint32_t) z, hints ? 0 : drawn, hints ? drawn : 0 };
      }
}

static void
open_back (struct ties *ties, const struct known_rows *know,
           const struct known_rows *hint)
{
  struct drawn_rows *rows = &ties->rows[TRANSLATION];
  size_t terms = ties->terms[TRANSLATION];
  size_t len = know->start[ties->terms[ORIGINAL]];
  size_t hints = hint->start[ties->terms[ORIGINAL]];
  size_t *start = mem_new (terms + 2, sizeof *start);
  rows->items = mem_new (len + hints, sizeof *rows->items);
  for (size_t k = 0; k < len; k++)
    start[know->items[k].term + 1]++;
  for (size_t k = 0; k < hints; k++)
    start[hint->items[k].term + 1]++;
  for (size_t e = 0; e < terms; e++)
    start[e + 1] += start[e];
  rows->start = start;
  turn_rows (ties, know, false);
  turn_rows (ties, hint, true);
  for (size_t e = 0; e < terms; e++)
    start[e] = start[e + 1];
  start[terms] = len + hints;
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
  open_rows (ties, know, hint);
  open_back (ties, know, hint);
}

void
ties_free (struct ties *ties)
{
  for (int s = 0; s < SIDES; s++)
    {
      free (ties->rows[s].start);
      free (ties->rows[s].items);
      free (ties->rarity[s]);
    }
}
