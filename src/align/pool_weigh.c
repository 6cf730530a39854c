/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the beads of a pair of texts by all evidence.  */
#include "align/pool_private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "align/weigh.h"
#include "base/mem.h"

/* The band of the later passes, in sentences to each side: the narrow one where
   the way is sure (by lengths) or certain (by all evidence), twice the middle one
   where it is not to be trusted.  The rows for which everything is at hand at a
   time.  */
enum { NARROW = 3, MIDDLE = 12, BLOCK_ROWS = 128 };

static const float SURE = 0.9F, CERTAIN = 0.8F, DOUBTFUL = 0.3F;

/* What is at hand of PAIR but for what is drawn.  */
static struct scene
open_scene (const struct pair *pair)
{
  const struct matter *m = pair->matter;
  return (struct scene) {
    { &m[ORIGINAL], &m[TRANSLATION] },
    &pair->length,
    NULL,
    { pair->tokens[ORIGINAL], pair->tokens[TRANSLATION] },
    m[ORIGINAL].text->paragraphs.len > 1
      && m[TRANSLATION].text->paragraphs.len > 1 };
}

/* Calls TAKE for the rows of BAND, block by block, with what is drawn near
   them.  */
typedef void take_block (void *data, const struct attraction *attraction,
                         size_t first, size_t rows);

static void
for_blocks (struct pool *pool, struct pair *pair, const struct band *band,
            take_block *take, void *data)
{
  const struct matter *const matter[SIDES]
    = { &pair->matter[ORIGINAL], &pair->matter[TRANSLATION] };
  struct taught taught = { &pair->beads, pair->first_bag };
  struct drawer *drawer = drawer_new (&pool->ties);
  size_t n = matter[ORIGINAL]->len;
  for (size_t first = 0; first <= n; first += BLOCK_ROWS)
    {
      size_t rows = n + 1 - first < BLOCK_ROWS ? n + 1 - first : BLOCK_ROWS;
      size_t more = rows + BEAD_REACH;
      size_t start = first > 0 ? first - 1 : 0;
      size_t end = first + more < n ? first + more : n;
      take (data,
            drawer_draw (drawer, band, start, end - start, matter, &taught),
            first, rows);
    }
  drawer_free (drawer);
}

/* A scan for all evidence.  */
struct scanning
{
  struct pair *pair;
  struct scene scene;
  const struct band *band;
  pool_see *see;
  void *data;
};

static void
scan_block (void *data, const struct attraction *attraction, size_t first,
            size_t rows)
{
  struct scanning *s = data;
  const struct band *band = s->band;
  float terms[TERMS];
  s->scene.attraction = attraction;
  for (size_t i = first; i < first + rows; i++)
    for (size_t j = band->low[i]; j <= band->high[i]; j++)
      for (unsigned k = 0; k < BEAD_KINDS; k++)
        {
          size_t a = bead_kinds[k].count[ORIGINAL];
          size_t b = bead_kinds[k].count[TRANSLATION];
          if (i + a > s->pair->matter[ORIGINAL].len
              || j + b > band->high[i + a] || j + b < band->low[i + a])
            continue;
          terms_of (&s->scene, i, j, k, terms);
          s->see (s->data, band->start[i] + (j - band->low[i]), k, terms);
        }
}

void
pool_scan (struct pool *pool, size_t index, const struct band *band,
           pool_see *see, void *data)
{
  struct pair *pair = pool->pairs.items[index];
  struct scanning scanning = { pair, open_scene (pair), band, see, data };
  for_blocks (pool, pair, band, scan_block, &scanning);
}

/* A score is kept in 16 bits, which halves the memory of long texts: up to 1,000
   by steps of 0.03.  */
enum { SCORE_ONE = 32 };

/* The scores of all beads of a band.  */
struct scores
{
  const struct band *band;
  struct weigher *weigher;
  struct scales *scales;
  size_t *start;  /* of each row in SCORE */
  int16_t *score; /* in parts of SCORE_ONE, as bead_row has it */
  float *drawn;   /* struct weighed, of each cell */
};

static void
scores_open (struct scores *scores, const struct band *band)
{
  size_t rows = band->len[ORIGINAL] + 1;
  scores->band = band;
  scores->start = mem_new (rows + 1, sizeof *scores->start);
  for (size_t i = 0; i < rows; i++)
    scores->start[i + 1]
      = scores->start[i] + BEAD_KINDS * band_stride (band, i);
  scores->score
    = mem_new (scores->start[rows] + LANES, sizeof *scores->score);
  scores->drawn = mem_new (band_cells (band), sizeof *scores->drawn);
}

static void
scores_free (struct scores *scores)
{
  free (scores->start);
  free (scores->score);
  free (scores->drawn);
}

