/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that are aligned together.  */
#include "align/pool_private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "align/bags.h"
#include "align/dictionary_maker.h"
#include "align/first.h"
#include "align/ties.h"
#include "base/mem.h"

/* Rounds of learning.  */
enum { ROUNDS = 4 };

struct pool *
pool_new (const struct align_aids *aids)
{
  static const struct align_aids none;
  struct pool *pool = mem_new (1, sizeof *pool);
  pool->aids = aids ? aids : &none;
  pool->workers = pool->aids->workers;
  pool->first_powers = first_powers ();
  pool->powers = scores_powers ();
  pool->hands = mem_new (workers_len (pool->workers), sizeof *pool->hands);
  return pool;
}

static void
pair_free (struct pair *pair)
{
  for (int s = 0; s < SIDES; s++)
    {
      matter_free (&pair->matter[s]);
      free (pair->tokens[s]);
    }
  VEC_FREE (&pair->beads);
  free (pair->ratio);
  free (pair);
}

/* Frees what the workers weigh with, when other ties have come.  */
static void
hands_clear (struct pool *pool)
{
  for (size_t k = 0; k < workers_len (pool->workers); k++)
    {
      struct hand *hand = &pool->hands[k];
      if (hand->drawer)
        drawer_free (hand->drawer);
      if (hand->scales)
        scales_free (hand->scales);
      *hand = (struct hand) { NULL, NULL };
    }
}

void
pool_free (struct pool *pool)
{
  hands_clear (pool);
  free (pool->hands);
  powers_free (pool->first_powers);
  powers_free (pool->powers);
  for (size_t k = 0; k < pool->pairs.len; k++)
    pair_free (pool->pairs.items[k]);
  VEC_FREE (&pool->pairs);
  vocabulary_free (&pool->vocabulary[ORIGINAL]);
  vocabulary_free (&pool->vocabulary[TRANSLATION]);
  ties_free (&pool->ties);
  known_free (&pool->known);
  lexicon_free (&pool->lexicon);
  free (pool);
}

size_t
pool_len (const struct pool *pool)
{
  return pool->pairs.len;
}

size_t
pool_sentences (const struct pool *pool)
{
  size_t sum = 0;
  for (size_t k = 0; k < pool->pairs.len; k++)
    sum += pool->pairs.items[k]->text[ORIGINAL]->sentences.len;
  return sum;
}

bool
pool_turned (const struct pool *pool, size_t index)
{
  return pool->pairs.items[index]->turned;
}

/* How many tokens of each sentence can be drawn, at least 1.  */
static float *
count_tokens (const struct matter *r)
{
  float *tokens = mem_new (r->len + 1, sizeof *tokens);
  for (size_t i = 0; i < r->len; i++)
    {
      for (size_t k = r->drawn_start[i]; k < r->drawn_start[i + 1]; k++)
        tokens[i] += r->drawn.items[k] != r->nothing;
      tokens[i] = fmaxf (tokens[i], 1);
    }
  return tokens;
}

void
pair_first (struct pair *pair, const struct milestones *milestones,
            const struct powers *powers, struct workers *workers)
{
  struct first_side side[SIDES];
  for (int s = 0; s < SIDES; s++)
    {
      const struct matter *r = &pair->matter[s];
      side[s] = (struct first_side) { r->len, r->done, r->paragraph,
                                      r->text->paragraphs.items,
                                      r->text->paragraphs.len };
    }
  pair->beads.len = 0;
  if (milestones)
    first_beads_between (side, &pair->length, powers, milestones,
                         &pair->beads, workers);
  else
    first_beads (side, &pair->length, powers, &pair->beads, workers);
}

void
pool_add (struct pool *pool, const struct side_text *original,
          const struct side_text *translation)
{
  struct pair *pair = mem_new (1, sizeof *pair);
  pair->turned = !matter_is_han (original) && matter_is_han (translation);
  pair->text[ORIGINAL] = pair->turned ? translation : original;
  pair->text[TRANSLATION] = pair->turned ? original : translation;
  VEC_PUSH (&pool->pairs, pair);
}

/* Reads side SIDE of all texts.  */
static void
read_side (void *data, size_t side, size_t worker)
{
  struct pool *pool = data;
  (void) worker;
  for (size_t p = 0; p < pool->pairs.len; p++)
    {
      struct pair *pair = pool->pairs.items[p];
      const struct side_text *text = pair->text[side];
      bool han = side == ORIGINAL && matter_is_han (text);
      matter_open (&pair->matter[side], text, han, pool->aids->dictionary,
                   pool->aids->dictionaries, &pool->vocabulary[side]);
      pair->tokens[side] = count_tokens (&pair->matter[side]);
    }
}

/* Finds the beads of pair INDEX by length alone.  */
static void
find_first (void *data, size_t index, size_t worker)
{
  struct pool *pool = data;
  struct pair *pair = pool->pairs.items[index];
  const struct matter *m = pair->matter;
  const size_t len[SIDES] = { m[ORIGINAL].len, m[TRANSLATION].len };
  const size_t *const done[SIDES] = { m[ORIGINAL].done, m[TRANSLATION].done };
  (void) worker;
  length_open (&pair->length, len, done);
  pair->ratio = mem_new (len[ORIGINAL] + 1, sizeof *pair->ratio);
  pair_first (pair, NULL, pool->first_powers,
              pool->pairs.len == 1 ? pool->workers : NULL);
}

