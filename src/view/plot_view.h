/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plot on the canvas, with a cursor on one of its points.  */
#ifndef VIEW_PLOT_VIEW_H
#define VIEW_PLOT_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "export/plot.h"
#include "view/canvas.h"

/* Draws PLOT on ROWS rows from ROW on, with the cursor on point AT where there is
   such a one.  False where it can't be shown: nothing is drawn then.  TOLD as
   plot_rows has it.  */
bool plot_view (struct canvas *canvas, size_t row, size_t rows,
                const struct plot *plot, size_t at, struct plot_told *told);

#endif
