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
