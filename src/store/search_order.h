/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of all documents by date.  Internal to store/.  */
#ifndef STORE_SEARCH_ORDER_H
#define STORE_SEARCH_ORDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct library;

/* Documents whose numbers lie in one block are looked at together.  */
enum { ORDER_BLOCK = 1024 };

struct order
{
  uint32_t *documents; /* their numbers, by date, page and path */
  size_t count;
  uint32_t *places;    /* of each number in DOCUMENTS; ORDER_NONE for none */
  size_t numbers;      /* one more than the greatest number */
  /* The first and the last place of all numbers from block B on (FIRST), or up
     to and with it (LAST).  */
  uint32_t *first_from;
  uint32_t *last_to;
  size_t blocks;
  uint32_t *lengths; /* of each number, in tokens; NULL before they are needed */
  size_t holders; /* who has not let it go */
  long long state; /* of the database when it was read */
};

#define ORDER_NONE UINT32_MAX

/* The order, or NULL with ERR filled.  The library keeps it as long as nothing
   is written; the caller lets it go with order_release.  */
struct order *order_of (struct library *library, struct err *err);
void order_release (struct order *order);

/* Fills in ORDER->lengths.  */
bool order_need_lengths (struct library *library, struct order *order,
                         struct err *err);

/* How many documents stand before the first whose place (document.sort) is not
   less than SORT; with AFTER before the first that does not begin with SORT and
   is greater.  Undated ones, which are the last, begin with "~".  */
bool order_find (struct library *library, const struct order *order,
                 const char *sort, bool after, size_t *place,
                 struct err *err);

#endif
