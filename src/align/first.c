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

static float
sentence_score (const void *context, size_t i, size_t j, unsigned kind)
{
  const struct length_model *model = context;
  size_t first[SIDES] = { i, j };
  size_t count[SIDES] = { bead_kinds[kind].count[ORIGINAL],
                          bead_kinds[kind].count[TRANSLATION] };
  return kind_prior[kind]
         + length_tail (model, length_quick (model, (float) model->ratio,
                                             first, count));
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

/* Finds the best way by MODEL through BAND, relative to the sentences of LEN, in
   place of FOUND.  */
static void
find_beads (const struct length_model *model, const struct band *band,
            struct beads *found)
{
  found->len = 0;
  lattice_best (band, sentence_score, model, kind_prior, found);
}

/* Appends the best way by MODEL.  It is looked for near the even line, and then
   around what was found, further where that came near the edge: so it goes as
   far from the line as the texts do, in steps, and memory stays linear.  */
static void
find_way (const struct length_model *model, const size_t len[SIDES],
          struct beads *beads)
{
  enum { STEPS = 12 };
  size_t width = first_width (len);
  struct beads found = { 0 };
  struct band band;
  band_along (&band, len, model->done, width);
  find_beads (model, &band, &found);
  for (int step = 0; step < STEPS; step++)
    {
      size_t *wider = mem_new (found.len, sizeof *wider);
      bool edges = find_edges (&band, &found, 2 * width, wider);
      band_free (&band);
      band_around (&band, len, &found, width, wider);
      free (wider);
      if (!edges)
        break;
      find_beads (model, &band, &found);
    }
  band_free (&band);
  for (size_t k = 0; k < found.len; k++)
    VEC_PUSH (beads, found.items[k]);
  VEC_FREE (&found);
}

/* Appends the beads of the sentences of one GROUP.  */
static void
group_beads (const struct length_model *whole, const struct bead *group,
             struct beads *beads)
{
  struct length_model model = *whole;
  struct band band;
  size_t from = beads->len;
  for (enum side s = 0; s < SIDES; s++)
    model.done[s] += group->first[s];
  find_way (&model, group->count, beads);
  struct beads found
    = { beads->items + from, beads->len - from, beads->len - from };
  band_around (&band, group->count, &found, CONFIDE_WIDTH, NULL);
  lattice_confide (&band, sentence_score, &model, found.items, found.len);
  band_free (&band);
  for (; from < beads->len; from++)
    for (enum side s = 0; s < SIDES; s++)
      beads->items[from].first[s] += group->first[s];
}

void
first_beads (const struct first_side side[SIDES],
             const struct length_model *model, struct beads *beads)
{
  struct beads groups = { 0 };
  paragraph_groups (side, model, &groups);
  for (size_t g = 0; g < groups.len; g++)
    group_beads (model, &groups.items[g], beads);
  VEC_FREE (&groups);
}

void
first_beads_between (const struct first_side side[SIDES],
                     const struct length_model *model,
                     const struct milestones *milestones,
                     struct beads *beads)
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
        group_beads (model, &group, beads);
    }
}
