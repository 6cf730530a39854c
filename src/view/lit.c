/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Untrusted texts with pieces lit.  */
#include "view/lit.h"

#include <string.h>

#include "text/wrap.h"

#define DOTS "..."
enum { DOTS_WIDTH = 3 };

static bool
is_lit (const struct lit_text *text, const struct glyph *glyph)
{
  for (size_t i = 0; text->lit && i < text->lit->len; i++)
    if (range_overlaps (text->lit->items[i], glyph->range))
      return true;
  return false;
}

/* Puts the glyphs FIRST to END - 1, a piece of one style at a time.  */
static size_t
put_glyphs (struct canvas *canvas, size_t row, size_t column,
            const struct lit_text *text, const struct glyphs *glyphs,
            size_t first, size_t end)
{
  struct buf piece = BUF_INIT;
  for (size_t i = first; i < end;)
    {
      bool lit = is_lit (text, &glyphs->items[i]);
      buf_clear (&piece);
      for (; i < end && is_lit (text, &glyphs->items[i]) == lit; i++)
        wrap_draw (text->text, &glyphs->items[i], &piece);
      column = canvas_put (canvas, row, column,
                           lit ? STYLE_FOUND : text->style,
                           buf_string (&piece), piece.len);
    }
  buf_free (&piece);
  return column;
}

/* The end of the glyphs from FIRST on that fit into WIDTH columns.  */
static size_t
fit (const struct glyphs *glyphs, size_t first, size_t width)
{
  size_t used = 0;
  while (first < glyphs->len && used + glyphs->items[first].width <= width)
    used += glyphs->items[first++].width;
  return first;
}

size_t
lit_put (struct canvas *canvas, size_t row, size_t column, size_t width,
         const struct lit_text *text, struct range range)
{
  struct glyphs glyphs = { 0 };
  wrap_glyphs (text->text, range, false, &glyphs);
  column = put_glyphs (canvas, row, column, text, &glyphs, 0,
                       fit (&glyphs, 0, width));
  VEC_FREE (&glyphs);
  return column;
}

static size_t
columns_of (const struct glyphs *glyphs, size_t first, size_t end)
{
  size_t columns = 0;
  for (size_t i = first; i < end; i++)
    columns += glyphs->items[i].width;
  return columns;
}

/* The glyph to begin with, so that the first piece that is lit is seen with a
   third of WIDTH before it.  */
static size_t
start_of (const struct lit_text *text, const struct glyphs *glyphs,
          size_t width)
{
  size_t lit = 0;
  while (lit < glyphs->len && !is_lit (text, &glyphs->items[lit]))
    lit++;
  if (lit == glyphs->len
      || columns_of (glyphs, 0, lit) + width / 3 <= width - DOTS_WIDTH)
    return 0;
  size_t start = lit, before = 0;
  while (start > 0 && before < width / 3)
    before += glyphs->items[--start].width;
  /* Not further than where the rest fills the line.  */
  size_t rest = columns_of (glyphs, start, glyphs->len);
  while (start > 0
         && rest + glyphs->items[start - 1].width + DOTS_WIDTH <= width)
    rest += glyphs->items[--start].width;
  return start;
}

size_t
lit_line (struct canvas *canvas, size_t row, size_t column, size_t width,
          const struct lit_text *text)
{
  struct glyphs glyphs = { 0 };
  if (width < 2 * DOTS_WIDTH + 2)
    return lit_put (canvas, row, column, width, text,
                    (struct range) { 0, strlen (text->text) });
  wrap_glyphs (text->text, (struct range) { 0, strlen (text->text) }, false,
               &glyphs);
  bool whole = columns_of (&glyphs, 0, glyphs.len) <= width;
  size_t start = whole ? 0 : start_of (text, &glyphs, width);
  size_t room = start > 0 ? width - DOTS_WIDTH : width;
  size_t end = fit (&glyphs, start, room);
  if (end < glyphs.len)
    end = fit (&glyphs, start, room - DOTS_WIDTH);
  if (start > 0)
    column = canvas_put (canvas, row, column, text->style, DOTS, DOTS_WIDTH);
  column = put_glyphs (canvas, row, column, text, &glyphs, start, end);
  if (end < glyphs.len)
    column = canvas_put (canvas, row, column, text->style, DOTS, DOTS_WIDTH);
  VEC_FREE (&glyphs);
  return column;
}

/* The line that has the first glyph that is lit; 0 where none is.  */
static size_t
line_lit (const struct lit_text *text, const struct glyphs *glyphs,
          const struct lines *lines)
{
  for (size_t i = 0; i < lines->len; i++)
    for (size_t k = 0; k < lines->items[i].count; k++)
      if (is_lit (text, &glyphs->items[lines->items[i].first + k]))
        return i;
  return 0;
}

/* Puts LINE; BEFORE and BEHIND it text is left out.  */
static void
put_line (struct canvas *canvas, size_t row, size_t column, size_t width,
          const struct lit_text *text, const struct glyphs *glyphs,
          const struct line *line, bool before, bool behind)
{
  size_t first = line->first, end = first + line->count;
  if (before)
    {
      first = fit (glyphs, first, DOTS_WIDTH);
      column = canvas_put (canvas, row, column, text->style, DOTS, DOTS_WIDTH);
    }
  size_t room = width - (before ? DOTS_WIDTH : 0) - (behind ? DOTS_WIDTH : 0);
  size_t fits = behind ? fit (glyphs, first, room) : end;
  column = put_glyphs (canvas, row, column, text, glyphs, first,
                       fits < end ? fits : end);
  if (behind)
    canvas_put (canvas, row, column, text->style, DOTS, DOTS_WIDTH);
}

size_t
lit_wrap (struct canvas *canvas, size_t row, size_t column, size_t width,
          size_t rows, const struct lit_text *text)
{
  struct glyphs glyphs = { 0 };
  struct lines lines = { 0 };
  wrap_glyphs (text->text, (struct range) { 0, strlen (text->text) }, false,
               &glyphs);
  wrap_lines (&glyphs, width > 0 ? width : 1, &lines);
  size_t lit = line_lit (text, &glyphs, &lines);
  size_t top = lit >= rows ? lit - rows + 1 : 0;
  size_t count = lines.len - top < rows ? lines.len - top : rows;
  bool dots = width > 2 * DOTS_WIDTH;
  for (size_t i = 0; i < count; i++)
    put_line (canvas, row + i, column, width, text, &glyphs,
              &lines.items[top + i], dots && i == 0 && top > 0,
              dots && i + 1 == rows && lines.len > top + rows);
  VEC_FREE (&lines);
  VEC_FREE (&glyphs);
  return count;
}
