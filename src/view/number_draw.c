/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How numbers look in their list.  */
#include "view/number_draw.h"

#include <string.h>

#include "base/intl.h"
#include "number/unit_name.h"
#include "text/width.h"
#include "view/lit.h"
#include "view/row_foot.h"

const char *
number_unit (const char *unit)
{
  /* Where the translation ends in "zh", units have their Chinese names.  */
  bool chinese = strcmp (_("names of units: symbols"),
                         "names of units: zh") == 0;
  const char *name = chinese ? unit_in_chinese (unit) : NULL;
  return name ? name : unit;
}

/* --- columns ------------------------------------------------------------ */

enum { VALUE_MOST = 18, UNIT_MOST = 12, DATE = 10 };

static void
widen (size_t *width, const char *text, size_t most)
{
  size_t own = width_text (text, strlen (text));
  if (own > *width)
    *width = own < most ? own : most;
}

/* Makes the columns of ROWS wide enough for what is shown; they never get
   narrower, since they would jump while one scrolls.  */
static void
fit_columns (struct number_rows *rows, size_t count)
{
  for (size_t i = 0; i < count; i++)
    {
      const struct number *n = number_rows_at (rows, rows->list.top + i);
      struct buf value = BUF_INIT;
      if (!n)
        break;
      number_bounds (n, &value);
      widen (&rows->value_width, buf_string (&value), VALUE_MOST);
      widen (&rows->unit_width, number_unit (n->unit), UNIT_MOST);
      buf_free (&value);
    }
}

/* --- rows --------------------------------------------------------------- */

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

static const char *
title_of (const struct number *n)
{
  return n->title[ORIGINAL][0]      ? n->title[ORIGINAL]
         : n->title[TRANSLATION][0] ? n->title[TRANSLATION]
                                    : n->path;
}

/* Both printed forms and, in a wide window, the title.  */
static void
draw_forms (struct pen *pen, const struct number *n)
{
  enum { WITH_TITLE = 70 };
  size_t room = pen->canvas->columns - pen->column;
  bool title = room >= WITH_TITLE, own = n->side == ORIGINAL;
  cell (pen, room * (title ? 26 : 40) / 100,
        own ? n->surface : n->facing_surface);
  cell (pen, room * (title ? 34 : 60) / 100 - 2,
        own ? n->facing_surface : n->surface);
  if (title)
    cell (pen, pen->canvas->columns - pen->column, title_of (n));
}

static void
draw_row (struct canvas *canvas, size_t row, const struct number_rows *rows,
          const struct number *n, enum style style)
{
  enum { FORMS_LEAST = 20 };
  struct pen pen = { canvas, row, 0, style };
  struct buf value = BUF_INIT;
  number_bounds (n, &value);
  blanks (&pen, 1);
  right_cell (&pen, rows->value_width, buf_string (&value));
  cell (&pen, rows->unit_width, number_unit (n->unit));
  buf_free (&value);
  if (canvas->columns >= pen.column + DATE + 1 + FORMS_LEAST)
    {
      cell (&pen, DATE, n->date);
      draw_forms (&pen, n);
    }
  else if (canvas->columns > pen.column)
    cell (&pen, canvas->columns - pen.column, n->surface);
  if (style == STYLE_MARKED)
    canvas_fill (canvas, row, pen.column, style, ' ');
}

void
number_rows_draw (struct canvas *canvas, struct number_rows *rows,
                  size_t count)
{
  fit_columns (rows, count);
  for (size_t i = 0; i < count; i++)
    {
      size_t index = rows->list.top + i;
      const struct number *number = number_rows_at (rows, index);
      if (number)
        draw_row (canvas, 1 + i, rows, number,
                  index == rows->list.at ? STYLE_MARKED : STYLE_PLAIN);
    }
}

/* --- the foot ----------------------------------------------------------- */

void
number_foot (struct canvas *canvas, size_t row, size_t rows,
             const struct number *n)
{
  struct range place = n->within;
  struct ranges lit = { &place, 1, 1 };
  struct lit_text text = { n->context, &lit, STYLE_PLAIN };
  bool both = n->title[ORIGINAL][0] != '\0';
  row_foot_head (canvas, row, n->date, title_of (n),
                 both ? n->title[TRANSLATION] : "");
  lit_wrap (canvas, row + 2, 2, canvas->columns > 4 ? canvas->columns - 3 : 1,
            rows - 2, &text);
}
