/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which numbers a query means, in their order, by their ids alone.  Internal to
   store/.  */
#ifndef STORE_NUMBERS_FIND_H
#define STORE_NUMBERS_FIND_H

#include "store/library_private.h"
#include "store/numbers.h"

/* What "the same number elsewhere" adds to a query.  */
struct number_like
{
  const char *base_unit;
  const char *low;  /* value_key */
  const char *high;
  enum quantity_kind kind;
  long long document; /* not in this one */
};

/* Goes through the ids that QUERY and LIKE (may be NULL) mean, in the order of
   QUERY; words and limit of QUERY are left to TAKE, which returns false to
   stop.  LIMIT is how many are wanted at most, -1 for all.  */
bool numbers_walk (struct library *library, const struct number_query *query,
                   const struct number_like *like, long long limit,
                   bool (*take) (long long id, void *data), void *data,
                   struct err *err);

/* All ids that QUERY means, document by document, as little of the index being read
   as the documents that QUERY names need; else the same.  */
bool numbers_walk_documents (struct library *library,
                             const struct number_query *query,
                             bool (*take) (long long id, void *data),
                             void *data, struct err *err);

/* How many there are (order, words, after and limit left out).  */
long long numbers_total (struct library *library,
                         const struct number_query *query, struct err *err);

/* Whether some numbers wait for library_sort_numbers.  */
bool library_numbers_unsorted (struct library *library);

#endif
