/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was recognised, in one line, for the unit tests of number/.  */
#ifndef NUMBER_TEXT_H
#define NUMBER_TEXT_H

#include "number/recognise.h"

/* The quantities in the LEN bytes of TEXT in language LANG, in order, as
   "LOW..HIGH UNIT QUALIFIER KIND" parted by "; " (HIGH where it differs, UNIT
   and QUALIFIER where there are any, KIND where it is not cardinal), a second
   reading with "or " before it.  Checks that ranges are in order and inside.
   The caller frees it.  */
char *number_text (const char *lang, const char *text, size_t len);

/* A text and what number_text must say of it.  */
struct number_case
{
  const char *text;
  const char *want; /* NULL ends a table */
};

/* Checks the cases of TABLE.  */
void number_cases (const char *lang, const struct number_case *table);

#endif
