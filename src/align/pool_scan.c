/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The evidence for the beads of a pair of texts, number by number.  */
#include "align/pool_private.h"

#include <stdlib.h>

struct scene
pair_scene (struct pair *pair)
{
  const struct matter *m = pair->matter;
  const size_t len[SIDES] = { m[ORIGINAL].len, m[TRANSLATION].len };
  length_ratios (&pair->length, len, &pair->beads, pair->ratio);
  return (struct scene) {
    { &m[ORIGINAL], &m[TRANSLATION] },
    &pair->length,
    pair->ratio,
    NULL,
    { pair->tokens[ORIGINAL], pair->tokens[TRANSLATION] },
    m[ORIGINAL].text->paragraphs.len > 1
      && m[TRANSLATION].text->paragraphs.len > 1 };
}

const struct attraction *
pair_draw (const struct pair *pair, struct drawer *drawer,
           const struct band *band, size_t first, size_t end)
{
  const struct matter *const matter[SIDES]
    = { &pair->matter[ORIGINAL], &pair->matter[TRANSLATION] };
  struct taught taught = { &pair->beads, pair->first_bag };
  size_t n = matter[ORIGINAL]->len;
  size_t from = first > 0 ? first - 1 : 0;
  size_t to = end + BEAD_REACH < n ? end + BEAD_REACH : n;
  return drawer_draw (drawer, band, from, to - from, matter, &taught);
}

/* The terms of the beads that begin in row I.  */
static void
scan_row (const struct scene *scene, const struct band *band, size_t i,
          pool_see *see, void *data)
{
  float terms[TERMS];
  for (size_t j = band->low[i]; j <= band->high[i]; j++)
    for (unsigned k = 0; k < BEAD_KINDS; k++)
      {
        size_t a = bead_kinds[k].count[ORIGINAL];
        size_t b = bead_kinds[k].count[TRANSLATION];
        if (i + a > band->len[ORIGINAL] || j + b > band->high[i + a]
            || j + b < band->low[i + a])
          continue;
        terms_of (scene, i, j, k, terms);
        see (data, band->start[i] + (j - band->low[i]), k, terms);
      }
}

void
pool_scan (struct pool *pool, size_t index, const struct band *band,
           pool_see *see, void *data)
{
  struct pair *pair = pool->pairs.items[index];
  struct scene scene = pair_scene (pair);
  struct drawer *drawer = drawer_new (&pool->ties);
  size_t rows = band->len[ORIGINAL] + 1;
  for (size_t first = 0; first < rows; first += BLOCK_ROWS)
    {
      size_t end = first + BLOCK_ROWS < rows ? first + BLOCK_ROWS : rows;
      scene.attraction = pair_draw (pair, drawer, band, first, end);
      for (size_t i = first; i < end; i++)
        scan_row (&scene, band, i, see, data);
    }
  drawer_free (drawer);
}
