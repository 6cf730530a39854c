/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forward-backward in logarithms, for fitting.  */
#include "align/lattice.h"

#include <math.h>

/* The logarithm of the sum of the exponentials of the LEN numbers.  */
static double
log_sum (const double *terms, size_t len)
{
  double most = -INFINITY, sum = 0;
  for (size_t k = 0; k < len; k++)
    if (terms[k] > most)
      most = terms[k];
  if (most == -INFINITY)
    return most;
  for (size_t k = 0; k < len; k++)
    if (terms[k] > most - 30)
      sum += exp (terms[k] - most);
  return most + log (sum);
}

double
lattice_forward (const struct band *band, bead_score *score,
                 const void *context, double *forward)
{
  size_t cells = band_cells (band), at = 0;
  for (size_t i = 0; i <= band->len[ORIGINAL]; i++)
    for (size_t j = band->low[i]; j <= band->high[i]; j++, at++)
      {
        double terms[BEAD_KINDS];
        size_t len = 0;
        for (unsigned k = 0; k < BEAD_KINDS; k++)
          {
            size_t a = bead_kinds[k].count[ORIGINAL];
            size_t b = bead_kinds[k].count[TRANSLATION];
            size_t from
              = a > i || b > j ? cells : band_cell (band, i - a, j - b);
            if (from < cells)
              terms[len++]
                = forward[from] + score (context, i - a, j - b, k);
          }
        forward[at] = at == 0 ? 0 : log_sum (terms, len);
      }
  return forward[cells - 1];
}

double
lattice_backward (const struct band *band, bead_score *score,
                  const void *context, double *backward)
{
  size_t cells = band_cells (band), at = cells;
  for (size_t i = band->len[ORIGINAL] + 1; i-- > 0;)
    for (size_t j = band->high[i] + 1; j-- > band->low[i];)
      {
        double terms[BEAD_KINDS];
        size_t len = 0;
        for (unsigned k = 0; k < BEAD_KINDS; k++)
          {
            size_t to = band_cell (band, i + bead_kinds[k].count[ORIGINAL],
                                   j + bead_kinds[k].count[TRANSLATION]);
            if (to < cells)
              terms[len++] = backward[to] + score (context, i, j, k);
          }
        at--;
        backward[at] = at == cells - 1 ? 0 : log_sum (terms, len);
      }
  return backward[0];
}
