/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where what a query asks for stands in a text.  Pure.  */
#ifndef INDEX_MATCH_H
#define INDEX_MATCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/range.h"
#include "base/vec.h"
#include "index/query.h"

/* An occurrence of a term.  */
struct match
{
  struct range range; /* bytes of the text, whole code points */
  size_t term;        /* index into the query's terms */
  bool folded;        /* it is not spelled as it was typed: another ending or
                         the other writing */
  size_t first;       /* its place among the text's tokens */
  size_t behind;      /* where the index says that it ends */
};

struct matches VEC (struct match);

/* Appends the occurrences of the terms that QUERY looks for (those that must be
   missing left out) in the LEN bytes of valid UTF-8 at TEXT, which are of SIDE
   (enum side), to OUT, by place.  Those of one term do not overlap.  Of terms
   that must be near each other only those are given that are.  Takes time by
   the length of the text; memory by that of the query and of what is found.  */
void query_match (const struct query *query, int side, const char *text,
                  size_t len, struct matches *out);

/* How many tokens the index counts for TERM.  A last character of Chinese is
   part of the pair before it.  */
size_t term_index_len (const struct term *term);

/* How far apart the index lets the terms of NODE, a QUERY_NEAR, be.  */
int near_distance (const struct query *query, const struct query_node *node);

#endif
