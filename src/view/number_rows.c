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

/* --- drawing ------------------------------------------------------------ */

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

struct pen
{
  struct canvas *canvas;
  size_t row;
  size_t column;
  enum style style;
};

static void
blanks (struct pen *pen, size_t until)
{
  while (pen->column < until && pen->column < pen->canvas->columns)
    pen->column = canvas_put (pen->canvas, pen->row, pen->column, pen->style,
                              " ", 1);
}

/* Puts TEXT in the next WIDTH columns, and a blank behind them.  */
static void
cell (struct pen *pen, size_t width, const char *text)
{
  size_t end = pen->column + width;
  pen->column = canvas_string (pen->canvas, pen->row, pen->column, width,
                               pen->style, text);
  blanks (pen, end + 1);
}

static void
right_cell (struct pen *pen, size_t width, const char *text)
{
  size_t len = strlen (text);
  if (len < width)
    blanks (pen, pen->column + width - len);
  cell (pen, len < width ? len : width, text);
}

void
number_draw (struct canvas *canvas, size_t row, const struct number *n,
             enum style style)
{
  enum { VALUE = 14, UNIT = 9, DATE = 10, HEAD = VALUE + UNIT + DATE + 4 };
  struct pen pen = { canvas, row, 0, style };
  struct buf value = BUF_INIT;
  bool wide = canvas->columns >= HEAD + 20;
  size_t room = wide ? canvas->columns - HEAD : 0;
  bool own = n->side == ORIGINAL;
  const char *title = n->title[ORIGINAL][0]      ? n->title[ORIGINAL]
                      : n->title[TRANSLATION][0] ? n->title[TRANSLATION]
                                                 : n->path;
  number_bounds (n, &value);
  blanks (&pen, 1);
  right_cell (&pen, VALUE, buf_string (&value));
  cell (&pen, UNIT, n->unit);
  if (wide)
    {
      cell (&pen, DATE, n->date);
      cell (&pen, room * 30 / 100, own ? n->surface : n->facing_surface);
      cell (&pen, room * 36 / 100, own ? n->facing_surface : n->surface);
      cell (&pen, canvas->columns - pen.column, title);
    }
  else
    cell (&pen, canvas->columns - pen.column, n->surface);
  if (style == STYLE_MARKED)
    canvas_fill (canvas, row, pen.column, style, ' ');
  buf_free (&value);
}
