/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold of every wrapped text.  */
#include "wrapped.h"

#include <string.h>

#include "base/utf8.h"
#include "text/clean.h"
#include "text/width.h"
#include "text/wrap.h"

static bool
one_of (unsigned cp, const char *set)
{
  for (size_t at = 0, len = strlen (set); at < len;)
    if (utf8_next (set, len, &at) == cp)
      return true;
  return false;
}

static unsigned
first_cp (const char *text, const struct glyph *glyph)
{
  size_t at = glyph->range.start;
  return utf8_next (text, glyph->range.end, &at);
}

/* Whether no line may begin with glyph I.  An apostrophe may stand before a
   word.  */
static bool
never_first (const char *text, const struct glyphs *glyphs, size_t i)
{
  unsigned cp = first_cp (text, &glyphs->items[i]);
  bool spaced = i > 0 && glyphs->items[i - 1].kind == GLYPH_SPACE;
  return one_of (cp, "。，、；：？！）》〉」』】”")
         || (!spaced && one_of (cp, "’…"));
}

static bool
never_last (const char *text, const struct glyph *glyph)
{
  return one_of (first_cp (text, glyph), "（《〈「『【“‘");
}

static bool
white (const char *text, size_t at, size_t end)
{
  while (at < end)
    if (clean_class (utf8_next (text, end, &at)) != CLEAN_SPACE)
      return false;
  return true;
}

/* Whether what is drawn for GLYPH is clean, begins with something to stand on,
   and has the width that is told.  */
static bool
drawn_well (const char *text, const struct glyph *glyph)
{
  struct buf out = BUF_INIT;
  wrap_draw (text, glyph, &out);
  bool well = out.len > 0 && width_text (out.data, out.len) == glyph->width;
  for (size_t at = 0; well && at < out.len;)
    {
      bool first = at == 0;
      unsigned cp = utf8_next (out.data, out.len, &at);
      well = cp == ' ' || clean_class (cp) == CLEAN_KEEP;
      well = well && !(first && width_cp (cp) == 0);
    }
  size_t len = range_len (glyph->range);
  if (glyph->kind == GLYPH_TEXT)
    well = well && out.len >= len
           && memcmp (out.data + out.len - len, text + glyph->range.start, len)
                == 0;
  buf_free (&out);
  return well;
}

static const char *
wrong_glyphs (const char *text, size_t len, const struct glyphs *glyphs)
{
  size_t at = 0;
  for (size_t i = 0; i < glyphs->len; i++)
    {
      const struct glyph *glyph = &glyphs->items[i];
      bool space = glyph->kind == GLYPH_SPACE;
      if (glyph->range.start < at || glyph->range.end <= glyph->range.start)
        return "ranges out of order";
      if (!white (text, at, glyph->range.start))
        return "text left out";
      if (space != white (text, glyph->range.start, glyph->range.end))
        return "white space taken for text, or text for white space";
      if (space && (i == 0 || i + 1 == glyphs->len))
        return "white space at an end";
      if (space && glyph[-1].kind == GLYPH_SPACE)
        return "two spaces in a row";
      if (!drawn_well (text, glyph))
        return "drawn badly";
      if ((glyph->may_break || glyph->may_cut)
          && (i == 0 || never_first (text, glyphs, i)
              || never_last (text, glyph - 1)))
        return "punctuation may be torn off";
      at = glyph->range.end;
    }
  return white (text, at, len) ? NULL : "text left out at the end";
}

/* LINE, not the last: whether it ends where it may.  */
static const char *
wrong_end (const struct glyphs *glyphs, const struct line *line)
{
  size_t end = line->first + line->count;
  const struct glyph *next = &glyphs->items[end];
  for (size_t i = line->first + 1; i < end; i++)
    {
      if (glyphs->items[i].must_break)
        return "a forced line end passed over";
      if (next->must_break || next->may_break)
        continue;
      if (glyphs->items[i].may_break)
        return "a word cut for nothing";
      if (glyphs->items[i].may_cut && !next->may_cut)
        return "punctuation torn off for nothing";
    }
  return NULL;
}

static const char *
wrong_lines (const struct glyphs *glyphs, const struct lines *lines,
             size_t columns)
{
  size_t at = 0;
  for (size_t k = 0; k < lines->len; k++)
    {
      const struct line *line = &lines->items[k];
      if (line->first != at || line->count == 0
          || line->count > glyphs->len - at)
        return "glyphs left out";
      at += line->count;
      size_t count = line->count, width = 0;
      count -= glyphs->items[at - 1].kind == GLYPH_SPACE;
      for (size_t i = 0; i < count; i++)
        width += glyphs->items[line->first + i].width;
      if (width != line->width)
        return "wrong width";
      if (count == 0 || (width > columns && count > 1))
        return "line too short or too wide";
      const char *wrong = at < glyphs->len ? wrong_end (glyphs, line) : NULL;
      if (wrong)
        return wrong;
    }
  return at == glyphs->len ? NULL : "glyphs left out at the end";
}

const char *
wrapped_wrong (const char *text, size_t len, bool keep_lines, size_t most,
               size_t *columns)
{
  struct glyphs glyphs = { NULL, 0, 0 };
  struct lines lines = { NULL, 0, 0 };
  wrap_glyphs (text, (struct range) { 0, len }, keep_lines, &glyphs);
  *columns = 0;
  const char *wrong = wrong_glyphs (text, len, &glyphs);
  while (!wrong && *columns < most)
    {
      lines.len = 0;
      wrap_lines (&glyphs, ++*columns, &lines);
      wrong = wrong_lines (&glyphs, &lines, *columns);
    }
  VEC_FREE (&glyphs);
  VEC_FREE (&lines);
  return wrong;
}

size_t
wrapped_torn (const char *text, size_t len, size_t columns)
{
  struct glyphs glyphs = { NULL, 0, 0 };
  struct lines lines = { NULL, 0, 0 };
  wrap_glyphs (text, (struct range) { 0, len }, false, &glyphs);
  wrap_lines (&glyphs, columns, &lines);
  size_t torn = 0;
  for (size_t k = 1; k < lines.len; k++)
    {
      size_t first = lines.items[k].first;
      size_t last = first - 1;
      last -= glyphs.items[last].kind == GLYPH_SPACE;
      torn += never_first (text, &glyphs, first)
              || never_last (text, &glyphs.items[last]);
    }
  VEC_FREE (&glyphs);
  VEC_FREE (&lines);
  return torn;
}
