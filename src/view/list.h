/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lists have in common: a cursor, a window, moving.  */
#ifndef VIEW_LIST_H
#define VIEW_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "read/action.h"

/* Rows are numbered from `first`, which is 0 but where a window (row_window.h)
   was opened in the middle of what nobody counted.  */
struct list
{
  size_t first;
  size_t count; /* the last row and one */
  size_t at;    /* the one under the cursor */
  size_t top;   /* the first one shown */
  size_t rows;  /* how many are shown */
};

/* Fits LIST into ROWS rows: the cursor in the list and in the window.  */
void list_fit (struct list *list, size_t rows);

/* Does ACTION where it is a motion; false otherwise.  */
bool list_move (struct list *list, enum action action);

#endif
