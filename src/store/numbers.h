/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The number index of the library: the quantities of all documents, sorted and
   filtered.  */
#ifndef STORE_NUMBERS_H
#define STORE_NUMBERS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/range.h"
#include "base/vec.h"
#include "book/document.h"
#include "number/decimal.h"
#include "number/quantity.h"
#include "store/library.h"

/* --- which -------------------------------------------------------------- */

/* VALUE sorts by the value in the base unit (or as stated, where there is no
   base), whatever that is; UNIT by base unit, then value; DATE and DOCUMENT by
   date or number of the document, then place.  The low bound counts, the high
   one where low is open; dates come behind all numbers.  */
enum number_order
{
  NUMBERS_BY_VALUE,
  NUMBERS_BY_DATE,
  NUMBERS_BY_UNIT,
  NUMBERS_BY_DOCUMENT,
  NUMBER_ORDERS
};

/* "value", "date", "unit", "document".  */
const char *number_order_name (enum number_order order);

/* A bound that a filter sets to the value that counts (above).  */
struct number_limit
{
  bool there;
  bool negative;
  bool strict; /* > or <, not >= or <= */
  struct decimal value;
};

enum { NUMBER_DATE = 16 };

struct number;

/* All zero (number_query_init) asks for all quantities by value.  */
struct number_query
{
  struct number_limit low;   /* of values as stated; where `base` is set, in */
  struct number_limit high;  /* that unit */
  char unit[UNIT_SYMBOL];    /* as stated: "t"; "" for any; "-" for none */
  char base[UNIT_SYMBOL];    /* all with the base unit of this one: "jin" finds
                                tons too; "" for any */
  int kind;                  /* enum quantity_kind; -1 for any */
  int side;                  /* enum side; -1 for both */
  char from[NUMBER_DATE];    /* the document's date, as far as it is given: */
  char until[NUMBER_DATE];   /* "1958", "1958-09"; both included; "" for any */
  char *words;               /* NULL, or words that must all stand in the
                                sentence; folded for comparing.  Owned */
  long long first_document;  /* only the documents of these numbers, both */
  long long last_document;   /* included; 0 for all */
  bool once;                 /* a quantity of the translation that faces one of
                                the original does not have a row of its own;
                                its words stand for the original's too */
  enum number_order order;
  bool backwards;            /* from the end, or before `after` */
  const struct number *after; /* NULL, or only what comes behind this row of an
                                 earlier answer of the same order */
  size_t limit;              /* at most so many; 0: all */
  bool yields;               /* given up where library_heed's key waits */
};

void number_query_init (struct number_query *query);
void number_query_clear (struct number_query *query);

/* Adds the words of the filter TEXT to QUERY, which is initialised:
     unit:t  base:kg  kind:percent  side:o  document:12  text:WORD
     =5  >=1e6  >1,000,000  <=2.5  <3  10..20   (10..20: both included)
     1958-09  1958..1960  1958-09..1958-11  1958-09..  ..1958-11
   A bare year is a date; a unit's name in either language (吨, tons) is that
   unit, as it is behind `unit:` and `base:`; what is none of these is a word
   that must stand in the sentence.  `unit:-` is "no unit".  ERR_USAGE names the word in WHERE and
   says what is wrong with it in DETAIL, for gettext; QUERY then holds what came
   before.  ERR_ENCODING: TEXT is not UTF-8.  */
bool number_query_parse (const char *text, struct number_query *query,
                         struct err *err);

/* --- what --------------------------------------------------------------- */

/* Document and place of a quantity within its document (from 1), as people
   write it: 12.34.  */
enum { NUMBER_PLACES = 1 << 24 };
static inline long long
number_id (long long document, long long place)
{
  return document * NUMBER_PLACES + place;
}
static inline long long
number_document (long long id)
{
  return id / NUMBER_PLACES;
}
static inline long long
number_place (long long id)
{
  return id % NUMBER_PLACES;
}

/* A row of the index.  No text is NULL.  */
struct number
{
  long long id;       /* number_id */
  long long document;
  char hash[DOCUMENT_HASH_SIZE];
  char *sort;         /* the document's place in the order by date */
  char *date;
  char *collection;
  char *path;
  char *title[SIDES];
  enum side side;
  struct range range; /* bytes of the side's text */
  size_t start, end;  /* the same in code points */
  size_t bead;
  enum quantity_kind kind;
  char low[QUANTITY_TEXT];  /* as quantity_low says */
  char high[QUANTITY_TEXT];
  char unit[UNIT_SYMBOL];
  char qualifier[QUANTITY_TEXT];
  char base_low[QUANTITY_TEXT];  /* as low, high and unit where there is no */
  char base_high[QUANTITY_TEXT]; /* base unit */
  char base_unit[UNIT_SYMBOL];
  char value[QUANTITY_TEXT]; /* what it is sorted by: value_key */
  long long facing;   /* id of the quantity that faces it; 0 where none does */
  char *surface;
  char *facing_surface; /* "" where none does */
  char *context;      /* its sentence, without the white space around it */
  struct range within; /* the surface in the context, in bytes */
};

struct numbers VEC (struct number);

void numbers_free (struct numbers *numbers);

/* What a note on NUMBER is on (anchor.subject): its bounds and its unit; the
   caller frees it.  */
char *number_subject (const struct number *number);

/* Appends the quantities that QUERY asks for to OUT.  False with ERR_NONE where
   that was given up: then OUT is empty, and it must be asked anew.  */
bool library_numbers (struct library *library,
                      const struct number_query *query, struct numbers *out,
                      struct err *err);

/* Calls EACH for every quantity that QUERY asks for, one after the other; it
   returns false to stop.  Nothing else may use LIBRARY meanwhile.  */
bool library_numbers_each (struct library *library,
                           const struct number_query *query,
                           bool (*each) (const struct number *number,
                                         void *data),
                           void *data, struct err *err);

/* A count that goes on piece by piece; all zero at the beginning.  */
struct number_tally
{
  long long count;    /* so far */
  bool done;
  long long document; /* internal: those up to this one are counted, */
  long long step;     /* and so many are next */
};

/* Counts on what QUERY asks for (after and limit left out), for some 10
   milliseconds: longer only where all of one unit are counted at once.  */
bool library_numbers_tally (struct library *library,
                            const struct number_query *query,
                            struct number_tally *tally, struct err *err);

/* Appends the quantity ID to OUT; ERR_NOT_FOUND.  */
bool library_number (struct library *library, long long id,
                     struct numbers *out, struct err *err);

/* The same number elsewhere: appends the quantities of other documents that
   fit QUERY and state a value of the same base unit and of a like kind that is
   equal to that of ID or overlaps it; no word of dates, which must be equal.
   ERR_NOT_FOUND where there is no quantity ID.  */
bool library_numbers_same (struct library *library, long long id,
                           const struct number_query *query,
                           struct numbers *out, struct err *err);

/* Puts the numbers of what was added into their order: to be called when a run
   of library_add ends.  Left out, the first question does it.  */
bool library_sort_numbers (struct library *library, struct err *err);

#endif
