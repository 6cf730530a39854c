/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first numbers by value whatever their unit.  Internal to store/.  */
#ifndef STORE_NUMBERS_VALUE_H
#define STORE_NUMBERS_VALUE_H

#include "store/numbers_find.h"

/* The first LIMIT ids that QUERY means, by value, to TAKE, which returns false to
   stop; all of them, piece by piece, where LIMIT is -1.  The numbers must be
   sorted (library_sort_numbers).  Of `number_sorted`, which is in the order of
   units, no more rows of a unit are read than are wanted, where QUERY has no
   further conditions.  */
bool numbers_by_value (struct library *library,
                       const struct number_query *query, long long limit,
                       bool (*take) (long long id, void *data), void *data,
                       struct err *err);

#endif
