/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of a given number of columns, and what is drawn of them.  */
#include "text/wrap.h"

#include <string.h>

#include "base/utf8.h"
#include "text/clean.h"
#include "text/width.h"

/* The line that begins with glyph FIRST.  */
static struct line
next_line (const struct glyphs *glyphs, size_t first, size_t columns)
{
  struct line fit = { first, 0, 0 };   /* all that fits */
  struct line broken = { first, 0, 0 }; /* up to the last may_break */
  struct line cut = { first, 0, 0 };    /* up to the last may_cut */
  size_t used = 0;                      /* with the space at the end */
  size_t i = first;
  for (; i < glyphs->len; i++)
    {
      const struct glyph *glyph = &glyphs->items[i];
      fit.count = i - first;
      if (i > first && glyph->must_break)
        return fit;
      if (i > first && glyph->may_break)
        broken = fit;
      if (i > first && glyph->may_cut)
        cut = fit;
      used += glyph->width;
      if (glyph->kind == GLYPH_SPACE)
        continue;
      if (used > columns && i > first)
        return broken.count ? broken : cut.count ? cut : fit;
      fit.width = used;
    }
  fit.count = i - first;
  return fit;
}

/* Linear although a line that ends at a may_break is gone through again from
   there: no other break lies in what is seen twice, so that the next line ends
   no sooner than this one was given up.  */
void
wrap_lines (const struct glyphs *glyphs, size_t columns, struct lines *out)
{
  for (size_t at = 0; at < glyphs->len;)
    {
      struct line line = next_line (glyphs, at, columns);
      VEC_PUSH (out, line);
      at += line.count;
    }
}

/* Adds the cluster at RANGE, with at most CLEAN_COMBINING combining marks.  */
static void
draw_cluster (const char *text, const struct glyph *glyph, struct buf *out)
{
  size_t at = glyph->range.start;
  unsigned marks = 0;
  for (bool first = true; at < glyph->range.end; first = false)
    {
      size_t next = at;
      if (width_cp (utf8_next (text, glyph->range.end, &next)) == 0)
        {
          if (first)
            buf_add_byte (out, ' ');
          if (++marks > CLEAN_COMBINING)
            break;
        }
      at = next;
    }
  buf_add (out, text + glyph->range.start, at - glyph->range.start);
  if (glyph->kind == GLYPH_CUT)
    buf_add_string (out, CLEAN_CUT);
}

void
wrap_draw (const char *text, const struct glyph *glyph, struct buf *out)
{
  size_t at = glyph->range.start;
  char mark[CLEAN_MARK_SIZE];
  switch (glyph->kind)
    {
    case GLYPH_SPACE:
      buf_add_byte (out, ' ');
      break;
    case GLYPH_MARK:
      clean_mark (utf8_next (text, glyph->range.end, &at), mark);
      buf_add_string (out, mark);
      break;
    default:
      draw_cluster (text, glyph, out);
    }
}

char *
wrap_string (const char *text)
{
  struct glyphs glyphs = { 0 };
  struct buf out = BUF_INIT;
  wrap_glyphs (text, (struct range) { 0, strlen (text) }, false, &glyphs);
  for (size_t i = 0; i < glyphs.len; i++)
    wrap_draw (text, &glyphs.items[i], &out);
  VEC_FREE (&glyphs);
  return buf_take (&out);
}
