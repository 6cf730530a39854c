/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page: what its files share.  */
#ifndef VIEW_PAGE_H
#define VIEW_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "view/app.h"
#include "view/paint.h"
#include "view/port.h"

/* What the grids were made for: another value means making them anew.  */
struct page_shape
{
  unsigned long opened; /* session.opened; 0: for nothing yet */
  enum layout layout;
  unsigned split;
  size_t columns;
  bool free; /* each side scrolls alone */
};

struct page
{
  struct page_shape shape;
  struct port port[SIDES]; /* one, or one a side */
  size_t ports;
  struct stripe stripe[SIDES][SIDES]; /* [port][side] */
  size_t rule;        /* column of the rule between the sides; 0: none */
  size_t port_row[SIDES];
  bool free;
  bool forward; /* the direction of the search that is asked for */
  size_t rows; /* what it was drawn in last */
  size_t word_top;  /* the first row shown of what is known of a word */
  size_t word_most; /* the last that can be */
};

/* Makes the grids and ports fit the open document, the layout and ROWS by
   COLUMNS; FOOT rows at the bottom are taken by the note shown.  */
void page_fit (struct page *page, const struct session *session, size_t rows,
               size_t columns, size_t foot);

/* Whether the grids are those of the open document.  Until page_fit has made
   them, the ports must not be asked anything.  */
bool page_fits (const struct page *page, const struct session *session);

/* The port that the reader moves in.  */
struct port *page_port (struct page *page, const struct reading *reading);

/* Draws header, texts and, with NOTE, the note of the lit bead above ROWS.  */
void page_draw (struct app *app, struct page *page, size_t rows, bool note);

void page_free (void *page);

/* Scrolls as little as shows the lit bead.  */
void page_follow (struct app *app, struct page *page);

/* Scrolls so that the lit bead stands with some text before it.  */
void page_jump (struct app *app, struct page *page);

/* Each does ACTION where it is one of theirs, else gives false: moving, moving
   while text is being marked, what is done with the text, with notes, mending
   pairs, and discrepancies.  */
bool page_move (struct app *app, struct page *page, enum action action);
bool page_select (struct app *app, struct page *page, enum action action);
bool page_tool (struct app *app, struct page *page, enum action action);
bool page_note (struct app *app, struct page *page, enum action action);
bool page_mend (struct app *app, struct page *page, enum action action);
bool page_check (struct app *app, struct page *page, enum action action);

#endif
