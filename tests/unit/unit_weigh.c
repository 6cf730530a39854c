/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of align/weigh.h: the scores are those of the evidence one by one
   (align/terms.h), whatever the weights.  */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "align/pool_private.h"
#include "align/weigh.h"
#include "align/words.h"
#include "check.h"

enum { SENTENCES = 40, PIECES = 12 };

/* What sentences are made of; number k of one list says what number k of the
   other says.  */
static const char *const pieces[SIDES][PIECES] = {
  { "钢铁", "三千八百吨", "“", "”", "煤，", "《人民》", "1958年", "水稻；",
    "UNESCO", "——机器", "群众：", "计划（5%）" },
  { " steel", " 3,800 tons", " \"", "\"", " coal,", " Renmin", " 1958",
    " rice;", " UNESCO", " -- the machines", " masses:", " plan (5%)" },
};
static const char *const ends[SIDES][4]
  = { { "。", "！", "？", "……" }, { ". ", "! ", "? ", "... " } };

static uint32_t
next_random (uint32_t *state)
{
  *state = *state * 1664525u + 1013904223u;
  return *state >> 8;
}

/* Fills side S of DOCUMENT with sentences; PARAGRAPHS of a few each where
   wanted.  */
static void
fill_side (struct document *document, enum side s, uint32_t *state,
           bool paragraphs)
{
  struct side_text *side = &document->side[s];
  struct buf text = BUF_INIT;
  size_t start = 0;
  for (size_t k = 0; k < SENTENCES; k++)
    {
      size_t from = text.len, pieces_left = 1 + next_random (state) % 8;
      for (; pieces_left > 0; pieces_left--)
        buf_add_string (&text, pieces[s][next_random (state) % PIECES]);
      buf_add_string (&text, ends[s][next_random (state) % 4]);
      VEC_PUSH (&side->sentences,
                (struct sentence) { { from, text.len },
                                    side->paragraphs.len });
      if (k + 1 == SENTENCES || (paragraphs && next_random (state) % 4 == 0))
        {
          VEC_PUSH (&side->paragraphs,
                    (struct paragraph) { { start, text.len }, BLOCK_BODY });
          start = text.len;
        }
    }
  struct sentences sentences = side->sentences;
  struct paragraphs blocks = side->paragraphs;
  side->sentences = (struct sentences) { 0 };
  side->paragraphs = (struct paragraphs) { 0 };
  document_set_text (document, s, buf_string (&text), text.len);
  side->sentences = sentences;
  side->paragraphs = blocks;
  buf_free (&text);
}

/* Compares all beads that begin in row I of BAND.  Returns how many there
   are.  */
static size_t
compare (const struct scene *scene, struct scales *scales,
         const struct band *band, const float *weights, size_t i,
         size_t *wrong)
{
  struct weighed weighed = scales_weigh (scales, band, i);
  size_t count = 0;
  for (unsigned k = 0; k < BEAD_KINDS; k++)
    for (size_t j = band->low[i]; j <= band->high[i]; j++)
      {
        float terms[TERMS];
        float score = weighed.score[k * weighed.stride + j - band->low[i]];
        double sum = 0;
        size_t x = i + bead_kinds[k].count[ORIGINAL];
        size_t y = j + bead_kinds[k].count[TRANSLATION];
        if (x > SENTENCES || y < band->low[x] || y > band->high[x])
          continue;
        terms_of (scene, i, j, k, terms);
        for (unsigned t = 0; t < TERMS; t++)
          sum += (double) (weights[t] * terms[t]);
        if (score < WEIGHED_HOPELESS / 2 && sum < -10)
          continue;
        *wrong += !(fabs (sum - (double) score) < 0.12) ? 1u : 0u;
        count++;
      }
  return count;
}

static void
check_pair (struct pool *pool, const float *weights, size_t width)
{
  struct pair *pair = pool->pairs.items[0];
  const struct matter *const matter[SIDES]
    = { &pair->matter[ORIGINAL], &pair->matter[TRANSLATION] };
  const size_t len[SIDES] = { SENTENCES, SENTENCES };
  struct taught taught = { &pair->beads, 0 };
  struct drawer *drawer = drawer_new (&pool->ties);
  struct band band;
  band_around (&band, len, &pair->beads, width, NULL);
  const struct attraction *attraction
    = drawer_draw (drawer, &band, 0, SENTENCES, matter, &taught);
  struct scene scene = pair_scene (pair);
  scene.attraction = attraction;
  struct weigher *weigher = weigher_new (&scene, weights);
  size_t count = 0, wrong = 0;
  struct scales *scales = scales_new ();
  scales_take (scales, weigher, attraction);
  for (size_t i = 0; i <= SENTENCES; i++)
    count += compare (&scene, scales, &band, weights, i, &wrong);
  CHECK (count > SENTENCES * width);
  CHECK_NUMBER (wrong, 0);
  scales_free (scales);
  weigher_free (weigher);
  drawer_free (drawer);
  band_free (&band);
}

static void
check_text (uint32_t seed, bool paragraphs)
{
  struct buf image = BUF_INIT;
  words_image (&image, true);
  struct dictionary *words
    = dictionary_open (image.data, image.len, NULL, NULL);
  const struct dictionary *const dictionaries[] = { words };
  const struct align_aids aids = { dictionaries, 1, false, NULL };
  struct document *document = document_new ();
  struct pool *pool = pool_new (&aids);
  float weights[TERMS];
  for (enum side s = 0; s < SIDES; s++)
    fill_side (document, s, &seed, paragraphs);
  pool_add (pool, &document->side[ORIGINAL], &document->side[TRANSLATION]);
  pool_close (pool);
  weights_of (pool_weight_set (pool), weights);
  check_pair (pool, weights, 6);
  pool_learn (pool);
  for (unsigned t = 0; t < TERMS; t++)
    weights[t] = (float) (next_random (&seed) % 4000) / 1000 - 2;
  check_pair (pool, weights, 9);
  pool_free (pool);
  document_free (document);
  dictionary_close (words);
  buf_free (&image);
}

static void
same_as_terms (void)
{
  for (uint32_t seed = 1; seed <= 6; seed++)
    check_text (seed, seed % 2 == 0);
}

static const struct check_case cases[] = {
  { "same_as_terms", same_as_terms },
  { NULL, NULL },
};

int
main (int argc, char **argv)
{
  return check_main (argc, argv, cases);
}
