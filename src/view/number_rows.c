/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of numbers: a window on the index.  */
#include "view/number_rows.h"

#include <string.h>

static bool
read_rows (struct app *app, const void *of, const void *edge, bool backwards,
           size_t limit, void **rows, size_t *count, struct err *err)
{
  struct numbers piece = { 0 };
  struct number_query query = *(const struct number_query *) of;
  query.after = edge;
  query.backwards = backwards;
  query.limit = limit;
  query.yields = true;
  bool done = library_numbers (app->session->library, &query, &piece, err);
  *rows = piece.items;
  *count = piece.len;
  return done;
}

static void
free_rows (void *rows, size_t count)
{
  struct numbers numbers = { rows, count, count };
  numbers_free (&numbers);
}

static const struct row_kind number_kind
  = { sizeof (struct number), read_rows, free_rows };

void
number_rows_restart (struct number_rows *rows, size_t first)
{
  rows->window.kind = &number_kind;
  row_window_restart (&rows->window, first);
}

void
number_rows_set (struct number_rows *rows, size_t first,
                 struct numbers *numbers)
{
  rows->window.kind = &number_kind;
  row_window_set (&rows->window, first, numbers->items, numbers->len);
}

struct numbers
number_rows_all (const struct number_rows *rows)
{
  return (struct numbers) { (struct number *) (void *) rows->window.rows,
                            rows->window.len, rows->window.len };
}

void
number_rows_need (struct app *app, struct number_rows *rows,
                  const struct number_query *query)
{
  row_window_need (app, &rows->window, &rows->list, query);
}

const struct number *
number_rows_at (const struct number_rows *rows, size_t index)
{
  return row_window_at (&rows->window, index);
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
