/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts below a list: what stands under its cursor, wrapped.  */
#ifndef VIEW_PREVIEW_H
#define VIEW_PREVIEW_H

#include <stddef.h>

#include "view/canvas.h"

/* One text: LABEL (may be NULL) stands before it.  A NULL text is left out.  */
struct preview_part
{
  enum style style;
  const char *label;
  const char *text;
};

/* A rectangle of the canvas.  */
struct area
{
  size_t row;
  size_t column;
  size_t rows;
  size_t columns;
};

/* Draws the COUNT PARTS, each from a new row on, as far as AREA holds them; what
   does not fit ends in "...".  Returns the row behind them.  */
size_t preview_draw (struct canvas *canvas, struct area area,
                     const struct preview_part *parts, size_t count);

/* The beginning of TEXT, at most MOST bytes and whole grapheme clusters, so that a
   text of megabytes costs no more than is shown of it; the caller frees it.  */
char *preview_cut (const char *text, size_t most);

#endif
