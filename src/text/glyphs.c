/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reading view of a text: its grapheme clusters as they are drawn.  */
#include <string.h>

#include "base/utf8.h"
#include "text/breaks.h"
#include "text/clean.h"
#include "text/cluster.h"
#include "text/width.h"
#include "text/wrap.h"

enum { CLUSTER_COLUMNS = 8 }; /* a cluster that goes on longer is parted */

/* The state of a making of glyphs.  */
struct making
{
  const char *text;
  size_t end;
  bool keep_lines;
  bool must_break; /* before the next glyph */
  unsigned last;   /* the last code point with a width */
  struct glyphs *out;
};

static void
push (struct making *m, size_t start, size_t end, enum glyph_kind kind,
      size_t width)
{
  VEC_PUSH (m->out, (struct glyph) { .range = { start, end },
                                     .width = (unsigned char) width,
                                     .kind = (unsigned char) kind,
                                     .must_break = m->must_break });
  m->must_break = false;
}

/* Whether white space with a line end between LAST and NEXT is only where the
   scan broke the line.  The curly quotes, dashes and dots belong to both
   scripts: they are Chinese where the other neighbour is.  */
static bool
scan_break (unsigned last, unsigned next)
{
  bool either = (last >= 0x2014 && last <= 0x2026)
                || (next >= 0x2014 && next <= 0x2026);
  return (breaks_square (last) && breaks_square (next))
         || (either && (breaks_square (last) || breaks_square (next)));
}

/* Takes the run of white space at AT, where there is a glyph before it; returns
   where it ends.  */
static size_t
add_space (struct making *m, size_t at, bool inside)
{
  size_t start = at;
  bool line_end = false;
  unsigned next = 0;
  while (at < m->end)
    {
      size_t behind = at;
      next = utf8_next (m->text, m->end, &behind);
      if (clean_class (next) != CLEAN_SPACE)
        break;
      line_end |= next == '\n' || next == '\r' || next == 0x85;
      at = behind;
    }
  if (!inside || at == m->end)
    return at;
  if (line_end && m->keep_lines)
    m->must_break = true;
  else if (!line_end || !scan_break (m->last, next))
    push (m, start, at, GLYPH_SPACE, 1);
  return at;
}

/* Takes the cluster whose first code point, at AT, may be drawn; returns where
   it ends.  */
static size_t
add_cluster (struct making *m, size_t at)
{
  struct cluster state = { 0, 0 };
  size_t start = at, width = 0;
  unsigned marks = 0;
  while (at < m->end)
    {
      size_t next = at;
      unsigned cp = utf8_next (m->text, m->end, &next);
      if (cluster_begins (&state, cp) && at > start)
        break;
      if (at > start && clean_class (cp) != CLEAN_KEEP)
        break;
      size_t more = (size_t) width_cp (cp);
      if (at > start && more > 0
          && (width + more > CLUSTER_COLUMNS || marks > CLEAN_COMBINING))
        break;
      marks += more == 0;
      width += at == start && more == 0 ? 1 : more;
      if (more > 0)
        m->last = cp;
      at = next;
    }
  bool cut = marks > CLEAN_COMBINING;
  push (m, start, at, cut ? GLYPH_CUT : GLYPH_TEXT,
        width + (cut ? strlen (CLEAN_CUT) : 0));
  return at;
}

/* Takes the code point at AT, which is shown by its mark.  */
static size_t
add_mark (struct making *m, size_t at)
{
  size_t next = at;
  char mark[CLEAN_MARK_SIZE];
  unsigned cp = utf8_next (m->text, m->end, &next);
  push (m, at, next, GLYPH_MARK, clean_mark (cp, mark));
  m->last = cp;
  return next;
}

void
wrap_glyphs (const char *text, struct range range, bool keep_lines,
             struct glyphs *out)
{
  struct making m = { .text = text, .end = range.end,
                      .keep_lines = keep_lines, .out = out };
  size_t before = out->len;
  for (size_t at = range.start; at < range.end;)
    {
      size_t next = at;
      enum clean class = clean_class (utf8_next (text, range.end, &next));
      at = class == CLEAN_SPACE ? add_space (&m, at, out->len > before)
           : class == CLEAN_MARK ? add_mark (&m, at)
                                 : add_cluster (&m, at);
    }
  if (out->len > before)
    breaks_fill (text, out->items + before, out->len - before);
}
