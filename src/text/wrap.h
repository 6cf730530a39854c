/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reading view of a text: grapheme clusters as they are drawn, and lines
   of a given number of columns.  A view: the text itself is never changed,
   and every cluster knows its bytes.  */
#ifndef TEXT_WRAP_H
#define TEXT_WRAP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/range.h"

enum glyph_kind
{
  GLYPH_TEXT,  /* the bytes can be drawn as they are, behind a space where
                  they begin with a combining mark */
  GLYPH_SPACE, /* a run of white space, drawn as one space */
  GLYPH_MARK,  /* a code point that is shown by its mark (text/clean.h) */
  GLYPH_CUT    /* a cluster with more than CLEAN_COMBINING combining marks:
                  drawn up to those, then CLEAN_CUT */
};

struct glyph
{
  struct range range;  /* its bytes in the text; glyphs leave no gaps between
                          them, but the white space that is not drawn */
  unsigned char width; /* columns, at least 1 */
  unsigned char kind;  /* enum glyph_kind */
  bool may_break;      /* a line may begin here: UAX #14 */
  bool may_cut;        /* a word longer than a line may be cut here: no
                          punctuation is torn from what it belongs to */
  bool must_break;     /* a line must begin here (verse kept as lines) */
};

struct glyphs VEC (struct glyph);

/* A line: glyphs FIRST to FIRST + COUNT - 1, WIDTH columns; a space at its end
   belongs to it but is not counted in WIDTH.  */
struct line
{
  size_t first;
  size_t count;
  size_t width;
};

struct lines VEC (struct line);

/* Appends to OUT the glyphs of RANGE of TEXT (valid UTF-8): white space at
   both ends left out; a run of white space (CLEAN_SPACE) inside becomes one
   GLYPH_SPACE, or nothing where it holds a line end and stands between two Han
   characters, Kana or full-width forms (a line broken by the scan).  With
   KEEP_LINES a run with a line end becomes nothing and forces a new line
   instead.  A glyph is a grapheme cluster (UAX #29), but what is marked is
   always a glyph of its own, and a cluster that goes on in code points of more
   than eight columns (Hangul, say) is several.  Where lines may begin: see
   text/breaks.h.  Takes time in proportion to RANGE.  Needs LC_CTYPE set to a
   UTF-8 locale.  */
void wrap_glyphs (const char *text, struct range range, bool keep_lines,
                  struct glyphs *out);

/* Appends to OUT the lines of GLYPHS in COLUMNS columns (at least 1): greedy;
   a word longer than a line is cut, where may_cut allows it if it can be; a
   glyph of two columns never straddles the end; a glyph wider than COLUMNS has
   a line of its own.  No glyph is lost: the lines cover all of GLYPHS in
   order.  No glyphs: no lines.  Takes time in proportion to GLYPHS.  */
void wrap_lines (const struct glyphs *glyphs, size_t columns,
                 struct lines *out);

/* Appends what is drawn for GLYPH of TEXT to OUT; never anything unclean.  A
   combining mark without a base gets a space before it.  */
void wrap_draw (const char *text, const struct glyph *glyph, struct buf *out);

/* TEXT in one line, as it is drawn: cleaned, with one space for a run of white
   space.  The caller frees it.  */
char *wrap_string (const char *text);

#endif
