/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first pass: beads by length, within the paragraphs that face.  */
#include "align/first.h"

#include <stdlib.h>

#include "align/lattice.h"
#include "align/length.h"
#include "align/paragraph_groups.h"
#include "base/mem.h"

/* Logarithms of how often each kind of bead is met in translations from Chinese
   into English (fitted on prose; ALIGN, "kinds").  */
static const float kind_prior[BEAD_KINDS]
  = { -5.5F, -6.3F, -0.3F, -1.6F, -3.0F, -2.9F, -6.1F, -3.8F, -7.0F,
      -5.5F, -8.0F, -4.3F, -5.1F, -6.0F, -7.0F, -7.0F, -7.0F };

/* How far from the best way others are weighed against it, in sentences.  */
enum { CONFIDE_WIDTH = 12 };

/* Scores are kept in parts of it.  */
enum { SCORE_ONE = 512 };

/* A stretch of both sides whose beads are weighed by length.  */
struct stretch
{
  const struct length_model *model;
  const struct powers *powers;
  const struct band *band;
  int16_t prior[BEAD_KINDS];
  int16_t tail[LENGTH_STEPS + 1];
};

static void
stretch_open (struct stretch *stretch, const struct length_model *model,
              const struct powers *powers)
{
  stretch->model = model;
  stretch->powers = powers;
  for (unsigned k = 0; k < BEAD_KINDS; k++)
    stretch->prior[k] = (int16_t) lrintf (kind_prior[k] * SCORE_ONE);
  for (int d = 0; d <= LENGTH_STEPS; d++)
    stretch->tail[d] = (int16_t) lrintf (model->tail[d] * SCORE_ONE);
}

/* Sets BYTES to those of the COUNT sentences from J and each of the next columns
   on; 0 where there are not so many.  */
static void
find_bytes (const struct stretch *stretch, size_t j, size_t count,
            float bytes[LANES])
{
  const size_t *done = stretch->model->done[TRANSLATION] + j;
  size_t m = stretch->band->len[TRANSLATION];
  for (size_t l = 0; l < LANES; l++)
    bytes[l] = j + l + count <= m
                 ? (float) (long long) (done[l + count] - done[l])
                 : 0;
}

/* The scores of beads of KIND, ORIGINAL bytes and each of TRANSLATION bytes.  */
static void
score_kind (const struct stretch *stretch, unsigned kind, float original,
            const float translation[LANES], int16_t *score)
{
  float ratio = (float) stretch->model->ratio;
  int at[LANES];
  for (size_t l = 0; l < LANES; l++)
    {
      float d = fabsf (length_of (ratio, original, translation[l]))
                * LENGTH_STEP;
      at[l] = (int) ((d < LENGTH_STEPS ? d : LENGTH_STEPS) + 0.5F);
    }
  for (size_t l = 0; l < LANES; l++)
    score[l] = (int16_t) (stretch->prior[kind] + stretch->tail[at[l]]);
}

static const int16_t *
stretch_row (const void *context, size_t i, int16_t *room)
{
  const struct stretch *stretch = context;
  const struct band *band = stretch->band;
  const size_t *done = stretch->model->done[ORIGINAL];
  size_t stride = band_stride (band, i);
  for (size_t c = 0; c < stride; c += LANES)
    {
      float bytes[BEAD_REACH + 1][LANES];
      for (size_t b = 0; b <= BEAD_REACH; b++)
        find_bytes (stretch, band->low[i] + c, b, bytes[b]);
      for (unsigned k = 0; k < BEAD_KINDS; k++)
        {
          size_t a = bead_kinds[k].count[ORIGINAL];
          if (i + a <= band->len[ORIGINAL])
            score_kind (stretch, k, (float) (long long) (done[i + a] - done[i]),
                        bytes[bead_kinds[k].count[TRANSLATION]],
                        room + k * stride + c);
        }
    }
  return room;
}

/* How far from the even line a way is looked for at first, in sentences.  */
static size_t
first_width (const size_t len[SIDES])
{
  enum { NARROWEST = 20, WIDEST = 60 };
  size_t longer = len[ORIGINAL] > len[TRANSLATION] ? len[ORIGINAL]
                                                   : len[TRANSLATION];
  size_t width = NARROWEST + longer / 20;
  return width < WIDEST ? width : WIDEST;
}

/* Where BEADS come near the edge of BAND, beyond which there may be a better
   way, the next band is to be wider by BY, and so is that of the beads a little
   before and behind: WIDER has a number a bead.  Returns whether there are
   any.  */
