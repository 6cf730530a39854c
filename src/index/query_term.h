/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The terms of a query.  Internal to index/.  */
#ifndef INDEX_QUERY_TERM_H
#define INDEX_QUERY_TERM_H

#include "index/query.h"

/* Fills the empty TERM with the tokens of the LEN bytes at TEXT, marks at both
   ends left out, or kept apart where EDGES; false where nothing is left.
   TERM->exact is set already.  */
bool term_fill (struct term *term, const char *text, size_t len, bool edges);

/* Makes TERM, which is filled, one whose last word need only begin so: as it was
   typed, since its other forms may begin quite other words.  */
void term_as_prefix (struct term *term);
void term_clear (struct term *term);

#endif
