/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers and Latin strings that both sides of a bead have, or one alone.  */
#include "align/weigh_private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* Which anchors of sentence K of side S sentence L of the other has too.  */
static uint32_t
find_met (const struct scales *scales, enum side s, size_t k, size_t l)
{
  const struct matter *own = scales->weigher->scene->matter[s];
  const struct matter *other = scales->weigher->scene->matter[!s];
  size_t from = own->anchor_start[k], to = own->anchor_start[k + 1];
  uint32_t met = 0;
  for (size_t at = from; at < to; at++)
    if (terms_side_has (other, l, 1, &own->anchors.items[at]))
      met |= 1u << (at - from);
  return met;
}

void
scales_meet (struct scales *scales)
{
  const struct attraction *a = scales->attraction;
  const struct face *z = &scales->weigher->face[ORIGINAL];
  const struct face *e = &scales->weigher->face[TRANSLATION];
  size_t room = a->rows * a->stride;
  if (room > scales->met_room)
    {
      scales->met_room = room;
      for (enum side s = 0; s < SIDES; s++)
        scales->met[s]
          = mem_resize (scales->met[s], room, sizeof *scales->met[s]);
    }
  for (size_t row = 0; row < a->rows; row++)
    for (size_t j = a->low[row]; j < a->high[row]; j++)
      {
        size_t i = a->first + row, at = row * a->stride + (j - a->low[row]);
        scales->met[ORIGINAL][at]
          = z->all[i] ? find_met (scales, ORIGINAL, i, j) : 0;
        scales->met[TRANSLATION][at]
          = e->all[j] ? find_met (scales, TRANSLATION, j, i) : 0;
      }
}

static uint32_t
met_of (const struct scales *scales, enum side s, size_t i, size_t j)
{
  const struct attraction *a = scales->attraction;
  size_t row = i - a->first;
  if (row < a->rows && j >= a->low[row] && j < a->high[row])
    return scales->met[s][row * a->stride + (j - a->low[row])];
  return find_met (scales, s, s == ORIGINAL ? i : j, s == ORIGINAL ? j : i);
}

static unsigned
count_bits (uint32_t bits)
{
  unsigned count = 0;
  for (; bits; bits &= bits - 1)
    count++;
  return count;
}

struct lone
{
  unsigned met;
  unsigned plain;
  unsigned spelt[SIDES];
};

/* Counts the anchors of side S of a bead.  */
static void
count_anchors (const struct scales *scales, enum side s,
               const size_t first[SIDES], const size_t count[SIDES],
               struct lone *lone)
{
  const struct face *face = &scales->weigher->face[s];
  for (size_t k = first[s]; k < first[s] + count[s]; k++)
    {
      uint32_t all = face->all[k], met = 0;
      if (!all)
        continue;
      for (size_t l = first[!s]; l < first[!s] + count[!s]; l++)
        met |= met_of (scales, s, s == ORIGINAL ? k : l,
                       s == ORIGINAL ? l : k);
      lone->met += count_bits (met);
      lone->plain += count_bits (face->plain[k] & ~met);
      lone->spelt[s] += count_bits (all & ~face->plain[k] & ~met);
    }
}

float
scales_anchors (const struct scales *scales, const size_t first[SIDES],
                const size_t count[SIDES], float *met)
{
  const float *w = scales->weigher->w;
  struct lone lone = { 0, 0, { 0, 0 } };
  for (enum side s = 0; s < SIDES; s++)
    count_anchors (scales, s, first, count, &lone);
  *met = fminf ((float) lone.met / 2, 4);
  return w[TERM_MET] * *met
         + w[TERM_LONE_PLAIN] * fminf ((float) lone.plain, 6)
         + w[TERM_LONE_SPELT_Z] * (float) lone.spelt[ORIGINAL]
         + w[TERM_LONE_SPELT_E] * (float) lone.spelt[TRANSLATION];
}
