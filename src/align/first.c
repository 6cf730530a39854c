/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first pass: beads by length, within the paragraphs that face.  */
#include "align/first.h"

#include <stdlib.h>

#include "align/lattice.h"
#include "align/length.h"
#include "align/paragraph_groups.h"

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

/* How far a way may stray from the even one, in sentences: much in short texts,
   where it costs nothing, at most WIDEST, or where FAR as much as CELLS allow, so
   that memory stays linear.  */
static size_t
band_width (const size_t len[SIDES], bool far)
{
  enum { NARROWEST = 40, WIDEST = 150, FARTHEST = 2000, CELLS = 100000000 };
  size_t longer = len[ORIGINAL] > len[TRANSLATION] ? len[ORIGINAL]
                                                   : len[TRANSLATION];
  size_t width = NARROWEST + longer / 10, most = WIDEST;
  if (far)
    most = CELLS / (2 * longer + 1);
  if (far && most > FARTHEST)
    most = FARTHEST;
  return width < most ? width : most;
}

/* Appends the beads of the sentences of one GROUP.  */
static void
group_beads (const struct length_model *whole, const struct bead *group,
             bool far, struct beads *beads)
{
  struct length_model model = *whole;
  struct band band;
  size_t from = beads->len;
  for (enum side s = 0; s < SIDES; s++)
    model.done[s] += group->first[s];
  band_along (&band, group->count, model.done, band_width (group->count, far));
  lattice_best (&band, sentence_score, &model, kind_prior, beads);
  band_free (&band);
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
first_beads (const struct first_side side[SIDES], bool far,
             struct beads *beads)
{
  struct length_model model;
  struct beads groups = { 0 };
  size_t len[SIDES] = { side[ORIGINAL].len, side[TRANSLATION].len };
  const size_t *const done[SIDES]
    = { side[ORIGINAL].done, side[TRANSLATION].done };
  length_open (&model, len, done);
  paragraph_groups (side, &groups);
  for (size_t g = 0; g < groups.len; g++)
    group_beads (&model, &groups.items[g], far, beads);
  VEC_FREE (&groups);
}
