/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How numbers look in their list.  */
#ifndef VIEW_NUMBER_DRAW_H
#define VIEW_NUMBER_DRAW_H

#include "view/number_rows.h"

/* What UNIT is called on the screen: in Chinese 吨 and 斤, else its symbol.  */
const char *number_unit (const char *unit);

/* Draws ROWS from row 1 on: value, unit, date, both forms and, where there is
   room, the document; COUNT rows of the canvas.  */
void number_rows_draw (struct canvas *canvas, struct number_rows *rows,
                       size_t count);

/* Draws the document and the sentence of NUMBER in ROWS rows from ROW on.  */
void number_foot (struct canvas *canvas, size_t row, size_t rows,
                  const struct number *number);

#endif
