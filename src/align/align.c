/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Aligns the two sides of a document, or of several together.  */
#include "align/align.h"

#include "align/pool.h"

static void
align_all (struct pool *pool)
{
  const float *weights = align_weights[pool_weight_set (pool)];
  for (size_t k = 0; k < pool_len (pool); k++)
    pool_align (pool, k, weights);
}

void
align_together (const struct align_texts *texts,
                const struct align_aids *aids)
{
  struct pool *pool = pool_new (aids);
  for (size_t k = 0; k < texts->len; k++)
    pool_add (pool, texts->items[k].original, texts->items[k].translation);
  pool_close (pool);
  align_all (pool);
  pool_learn (pool);
  align_all (pool);
  for (size_t k = 0; k < texts->len; k++)
    {
      VEC_FREE (texts->items[k].beads);
      *texts->items[k].beads = pool_beads (pool, k);
    }
  pool_free (pool);
}

void
align_sides (const struct side_text *original,
             const struct side_text *translation,
             const struct align_aids *aids, struct beads *beads)
{
  struct align_text text = { original, translation, beads };
  align_together (&(struct align_texts) { &text, 1, 1 }, aids);
}
