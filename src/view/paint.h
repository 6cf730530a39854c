/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Painting rows of the grid on a canvas.  */
#ifndef VIEW_PAINT_H
#define VIEW_PAINT_H

#include <stdbool.h>
#include <stddef.h>

#include "read/reading.h"
#include "view/canvas.h"
#include "view/port.h"

/* Columns in front of a side's text: the sign, the mark of the lit bead, a
   space.  */
enum { MARGIN = 3 };

/* Where a side stands on the canvas; WIDTH 0: it is not drawn.  */
struct stripe
{
  size_t column; /* of its margin */
  size_t width;  /* of its text, without the margin */
};

/* Paints the rows of PORT from ROW on.  RULE is the column of the rule between
   the sides; 0: none.  What SOUGHT (may be NULL) looks for is lit.  */
void paint_port (struct canvas *canvas, size_t row, struct port *port,
                 const struct reading *reading, const struct query *sought,
                 const struct stripe stripes[SIDES], size_t rule);

#endif
