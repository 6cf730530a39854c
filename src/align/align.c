/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Aligns the two sides of a document, or of several together.  */
#include "align/align.h"

#include <string.h>

#include "align/dictionary_maker.h"
#include "align/pool.h"

/* A newspaper article alone teaches nothing that its own sentences could use:
   what was learned near them is left out.  */
enum { ENOUGH_TO_LEARN = 80 };

long long
align_digest (const struct align_aids *aids)
{
  uint64_t digest = ALIGN_VERSION;
  for (size_t k = 0; aids && k < aids->dictionaries; k++)
    digest = (digest ^ dictionary_digest (aids->dictionary[k]))
             * 0x100000001b3u;
  digest &= INT64_MAX;
  return digest ? (long long) digest : 1;
}

static void
align_all (struct pool *pool)
{
  float weights[TERMS];
  weights_of (pool_weight_set (pool), weights);
  pool_align (pool, weights);
}

/* A pool of all TEXTS, aligned, their beads set.  */
static struct pool *
align_pool (const struct align_texts *texts, const struct align_aids *aids)
{
  struct pool *pool = pool_new (aids);
  for (size_t k = 0; k < texts->len; k++)
    pool_add (pool, texts->items[k].original, texts->items[k].translation);
  pool_close (pool);
  align_all (pool);
  if (pool_sentences (pool) >= ENOUGH_TO_LEARN)
    {
      pool_learn (pool);
      align_all (pool);
    }
  for (size_t k = 0; k < texts->len; k++)
    {
      VEC_FREE (texts->items[k].beads);
      *texts->items[k].beads = pool_beads (pool, k);
    }
  return pool;
}

void
align_together (const struct align_texts *texts,
                const struct align_aids *aids)
{
  pool_free (align_pool (texts, aids));
}

void
align_learn (const struct align_texts *texts, const struct align_aids *aids,
             struct buf *image)
{
  struct pool *pool = align_pool (texts, aids);
  pool_learn (pool);
  pool_image (pool, image);
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

bool
align_doubt (const struct document *document, double *mean)
{
  enum { FEW = 5 };
  /* Texts that belong together have 0.8 and more, others 0.45 and less, nine in
     ten of 30 sentences and more (measured on pieces of the sets).  */
  static const double DOUBTFUL = 0.5;
  const struct beads *beads = &document->beads;
  *mean = 0;
  for (size_t k = 0; k < beads->len; k++)
    if (beads->items[k].count[ORIGINAL] > 0
        && beads->items[k].count[TRANSLATION] > 0)
      *mean += (double) beads->items[k].confidence / (double) beads->len;
  return beads->len >= FEW && document_has (document, ORIGINAL)
         && document_has (document, TRANSLATION) && *mean < DOUBTFUL;
}

/* The document's own glossary as a dictionary, whose bytes are IMAGE.  */
static struct dictionary *
own_dictionary (const struct glossary *glossary, struct buf *image)
{
  struct dictionary_maker *maker = dictionary_maker_new ();
  for (size_t k = 0; k < glossary->len; k++)
    {
      const struct gloss *gloss = &glossary->items[k];
      dictionary_maker_add (maker, gloss->original, strlen (gloss->original),
                            gloss->translation, strlen (gloss->translation));
    }
  dictionary_maker_image (maker, image);
  dictionary_maker_free (maker);
  return dictionary_open (image->data, image->len, NULL, NULL);
}

void
align_document (struct document *document, const struct align_aids *aids)
{
  static const struct align_aids none;
  const struct dictionary *dictionary[DICTIONARIES_MOST];
  struct align_aids all = aids ? *aids : none;
  struct buf image = BUF_INIT;
  struct dictionary *own = NULL;
  if (document->glossary.len > 0)
    own = own_dictionary (&document->glossary, &image);
  if (own)
    {
      for (size_t k = 0; k < all.dictionaries; k++)
        dictionary[k] = all.dictionary[k];
      dictionary[all.dictionaries++] = own;
      all.dictionary = dictionary;
    }
  align_sides (&document->side[ORIGINAL], &document->side[TRANSLATION], &all,
               &document->beads);
  dictionary_close (own);
  buf_free (&image);
}
