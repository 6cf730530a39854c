/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact values as texts that sort.

   A value above nought is "1", where its first digit stands (two digits, ORIGIN
   for the units), and its digits without the zeros at the end: 3270 is "1333" +
   "27".  So the longer of two that begin alike is the larger.  A fraction that
   no decimal states has PLACES digits, enough to tell any two values apart, and
   behind them "/" and its text.  Below nought "0" comes first, the digits are
   taken from 9 and "~" ends them, so that the longer one is the smaller.
   Dates and times begin with "2", what is out of range is "3".  */
#include "number/value_key.h"

#include <stdio.h>
#include <string.h>

#include "text/ascii.h"

__extension__ typedef unsigned __int128 wide;

/* Digits are below 10^18, exponents from -18 to 36, divisors to a million: the
   first digit stands from 10^-24 to 10^53.  Two fractions a/b and c/d differ by
   1/(bd), at least 10^-12 of the last place of 18 digits: 36 places part them. */
enum
{
  ORIGIN = 30,
  PLACES = 36
};

#define ZERO "1000"
#define DATE '2'

/* Writes the first PLACES digits of A / DIVISOR, which is not 0, to DIGITS;
   returns where the first one stands.  */
static int
divide (struct decimal a, char digits[PLACES + 1])
{
  wide rest = a.digits;
  int at = a.exponent;
  /* The first digit: DIVISOR <= REST < 10 * DIVISOR.  */
  wide by = a.divisor;
  for (; rest >= by * 10; at++)
    by *= 10;
  for (; rest < by; at--)
    rest *= 10;
  for (int i = 0; i < PLACES; i++)
    {
      digits[i] = (char) ('0' + (int) (rest / by));
      rest = rest % by * 10;
    }
  digits[PLACES] = '\0';
  return at;
}

/* The same for a decimal, whose digits do not end in 0.  */
static int
write_whole (struct decimal a, char digits[PLACES + 1])
{
  char turned[PLACES];
  int len = 0;
  for (uint64_t rest = a.digits; rest > 0 || len == 0; rest /= 10)
    turned[len++] = (char) ('0' + (int) (rest % 10));
  for (int i = 0; i < len; i++)
    digits[i] = turned[len - 1 - i];
  digits[len] = '\0';
  return a.exponent + len - 1;
}

/* Turns the digits of KEY so that what is larger sorts first.  */
static void
turn (char *key)
{
  for (; ascii_is_digit ((unsigned char) *key); key++)
    *key = (char) ('0' + ('9' - *key));
}

char *
value_key (struct decimal value, bool negative, char to[QUANTITY_TEXT])
{
  char digits[PLACES + 1], text[DECIMAL_TEXT];
  if (decimal_is_zero (value))
    return strcpy (to, ZERO);
  bool divided = value.divisor > 1;
  int at = divided ? divide (value, digits) : write_whole (value, digits);
  to[0] = negative ? '0' : '1';
  to[1] = (char) ('0' + (at + ORIGIN) / 10);
  to[2] = (char) ('0' + (at + ORIGIN) % 10);
  strcpy (to + 3, digits);
  if (negative)
    {
      turn (to + 1);
      strcat (to, "~");
    }
  if (divided)
    {
      decimal_text (value, text);
      strcat (to, "/");
      strncat (to, text, QUANTITY_TEXT - strlen (to) - 1);
    }
  return to;
}

static bool
is_moment (const struct quantity *q)
{
  return q->kind == QUANTITY_DATE || q->kind == QUANTITY_TIME;
}

/* The key of a bound of Q whose text, as tables show it, is TEXT.  */
static char *
bound_key (const struct quantity *q, bool there, struct decimal value,
           const char *text, char to[QUANTITY_TEXT])
{
  if (q->beyond)
    return strcpy (to, VALUE_KEY_BEYOND);
  if (!there)
    return strcpy (to, "");
  if (!is_moment (q))
    return value_key (value, q->negative, to);
  snprintf (to, QUANTITY_TEXT, "%c%.*s", DATE, QUANTITY_TEXT - 2, text);
  return to;
}

char *
value_key_low (const struct quantity *q, char to[QUANTITY_TEXT])
{
  char text[QUANTITY_TEXT];
  return bound_key (q, q->negative ? q->has_high : q->has_low,
                    q->negative ? q->high : q->low,
                    is_moment (q) ? quantity_low (q, text) : "", to);
}

char *
value_key_high (const struct quantity *q, char to[QUANTITY_TEXT])
{
  char text[QUANTITY_TEXT];
  return bound_key (q, q->negative ? q->has_low : q->has_high,
                    q->negative ? q->low : q->high,
                    is_moment (q) ? quantity_high (q, text) : "", to);
}

/* The value of the digits DIGITS, the first of which stands at AT.  */
static bool
digits_text (const char *digits, int at, char to[QUANTITY_TEXT])
{
  struct decimal value;
  char text[DECIMAL_TEXT];
  size_t len = strlen (digits);
  if (len == 0 || len > 18 || !decimal_read (digits, len, &value)
      || !decimal_scale (value, at - (int) len + 1, &value))
    return false;
  strcpy (to, decimal_text (value, text));
  return true;
}

/* KEY, from the place of its first digit on, turned back where NEGATIVE.  */
static bool
number_text (const char *key, bool negative, char to[QUANTITY_TEXT])
{
  char digits[QUANTITY_TEXT];
  snprintf (digits, sizeof digits, "%s", key);
  if (negative)
    turn (digits);
  size_t len = strspn (digits, "0123456789");
  if (len < 3 || (negative && digits[len] != '~'))
    return false;
  const char *behind = digits + len + negative;
  if (*behind == '/' && behind[1])
    {
      snprintf (to, QUANTITY_TEXT, "%s", behind + 1);
      return true;
    }
  int at = (digits[0] - '0') * 10 + (digits[1] - '0') - ORIGIN;
  bool whole = *behind == '\0';
  digits[len] = '\0';
  return whole && digits_text (digits + 2, at, to);
}

bool
value_key_text (const char *key, char to[QUANTITY_TEXT])
{
  if (strlen (key) >= QUANTITY_TEXT)
    return false;
  if (!*key)
    strcpy (to, "-");
  else if (strcmp (key, ZERO) == 0)
    strcpy (to, "0");
  else if (strcmp (key, VALUE_KEY_BEYOND) == 0)
    strcpy (to, "out-of-range");
  else if (*key == DATE)
    strcpy (to, key + 1);
  else if (*key == '0' || *key == '1')
    {
      bool negative = *key == '0';
      to[0] = '-';
      return number_text (key + 1, negative, to + negative);
    }
  else
    return false;
  return true;
}
