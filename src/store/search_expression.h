/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a query to what FTS5 is asked.  Internal to store/.  */
#ifndef STORE_SEARCH_EXPRESSION_H
#define STORE_SEARCH_EXPRESSION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"
#include "index/query.h"
#include "store/library_private.h"

/* A query as a tree of questions to the two indexes: each leaf is one question,
   as large a part of the query as one index can answer alone.  */
enum branch_kind
{
  BRANCH_WORDS,      /* `match` in the index of words */
  BRANCH_CHARACTERS, /* `match` in that of characters */
  BRANCH_AND,        /* in all parts; the first is not negated */
  BRANCH_OR          /* in any part */
};

struct branch
{
  enum branch_kind kind;
  bool negated; /* in an AND: those that it finds are left out */
  struct buf match;
  struct VEC (size_t) parts; /* indices of branches */
};

struct expression
{
  struct VEC (struct branch) branches;
  size_t root;
  bool prefixed; /* a phrase for the index of words ends with a beginning:
                    SQLite gathers all that begins so before it gives a row */
};

/* Makes EXPRESSION, all zero before, of QUERY.  Looks up which of the forms of a
   word stand in LIBRARY at all, and leaves the others out.  ERR_NOT_FOUND names
   a collection that is not there.  */
bool expression_make (struct library *library, const struct query *query,
                      struct expression *expression, struct err *err);
void expression_clear (struct expression *expression);

/* The one question that EXPRESSION is; NULL where it is more.  */
const struct branch *expression_leaf (const struct expression *expression);

/* The whole query for the index of words, which alone tells how often and where
   something stands.  */
struct whole
{
  struct buf words;
  uint64_t uncounted; /* a bit for each phrase of WORDS that is no occurrence */
  uint64_t of[SIDES]; /* one for each that is an occurrence on the side, where
                         they stand apart */
  bool countable;     /* it tells how many occurrences there are */
  bool prefixed;      /* as above */
};

/* The same for WHOLE, where it can be counted with the phrases of the two sides
   APART.  */
bool whole_make (struct library *library, const struct query *query,
                 bool apart, struct whole *whole, struct err *err);

#endif
