/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A quantity: a span of a text that states an amount or a date.  */
#ifndef NUMBER_QUANTITY_H
#define NUMBER_QUANTITY_H

#include <stdbool.h>

#include "base/range.h"
#include "base/vec.h"
#include "number/decimal.h"

enum quantity_kind
{
  QUANTITY_CARDINAL,
  QUANTITY_PERCENT,
  QUANTITY_MULTIPLE,
  QUANTITY_FRACTION,
  QUANTITY_ORDINAL,
  QUANTITY_DATE,
  QUANTITY_TIME,  /* of the day */
  QUANTITY_VAGUE, /* 成千上万, "dozens" */
  QUANTITY_KINDS
};

enum qualifier
{
  QUALIFIER_NONE,
  QUALIFIER_OVER,  /* 多, 余, "more than": low bound only */
  QUALIFIER_ABOUT, /* 约, 左右, "around" */
  QUALIFIER_NEAR,  /* 近, "nearly": high bound only, and not far below it */
  QUALIFIER_UNDER, /* 不到, "less than": high bound only */
  QUALIFIER_LEAST, /* 以上, 至少, "at least": low bound only, included */
  QUALIFIER_MOST,  /* 以下, 以内, "at most": high bound only, included */
  QUALIFIER_REACH, /* 达, "up to", "as many as": the value is reached */
  QUALIFIER_SOME,  /* 几百, "several hundred" */
  QUALIFIER_EXACT, /* 整, "exactly" */
  QUALIFIERS
};

/* What a multiple says: grown by so many times, or to so many times.  */
enum sense
{
  SENSE_NONE,
  SENSE_INCREASE,
  SENSE_RATIO
};

/* A date as far as it is stated; 0 (hour and minute: -1) for what is not.  */
struct moment
{
  short year;
  signed char month;
  signed char day;
  signed char hour;
  signed char minute;
};

#define MOMENT_NONE ((struct moment) { 0, 0, 0, -1, -1 })

enum { UNIT_SYMBOL = 24 };

struct quantity
{
  struct range range;        /* all of it: qualifier, number, unit */
  struct range unit_range;   /* the unit as printed; may be empty */
  enum quantity_kind kind;
  enum qualifier qualifier;
  enum sense sense;          /* of a multiple */
  bool has_low;              /* else the low bound is open */
  bool has_high;
  bool beyond;               /* out of range: no bounds */
  bool negative;             /* 负: both bounds are below nought */
  bool alternative;          /* another reading of the quantity before it */
  bool weak;                 /* may well be an article or idiom: 一个, "one" */
  bool shared;               /* its unit stands with another number */
  struct decimal low;        /* without its sign, as the next two are */
  struct decimal high;
  /* For comparing: an amount with QUALIFIER_OVER lies below this (多 and 余
     reach up to the next unit of their place); 0 where that is not known.  */
  struct decimal reach;
  struct moment from;        /* of dates: the first and last day, month, year */
  struct moment to;
  char unit[UNIT_SYMBOL];    /* canonical: a symbol of unit.h, else an English
                                noun ("furnace"); "" where there is none */
};

struct quantities VEC (struct quantity);

/* The names used in tables: "cardinal", "over", "increase"; "" for none.  */
const char *quantity_kind_name (enum quantity_kind kind);
const char *qualifier_name (enum qualifier qualifier);
const char *sense_name (enum sense sense);

enum { QUANTITY_TEXT = 96 };

/* A bound as tables show it: "3270", "-" where it is open, "out-of-range";
   dates as far as they are stated: "1958-09-04", "--09-04", "---04", times
   "T08:30".  Returns TO.  */
char *quantity_low (const struct quantity *q, char to[QUANTITY_TEXT]);
char *quantity_high (const struct quantity *q, char to[QUANTITY_TEXT]);

/* Both senses of the qualifier: "increase,about"; "" for none.  */
char *quantity_qualifier (const struct quantity *q, char to[QUANTITY_TEXT]);

/* The bounds of Q in its base unit; false where it has no measure of unit.h or
   the value gets out of range.  OUT->unit is the base unit's symbol.  */
bool quantity_base (const struct quantity *q, struct quantity *out);

#endif
