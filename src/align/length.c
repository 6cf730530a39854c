/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gale and Church's model of lengths.  */
#include "align/length.h"

#include <math.h>


void
length_move (struct length_model *model, const size_t len[SIDES],
             const size_t *const done[SIDES])
{
  double total[SIDES];
  for (enum side s = 0; s < SIDES; s++)
    {
      model->done[s] = done[s];
      total[s] = (double) done[s][len[s]] + 1;
    }
  /* Between no two languages is a whole text five times as long: that is a
     text of which a part is missing.  */
  model->ratio = fmin (5, fmax (0.2, total[TRANSLATION] / total[ORIGINAL]));
}

void
length_open (struct length_model *model, const size_t len[SIDES],
             const size_t *const done[SIDES])
{
  length_move (model, len, done);
  for (int i = 0; i <= LENGTH_STEPS; i++)
    model->tail[i] = (float) log (erfc (i / (double) LENGTH_STEP / sqrt (2)));
}

/* The bytes of both sides of the beads in hand.  */
struct window
{
  const struct length_model *model;
  double bytes[SIDES];
};

/* Takes BEAD in hand, or out of it again where BY is -1.  */
static void
window_move (struct window *window, const struct bead *bead, double by)
{
  if (bead->count[ORIGINAL] == 0 || bead->count[TRANSLATION] == 0)
    return;
  for (enum side s = 0; s < SIDES; s++)
    {
      const size_t *done = window->model->done[s] + bead->first[s];
      window->bytes[s] += by * (double) (done[bead->count[s]] - done[0]);
    }
}

void
length_ratios (const struct length_model *model, const size_t len[SIDES],
               const struct beads *beads, float *ratio)
{
  /* Sentences to each side; as many bytes as the whole counts.  */
  enum { AROUND = 100, WHOLE = 3000 };
  struct window window
    = { model, { WHOLE, WHOLE * model->ratio } };
  size_t from = 0, to = 0;
  for (size_t i = 0; i <= len[ORIGINAL]; i++)
    {
      while (to < beads->len
             && beads->items[to].first[ORIGINAL] < i + AROUND)
        window_move (&window, &beads->items[to++], 1);
      while (from < to
             && beads->items[from].first[ORIGINAL] + AROUND < i)
        window_move (&window, &beads->items[from++], -1);
      ratio[i]
        = (float) (window.bytes[TRANSLATION] / window.bytes[ORIGINAL]);
    }
}

double
length_deviation (const struct length_model *model, const size_t first[SIDES],
                  const size_t count[SIDES])
{
  double bytes[SIDES];
  for (enum side s = 0; s < SIDES; s++)
    bytes[s] = (double) (model->done[s][first[s] + count[s]]
                         - model->done[s][first[s]]);
  double mean = (bytes[ORIGINAL] + bytes[TRANSLATION] / model->ratio) / 2;
  double d = bytes[TRANSLATION] - model->ratio * bytes[ORIGINAL];
  return d / sqrt (LENGTH_VARIANCE * (mean + 1));
}
