/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a screen draws on.  */
#include "view/canvas.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/clean.h"
#include "text/width.h"

void
canvas_free (struct canvas *canvas)
{
  for (size_t i = 0; i < canvas->rows; i++)
    {
      buf_free (&canvas->row[i].text);
      VEC_FREE (&canvas->row[i].runs);
    }
  free (canvas->row);
  *canvas = (struct canvas) { 0 };
}

void
canvas_resize (struct canvas *canvas, size_t rows, size_t columns)
{
  canvas_free (canvas);
  canvas->rows = rows;
  canvas->columns = columns;
  canvas->row = mem_new (rows, sizeof *canvas->row);
}

static void
clear_row (struct canvas_row *row)
{
  buf_clear (&row->text);
  row->runs.len = 0;
}

void
canvas_clear (struct canvas *canvas)
{
  for (size_t i = 0; i < canvas->rows; i++)
    clear_row (&canvas->row[i]);
  canvas->cursor_shown = false;
}

size_t
canvas_put (struct canvas *canvas, size_t row, size_t column,
            enum style style, const char *text, size_t len)
{
  if (row >= canvas->rows || column >= canvas->columns)
    return column;
  size_t used;
  size_t fits = width_fit (text, len, canvas->columns - column, &used);
  struct canvas_row *r = &canvas->row[row];
  if (fits > 0)
    VEC_PUSH (&r->runs, (struct run) { column, r->text.len, fits, style });
  buf_add (&r->text, text, fits);
  return column + used;
}

size_t
canvas_string (struct canvas *canvas, size_t row, size_t column, size_t width,
               enum style style, const char *text)
{
  char *clean = clean_string (text);
  size_t len = strlen (clean), used;
  size_t fits = width_fit (clean, len, width, &used);
  if (fits < len && width > 3)
    {
      fits = width_fit (clean, len, width - 3, &used);
      column = canvas_put (canvas, row, column, style, clean, fits);
      column = canvas_put (canvas, row, column, style, "...", 3);
    }
  else
    column = canvas_put (canvas, row, column, style, clean, fits);
  free (clean);
  return column;
}

size_t
canvas_line (struct canvas *canvas, size_t row, size_t column,
             enum style style, const char *text, const struct glyphs *glyphs,
             const struct line *line)
{
  struct buf drawn = BUF_INIT;
  for (size_t i = 0; i < line->count; i++)
    wrap_draw (text, &glyphs->items[line->first + i], &drawn);
  column = canvas_put (canvas, row, column, style, buf_string (&drawn),
                       drawn.len);
  buf_free (&drawn);
  return column;
}

size_t
canvas_foot (struct canvas *canvas, enum style style, const char *text)
{
  struct glyphs glyphs = { 0 };
  struct lines lines = { 0 };
  size_t most = canvas->rows / 2 ? canvas->rows / 2 : 1;
  wrap_glyphs (text, (struct range) { 0, strlen (text) }, false, &glyphs);
  wrap_lines (&glyphs, canvas->columns, &lines);
  size_t count = lines.len < most ? lines.len : most, column = 0;
  for (size_t i = 0; i < count; i++)
    {
      clear_row (&canvas->row[canvas->rows - count + i]);
      column = canvas_line (canvas, canvas->rows - count + i, 0, style, text,
                            &glyphs, &lines.items[i]);
    }
  VEC_FREE (&glyphs);
  VEC_FREE (&lines);
  return column;
}

/* How many of the LEN bytes of HINT take at most COLUMNS columns, whole
   parts.  */
static size_t
whole_parts (const char *hint, size_t len, size_t columns)
{
  size_t fits = 0;
  for (size_t end = 0; end <= len; end++)
    if ((end == len || strncmp (hint + end, "  ", 2) == 0)
        && width_text (hint, end) <= columns)
      fits = end;
  return fits;
}

/* Puts as many of the parts that the LEN bytes of HINT are as WIDTH columns
   hold on the last row at COLUMN; the column behind them.  */
static size_t
put_parts (struct canvas *canvas, size_t column, size_t width,
           enum style style, const char *hint, size_t len)
{
  char *parts = mem_copy (hint, whole_parts (hint, len, width));
  column = canvas_string (canvas, canvas->rows - 1, column, width, style,
                          parts);
  free (parts);
  return column;
}

void
canvas_hint (struct canvas *canvas, enum style style, const char *hint)
{
  size_t len = strcspn (hint, "\t"), gap = 2;
  const char *tail = hint[len] ? hint + len + 1 : "";
  size_t last = *tail ? gap + width_text (tail, strlen (tail)) : 0;
  size_t room = canvas->columns > last ? canvas->columns - last : 0;
  size_t column = put_parts (canvas, 0, room, style, hint, len);
  put_parts (canvas, column ? column + gap : 0, canvas->columns, style, tail,
             strlen (tail));
}

void
canvas_fill (struct canvas *canvas, size_t row, size_t column,
             enum style style, char byte)
{
  if (row >= canvas->rows || column >= canvas->columns)
    return;
  size_t count = canvas->columns - column;
  char *text = mem_new (count, 1);
  memset (text, byte, count);
  canvas_put (canvas, row, column, style, text, count);
  free (text);
}
