/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers and Latin strings that both sides of a bead have, or one alone.  */
#include "align/weigh_private.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* How many anchors are met, how many are not and plain, how many are not and
   spelt: three counts in one number, ten bits each, to be added together.  */
enum { TALLY_PLAIN = 10, TALLY_SPELT = 20, TALLY_MOST = 1023 };

static inline uint32_t
count_bits (uint32_t bits)
{
  bits -= bits >> 1 & 0x55555555;
  bits = (bits & 0x33333333) + (bits >> 2 & 0x33333333);
  bits = (bits + (bits >> 4)) & 0x0f0f0f0f;
  bits += bits >> 8;
  return (bits + (bits >> 16)) & 63;
}

/* The tally of a sentence with the anchors ALL, some of them PLAIN, of which MET
   are met.  */
static inline uint32_t
tally_of (uint32_t all, uint32_t plain, uint32_t met)
{
  return count_bits (met) | count_bits (plain & ~met) << TALLY_PLAIN
         | count_bits (all & ~plain & ~met) << TALLY_SPELT;
}

/* --- what two sentences share ------------------------------------------- */

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

/* The columns of row ROW that some bead needs: those of the rows before it
   too, from which a bead may reach it.  */
static size_t
met_low (const struct attraction *a, size_t row)
{
  return a->low[row + 1 > BEAD_REACH ? row + 1 - BEAD_REACH : 0];
}

static void
met_row (struct scales *scales, size_t row)
{
  const struct attraction *a = scales->attraction;
  const struct face *z = &scales->weigher->face[ORIGINAL];
  const struct face *e = &scales->weigher->face[TRANSLATION];
  size_t low = met_low (a, row), i = a->first + row;
  uint32_t *met[SIDES];
  for (enum side s = 0; s < SIDES; s++)
    {
      met[s] = scales->met[s] + row * scales->met_stride;
      memset (met[s], 0, scales->met_stride * sizeof **met);
    }
  for (size_t j = low; j < a->high[row]; j++)
    {
      if (z->all[i])
        met[ORIGINAL][j - low] = find_met (scales, ORIGINAL, i, j);
      if (e->all[j])
        met[TRANSLATION][j - low] = find_met (scales, TRANSLATION, j, i);
    }
}

void
scales_meet (struct scales *scales)
{
  const struct attraction *a = scales->attraction;
  scales->met_stride = 0;
  for (size_t row = 0; row < a->rows; row++)
    if (a->high[row] - met_low (a, row) > scales->met_stride)
      scales->met_stride = a->high[row] - met_low (a, row);
  scales->met_stride += FACE_BEYOND;
  size_t room = a->rows * scales->met_stride;
  if (room > scales->met_room)
    {
      scales->met_room = room;
      for (enum side s = 0; s < SIDES; s++)
        scales->met[s]
          = mem_resize (scales->met[s], room, sizeof *scales->met[s]);
    }
  for (size_t row = 0; row < a->rows; row++)
    met_row (scales, row);
}

/* --- beads -------------------------------------------------------------- */

/* The beads that begin in a row.  */
struct meeting
{
  const struct scales *scales;
  size_t i;
  size_t low;
  size_t len;
  size_t stride;
};

/* What side S of row X has met, from the first column of M's row on.  */
static const uint32_t *
met_of (const struct meeting *m, enum side s, size_t x)
{
  const struct scales *scales = m->scales;
  size_t row = x - scales->attraction->first;
  return scales->met[s] + row * scales->met_stride
         + (m->low - met_low (scales->attraction, row));
}

/* Adds sentence X of the original to the tallies OWN, of beads of B sentences from
   each column on at OWN[B - 1].  */
static void
add_own (const struct meeting *m, size_t x, uint32_t *const own[BEAD_REACH])
{
  const struct face *z = &m->scales->weigher->face[ORIGINAL];
  const uint32_t *met = met_of (m, ORIGINAL, x);
  uint32_t *restrict together = m->scales->together;
  uint32_t all = z->all[x], plain = z->plain[x];
  uint32_t none = tally_of (all, plain, 0);
  if (!all)
    return;
  for (size_t c = 0; c < m->stride; c++)
    together[c] = 0;
  for (size_t b = 0; b < BEAD_REACH; b++)
    {
      uint32_t *restrict tally = own[b];
      for (size_t c = 0; c < m->stride; c += LANES)
        {
          uint32_t any = 0;
          for (size_t l = c; l < c + LANES; l++)
            any |= together[l] |= met[l + b];
          if (any)
            for (size_t l = c; l < c + LANES; l++)
              tally[l] += tally_of (all, plain, together[l]);
          else
            for (size_t l = c; l < c + LANES; l++)
              tally[l] += none;
        }
    }
}

