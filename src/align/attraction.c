/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How strongly tokens are drawn to the sentences of the other side.  */
#include "align/attraction_private.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

struct drawer *
drawer_new (const struct ties *ties)
{
  struct drawer *drawer = mem_new (1, sizeof *drawer);
  drawer->ties = ties;
  for (int s = 0; s < SIDES; s++)
    {
      drawer->ratio[s] = mem_new (ties->terms[s] + 1, sizeof **drawer->ratio);
      if (!ties->lexicon)
        continue;
      size_t len = ties->lexicon->len;
      drawer->count[s] = mem_resize (NULL, len, sizeof **drawer->count);
      if (len > 0)
        memcpy (drawer->count[s], ties->lexicon->count[s],
                len * sizeof **drawer->count);
    }
  return drawer;
}

void
drawer_free (struct drawer *drawer)
{
  for (int s = 0; s < SIDES; s++)
    {
      free (drawer->ratio[s]);
      free (drawer->count[s]);
    }
  for (size_t k = 0; k < BEAD_REACH; k++)
    {
      free (drawer->pulls[k].ratio);
      free (drawer->pulls[k].pulled);
    }
  VEC_FREE (&drawer->touched);
  free (drawer->giving.from);
  free (drawer->giving.to);
  free (drawer->attraction.low);
  free (drawer->attraction.high);
  free (drawer->attraction.drawn);
  free (drawer->best);
  free (drawer);
}

/* --- a block of rows ---------------------------------------------------- */

/* Finds which sentences of the other side each sentence of side GIVEN meets.  */
static void
find_spans (struct drawer *d, enum side given)
{
  struct giving *g = &d->giving;
  const struct attraction *a = &d->attraction;
  bool rows = given == ORIGINAL;
  g->given = given;
  g->first = rows ? a->first : a->low[0];
  g->len = rows ? a->rows : a->high[a->rows - 1] - a->low[0];
  if (g->len > d->giving_room)
    {
      d->giving_room = g->len;
      g->from = mem_resize (g->from, g->len, sizeof *g->from);
      g->to = mem_resize (g->to, g->len, sizeof *g->to);
    }
  size_t low = 0, high = 0;
  for (size_t k = 0; k < g->len; k++)
    if (rows)
      {
        g->from[k] = a->low[k];
        g->to[k] = a->high[k];
      }
    else
      {
        size_t j = g->first + k;
        while (low < a->rows && a->high[low] <= j)
          low++;
        while (high < a->rows && a->low[high] <= j)
          high++;
        g->from[k] = a->first + low;
        g->to[k] = a->first + (high > low ? high : low);
      }
}

/* Makes room for the tokens of the longest sentence of side S.  */
static void
best_reserve (struct drawer *d, enum side s)
{
  const size_t *start = d->matter[s]->drawn_start;
  const struct attraction *a = &d->attraction;
  size_t from = s == ORIGINAL ? a->first : a->low[0], most = 0;
  size_t to = s == ORIGINAL ? from + a->rows : a->high[a->rows - 1];
  for (size_t y = from; y < to; y++)
    if (start[y + 1] - start[y] > most)
      most = start[y + 1] - start[y];
  if (most <= d->best_room)
    return;
  free (d->best);
  d->best_room = most;
  d->best = mem_new (most, sizeof *d->best);
}

/* Fills the numbers of side GIVEN.  Those of a sentence can be summed up once the
   next ones, as many as a bead has, have been read too.  */
static void
draw_side (struct drawer *d, enum side given)
{
  struct giving *g = &d->giving;
  bool learned = d->ties->lexicon != NULL;
  struct hole hole = { 0, 0 };
  find_spans (d, given);
  best_reserve (d, side_facing (given));
  if (learned)
    hole = hole_open (d, given, g->first);
  for (size_t k = 0; k < g->len + BEAD_REACH - 1; k++)
    {
      if (k < g->len)
        {
          if (learned)
            hole_move (&hole, d, given, g->first + k);
          drawer_give (d, given, g->first + k);
          drawer_collect (d, given, g->from[k], g->to[k],
                          &d->pulls[k % BEAD_REACH]);
        }
      if (k + 1 < BEAD_REACH)
        continue;
      size_t done = k + 1 - BEAD_REACH;
      for (size_t y = g->from[done]; y < g->to[done]; y++)
        drawer_add_up (d, done, y);
    }
  if (learned)
    hole_close (&hole, d, given);
}

/* Finds the columns of the rows and makes room for the numbers, all 0.  */
static void
open_rows (struct drawer *d, const struct band *band, size_t first,
           size_t rows)
{
  struct attraction *a = &d->attraction;
  size_t n = band->len[ORIGINAL], m = band->len[TRANSLATION], width = 0;
  if (rows > d->rows_room)
    {
      d->rows_room = rows;
      a->low = mem_resize (a->low, rows, sizeof *a->low);
      a->high = mem_resize (a->high, rows, sizeof *a->high);
    }
  a->first = first;
  a->rows = rows;
  for (size_t k = 0; k < rows; k++)
    {
      size_t i = first + k, end = i + BEAD_REACH < n ? i + BEAD_REACH : n;
      a->low[k] = band->low[i] > 0 ? band->low[i] - 1 : 0;
      a->high[k] = band->high[end] < m ? band->high[end] + 1 : m;
      if (a->high[k] - a->low[k] > width)
        width = a->high[k] - a->low[k];
    }
  a->stride = width + ATTRACTION_BEYOND;
  size_t room = rows * SIDES * BEAD_REACH * a->stride;
  if (room > d->drawn_room)
    {
      d->drawn_room = room;
      free (a->drawn);
      a->drawn = mem_new (room, sizeof *a->drawn);
    }
  else if (room > 0)
    memset (a->drawn, 0, room * sizeof *a->drawn);
}

const struct attraction *
drawer_draw (struct drawer *drawer, const struct band *band, size_t first,
             size_t rows, const struct matter *const matter[SIDES],
             const struct taught *taught)
{
  drawer->matter = matter;
  drawer->taught = taught;
  open_rows (drawer, band, first, rows);
  if (rows > 0 && drawer->attraction.stride > ATTRACTION_BEYOND)
    for (enum side s = 0; s < SIDES; s++)
      draw_side (drawer, s);
  return &drawer->attraction;
}
