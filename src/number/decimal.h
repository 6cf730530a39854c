/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact numbers: a decimal, divided by a whole number where it is a fraction
   that no decimal can state (a third).  No floating point.  */
#ifndef NUMBER_DECIMAL_H
#define NUMBER_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* DIGITS * 10^EXPONENT / DIVISOR, never negative.  In its one form: DIGITS does
   not end in 0, DIVISOR shares no factor with DIGITS or 10; nought is 0 * 10^0
   / 1.  What does not fit the limits is out of range.  */
struct decimal
{
  uint64_t digits; /* below 10^18 */
  int exponent;    /* DECIMAL_LEAST to DECIMAL_MOST */
  uint32_t divisor; /* 1 to a million */
};

enum { DECIMAL_LEAST = -18, DECIMAL_MOST = 36, DECIMAL_DIVISOR = 1000000 };

#define DECIMAL_ZERO ((struct decimal) { 0, 0, 1 })

/* A small whole number (below 10^18).  */
struct decimal decimal_whole (uint64_t value);

/* Each puts its result at OUT, which may be an operand; false where it is out
   of range, and OUT is as it was.  */
bool decimal_make (uint64_t digits, int exponent, struct decimal *out);
bool decimal_add (struct decimal a, struct decimal b, struct decimal *out);
bool decimal_times (struct decimal a, struct decimal b, struct decimal *out);
bool decimal_scale (struct decimal a, int power, struct decimal *out);
bool decimal_divide (struct decimal a, uint64_t by, struct decimal *out);

/* BASE^POWER, where it is exact.  */
bool decimal_power (struct decimal base, int power, struct decimal *out);

/* A - B; false where B is larger or it is out of range.  */
bool decimal_minus (struct decimal a, struct decimal b, struct decimal *out);

/* Less than, equal to or greater than 0 as A is to B.  */
int decimal_compare (struct decimal a, struct decimal b);

static inline bool
decimal_is_zero (struct decimal a)
{
  return a.digits == 0;
}

/* Reads the LEN bytes of digits at TEXT, commas skipped, one point allowed.
   False where there is none, something else, or it is out of range.  */
bool decimal_read (const char *text, size_t len, struct decimal *out);

enum { DECIMAL_TEXT = 80 };

/* Writes A as "10700000", "0.5" or "1/3" with a NUL; returns TO.  */
char *decimal_text (struct decimal a, char to[DECIMAL_TEXT]);

#endif
