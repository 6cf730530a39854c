/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Queries that the notebook keeps: those asked last, and those with a name.  */
#ifndef STORE_SEARCHES_H
#define STORE_SEARCHES_H

#include <stdbool.h>

#include "base/err.h"
#include "base/vec.h"
#include "store/notebook.h"

/* So many are kept of those without a name.  */
enum { SEARCHES_KEPT = 100 };

struct kept_search
{
  char *name; /* NULL for one of the history */
  char *query;
};

struct kept_searches VEC (struct kept_search);

void kept_searches_free (struct kept_searches *searches);

/* Appends the queries with a name in the order of the names, or the history,
   the last one first.  */
void notebook_named_searches (struct notebook *notebook,
                              struct kept_searches *out);
void notebook_search_history (struct notebook *notebook,
                              struct kept_searches *out);

/* Puts QUERY at the beginning of the history; it stands there once.  One with a
   line end or tab in it is kept with spaces there.  */
bool notebook_keep_search (struct notebook *notebook, const char *query,
                           struct err *err);

/* Keeps QUERY as NAME, in place of what has that name; NULL drops that.  ERR_USAGE
   for a name that is empty, longer than 60 bytes, or has white space or control
   characters in it;
   ERR_NOT_FOUND for one to drop that is not there.  */
bool notebook_name_search (struct notebook *notebook, const char *name,
                           const char *query, struct err *err);

/* The query kept as NAME; the caller frees it; NULL where there is none.  */
char *notebook_named_search (struct notebook *notebook, const char *name);

#endif
