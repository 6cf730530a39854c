/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The number index: reading its rows, with the words of the texts.  Internal to
   store/.  */
#ifndef STORE_NUMBERS_READ_H
#define STORE_NUMBERS_READ_H

#include "store/library_filter.h"
#include "store/library_private.h"
#include "store/numbers.h"

/* One use of the index, with the texts of the document seen last: rows that
   follow each other are often of one document.  */
struct reading
{
  struct library *library;
  const struct number_query *query;
  struct filter filter;
  long long document; /* whose texts these are; 0 for none */
  char *text[SIDES];
  size_t len[SIDES];
  struct numbers *out; /* NULL to count only */
  bool (*each) (const struct number *number, void *data); /* or NULL */
  void *data;
  long long found;
  struct err *err;
};

/* Frees what READING holds.  */
void reading_end (struct reading *reading);

/* Says that number ID is damaged.  Returns false.  */
bool reading_damaged (struct reading *reading, long long id);

/* Reads the texts of DOCUMENT, unless they are there.  */
bool reading_load (struct reading *reading, long long document);

/* Whether RANGE is one of whole characters of SIDE.  */
bool reading_fits (const struct reading *reading, enum side side,
                   struct range range);

/* The next two values of ROW as a range.  */
struct range row_range (struct row *row);

/* Appends the number ID to the answer.  */
bool reading_add (struct reading *reading, long long id);

#endif
