/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window on a long answer of the library.  */
#include "view/row_window.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* Rows read at a time, and the most that are kept.  */
enum { PIECE = 64, KEPT = 1024 };

/* Where rows are that nobody has counted: so far apart that nobody goes all the
   way from one to the other row by row.  */
#define FIRST_ROW (SIZE_MAX / 4)
#define MIDDLE_ROW (SIZE_MAX / 2)
#define BEHIND_ROWS (SIZE_MAX / 4 * 3)

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

/* What reading a piece gave.  */
enum piece
{
  PIECE_ROWS,
  PIECE_NONE, /* there is nothing more; or it can't be read, which is told */
  PIECE_GIVEN_UP
};

/* Reads a piece behind or before the window.  */
static enum piece
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
      window->kind->free (piece, count);
      if (err.code == ERR_NONE)
        return PIECE_GIVEN_UP;
      app_fail (app, &err);
      return PIECE_NONE;
    }
  if (count > 0)
    join (window, piece, count, backwards);
  free (piece);
  return count > 0 ? PIECE_ROWS : PIECE_NONE;
}

/* Frees the rows FROM to UNTIL of the window, by their places in it.  */
static void
cut (struct row_window *window, size_t from, size_t until)
{
  size_t size = window->kind->size, count = until - from;
  if (count == 0)
    return;
  char *rows = mem_new (count, size);
  memcpy (rows, window->rows + from * size, count * size);
  window->kind->free (rows, count);
  memmove (window->rows + from * size, window->rows + until * size,
           (window->len - until) * size);
  window->len -= count;
}

/* Keeps of a long window what is around row AT.  */
static void
trim (struct row_window *window, size_t at)
{
  enum { AROUND = KEPT / 4 };
  if (window->len <= KEPT)
    return;
  size_t place = at > window->first ? at - window->first : 0;
  size_t from = place > AROUND ? place - AROUND : 0;
  if (window->len > from + 2 * AROUND)
    cut (window, from + 2 * AROUND, window->len);
  cut (window, 0, from < window->len ? from : window->len);
  window->first += from;
}

/* Begins anew at the nearer end where LIST has gone far away: keys lead there to
   the ends only.  */
static void
follow (struct row_window *window, const struct list *list)
{
  size_t top = list->top;
  if (top + PIECE >= window->first
      && top <= window->first + window->len + PIECE)
    return;
  bool end = top - list->first > list->count - top;
  row_window_restart (window, end ? list->count : list->first);
}

/* Reads a piece; where there is none LIST ends there.  False where none came.  */
static bool
reach (struct app *app, struct row_window *window, struct list *list,
       const void *of, bool backwards)
{
  enum piece piece = read_piece (app, window, of, backwards);
  if (piece == PIECE_NONE && backwards)
    list->first = window->first;
  else if (piece == PIECE_NONE)
    list->count = window->first + window->len;
  list_fit (list, list->rows);
  return piece == PIECE_ROWS;
}

void
row_window_need (struct app *app, struct row_window *window,
                 struct list *list, const void *of)
{
  follow (window, list);
  trim (window, list->top);
  while (window->first > list->top
         && reach (app, window, list, of, true))
    continue;
  while (window->first + window->len < list->top + list->rows
         && window->first + window->len < list->count
         && reach (app, window, list, of, false))
    continue;
}

void
row_window_start (struct list *list)
{
  *list = (struct list) { .first = FIRST_ROW, .at = FIRST_ROW,
                          .top = FIRST_ROW, .count = BEHIND_ROWS };
}

void
row_window_middle (struct list *list)
{
  *list = (struct list) { .first = FIRST_ROW, .at = MIDDLE_ROW,
                          .top = FIRST_ROW, .count = BEHIND_ROWS };
}

const void *
row_window_at (const struct row_window *window, size_t index)
{
  return index >= window->first && index - window->first < window->len
           ? window->rows + (index - window->first) * window->kind->size
           : NULL;
}
