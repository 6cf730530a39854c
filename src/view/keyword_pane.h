/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The terms of one language on the index screen: a window on the index.  */
#ifndef VIEW_KEYWORD_PANE_H
#define VIEW_KEYWORD_PANE_H

#include <stdbool.h>
#include <stddef.h>

#include "store/keywords.h"
#include "view/app.h"
#include "view/list.h"

struct keyword_pane
{
  struct list list;
  struct keyword_rows window; /* rows FIRST, FIRST + 1, ... of the whole */
  size_t first;
  struct keyword_narrowing *narrowing; /* what a filter finds; or NULL */
  bool busy;                           /* it goes on */
  long long sought;    /* the term on which the cursor is to be then, or 0 */
};

/* Begins anew what QUERY asks for: of the library, or of DOCUMENT where that is
   not 0, all of it.  */
void keyword_pane_restart (struct app *app, struct keyword_pane *pane,
                           const struct keyword_query *query,
                           long long document);
void keyword_pane_free (struct keyword_pane *pane);

/* Finds more of what a filter asks for; returns whether there is more to
   find.  */
bool keyword_pane_go_on (struct app *app, struct keyword_pane *pane);

/* Sees to it that the rows shown are in the window.  */
void keyword_pane_need (struct app *app, struct keyword_pane *pane,
                        const struct keyword_query *query,
                        long long document);

/* Row INDEX, or NULL where it is not in the window.  */
const struct keyword_row *keyword_pane_at (const struct keyword_pane *pane,
                                           size_t index);

/* Puts the cursor on ROW, which is of an earlier answer, where it is listed.  */
void keyword_pane_find (struct app *app, struct keyword_pane *pane,
                        const struct keyword_query *query,
                        long long document, const struct keyword_row *row);

#endif
