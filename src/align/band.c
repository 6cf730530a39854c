/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bands of cells that the dynamic programme looks at.  */
#include <stdlib.h>

#include "align/lattice.h"
#include "base/mem.h"

static void
band_open (struct band *band, const size_t len[SIDES])
{
  size_t rows = len[ORIGINAL] + 1;
  band->len[ORIGINAL] = len[ORIGINAL];
  band->len[TRANSLATION] = len[TRANSLATION];
  band->low = mem_new (rows, sizeof *band->low);
  band->high = mem_new (rows, sizeof *band->high);
  band->start = mem_new (rows + 1, sizeof *band->start);
}

void
band_free (struct band *band)
{
  free (band->low);
  free (band->high);
  free (band->start);
}

size_t
band_cells (const struct band *band)
{
  return band->start[band->len[ORIGINAL] + 1];
}

size_t
band_cell (const struct band *band, size_t i, size_t j)
{
  if (i > band->len[ORIGINAL] || j < band->low[i] || j > band->high[i])
    return band_cells (band);
  return band->start[i] + (j - band->low[i]);
}

size_t
band_widest (const struct band *band)
{
  size_t most = 0;
  for (size_t i = 0; i <= band->len[ORIGINAL]; i++)
    if (band_stride (band, i) > most)
      most = band_stride (band, i);
  return most;
}

bool
band_span (const struct band *band, size_t i, size_t k, size_t by,
           struct span *span)
{
  size_t low = band->low[i] + by, high = band->high[i] + by;
  size_t first = low > band->low[k] ? low : band->low[k];
  size_t last = high < band->high[k] ? high : band->high[k];
  if (first > last)
    return false;
  *span = (struct span) { first - low, first - band->low[k],
                          last - first + 1 };
  return true;
}

/* Widens row I so that it has the columns LOW to HIGH.  */
static void
row_cover (struct band *band, size_t i, size_t low, size_t high)
{
  if (low < band->low[i])
    band->low[i] = low;
  if (high > band->high[i])
    band->high[i] = high;
}

/* Makes the band keep what its header promises, and numbers the cells.  */
static void
band_close (struct band *band)
{
  size_t last = band->len[ORIGINAL], m = band->len[TRANSLATION];
  band->low[0] = 0;
  band->high[last] = m;
  for (size_t i = 0; i <= last; i++)
    {
      if (band->high[i] > m)
        band->high[i] = m;
      if (i > 0 && band->high[i] < band->high[i - 1])
        band->high[i] = band->high[i - 1];
    }
  for (size_t i = last + 1; i-- > 0;)
    {
      if (i < last && band->low[i] > band->low[i + 1])
        band->low[i] = band->low[i + 1];
      if (i > 0 && band->low[i] > band->high[i - 1])
        band->low[i] = band->high[i - 1];
    }
  for (size_t i = 0; i <= last; i++)
    band->start[i + 1] = band->start[i] + band->high[i] - band->low[i] + 1;
}

void
band_along (struct band *band, const size_t len[SIDES],
            const size_t *const done[SIDES], size_t width)
{
  band_open (band, len);
  size_t n = len[ORIGINAL], m = len[TRANSLATION], j = 0;
  const size_t *o = done[ORIGINAL], *t = done[TRANSLATION];
  double ratio = (double) (t[m] - t[0])
                 / (double) (o[n] > o[0] ? o[n] - o[0] : 1);
  for (size_t i = 0; i <= n; i++)
    {
      double reached = (double) (o[i] - o[0]) * ratio;
      size_t from = j;
      while (j < m && (i == n || (double) (t[j] - t[0]) < reached))
        j++;
      band->low[i] = from > width ? from - width : 0;
      band->high[i] = j + width;
    }
  band_close (band);
}

void
band_around (struct band *band, const size_t len[SIDES],
             const struct beads *beads, size_t width, const size_t *wider)
{
  band_open (band, len);
  for (size_t i = 0; i <= len[ORIGINAL]; i++)
    band->low[i] = len[TRANSLATION];
  for (size_t k = 0; k < beads->len; k++)
    {
      const struct bead *bead = &beads->items[k];
      size_t w = width + (wider ? wider[k] : 0);
      size_t j = bead->first[TRANSLATION];
      for (size_t i = 0; i <= bead->count[ORIGINAL]; i++)
        row_cover (band, bead->first[ORIGINAL] + i, j > w ? j - w : 0,
                   j + bead->count[TRANSLATION] + w);
    }
  band_close (band);
}