static bool
find_edges (const struct band *band, const struct beads *beads, size_t by,
            size_t *wider)
{
  enum { NEAR = 4, AROUND = 40 };
  size_t m = band->len[TRANSLATION], done = 0;
  bool any = false;
  for (size_t k = 0; k < beads->len; k++)
    {
      const struct bead *bead = &beads->items[k];
      size_t i = bead->first[ORIGINAL], j = bead->first[TRANSLATION];
      size_t low = band->low[i], high = band->high[i];
      if (!((low > 0 && j < low + NEAR) || (high < m && j + NEAR > high)))
        continue;
      any = true;
      size_t from = k > AROUND + done ? k - AROUND : done;
      for (done = from; done < beads->len && done < k + AROUND; done++)
        wider[done] = by;
    }
  return any;
}

/* The scores of STRETCH in BAND.  */
static struct bead_scores
scores_in (struct stretch *stretch, const struct band *band)
{
  stretch->band = band;
  return (struct bead_scores) { band, stretch_row, stretch, SCORE_ONE,
                                stretch->powers };
}

/* Finds the best way through BAND, relative to the sentences of STRETCH, in place
   of FOUND.  */
static void
find_beads (struct stretch *stretch, const struct band *band,
            struct beads *found)
{
  struct bead_scores scores = scores_in (stretch, band);
  found->len = 0;
  lattice_best (&scores, found);
}

/* Appends the best way through STRETCH.  It is looked for near the even line, and
   then around what was found, further where that came near the edge: so it goes
   as far from the line as the texts do, in steps, and memory stays linear.  */
static void
find_way (struct stretch *stretch, const size_t len[SIDES],
          struct beads *beads)
{
  enum { STEPS = 12 };
  size_t width = first_width (len);
  struct beads found = { 0 };
  struct band band;
  band_along (&band, len, stretch->model->done, width);
  find_beads (stretch, &band, &found);
  for (int step = 0; step < STEPS; step++)
    {
      size_t *wider = mem_new (found.len, sizeof *wider);
      bool edges = find_edges (&band, &found, 2 * width, wider);
      band_free (&band);
      band_around (&band, len, &found, width, wider);
      free (wider);
      if (!edges)
        break;
      find_beads (stretch, &band, &found);
    }
  band_free (&band);
  for (size_t k = 0; k < found.len; k++)
    VEC_PUSH (beads, found.items[k]);
  VEC_FREE (&found);
}

/* Appends the beads of the sentences of one GROUP.  */
static void
group_beads (const struct length_model *whole, const struct powers *powers,
             const struct bead *group, struct beads *beads,
             struct workers *workers)
{
  struct length_model model = *whole;
  struct stretch stretch;
  struct band band;
  size_t from = beads->len;
  for (enum side s = 0; s < SIDES; s++)
    model.done[s] += group->first[s];
  stretch_open (&stretch, &model, powers);
  find_way (&stretch, group->count, beads);
  struct beads found
    = { beads->items + from, beads->len - from, beads->len - from };
  band_around (&band, group->count, &found, CONFIDE_WIDTH, NULL);
  struct bead_scores scores = scores_in (&stretch, &band);
  lattice_confide (&scores, found.items, found.len, workers);
  band_free (&band);
  for (; from < beads->len; from++)
    for (enum side s = 0; s < SIDES; s++)
      beads->items[from].first[s] += group->first[s];
}

struct powers *
first_powers (void)
{
  return powers_new (SCORE_ONE);
}

void
first_beads (const struct first_side side[SIDES],
             const struct length_model *model, const struct powers *powers,
             struct beads *beads, struct workers *workers)
{
  struct beads groups = { 0 };
  paragraph_groups (side, model, &groups);
  for (size_t g = 0; g < groups.len; g++)
    group_beads (model, powers, &groups.items[g], beads, workers);
  VEC_FREE (&groups);
}

void
first_beads_between (const struct first_side side[SIDES],
                     const struct length_model *model,
                     const struct powers *powers,
                     const struct milestones *milestones,
                     struct beads *beads, struct workers *workers)
{
  struct bead group = { .confidence = 0 };
  for (size_t k = 0; k <= milestones->len; k++)
    {
      for (enum side s = 0; s < SIDES; s++)
        {
          size_t end = k < milestones->len ? milestones->items[k].at[s]
                                           : side[s].len;
          group.first[s] += group.count[s];
          group.count[s] = end - group.first[s];
        }
      if (group.count[ORIGINAL] + group.count[TRANSLATION] > 0)
        group_beads (model, powers, &group, beads, workers);
    }
}
