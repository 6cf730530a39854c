/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A term of a query as a phrase of FTS5.  Internal to store/.  */
#ifndef STORE_SEARCH_PHRASE_H
#define STORE_SEARCH_PHRASE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/vec.h"
#include "book/document.h"
#include "store/search_expression.h"

/* Whether a character is written on a side.  */
struct written
{
  unsigned cp;
  bool on[SIDES];
};

/* A question being made.  */
struct making
{
  struct library *library;
  const struct query *query;
  struct buf *out;    /* its text */
  bool apart;         /* the phrases of the two sides stand apart, so that
                         where one is found tells its side */
  bool without[SIDES]; /* tokens of the side are left out */
  bool characters;    /* for the index of characters, not for that of words */
  bool loose;         /* each form of a word may be a phrase of its own */
  bool prefixed;      /* a phrase of it ends with a beginning */
  size_t phrases;     /* so far */
  uint64_t uncounted; /* a bit for each phrase that is no occurrence */
  uint64_t of[SIDES]; /* APART: one for each that is of the side */
  size_t lookups;
  struct VEC (struct written) written; /* what was looked up of characters */
  struct err *err;
  bool failed;
};

/* Adds the LEN bytes at BYTES, inside double quotes.  */
void phrase_quote (struct buf *out, const char *bytes, size_t len);

/* Element I of TERM where it is a Chinese character; else NULL.  */
const struct element *phrase_han_at (const struct term *term, size_t i);

/* Whether the index of characters has TERM: one character of Chinese, or a short
   beginning of words.  */
bool phrase_is_character (const struct term *term);

/* Writes TERM; where one of its places has no token that stands in the library,
   one that stands nowhere.  A term of one place is written as its forms with OR
   between where M is loose: of one form alone FTS5 reads no positions.  */
void phrase_add (struct making *m, const struct term *term);

/* Whether an occurrence of TERM may overlap the next one, which the index counts
   and a reader does not: 人人 in 人人人.  Compares what was typed.  */
bool phrase_overlaps (const struct term *term);

#endif