/* Sets OTHER to the tallies of the translation's sentences, of which sentence X of
   the original has met some more.  */
static void
add_other (const struct meeting *m, size_t x, uint32_t *restrict together,
           uint32_t *restrict other)
{
  const struct face *e = &m->scales->weigher->face[TRANSLATION];
  const uint32_t *met = met_of (m, TRANSLATION, x);
  const uint32_t *all = e->all + m->low, *plain = e->plain + m->low;
  for (size_t c = 0; c < m->stride + LANES; c += LANES)
    {
      uint32_t any = 0;
      for (size_t l = c; l < c + LANES; l++)
        any |= all[l];
      for (size_t l = c; l < c + LANES; l++)
        {
          together[l] |= met[l];
          other[l] = any ? tally_of (all[l], plain[l], together[l]) : 0;
        }
    }
}

/* Adds the weight of the tallies OWN and OTHER to SCORE; into MET, where it is not
   NULL, how many are on both sides.  */
static void
weigh_tallies (const struct meeting *m, const uint32_t *restrict own,
               const uint32_t *restrict other, float *restrict score,
               float *restrict met)
{
  const float *w = m->scales->weigher->w;
  float by_met = w[TERM_MET], by_plain = w[TERM_LONE_PLAIN];
  float by_z = w[TERM_LONE_SPELT_Z], by_e = w[TERM_LONE_SPELT_E];
  for (size_t c = 0; c < m->stride; c += LANES)
    for (size_t l = c; l < c + LANES; l++)
      {
        uint32_t both = own[l] + other[l];
        float count = (float) (int) (both & TALLY_MOST) / 2;
        float plain = (float) (int) (both >> TALLY_PLAIN & TALLY_MOST);
        float z = (float) (int) (own[l] >> TALLY_SPELT);
        float e = (float) (int) (other[l] >> TALLY_SPELT);
        count = count < 4 ? count : 4;
        plain = plain < 6 ? plain : 6;
        score[l] += by_met * count + by_plain * plain + by_z * z + by_e * e;
        if (met)
          met[l] = count;
      }
}

/* Whether the original's sentences that a bead may have, or the translation's, have
   any anchors.  */
static bool
has_anchors (const struct meeting *m)
{
  const struct matter *const *matter = m->scales->weigher->scene->matter;
  const size_t first[SIDES] = { m->i, m->low };
  const size_t more[SIDES] = { BEAD_REACH, m->len + BEAD_REACH - 1 };
  for (enum side s = 0; s < SIDES; s++)
    {
      size_t end = first[s] + more[s];
      end = end < matter[s]->len ? end : matter[s]->len;
      if (matter[s]->anchor_start[end] > matter[s]->anchor_start[first[s]])
        return true;
    }
  return false;
}

static void
add_tallies (uint32_t *restrict sum, const uint32_t *restrict more, size_t len)
{
  for (size_t c = 0; c < len; c += LANES)
    for (size_t l = c; l < c + LANES; l++)
      sum[l] += more[l];
}

void
scales_anchors (struct scales *scales, const struct band *band, size_t i)
{
  const struct meeting m = { scales, i, band->low[i],
                             band->high[i] - band->low[i] + 1,
                             band_stride (band, i) };
  size_t left = scales->weigher->face[ORIGINAL].len - i;
  uint32_t *own[BEAD_REACH], *other = scales->other, *sum = scales->tally;
  for (size_t c = 0; c < m.stride; c++)
    scales->drawn[c] = 0;
  if (!has_anchors (&m))
    return;
  for (size_t b = 0; b < BEAD_REACH; b++)
    own[b] = scales->own + b * m.stride;
  memset (scales->own, 0, BEAD_REACH * m.stride * sizeof *scales->own);
  memset (scales->united, 0, (m.stride + LANES) * sizeof *scales->united);
  for (size_t a = 1; a <= BEAD_REACH && a <= left; a++)
    {
      add_own (&m, i + a - 1, own);
      add_other (&m, i + a - 1, scales->united, other);
      memset (sum, 0, m.stride * sizeof *sum);
      for (size_t b = 1; b <= BEAD_REACH; b++)
        {
          unsigned kind = bead_kind_of (a, b);
          add_tallies (sum, other + b - 1, m.stride);
          if (kind < BEAD_KINDS)
            weigh_tallies (&m, own[b - 1], sum,
                           scales->score + kind * m.stride,
                           kind == KIND_PAIR ? scales->drawn : NULL);
        }
    }
}
