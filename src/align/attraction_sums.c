/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How strongly the tokens of a sentence are drawn, added up.  */
#include "align/attraction_private.h"

#include <stdbool.h>
#include <string.h>

enum { LEAST_WORDS = 6 };

/* ln x for x >= 1, wrong by less than 0.0001.  */
static inline float
quick_log (double x)
{
  union
  {
    double f;
    uint64_t u;
  } v = { .f = x };
  float exponent = (float) ((int) (v.u >> 52) - 1023);
  v.u = (v.u & 0xfffffffffffffu) | 0x3ff0000000000000u;
  float m = (float) v.f - 1;
  /* A polynomial that fits ln (1 + m) from 0 to 1 best.  */
  float part = m * (0.99949556F + m * (-0.49190896F + m * (0.28947478F
               + m * (-0.13606275F + m * 0.03215845F))));
  return exponent * 0.69314718F + part;
}

/* Makes the numbers at BEST at least those at RATIO, and returns 1 more than BY of
   them.  */
static inline quad
take_best (float *restrict best, const float *restrict ratio, float by)
{
  quad was, now;
  memcpy (&was, best, sizeof was);
  memcpy (&now, ratio, sizeof now);
  quad_mask more = now > was;
  now = (quad) (((quad_mask) now & more) | ((quad_mask) was & ~more));
  memcpy (best, &now, sizeof now);
  return 1 + now * by;
}

/* Makes each of the LEN numbers at BEST, a multiple of LANES, at least that at
   RATIO; returns the sum of ln (1 + x) over the numbers x, each times BY: the
   logarithm of a product, taken before it grows too large.  LANES of numbers that
   are no bit of PULLED are 0 in both, and factors of 1, which change nothing.  A
   factor is less than 1e9 in any text: four of them are less than the largest
   number of single precision, and 4 LANES of them, and LARGE, than that of
   double.  */
static float
best_logs (float *restrict best, const float *restrict ratio, size_t len,
           uint64_t pulled, float by)
{
  enum { FACTORS = 4, HALF = LANES / 2, PIECE = FACTORS * LANES };
  static const double LARGE = 1e15;
  double product = 1;
  float sum = 0;
  for (size_t from = 0; from < len; from += PIECE)
    {
      size_t end = from + PIECE < len ? from + PIECE : len;
      quad low = 1 + (quad) { 0 }, high = low;
      bool any = false;
      for (size_t t = from; t < end; t += LANES)
        if (pulled & pulled_bit (t / LANES))
          {
            low *= take_best (best + t, ratio + t, by);
            high *= take_best (best + t + HALF, ratio + t + HALF, by);
            any = true;
          }
      if (!any)
        continue;
      double pair[HALF];
      for (size_t l = 0; l < HALF; l++)
        pair[l] = (double) low[l] * (double) high[l];
      product *= pair[0] * pair[1] * (pair[2] * pair[3]);
      if (product > LARGE)
        {
          sum += quick_log (product);
          product = 1;
        }
    }
  return sum + quick_log (product);
}

void
drawer_add_up (struct drawer *d, size_t k, size_t y)
{
  const struct giving *giving = &d->giving;
  struct attraction *a = &d->attraction;
  enum side g = giving->given;
  const size_t *start = d->matter[side_facing (g)]->drawn_start;
  const float *own = d->matter[g]->words + giving->first;
  size_t x = giving->first + k, len = start[y + 1] - start[y];
  size_t i = g == ORIGINAL ? x : y, j = g == ORIGINAL ? y : x;
  size_t row = i - a->first;
  float *drawn = a->drawn + (row * SIDES + g) * BEAD_REACH * a->stride
                 + (j - a->low[row]);
  float words = 0, last = 0;
  uint64_t pulled = 0;
  if (len > 0)
    memset (d->best, 0, len * sizeof *d->best);
  for (size_t c = 0; c < BEAD_REACH; c++, k++)
    {
      const struct pulls *pulls = &d->pulls[k % BEAD_REACH];
      if (k < giving->len && y >= pulls->from && y < pulls->to)
        {
          words += own[k];
          pulled |= pulls->pulled[y - pulls->from];
          if (pulled)
            last = best_logs (d->best,
                              pulls->ratio + (start[y] - start[pulls->from]),
                              len, pulled,
                              1 / (words > LEAST_WORDS ? words : LEAST_WORDS));
        }
      drawn[c * a->stride] = last;
    }
}
