/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the beads of the texts by all evidence.  */
#include "align/pool_private.h"

#include <stdlib.h>
#include <string.h>

#include "align/weigh.h"
#include "base/mem.h"

/* The band of the later passes, in sentences to each side: the narrow one where
   the way is sure (by lengths) or certain (by all evidence), twice the middle one
   where it is not to be trusted.  */
enum { NARROW = 3, MIDDLE = 12 };

static const float SURE = 0.9F, CERTAIN = 0.8F, DOUBTFUL = 0.3F;

/* So many rows are weighed before beads are found in them, a text more or less:
   the scores take memory.  */
enum { BATCH_ROWS = 8192 };

/* A pair whose beads are found anew.  */
struct weighing
{
  struct pair *pair;
  struct band band;
  struct scene scene;
  struct weigher *weigher;
  struct scores scores;
  bool led;         /* by milestones */
  unsigned widened; /* how often */
  bool *settled;    /* the present beads that stay as they are, or NULL */
  bool again;
};

struct weighings VEC (struct weighing);

/* Rows of a pair that one worker weighs.  */
struct portion
{
  struct weighing *weighing;
  size_t first;
  size_t end;
};

struct portions VEC (struct portion);

/* Pairs that are weighed together.  */
struct batch
{
  struct pool *pool;
  const float *weights;
  struct weighings weighings;
  struct portions portions;
  struct workers *within; /* who share the work on one pair */
};

/* The band around the present beads; no wider than they are where they are
   SETTLED (NULL: nowhere).  */
static void
open_band (const struct pair *pair, const bool *settled, struct band *band)
{
  size_t *wider = mem_new (pair->beads.len, sizeof *wider);
  size_t n = pair->matter[ORIGINAL].len;
  /* A short text can't stray far.  */
  size_t middle = NARROW + n / 8 < MIDDLE ? NARROW + n / 8 : MIDDLE;
  for (size_t k = 0; k < pair->beads.len; k++)
    {
      float confidence = pair->beads.items[k].confidence;
      if (settled && settled[k])
        continue;
      if (confidence < DOUBTFUL)
        wider[k] = 2 * middle;
      else if (confidence < CERTAIN || (!pair->weighed && confidence < SURE))
        wider[k] = middle;
      else
        wider[k] = NARROW;
    }
  size_t len[SIDES]
    = { pair->matter[ORIGINAL].len, pair->matter[TRANSLATION].len };
  band_around (band, len, &pair->beads, 0, wider);
  free (wider);
}

/* Where the way is lost: milestones along it; false where there are too few of
   them.  */
static bool
go_by_milestones (struct batch *batch, struct pair *pair)
{
  enum { FEWEST = 3 };
  const struct matter *const matter[SIDES]
    = { &pair->matter[ORIGINAL], &pair->matter[TRANSLATION] };
  struct milestones milestones = { 0 };
  milestones_find (matter, &batch->pool->ties, &milestones);
  bool enough = milestones.len >= FEWEST;
  if (enough)
    pair_first (pair, &milestones, batch->pool->first_powers, batch->within);
  VEC_FREE (&milestones);
  return enough;
}

/* Makes ready what pair INDEX of the batch is weighed with.  */
static void
open_pair (void *data, size_t index, size_t worker)
{
  struct batch *batch = data;
  struct weighing *w = &batch->weighings.items[index];
  (void) worker;
  open_band (w->pair, w->settled, &w->band);
  w->scene = pair_scene (w->pair);
  w->weigher = weigher_new (&w->scene, batch->weights);
  scores_open (&w->scores, &w->band);
}

/* Weighs the rows of portion INDEX.  */
static void
weigh_portion (void *data, size_t index, size_t worker)
{
  struct batch *batch = data;
  struct pool *pool = batch->pool;
  struct portion *portion = &batch->portions.items[index];
  struct weighing *w = portion->weighing;
  struct hand *hand = &pool->hands[worker];
  if (!hand->drawer)
    hand->drawer = drawer_new (&pool->ties);
  if (!hand->scales)
    hand->scales = scales_new ();
  scales_take (hand->scales, w->weigher,
               pair_draw (w->pair, hand->drawer, &w->band, portion->first,
                          portion->end));
  for (size_t i = portion->first; i < portion->end; i++)
    {
      struct weighed weighed = scales_weigh (hand->scales, &w->band, i);
      scores_note (&w->scores, &weighed, i);
    }
}

/* Finds which beads stay as they are when the band is made wider where they met its
   edge, with confidence 0: those that are certain, and far from it.  */
static void
find_settled (struct weighing *w)
{
  enum { AROUND = 40, NEXT = 4 };
  const struct beads *beads = &w->pair->beads;
  free (w->settled);
  w->settled = mem_new (beads->len, sizeof *w->settled);
  for (size_t k = 0; k < beads->len; k++)
    w->settled[k] = true;
  for (size_t k = 0, done = 0; k < beads->len; k++)
    {
      float confidence = beads->items[k].confidence;
      size_t near = confidence <= 0 ? AROUND : confidence < CERTAIN ? NEXT : 0;
      if (near == 0)
        continue;
      for (done = k > done + near ? k - near : done;
           done < beads->len && done < k + near; done++)
        w->settled[done] = false;
    }
}