/* How often each token of side S occurs.  */
static uint32_t *
count_terms (const struct pool *pool, int s)
{
  uint32_t *count = mem_new (vocabulary_len (&pool->vocabulary[s]) + 1,
                             sizeof *count);
  for (size_t p = 0; p < pool->pairs.len; p++)
    {
      const struct tokens *tokens = &pool->pairs.items[p]->matter[s].tokens;
      for (size_t k = 0; k < tokens->len; k++)
        count[tokens->items[k].term]++;
    }
  return count;
}

void
pool_close (struct pool *pool)
{
  workers_run (pool->workers, SIDES, read_side, pool);
  workers_run (pool->workers, pool->pairs.len, find_first, pool);
  uint32_t *count[SIDES]
    = { count_terms (pool, ORIGINAL), count_terms (pool, TRANSLATION) };
  struct known_texts texts
    = { { &pool->vocabulary[ORIGINAL], &pool->vocabulary[TRANSLATION] },
        { count[ORIGINAL], count[TRANSLATION] } };
  struct known_rows hints;
  known_read (&pool->known, &hints, &texts, pool->aids->dictionary,
              pool->aids->dictionaries);
  ties_open (&pool->ties, &texts, &pool->known, &hints);
  pool->ties.dictionary = pool->aids->large;
  for (size_t p = 0; p < pool->pairs.len; p++)
    for (int s = 0; s < SIDES; s++)
      matter_meet (&pool->pairs.items[p]->matter[s], &pool->vocabulary[s],
                   &pool->vocabulary[!s]);
  known_free (&hints);
  free (count[ORIGINAL]);
  free (count[TRANSLATION]);
}

void
pool_learn (struct pool *pool)
{
  struct bag_maker maker;
  bags_open (&maker, pool->ties.terms);
  for (size_t p = 0; p < pool->pairs.len; p++)
    {
      struct pair *pair = pool->pairs.items[p];
      pair->first_bag = bags_len (&maker);
      for (size_t b = 0; b < pair->beads.len; b++)
        bags_add (&maker, pair->matter, &pair->beads.items[b]);
    }
  hands_clear (pool);
  lexicon_free (&pool->lexicon);
  lexicon_learn (&pool->lexicon, bags_made (&maker), pool->ties.terms,
                 &pool->known, (double) ties_alpha (&pool->ties), ROUNDS,
                 pool->workers);
  ties_learn (&pool->ties, &pool->lexicon);
  bags_free (&maker);
}

/* COUNT as a part of TOTAL, one occurrence left out of both: it may stem from the
   very text that is aligned with this later.  */
static float
share_of (uint32_t count, uint32_t total)
{
  if (count <= LEXICON_ONE)
    return 0;
  return (float) (count - LEXICON_ONE) / ((float) total + LEXICON_ONE);
}

/* Adds pair P of the original's token Z to MAKER.  */
static void
add_pair (const struct pool *pool, uint32_t z, size_t p,
          struct dictionary_maker *maker)
{
  static const float LEAST = 0.02F;
  const struct lexicon *lexicon = &pool->lexicon;
  uint32_t e = lexicon->term[ORIGINAL][p];
  uint32_t there = lexicon->count[ORIGINAL][p];
  uint32_t back = lexicon->count[TRANSLATION][lexicon->back[p]];
  size_t len[SIDES];
  float given[SIDES] = { share_of (there, lexicon->total[ORIGINAL][z]),
                         share_of (back, lexicon->total[TRANSLATION][e]) };
  if (given[ORIGINAL] < LEAST && given[TRANSLATION] < LEAST)
    return;
  const char *own = vocabulary_text (&pool->vocabulary[ORIGINAL], z, &len[0]);
  const char *other
    = vocabulary_text (&pool->vocabulary[TRANSLATION], e, &len[1]);
  dictionary_maker_hint (maker, own, len[0], other, len[1], given);
}

void
pool_image (const struct pool *pool, struct buf *image)
{
  struct dictionary_maker *maker = dictionary_maker_new ();
  const size_t *start = pool->lexicon.start[ORIGINAL];
  for (uint32_t z = 0; z < pool->lexicon.terms[ORIGINAL]; z++)
    for (size_t p = start[z]; p < start[z + 1]; p++)
      add_pair (pool, z, p, maker);
  dictionary_maker_image (maker, image);
  dictionary_maker_free (maker);
}

enum weight_set
pool_weight_set (const struct pool *pool)
{
  return (pool->ties.lexicon ? WEIGHTS_LEARNED : WEIGHTS_FIRST)
         + pool->ties.dictionary;
}

struct beads
pool_beads (const struct pool *pool, size_t index)
{
  const struct pair *pair = pool->pairs.items[index];
  struct beads beads = { 0 };
  for (size_t k = 0; k < pair->beads.len; k++)
    {
      struct bead bead = pair->beads.items[k];
      for (int s = 0; pair->turned && s < SIDES; s++)
        {
          bead.first[s] = pair->beads.items[k].first[!s];
          bead.count[s] = pair->beads.items[k].count[!s];
        }
      VEC_PUSH (&beads, bead);
    }
  return beads;
}
