/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact numbers.  */
#include "number/decimal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/ascii.h"

__extension__ typedef unsigned __int128 wide;

#define DIGITS_END ((uint64_t) 1000000000000000000)

struct decimal
decimal_whole (uint64_t value)
{
  struct decimal out = DECIMAL_ZERO;
  decimal_make (value, 0, &out);
  return out;
}

static wide
common_factor (wide a, wide b)
{
  while (b)
    {
      wide rest = a % b;
      a = b;
      b = rest;
    }
  return a;
}

/* Brings DIGITS * 10^EXPONENT / DIVISOR into its one form.  */
static bool
settle (wide digits, int exponent, wide divisor, struct decimal *out)
{
  if (digits == 0)
    {
      *out = DECIMAL_ZERO;
      return true;
    }
  wide common = common_factor (digits, divisor);
  digits /= common;
  divisor /= common;
  while (digits % 10 == 0)
    {
      digits /= 10;
      exponent++;
    }
  if (digits >= DIGITS_END || exponent < DECIMAL_LEAST
      || exponent > DECIMAL_MOST || divisor > DECIMAL_DIVISOR)
    return false;
  out->digits = (uint64_t) digits;
  out->exponent = exponent;
  out->divisor = (uint32_t) divisor;
  return true;
}

bool
decimal_make (uint64_t digits, int exponent, struct decimal *out)
{
  return settle (digits, exponent, 1, out);
}

bool
decimal_scale (struct decimal a, int power, struct decimal *out)
{
  return settle (a.digits, a.exponent + power, a.divisor, out);
}

bool
decimal_times (struct decimal a, struct decimal b, struct decimal *out)
{
  return settle ((wide) a.digits * b.digits, a.exponent + b.exponent,
                 (wide) a.divisor * b.divisor, out);
}

/* Brings both to one exponent and divisor: their digits, or false.  */
static bool
level (struct decimal *a, struct decimal *b, wide digits[2])
{
  digits[0] = (wide) a->digits * b->divisor;
  digits[1] = (wide) b->digits * a->divisor;
  int less = a->exponent < b->exponent ? 0 : 1;
  struct decimal *high = less == 0 ? b : a;
  int down = less == 0 ? a->exponent : b->exponent;
  for (; high->exponent > down && digits[1 - less]; high->exponent--)
    {
      if (digits[1 - less] >= (wide) DIGITS_END * 1000000000000000000)
        return false;
      digits[1 - less] *= 10;
    }
  high->exponent = down;
  return true;
}

bool
decimal_add (struct decimal a, struct decimal b, struct decimal *out)
{
  wide digits[2];
  if (decimal_is_zero (a) || decimal_is_zero (b))
    {
      *out = decimal_is_zero (a) ? b : a;
      return true;
    }
  return level (&a, &b, digits)
         && settle (digits[0] + digits[1], a.exponent,
                    (wide) a.divisor * b.divisor, out);
}

bool
decimal_power (struct decimal base, int power, struct decimal *out)
{
  struct decimal value = decimal_whole (1);
  for (int i = abs (power); i > 0; i--)
    if (!decimal_times (value, base, &value))
      return false;
  if (power < 0)
    {
      struct decimal over = value;
      if (!decimal_make (over.divisor, -over.exponent, &value)
          || !decimal_divide (value, over.digits, &value))
        return false;
    }
  *out = value;
  return true;
}

bool
decimal_minus (struct decimal a, struct decimal b, struct decimal *out)
{
  wide digits[2];
  if (decimal_compare (a, b) < 0)
    return false;
  if (decimal_is_zero (b))
    {
      *out = a;
      return true;
    }
  return level (&a, &b, digits)
         && settle (digits[0] - digits[1], a.exponent,
                    (wide) a.divisor * b.divisor, out);
}

bool
decimal_divide (struct decimal a, uint64_t by, struct decimal *out)
{
  wide digits = a.digits;
  int exponent = a.exponent;
  if (by == 0 || by > DECIMAL_DIVISOR)
    return false;
  for (; by % 2 == 0; by /= 2, exponent--)
    digits *= 5;
  for (; by % 5 == 0; by /= 5, exponent--)
    digits *= 2;
  return settle (digits, exponent, (wide) by * a.divisor, out);
}

/* How many decimal digits A has.  */
static int
digits_of (wide a)
{
  int count = 0;
  for (; a; a /= 10)
    count++;
  return count;
}

int
decimal_compare (struct decimal a, struct decimal b)
{
  wide x = (wide) a.digits * b.divisor, y = (wide) b.digits * a.divisor;
  if (a.exponent == b.exponent)
    return (x > y) - (x < y);
  if (x == 0 || y == 0)
    return (x > 0) - (y > 0);
  int size = digits_of (x) + a.exponent - digits_of (y) - b.exponent;
  if (size != 0)
    return size;
  /* As long as each other: the one with fewer digits can be filled up.  */
  for (; a.exponent > b.exponent; a.exponent--)
    x *= 10;
  for (; b.exponent > a.exponent; b.exponent--)
    y *= 10;
  return (x > y) - (x < y);
}

bool
decimal_read (const char *text, size_t len, struct decimal *out)
{
  uint64_t digits = 0;
  int exponent = 0, zeros = 0;
  bool point = false, any = false;
  for (size_t i = 0; i < len; i++)
    {
      if (text[i] == ',')
        continue;
      if (text[i] == '.' && !point)
        {
          point = true;
          continue;
        }
      if (!ascii_is_digit ((unsigned char) text[i]))
        return false;
      any = true;
      exponent -= point;
      zeros++;
      if (text[i] == '0')
        continue;
      /* The zeros before this digit count only now that one follows.  */
      for (; zeros > 1 && digits; zeros--)
        {
          if (digits >= DIGITS_END / 10)
            return false;
          digits *= 10;
        }
      if (digits >= DIGITS_END / 10)
        return false;
      digits = digits * 10 + (uint64_t) (text[i] - '0');
      zeros = 0;
    }
  return any && decimal_make (digits, exponent + zeros, out);
}

/* Writes DIGITS with DOWN of them behind the point.  */
static void
write_digits (uint64_t digits, int down, char to[DECIMAL_TEXT])
{
  char all[32];
  int len = snprintf (all, sizeof all, "%llu", (unsigned long long) digits);
  if (down >= len)
    snprintf (to, DECIMAL_TEXT, "0.%.*s%s", down - len, "00000000000000000000",
              all);
  else
    snprintf (to, DECIMAL_TEXT, "%.*s.%s", len - down, all, all + len - down);
}

char *
decimal_text (struct decimal a, char to[DECIMAL_TEXT])
{
  static const char zeros[] = "000000000000000000000000000000000000";
  uint64_t below = a.divisor;
  if (a.divisor == 1 && a.exponent < 0)
    {
      write_digits (a.digits, -a.exponent, to);
      return to;
    }
  for (int e = a.exponent; e < 0 && below < DIGITS_END / 10; e++)
    below *= 10;
  uint64_t common = (uint64_t) common_factor (a.digits, below);
  size_t len = (size_t) snprintf (to, DECIMAL_TEXT, "%llu%.*s",
                                  (unsigned long long) (a.digits / common),
                                  a.exponent > 0 ? a.exponent : 0, zeros);
  if (below / common > 1)
    snprintf (to + len, DECIMAL_TEXT - len, "/%llu",
              (unsigned long long) (below / common));
  return to;
}