/* Notes what is known of row I.  */
static void
note_row (struct scores *scores, const struct weighed *weighed, size_t i)
{
  const struct band *band = scores->band;
  int16_t *score = scores->score + scores->start[i];
  for (size_t k = 0; k < BEAD_KINDS * weighed->stride; k += LANES)
    for (size_t l = k; l < k + LANES; l++)
      {
        float own = weighed->score[l] * SCORE_ONE;
        own = own < INT16_MAX ? own : INT16_MAX;
        score[l] = (int16_t) (int) (own > INT16_MIN ? own : INT16_MIN);
      }
  memcpy (scores->drawn + band->start[i], weighed->drawn,
          (band->start[i + 1] - band->start[i]) * sizeof *scores->drawn);
}

static void
score_block (void *data, const struct attraction *attraction, size_t first,
             size_t rows)
{
  struct scores *scores = data;
  scales_take (scores->scales, scores->weigher, attraction);
  for (size_t i = first; i < first + rows; i++)
    {
      struct weighed weighed
        = scales_weigh (scores->scales, scores->band, i);
      note_row (scores, &weighed, i);
    }
}

static const int16_t *
noted_row (const void *context, size_t i, int16_t *room)
{
  const struct scores *scores = context;
  (void) room;
  return scores->score + scores->start[i];
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
      else if (confidence < CERTAIN || (!pair->weighed && confidence < SURE))
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
  enum { ENOUGH = 60 };
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
  if (cells < on + ENOUGH)
    return INFINITY;
  if (on == 0)
    return 0;
  double beside = (all - path) / (double) (cells - on);
  return beside > 0 ? path / (double) on / beside : INFINITY;
}

/* Lowers the confidence of BEADS where the texts don't agree: the lattice weighs
   ways against each other and can't know that all of them are wrong.  Texts of
   30 sentences and more that are translations have an agreement of 2.3 and more
   (nine in ten 2.8), others hardly ever as much (measured on pieces of the sets,
   without a dictionary).  Returns whether the path is lost somewhere.  */
static bool
trust_less (const struct scores *scores, struct beads *beads)
{
  enum { PIECE = 400 };
  static const double SOUND = 2.4, LOST = 2.1;
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

/* Whether the way goes along the edge of BAND, beyond which there may be a better
   one; the confidence of the beads there becomes 0, so that the next band is
   wider.  */
static bool
meets_edge (const struct band *band, struct beads *beads)
{
  size_t m = band->len[TRANSLATION];
  bool any = false;
  for (size_t k = 0; k < beads->len; k++)
    {
      struct bead *bead = &beads->items[k];
      size_t i = bead->first[ORIGINAL], j = bead->first[TRANSLATION];
      if ((j > 0 && j == band->low[i]) || (j < m && j == band->high[i]))
        {
          bead->confidence = 0;
          any = true;
        }
    }
  return any;
}

/* What came of a pass.  */
struct outcome
{
  bool lost; /* the way, somewhere */
  bool edge; /* meets_edge */
};

/* Finds the beads anew in the band around the present ones.  */
static struct outcome
weigh (struct pool *pool, size_t index, const float *weights)
{
  struct pair *pair = pool->pairs.items[index];
  struct beads found = { 0 };
  struct band band;
  open_band (pair, &band);
  struct scene scene = open_scene (pair);
  struct scores scores = { .weigher = weigher_new (&scene, weights),
                           .scales = scales_new () };
  scores_open (&scores, &band);
  for_blocks (pool, pair, &band, score_block, &scores);
  weigher_free (scores.weigher);
  scales_free (scores.scales);
  const struct bead_scores noted = { &band, noted_row, &scores, SCORE_ONE };
  lattice_best (&noted, &found);
  lattice_confide (&noted, found.items, found.len, NULL);
  struct outcome outcome = { trust_less (&scores, &found), false };
  if (!pool->ties.lexicon)
    outcome.edge = meets_edge (&band, &found);
  scores_free (&scores);
  band_free (&band);
  VEC_FREE (&pair->beads);
  pair->beads = found;
  return outcome;
}

/* Where the way is lost: milestones along it; false where there are too few of
   them.  */
static bool
go_by_milestones (struct pool *pool, struct pair *pair)
{
  enum { FEWEST = 3 };
  const struct matter *const matter[SIDES]
    = { &pair->matter[ORIGINAL], &pair->matter[TRANSLATION] };
  struct milestones milestones = { 0 };
  milestones_find (matter, &pool->ties, &milestones);
  bool enough = milestones.len >= FEWEST;
  if (enough)
    pair_first (pair, &milestones);
  VEC_FREE (&milestones);
  return enough;
}

void
pool_align (struct pool *pool, size_t index, const float *weights)
{
  enum { LONG = 150, WIDER = 2 };
  struct pair *pair = pool->pairs.items[index];
  struct outcome outcome = weigh (pool, index, weights);
  if (outcome.lost && !pair->weighed && pair->beads.len >= LONG
      && go_by_milestones (pool, pair))
    outcome = weigh (pool, index, weights);
  pair->weighed = true;
  /* Not with a lexicon: it knows the beads that it was learned from by their
     numbers.  */
  for (int k = 0; outcome.edge && k < WIDER; k++)
    outcome = weigh (pool, index, weights);
}
