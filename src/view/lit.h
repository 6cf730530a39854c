/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Untrusted texts with pieces lit, in lines of the canvas.  */
#ifndef VIEW_LIT_H
#define VIEW_LIT_H

#include "base/range.h"
#include "view/canvas.h"

/* A text in which the ranges LIT, in order, are lit.  */
struct lit_text
{
  const char *text;         /* valid UTF-8 */
  const struct ranges *lit; /* may be NULL */
  enum style style;         /* of the rest */
};

/* Puts the part of RANGE of TEXT that fits into WIDTH columns at ROW and COLUMN,
   in one line and cleaned.  Returns the column behind it.  */
size_t lit_put (struct canvas *canvas, size_t row, size_t column,
                size_t width, const struct lit_text *text,
                struct range range);

/* Puts TEXT in one line of WIDTH columns; where it is longer, the part around the
   first piece that is lit, with "..." for what is left out.  */
size_t lit_line (struct canvas *canvas, size_t row, size_t column,
                 size_t width, const struct lit_text *text);

/* Puts TEXT wrapped in at most ROWS rows of WIDTH columns from ROW on; where it is
   longer, the part that has the first piece that is lit, with "..." for what is
   left out.  Returns how many rows it took.  */
size_t lit_wrap (struct canvas *canvas, size_t row, size_t column,
                 size_t width, size_t rows, const struct lit_text *text);

#endif
