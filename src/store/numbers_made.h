/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A statement about numbers being put together, and its conditions.  The key of a
   number (side, kind, facing, base_unit, value) is `k` there, the rest of it `n`,
   its document `d`.  Internal to store/.  */
#ifndef STORE_NUMBERS_MADE_H
#define STORE_NUMBERS_MADE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "store/library_private.h"
#include "store/numbers_find.h"

/* No condition binds more than two values, and there are about a dozen.  */
enum { MAKING_BOUND = 32 };

/* All zero but `sql` is the beginning; what is bound must live until the
   statement ran.  */
struct making
{
  struct buf sql;
  struct
  {
    const char *text; /* or NULL */
    long long number;
  } bound[MAKING_BOUND];
  size_t count;
  bool where; /* a condition stands there already */
  char low[QUANTITY_TEXT];
  char high[QUANTITY_TEXT];
  char until[NUMBER_DATE + 1];
};

/* Binds the next value.  */
void making_text (struct making *m, const char *text);
void making_number (struct making *m, long long number);

/* Adds CONDITION, which all must meet.  */
void making_condition (struct making *m, const char *condition);

/* Adds what QUERY and LIKE (may be NULL) ask for; words, order, limit and
   `after` are not among it.  */
void making_conditions (struct making *m, const struct number_query *query,
                        const struct number_like *like);

/* Whether a condition of those asks for `n`, or for `d`.  */
bool making_needs_rest (const struct number_query *query,
                        const struct number_like *like);
bool making_needs_document (const struct number_query *query);

/* Fills in what M binds, in its order.  */
void making_bind (struct row *row, const struct making *m);

/* The statement with all that is bound; release with row_drop.  */
struct row making_row (struct library *library, const struct making *m);

#endif
