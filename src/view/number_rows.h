/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of numbers: a window on the index.  */
#ifndef VIEW_NUMBER_ROWS_H
#define VIEW_NUMBER_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "store/numbers.h"
#include "view/app.h"
#include "view/list.h"
#include "view/row_window.h"

struct number_rows
{
  struct list list;
  struct row_window window;
  size_t value_width; /* of the columns, as number_rows_draw made them */
  size_t unit_width;
};

/* Frees the window, which begins anew with row FIRST.  */
void number_rows_restart (struct number_rows *rows, size_t first);

/* The same with NUMBERS, which are taken over.  */
void number_rows_set (struct number_rows *rows, size_t first,
                      struct numbers *numbers);

/* What is in the window; ROWS goes on owning it.  */
struct numbers number_rows_all (const struct number_rows *rows);

/* Sees to it that the rows shown are in the window; they answer QUERY.  */
void number_rows_need (struct app *app, struct number_rows *rows,
                       const struct number_query *query);

/* Row INDEX, or NULL where it is not in the window.  */
const struct number *number_rows_at (const struct number_rows *rows,
                                     size_t index);

/* Appends the bounds of N as filters are written: "3,831", "20..25", "100..",
   "..5".  */
void number_bounds (const struct number *n, struct buf *out);

#endif
