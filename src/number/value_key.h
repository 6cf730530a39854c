/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact values as texts whose bytes sort as the values do: what a database
   sorts and compares without ever rounding.  */
#ifndef NUMBER_VALUE_KEY_H
#define NUMBER_VALUE_KEY_H

#include "number/quantity.h"

/* The key of what is out of range.  */
#define VALUE_KEY_BEYOND "3"

/* VALUE, or what lies as far below nought where NEGATIVE.  Negative values sort
   before 0, 0 before positive ones, and all before dates and times.  Returns
   TO.  */
char *value_key (struct decimal value, bool negative,
                 char to[QUANTITY_TEXT]);

/* The keys of both bounds of Q; "" for an open one.  */
char *value_key_low (const struct quantity *q, char to[QUANTITY_TEXT]);
char *value_key_high (const struct quantity *q, char to[QUANTITY_TEXT]);

/* The value of KEY as quantity_low shows it: "3270", "-1/3", "1958-09", "-" for
   "", "out-of-range".  False where KEY is none that value_key makes.  */
bool value_key_text (const char *key, char to[QUANTITY_TEXT]);

#endif
