/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window on a long answer of the library.  */
#include "view/row_window.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* Rows read at a time, and the most that are kept.  */
enum { PIECE = 200, KEPT = 2000 };

void
row_window_restart (struct row_window *window, size_t first)
{
  row_window_set (window, first, NULL, 0);
}

void
row_window_set (struct row_window *window, size_t first, void *rows,
                size_t count)
{
  if (window->rows)
    window->kind->free (window->rows, window->len);
  window->rows = rows;
  window->len = count;
  window->first = first;
}

/* Puts the COUNT rows at PIECE behind the window, or, turned around, before
   it.  */
static void
join (struct row_window *window, const char *piece, size_t count,
      bool backwards)
{
  size_t size = window->kind->size;
  window->rows = mem_resize (window->rows, window->len + count, size);
  if (backwards)
    memmove (window->rows + count * size, window->rows, window->len * size);
  for (size_t i = 0; i < count; i++)
    memcpy (window->rows
              + (backwards ? count - 1 - i : window->len + i) * size,
            piece + i * size, size);
  window->len += count;
  if (backwards)
    window->first = window->first > count ? window->first - count : 0;
}

/* Reads a piece behind or before the window; false where none came.  */
static bool
read_piece (struct app *app, struct row_window *window, const void *of,
            bool backwards)
{
  struct err err = ERR_INIT;
  void *piece = NULL;
  size_t count = 0, last = window->len ? window->len - 1 : 0;
  const char *edge
    = window->len
        ? window->rows + (backwards ? 0 : last) * window->kind->size
        : NULL;
  if (!window->kind->read (app, of, edge, backwards, PIECE, &piece, &count,
                           &err))
    {
      app_fail (app, &err);
      window->kind->free (piece, count);
      return false;
    }
  if (count > 0)
    join (window, piece, count, backwards);
  free (piece);
  return count > 0;
}

void
row_window_need (struct app *app, struct row_window *window,
                 const struct list *list, const void *of)
{
  size_t from = list->top, to = from + list->rows;
  if (to > list->count)
    to = list->count;
  if (window->len > KEPT || from + PIECE < window->first
      || from > window->first + window->len + PIECE)
    {
      /* Far away: what is asked has keys for its ends only.  */
      bool end = from > list->count / 2;
      row_window_restart (window, end ? list->count : 0);
      if (end)
        read_piece (app, window, of, true);
    }
  while (window->first > from && read_piece (app, window, of, true))
    continue;
  while (window->first + window->len < to
         && read_piece (app, window, of, false))
    continue;
}

const void *
row_window_at (const struct row_window *window, size_t index)
{
  return index >= window->first && index - window->first < window->len
           ? window->rows + (index - window->first) * window->kind->size
           : NULL;
}
