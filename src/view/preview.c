/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts below a list.  */
#include "view/preview.h"

#include <stdlib.h>
#include <string.h>

#include "base/grapheme.h"
#include "base/mem.h"
#include "text/wrap.h"

char *
preview_cut (const char *text, size_t most)
{
  size_t len = strnlen (text, most + 1);
  if (len <= most)
    return mem_copy (text, len);
  while (most > 0 && ((unsigned char) text[most] & 0xC0) == 0x80)
    most--;
  return mem_copy (text, grapheme_start (text, strlen (text), most));
}

/* Draws TEXT, which is clean UTF-8, in AREA; the rows it took.  */
static size_t
draw_text (struct canvas *canvas, struct area area, enum style style,
           const char *text)
{
  struct glyphs glyphs = { 0 };
  struct lines lines = { 0 };
  size_t columns = area.columns > 4 ? area.columns - 4 : 1;
  wrap_glyphs (text, (struct range) { 0, strlen (text) }, true, &glyphs);
  wrap_lines (&glyphs, columns, &lines);
  size_t rows = lines.len < area.rows ? lines.len : area.rows;
  for (size_t i = 0; i < rows; i++)
    {
      size_t column = canvas_line (canvas, area.row + i, area.column, style,
                                   text, &glyphs, &lines.items[i]);
      if (i + 1 == rows && rows < lines.len)
        canvas_put (canvas, area.row + i, column, STYLE_FRAME, " ...", 4);
    }
  VEC_FREE (&glyphs);
  VEC_FREE (&lines);
  return rows;
}

size_t
preview_draw (struct canvas *canvas, struct area area,
              const struct preview_part *parts, size_t count)
{
  /* So many bytes for a column: wide marks of what can't be drawn are shorter,
     combining marks are cut.  */
  enum { BYTES = 8 };
  for (size_t i = 0; i < count && area.rows > 0; i++)
    {
      if (!parts[i].text)
        continue;
      char *start
        = preview_cut (parts[i].text, area.rows * area.columns * BYTES);
      char *text = mem_format ("%s%s", parts[i].label ? parts[i].label : "",
                               start);
      size_t rows = draw_text (canvas, area, parts[i].style, text);
      area.row += rows;
      area.rows -= rows;
      free (text);
      free (start);
    }
  return area.row;
}
