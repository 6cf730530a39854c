/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that are aligned together.  */
#include "align/pool.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "align/bags.h"
#include "align/dictionary_maker.h"
#include "align/first.h"
#include "align/ties.h"
#include "base/mem.h"

/* The band of the later passes, in sentences to each side: the narrow one where
   all evidence has been weighed and the path is certain, twice the middle one
   where it is not to be trusted.  The rows for which everything is at hand at a time.
   Rounds of learning.  */
enum { NARROW = 5, MIDDLE = 12, BLOCK_ROWS = 128, ROUNDS = 4 };

static const float CERTAIN = 0.8F, DOUBTFUL = 0.3F;

/* A pair of texts, the Chinese one first.  */
struct pair
{
  struct matter matter[SIDES];
  float *tokens[SIDES];
  struct length_model length;
  struct beads beads;
  size_t first_bag;
  bool turned;
  bool weighed; /* the beads are not by length alone */
};

struct pairs VEC (struct pair *);

struct pool
{
  const struct align_aids *aids;
  struct pairs pairs;
  struct vocabulary vocabulary[SIDES];
  struct ties ties;
  struct known_rows known;
  struct lexicon lexicon;
};

struct pool *
pool_new (const struct align_aids *aids)
{
  static const struct align_aids none;
  struct pool *pool = mem_new (1, sizeof *pool);
  pool->aids = aids ? aids : &none;
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
  free (pair);
}

void
pool_free (struct pool *pool)
{
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
    sum += pool->pairs.items[k]->matter[ORIGINAL].len;
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
      for (size_t k = r->token_start[i]; k < r->token_start[i + 1]; k++)
        tokens[i] += r->tokens.items[k].drawn;
      tokens[i] = fmaxf (tokens[i], 1);
    }
  return tokens;
}

/* The beads by length.  */
static void
find_first (struct pair *pair, bool far)
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
  first_beads (side, far, &pair->beads);
}

