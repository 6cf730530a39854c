/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How evenly occurrences are spread.  */
#include "index/dispersion.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"

void
dispersion_free (struct dispersion *d)
{
  free (d->sizes);
  free (d->counts);
  *d = (struct dispersion) { 0 };
}

void
dispersion_add (struct dispersion *d, double size, double count)
{
  if (d->parts == d->room)
    {
      d->room = d->room ? d->room + d->room / 2 : 64;
      d->sizes = mem_resize (d->sizes, d->room, sizeof *d->sizes);
      d->counts = mem_resize (d->counts, d->room, sizeof *d->counts);
    }
  d->sizes[d->parts] = size;
  d->counts[d->parts++] = count;
  d->size += size;
  d->occurrences += count;
}

double
dispersion_dp (const struct dispersion *d, double rest)
{
  double whole = d->size + rest, sum = 0;
  if (whole <= 0 || d->occurrences <= 0)
    return 0;
  for (size_t i = 0; i < d->parts; i++)
    sum += fabs (d->sizes[i] / whole - d->counts[i] / d->occurrences);
  return (sum + rest / whole) / 2;
}

double
dispersion_juilland (const size_t *counts, size_t count)
{
  double sum = 0, squares = 0;
  for (size_t i = 0; i < count; i++)
    sum += (double) counts[i];
  if (count < 2 || sum <= 0)
    return 0;
  double n = (double) count, mean = sum / n;
  for (size_t i = 0; i < count; i++)
    squares += ((double) counts[i] - mean) * ((double) counts[i] - mean);
  double d = 1 - sqrt (squares / n) / mean / sqrt (n - 1);
  return d > 0 ? d : 0; /* what is left of rounding is none */
}

void
dispersion_parts (const size_t *at, size_t len, size_t whole, size_t *counts,
                  size_t count)
{
  for (size_t i = 0; i < count; i++)
    counts[i] = 0;
  for (size_t i = 0; i < len && whole > 0; i++)
    {
      size_t part = (size_t) ((double) at[i] / (double) whole
                              * (double) count);
      counts[part < count ? part : count - 1]++;
    }
}
