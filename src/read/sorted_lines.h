/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of a concordance in another order than that of the library.  */
#ifndef READ_SORTED_LINES_H
#define READ_SORTED_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "read/finder.h"
#include "read/found_line.h"

enum line_order
{
  LINES_BY_DATE,     /* date, page and path: as the library has them */
  LINES_BY_LEFT,     /* what stands left of the place, nearest first */
  LINES_BY_RIGHT,    /* what stands right of it */
  LINES_BY_DOCUMENT, /* the number of the document */
  LINE_ORDERS
};

/* "date", "left", "right", "document".  */
const char *line_order_name (enum line_order order);

/* Only so many are sorted, the earliest ones.  */
enum { SORTED_MOST = 20000 };

struct sorted_lines;

/* Begins to collect the places of WANTED (copied), to be sorted in ORDER.
   LIBRARY and NOTEBOOK (may be NULL) must outlive it.  NULL with ERR filled where
   the query is wrong.  */
struct sorted_lines *sorted_lines_new (struct library *library,
                                       struct notebook *notebook,
                                       const struct wanted *wanted,
                                       enum line_order order,
                                       struct err *err);
void sorted_lines_free (struct sorted_lines *sorted);

/* Goes on for about MILLISECONDS.  SEARCH_BUSY: call again; SEARCH_END: all is
   sorted; SEARCH_FAILED: ERR is filled.  */
enum search_state sorted_lines_go (struct sorted_lines *sorted,
                                   unsigned milliseconds, struct err *err);

/* How many there are, so far.  */
size_t sorted_lines_count (const struct sorted_lines *sorted);

/* Whether there are more places than are sorted.  */
bool sorted_lines_cut (const struct sorted_lines *sorted);

/* Line INDEX; NULL where it can't be read any more.  Lives until some hundred
   others were asked for.  */
const struct found_line *sorted_lines_at (struct sorted_lines *sorted,
                                          size_t index);

#endif
