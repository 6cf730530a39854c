/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a screen draws on: rows of cleaned text in styles, no terminal.  */
#ifndef VIEW_CANVAS_H
#define VIEW_CANVAS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/vec.h"
#include "text/wrap.h"

/* What a piece of text is; the terminal decides how that looks.  No two that
   matter are told apart by colour alone.  */
enum style
{
  STYLE_PLAIN,
  STYLE_LIT,      /* the lit bead */
  STYLE_NOTED,    /* text with a note */
  STYLE_SHOWN,    /* text of the note that is shown */
  STYLE_YELLOW,   /* highlights; without colour their letter tells them apart */
  STYLE_GREEN,
  STYLE_BLUE,
  STYLE_RED,
  STYLE_PURPLE,
  STYLE_DIFFERS,  /* text that a discrepancy tells of */
  STYLE_FACING,   /* what stands for the word under the cursor */
  STYLE_FOUND,    /* what was searched for */
  STYLE_MARKED,   /* what is being marked, and the row of a list */
  STYLE_CURSOR,   /* the cluster the marking cursor is on */
  STYLE_HEADER,
  STYLE_FRAME,    /* rules, hints, what is quiet */
  STYLE_SIGN,     /* marks in the margin */
  STYLE_STRONG,   /* headings, keys */
  STYLE_WARNING,
  STYLES
};

struct run
{
  size_t column;
  size_t start; /* bytes of the row's text */
  size_t len;
  enum style style;
};

struct canvas_row
{
  struct buf text;
  struct
  VEC (struct run) runs;
};

struct canvas
{
  size_t rows;
  size_t columns;
  struct canvas_row *row;
  bool cursor_shown;
  size_t cursor_row;
  size_t cursor_column;
};

/* An empty canvas of ROWS by COLUMNS; all zero before the first call.  */
void canvas_resize (struct canvas *canvas, size_t rows, size_t columns);
void canvas_clear (struct canvas *canvas);
void canvas_free (struct canvas *canvas);

/* Puts the LEN bytes at TEXT, already clean, at ROW and COLUMN; what would leave
   the canvas is cut at a cluster's boundary.  Returns the column behind it.
   Pieces of a row are put from left to right.  */
size_t canvas_put (struct canvas *canvas, size_t row, size_t column,
                   enum style style, const char *text, size_t len);

/* The same for an untrusted string, cleaned here and cut to WIDTH columns with
   "..." where it is longer.  */
size_t canvas_string (struct canvas *canvas, size_t row, size_t column,
                      size_t width, enum style style, const char *text);

/* Puts LINE of the GLYPHS of TEXT.  */
size_t canvas_line (struct canvas *canvas, size_t row, size_t column,
                    enum style style, const char *text,
                    const struct glyphs *glyphs, const struct line *line);

/* Puts the untrusted TEXT on the last row, and in place of as many rows above
   it as it takes (half of the canvas at most).  Returns the column behind
   it.  */
size_t canvas_foot (struct canvas *canvas, enum style style, const char *text);

/* Puts HINT on the last row: parts, of which each ends with two spaces, and
   after a tab those that say how to get help or out.  Where they don't all fit
   the last ones before the tab are left out.  */
void canvas_hint (struct canvas *canvas, enum style style, const char *hint);

/* Fills ROW from COLUMN to the edge with BYTE.  */
void canvas_fill (struct canvas *canvas, size_t row, size_t column,
                  enum style style, char byte);

#endif
