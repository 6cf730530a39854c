/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window on a long answer of the library: its rows are read piece by piece, so
   that a list opens at once however long it is.  */
#ifndef VIEW_ROW_WINDOW_H
#define VIEW_ROW_WINDOW_H

#include <stdbool.h>
#include <stddef.h>

#include "view/app.h"
#include "view/list.h"

/* What rows are, and where they come from.  */
struct row_kind
{
  size_t size; /* bytes of a row */

  /* Reads at most LIMIT rows of what OF asks for, those behind the row EDGE or,
     BACKWARDS, those before it with the nearest first; from the beginning, or
     the end, where EDGE is NULL.  *ROWS is a block of memory with *COUNT rows,
     for `free`.  False with ERR_NONE where that was given up since a key
     waits.  */
  bool (*read) (struct app *app, const void *of, const void *edge,
                bool backwards, size_t limit, void **rows, size_t *count,
                struct err *err);

  /* Frees the block ROWS with COUNT rows and what they hold.  */
  void (*free) (void *rows, size_t count);
};

struct row_window
{
  const struct row_kind *kind;
  char *rows;   /* rows FIRST, FIRST + 1, ... of the whole; NULL where empty */
  size_t len;
  size_t first;
};

/* Frees the rows; the window begins anew with row FIRST.  */
void row_window_restart (struct row_window *window, size_t first);

/* The same with the COUNT rows at ROWS, a block as the kind reads it.  */
void row_window_set (struct row_window *window, size_t first, void *rows,
                     size_t count);

/* Lets LIST begin where nobody knows how many rows there are: with its first
   row, or in the middle.  The window is to begin, or to be set, at the same
   place: list->at.  */
void row_window_start (struct list *list);
void row_window_middle (struct list *list);

/* Sees to it that the rows that LIST shows are in the window; they are what OF
   asks for.  Where rows end is written into LIST once it is seen.  What fails is
   told; what was given up is missing until it is drawn next.  */
void row_window_need (struct app *app, struct row_window *window,
                      struct list *list, const void *of);

/* Row INDEX of the whole, or NULL where it is not in the window.  */
const void *row_window_at (const struct row_window *window, size_t index);

#endif
