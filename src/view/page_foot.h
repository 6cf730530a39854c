/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands below the texts: the discrepancies of the lit bead and its
   note.  */
#ifndef VIEW_PAGE_FOOT_H
#define VIEW_PAGE_FOOT_H

#include <stdbool.h>
#include <stddef.h>

#include "read/reading.h"
#include "text/wrap.h"
#include "view/canvas.h"

/* The sign of a discrepancy, in the margin and at its message; one column.  */
const char *sign_differs (void);
#define SIGN_QUIET "."

/* One message, laid out.  */
struct foot_item
{
  const char *sign;
  enum style style;
  char *text;
  struct glyphs glyphs;
  struct lines lines;
};

/* As many discrepancies as are shown at once, and the note.  */
enum { FOOT_ITEMS = 4 };

struct foot
{
  struct foot_item items[FOOT_ITEMS];
  size_t len;
  size_t rows; /* with the rule; 0 where there is nothing to show */
};

/* Lays out what READING has for its lit bead in COLUMNS and at most MOST rows.
   Release with foot_clear.  */
void foot_fill (struct foot *foot, const struct reading *reading,
                size_t columns, size_t most);
void foot_clear (struct foot *foot);

/* Draws it from ROW on.  */
void foot_draw (const struct foot *foot, struct canvas *canvas, size_t row);

#endif
