/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lists tell at their foot of the row under the cursor.  */
#ifndef VIEW_ROW_FOOT_H
#define VIEW_ROW_FOOT_H

#include <stddef.h>

#include "view/canvas.h"

/* How many of ROWS rows the foot takes; 0 where they are few.  */
size_t row_foot_rows (size_t rows);

/* Draws its first two rows from ROW on: a rule, and the document by its date and
   titles, of which none is NULL.  */
void row_foot_head (struct canvas *canvas, size_t row, const char *date,
                    const char *title, const char *translated);

#endif
