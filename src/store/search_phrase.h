/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A term of a query as a phrase of FTS5.  Internal to store/.  */
#ifndef STORE_SEARCH_PHRASE_H
#define STORE_SEARCH_PHRASE_H

#include <stdbool.h>
#include <stddef.h>

#include "store/search_expression.h"

/* An expression being made.  */
struct making
{
  struct library *library;
  const struct query *query;
  struct expression *expression;
  struct buf *out;  /* words or characters of it */
  bool characters;  /* which of them */
  size_t phrases;
  size_t lookups;
  struct err *err;
  bool failed;
};

/* Adds the LEN bytes at BYTES, inside double quotes.  */
void phrase_quote (struct buf *out, const char *bytes, size_t len);

/* Element I of TERM where it is a Chinese character; else NULL.  */
const struct element *phrase_han_at (const struct term *term, size_t i);

/* Writes TERM; where one of its places has no token that stands in the library,
   one that stands nowhere.  */
void phrase_add (struct making *m, const struct term *term);

#endif
