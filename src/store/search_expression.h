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

struct expression
{
  struct buf words;      /* for MATCH in the index of words; may be empty */
  struct buf characters; /* in that of characters, which must fit too; may be
                            empty */
  bool either;           /* one of the two is enough */
  uint64_t uncounted; /* a bit for each phrase of WORDS that is no occurrence */
  bool countable;     /* the index of words alone tells how many occurrences
                         there are */
  bool prefixed;      /* a phrase of WORDS ends with a beginning: SQLite gathers
                         all that begins so before it gives a row */
  bool single;        /* CHARACTERS is the tokens of one character, in quotes
                         with INDEX_OR between, and WORDS is empty */
};

/* Makes EXPRESSION, all zero before, of QUERY; of words alone where WHOLE.  Looks
   up which of the forms of a word stand in LIBRARY at all, and leaves the
   others out.  ERR_NOT_FOUND names a collection that is not there.  */
bool expression_make (struct library *library, const struct query *query,
                      bool whole, struct expression *expression,
                      struct err *err);
void expression_clear (struct expression *expression);

#endif
