/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The concordance: what its files share.  */
#ifndef VIEW_CONCORDANCE_H
#define VIEW_CONCORDANCE_H

#include <stdbool.h>
#include <stddef.h>

#include "read/found_window.h"
#include "read/sorted_lines.h"
#include "view/app.h"
#include "view/list.h"

/* Milliseconds that a slice of work takes, and lines at hand before and behind
   those shown.  */
enum { CONCORDANCE_SLICE = 20, CONCORDANCE_MARGIN = 60 };

struct concordance
{
  struct found_window window;  /* by date; it owns what is wanted */
  enum line_order order;
  struct sorted_lines *sorted; /* in another order, or NULL */
  bool sorting;                /* SORTED is not ready */
  struct search_count count;
  bool counted;                /* COUNT is whole */
  bool folds;                  /* other forms of the words were looked for */
  bool failed;                 /* what, was said */
  struct list list;            /* of the lines at hand */
};

/* Line INDEX of the list; NULL where it can't be read.  */
const struct found_line *concordance_line (struct concordance *concordance,
                                           size_t index);

/* WANTED as it stands in headings: the text, the word near it, the period.  The
   caller frees it.  */
char *concordance_title (const struct wanted *wanted);

/* Opens the lines of WANTED, which is taken over; says so where the query is
   wrong.  */
void concordance_show (struct app *app, struct wanted wanted);

void concordance_draw (struct app *app, void *concordance, size_t rows);

/* What is told of a wrong query: the reason is a message of index/query.h.  */
void concordance_fail (struct app *app, const struct err *err);

/* The words near what is wanted; where in the documents it stands; how often in
   each year or month.  */
void collocates_open (struct app *app, const struct wanted *wanted);
void dispersion_open (struct app *app, const struct wanted *wanted);
void frequency_open (struct app *app, const struct wanted *wanted);

#endif
