/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of numbers: read piece by piece, so that the index opens at once however
   large it is.  */
#include "view/number_rows.h"

#include <string.h>

/* Rows read at a time, and the most that are kept.  */
enum { PIECE = 200, KEPT = 2000 };

void
number_rows_restart (struct number_rows *rows, size_t first)
{
  numbers_free (&rows->window);
  rows->first = first;
}

/* Reads a piece behind or before the window.  */
static bool
read_piece (struct app *app, struct number_rows *rows,
            const struct number_query *query, bool backwards)
{
  struct err err = ERR_INIT;
  struct numbers piece = { 0 };
  struct numbers *window = &rows->window;
  struct number_query q = *query;
  q.after
    = window->len ? &window->items[backwards ? 0 : window->len - 1] : NULL;
  q.backwards = backwards;
  q.limit = PIECE;
  if (!library_numbers (app->session->library, &q, &piece, &err))
    {
      app_fail (app, &err);
      numbers_free (&piece);
      return false;
    }
  VEC_RESERVE (window, piece.len);
  if (backwards)
    memmove (window->items + piece.len, window->items,
             window->len * sizeof *window->items);
  for (size_t i = 0; i < piece.len; i++)
    window->items[backwards ? piece.len - 1 - i : window->len + i]
      = piece.items[i];
  window->len += piece.len;
  if (backwards)
    rows->first = rows->first > piece.len ? rows->first - piece.len : 0;
  bool more = piece.len > 0;
  VEC_FREE (&piece);
  return more;
}

void
number_rows_need (struct app *app, struct number_rows *rows,
                  const struct number_query *query)
{
  size_t from = rows->list.top, to = from + rows->list.rows;
  if (to > rows->list.count)
    to = rows->list.count;
  if (rows->window.len > KEPT || from + PIECE < rows->first
      || from > rows->first + rows->window.len + PIECE)
    {
      /* Far away: the index has keys for its ends only.  */
      bool end = from > rows->list.count / 2;
      number_rows_restart (rows, end ? rows->list.count : 0);
      if (end)
        read_piece (app, rows, query, true);
    }
  while (rows->first > from && read_piece (app, rows, query, true))
    continue;
  while (rows->first + rows->window.len < to
         && read_piece (app, rows, query, false))
    continue;
}

const struct number *
number_rows_at (const struct number_rows *rows, size_t index)
{
  return index >= rows->first && index - rows->first < rows->window.len
           ? &rows->window.items[index - rows->first] : NULL;
}

/* --- values ------------------------------------------------------------- */

/* Appends VALUE with its thousands parted where it is a plain number.  */
static void
add_grouped (const char *value, struct buf *out)
{
  size_t sign = *value == '-', len = strlen (value);
  size_t whole = strspn (value + sign, "0123456789");
  bool plain = value[sign + whole] == '\0' || value[sign + whole] == '.';
  for (size_t i = 0; i < len; i++)
    {
      size_t left = sign + whole - i;
      if (plain && i > sign && i < sign + whole && left % 3 == 0)
        buf_add_byte (out, ',');
      buf_add_byte (out, value[i]);
    }
}

void
number_bounds (const struct number *n, struct buf *out)
{
  bool low = strcmp (n->low, "-") != 0, high = strcmp (n->high, "-") != 0;
  if (low)
    add_grouped (n->low, out);
  if (low && high && strcmp (n->low, n->high) == 0)
    return;
  buf_add_string (out, "..");
  if (high)
    add_grouped (n->high, out);
}
