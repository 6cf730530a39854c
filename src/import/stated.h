/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an article states of itself at its head, and dates and pages read from
   how they are written there.  */
#ifndef IMPORT_STATED_H
#define IMPORT_STATED_H

#include <stdbool.h>
#include <stddef.h>

#include "base/range.h"

enum stated_key
{
  STATED_TITLE,
  STATED_AUTHOR,
  STATED_DATE,
  STATED_PAGE,
  STATED_COLUMN,
  STATED_KEYS
};

/* Places in the file's text; a value may be empty although it has its key.  */
struct stated
{
  bool has[STATED_KEYS];
  struct range value[STATED_KEYS];
};

/* The date in RANGE of TEXT in ISO 8601 (1958-10-24, or 1958-10 and 1958 where
   no more is said), from figures in that order with - / . or 年月日 between
   them, eight figures together, Chinese numerals with 年月日, or an English
   date with the month's name; figures may be full-width.  NULL where it is no
   date of the calendar.  The caller frees it.  */
char *stated_date (const char *text, struct range range);

/* The page in RANGE of TEXT: the number alone in ASCII figures where there is
   just one ("第２版()", "Page 2", "二"), else the words as they stand; NULL
   where there are none.  The caller frees it.  */
char *stated_page (const char *text, struct range range);

#endif
