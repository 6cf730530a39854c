/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a quantity of the translation answers to one of the original.  */
#ifndef COLLATE_COMPARE_H
#define COLLATE_COMPARE_H

#include "number/quantity.h"

/* The nearer the first.  */
enum relation
{
  RELATION_SAME,      /* value and unit */
  RELATION_EQUAL,     /* value; the units may answer to each other */
  RELATION_CONVERTED, /* in another unit or kind */
  RELATION_PRECISION, /* the same number, qualified otherwise */
  RELATION_UNIT,      /* the same number of another unit */
  RELATION_SUPPLIED,  /* a date that says more */
  RELATION_MULTIPLE,  /* multiples that may be meant to be the same */
  RELATION_CONFUSED,  /* off by a power of ten, digits changed */
  RELATION_OTHER,     /* another value of the same unit or kind */
  RELATIONS           /* nothing to do with each other */
};

/* Quantities that are readings of the same words: one, or two.  */
struct reading
{
  const struct quantity *first;
  const struct quantity *second; /* NULL where there is none */
};

/* The nearest relation of any two readings of O, in Chinese, and T, in
   English.  */
enum relation compare (const struct reading *o, const struct reading *t);

/* The number that Q states: its low bound, or its high one where that is
   open.  */
struct decimal quantity_stated (const struct quantity *q);

/* The power of ten, not 0, that T is off from O by, for numbers with the same
   digits; else 0.  */
int power_between (struct decimal o, struct decimal t);

/* Whether the digits of O and T are the same in another order.  */
bool digits_moved (struct decimal o, struct decimal t);

#endif