void
pool_add (struct pool *pool, const struct side_text *original,
          const struct side_text *translation)
{
  struct pair *pair = mem_new (1, sizeof *pair);
  pair->turned = !matter_is_han (original) && matter_is_han (translation);
  const struct side_text *text[SIDES] = { original, translation };
  for (int s = 0; s < SIDES; s++)
    {
      matter_open (&pair->matter[s], text[pair->turned ? !s : s],
                    s == ORIGINAL, pool->aids->dictionary,
                    pool->aids->dictionaries, &pool->vocabulary[s]);
      pair->tokens[s] = count_tokens (&pair->matter[s]);
    }
  const size_t len[SIDES]
    = { pair->matter[ORIGINAL].len, pair->matter[TRANSLATION].len };
  const size_t *const done[SIDES]
    = { pair->matter[ORIGINAL].done, pair->matter[TRANSLATION].done };
  length_open (&pair->length, len, done);
  find_first (pair, false);
  VEC_PUSH (&pool->pairs, pair);
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
  uint32_t *count[SIDES]
    = { count_terms (pool, ORIGINAL), count_terms (pool, TRANSLATION) };
  struct known_texts texts
    = { { &pool->vocabulary[ORIGINAL], &pool->vocabulary[TRANSLATION] },
        { count[ORIGINAL], count[TRANSLATION] } };
  struct known_rows hints;
  known_words (&pool->known, &texts, pool->aids->dictionary,
               pool->aids->dictionaries);
  known_hints (&hints, &texts, pool->aids->dictionary,
               pool->aids->dictionaries);
  ties_open (&pool->ties, &texts, &pool->known, &hints);
  pool->ties.dictionary = pool->aids->large;
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
  lexicon_free (&pool->lexicon);
  lexicon_learn (&pool->lexicon, bags_made (&maker), pool->ties.terms,
                 &pool->known, (double) ties_alpha (&pool->ties), ROUNDS);
  pool->ties.lexicon = &pool->lexicon;
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
  const struct lexicon_pair *there = &lexicon->pairs[ORIGINAL][p];
  const struct lexicon_pair *back
    = &lexicon->pairs[TRANSLATION][lexicon->back[p]];
  size_t len[SIDES];
  float given[SIDES]
    = { share_of (there->count, lexicon->total[ORIGINAL][z]),
        share_of (back->count, lexicon->total[TRANSLATION][there->term]) };
  if (given[ORIGINAL] < LEAST && given[TRANSLATION] < LEAST)
    return;
  const char *own = vocabulary_text (&pool->vocabulary[ORIGINAL], z, &len[0]);
  const char *other = vocabulary_text (&pool->vocabulary[TRANSLATION],
                                       there->term, &len[1]);
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

/* Scans the rows of BAND from FIRST on, ROWS of them.  */
static void
scan_rows (struct pair *pair, const struct scene *scene,
           const struct band *band, size_t first, size_t rows, pool_see *see,
           void *data)
{
  float terms[TERMS];
  for (size_t i = first; i < first + rows; i++)
    for (size_t j = band->low[i]; j <= band->high[i]; j++)
      for (unsigned k = 0; k < BEAD_KINDS; k++)
        {
          size_t a = bead_kinds[k].count[ORIGINAL];
          size_t b = bead_kinds[k].count[TRANSLATION];
          if (i + a > pair->matter[ORIGINAL].len || j + b > band->high[i + a]
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
  const struct matter *const matter[SIDES]
    = { &pair->matter[ORIGINAL], &pair->matter[TRANSLATION] };
  struct taught taught = { &pair->beads, pair->first_bag };
  size_t n = matter[ORIGINAL]->len;
  for (size_t first = 0; first <= n; first += BLOCK_ROWS)
    {
      struct attraction attraction;
      size_t rows = n + 1 - first < BLOCK_ROWS ? n + 1 - first : BLOCK_ROWS;
      size_t more = rows + BEAD_REACH;
      size_t start = first > 0 ? first - 1 : 0;
      size_t end = first + more < n ? first + more : n;
      attraction_open (&attraction, band, start, end - start, matter,
                       &pool->ties, &taught);
      struct scene scene
        = { { matter[0], matter[1] },
            &pair->length,
            &attraction,
            { pair->tokens[0], pair->tokens[1] },
            matter[0]->text->paragraphs.len > 1
              && matter[1]->text->paragraphs.len > 1 };
      scan_rows (pair, &scene, band, first, rows, see, data);
      attraction_free (&attraction);
    }
}

/* A score is kept in 16 bits, which halves the memory of long texts: up to 1,000
   by steps of 0.03.  */
enum { SCORE_ONE = 32 };

/* The scores of all beads of a band.  */
struct scores
{
  const struct band *band;
  const float *weights;
  int16_t (*score)[BEAD_KINDS]; /* in parts of SCORE_ONE */
  float *drawn; /* of each cell: how strongly the two sentences that begin there
                   are drawn to each other, per token, and by how many
                   numbers */
};

static void
note_score (void *data, size_t cell, unsigned kind, const float *terms)
{
  enum { LANES = 4 };
  struct scores *scores = data;
  float sum[LANES] = { 0 };
  unsigned t = 0;
  for (; t + LANES <= TERMS; t += LANES)
    for (unsigned k = 0; k < LANES; k++)
      sum[k] += scores->weights[t + k] * terms[t + k];
  for (; t < TERMS; t++)
    sum[0] += scores->weights[t] * terms[t];
  float score = (sum[0] + sum[1] + (sum[2] + sum[3])) * SCORE_ONE;
  scores->score[cell][kind]
    = (int16_t) fmaxf (INT16_MIN, fminf (INT16_MAX, score));
  if (kind == KIND_PAIR)
    scores->drawn[cell]
      = terms[TERM_MEAN_E] + terms[TERM_MEAN_Z] + terms[TERM_MET];
}

static float
noted_score (const void *context, size_t i, size_t j, unsigned kind)
{
  const struct scores *scores = context;
  const struct band *band = scores->band;
  return (float) scores->score[band->start[i] + (j - band->low[i])][kind]
         / SCORE_ONE;
}

/* The band around the present beads.  */
static void
open_band (const struct pair *pair, struct band *band)
{
  size_t *wider = mem_new (pair->beads.len, sizeof *wider);
  size_t n = pair->matter[ORIGINAL].len;
  /* A short text can't stray far.  */
  size_t middle = NARROW + n / 8 < MIDDLE ? NARROW + n / 8 : MIDDLE;
  for (size_t k = 0; k < pair->beads.len; k++)
    {
      float confidence = pair->beads.items[k].confidence;
      if (confidence < DOUBTFUL)
        wider[k] = 2 * middle - NARROW;
      else if (confidence < CERTAIN || !pair->weighed)
        wider[k] = middle - NARROW;
    }
  size_t len[SIDES]
    = { pair->matter[ORIGINAL].len, pair->matter[TRANSLATION].len };
  band_around (band, len, &pair->beads, NARROW, wider);
  free (wider);
}

/* How much more strongly sentences on the path, beads FROM to TO, are drawn to
   each other than those beside it; infinite where too little is beside it to
   tell.  */
static double
agreement (const struct scores *scores, const struct beads *beads,
           size_t from, size_t to)
{
  enum { ENOUGH = 200 };
  const struct band *band = scores->band;
  const struct bead *last = &beads->items[to - 1];
  size_t first_cell = band->start[beads->items[from].first[ORIGINAL]];
  size_t end = band->start[last->first[ORIGINAL] + last->count[ORIGINAL]];
  size_t cells = end - first_cell, on = 0;
  double all = 0, path = 0;
  for (size_t c = first_cell; c < end; c++)
    all += (double) scores->drawn[c];
  for (size_t k = from; k < to; k++)
    {
      const struct bead *bead = &beads->items[k];
      if (bead->count[ORIGINAL] == 0 || bead->count[TRANSLATION] == 0)
        continue;
      path += (double) scores->drawn[band_cell (band, bead->first[ORIGINAL],
                                                bead->first[TRANSLATION])];
      on++;
    }
  if (on == 0 || cells < on + ENOUGH)
    return INFINITY;
  double beside = (all - path) / (double) (cells - on);
  return beside > 0 ? path / (double) on / beside : INFINITY;
}

/* Lowers the confidence of BEADS where the texts don't agree: the lattice weighs
   ways against each other and can't know that all of them are wrong.  Novels
   and their translations have an agreement of 2.8 and more, others below 2.3
   (measured on mac-dev).  Returns whether the path is lost somewhere.  */
static bool
trust_less (const struct scores *scores, struct beads *beads)
{
  enum { PIECE = 400 };
  static const double SOUND = 2.5, LOST = 1.7;
  size_t pieces = beads->len / PIECE + 1;
  bool lost = false;
  for (size_t p = 0; p < pieces && beads->len > 0; p++)
    {
      size_t from = p * beads->len / pieces;
      size_t to = (p + 1) * beads->len / pieces;
      double agree = agreement (scores, beads, from, to);
      if (agree >= SOUND)
        continue;
      float part = (float) fmax (0, (agree - 1) / (SOUND - 1));
      for (size_t k = from; k < to; k++)
        beads->items[k].confidence *= part * part;
      lost = lost || agree < LOST;
    }
  return lost;
}

/* Finds the beads anew in the band around the present ones; returns whether the
   path is lost somewhere.  */
static bool
weigh (struct pool *pool, size_t index, const float *weights)
{
  struct pair *pair = pool->pairs.items[index];
  struct beads found = { 0 };
  struct band band;
  open_band (pair, &band);
  struct scores scores = { &band, weights, NULL, NULL };
  scores.score = mem_new (band_cells (&band), sizeof *scores.score);
  scores.drawn = mem_new (band_cells (&band), sizeof *scores.drawn);
  pool_scan (pool, index, &band, note_score, &scores);
  lattice_best (&band, noted_score, &scores, &found);
  lattice_confide (&band, noted_score, &scores, found.items, found.len);
  bool lost = trust_less (&scores, &found);
  free (scores.score);
  free (scores.drawn);
  band_free (&band);
  VEC_FREE (&pair->beads);
  pair->beads = found;
  return lost;
}

void
pool_align (struct pool *pool, size_t index, const float *weights)
{
  enum { LONG = 1000 };
  struct pair *pair = pool->pairs.items[index];
  bool lost = weigh (pool, index, weights);
  if (lost && !pair->weighed && pair->beads.len >= LONG)
    {
      find_first (pair, true);
      weigh (pool, index, weights);
    }
  pair->weighed = true;
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