/* Gives the beads of FOUND that have stayed as they were the confidence that they
   had, and returns which they are; the caller frees it.  */
static bool *
keep_settled (const struct weighing *w, struct beads *found)
{
  const struct beads *old = &w->pair->beads;
  bool *kept = mem_new (found->len, sizeof *kept);
  for (size_t k = 0, l = 0; w->settled && k < found->len; k++)
    {
      struct bead *bead = &found->items[k];
      const size_t *first = bead->first;
      while (l < old->len
             && old->items[l].first[ORIGINAL] + old->items[l].first[TRANSLATION]
                  < first[ORIGINAL] + first[TRANSLATION])
        l++;
      if (l < old->len && w->settled[l]
          && memcmp (old->items[l].first, first, sizeof bead->first) == 0
          && memcmp (old->items[l].count, bead->count, sizeof bead->count) == 0)
        {
          bead->confidence = old->items[l].confidence;
          kept[k] = true;
        }
    }
  return kept;
}

/* Whether the pair must be weighed once more, since the way is LOST somewhere, or
   goes along the EDGE of the band.  */
static bool
once_more (struct batch *batch, struct weighing *w, bool lost, bool edge)
{
  enum { LONG = 150, WIDER = 2 };
  struct pair *pair = w->pair;
  if (lost && !pair->weighed && !w->led && pair->beads.len >= LONG
      && go_by_milestones (batch, pair))
    {
      w->led = true;
      return true;
    }
  pair->weighed = true;
  /* Not with a lexicon: it knows the beads that it was learned from by their
     numbers.  */
  if (!edge || w->widened++ >= WIDER)
    return false;
  find_settled (w);
  return true;
}

/* Finds the beads of pair INDEX by the scores.  */
static void
find_beads (void *data, size_t index, size_t worker)
{
  struct batch *batch = data;
  struct weighing *w = &batch->weighings.items[index];
  struct bead_scores noted = scores_noted (&w->scores, batch->pool->powers);
  struct beads found = { 0 };
  (void) worker;
  weigher_free (w->weigher);
  lattice_best (&noted, &found);
  lattice_confide (&noted, found.items, found.len, batch->within);
  bool lost = scores_trust (&w->scores, &found);
  bool *kept = keep_settled (w, &found);
  bool edge = !batch->pool->ties.lexicon
              && scores_edge (&w->scores, &found, kept);
  free (kept);
  scores_free (&w->scores);
  band_free (&w->band);
  VEC_FREE (&w->pair->beads);
  w->pair->beads = found;
  w->again = once_more (batch, w, lost, edge);
}

/* Deals out the rows of the batch.  */
static void
make_portions (struct batch *batch, size_t workers)
{
  enum { FEWEST = 64, MOST = 256 };
  size_t rows = 0;
  for (size_t k = 0; k < batch->weighings.len; k++)
    rows += batch->weighings.items[k].band.len[ORIGINAL] + 1;
  rows /= 2 * workers;
  rows = rows < FEWEST ? FEWEST : rows > MOST ? MOST : rows;
  batch->portions.len = 0;
  for (size_t k = 0; k < batch->weighings.len; k++)
    {
      struct weighing *w = &batch->weighings.items[k];
      size_t len = w->band.len[ORIGINAL] + 1;
      for (size_t first = 0; first < len; first += rows)
        {
          size_t end = first + rows < len ? first + rows : len;
          VEC_PUSH (&batch->portions, (struct portion) { w, first, end });
        }
    }
}

/* Finds the beads of the pairs of BATCH; those stay in it that must be weighed
   once more.  */
static void
batch_run (struct batch *batch)
{
  struct workers *workers = batch->pool->workers;
  size_t len = batch->weighings.len, left = 0;
  workers_run (workers, len, open_pair, batch);
  make_portions (batch, workers_len (workers));
  workers_run (workers, batch->portions.len, weigh_portion, batch);
  batch->within = len == 1 ? workers : NULL;
  workers_run (workers, len, find_beads, batch);
  for (size_t k = 0; k < len; k++)
    if (batch->weighings.items[k].again)
      batch->weighings.items[left++] = batch->weighings.items[k];
    else
      free (batch->weighings.items[k].settled);
  batch->weighings.len = left;
}

void
pool_align (struct pool *pool, const float *weights)
{
  struct batch batch = { .pool = pool, .weights = weights };
  size_t next = 0, rows = 0;
  while (next < pool->pairs.len || batch.weighings.len > 0)
    {
      for (; next < pool->pairs.len && rows < BATCH_ROWS; next++)
        {
          struct pair *pair = pool->pairs.items[next];
          rows += pair->matter[ORIGINAL].len + 1;
          VEC_PUSH (&batch.weighings, (struct weighing) { .pair = pair });
        }
      batch_run (&batch);
      rows = 0;
    }
  VEC_FREE (&batch.weighings);
  VEC_FREE (&batch.portions);
}
