/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers in figures and words.  */
#include "align/figure.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "base/utf8.h"

/* What a word does to the number that is being read.  */
struct part
{
  const char *text;
  double value; /* below 10: a digit; a power of ten: a multiplier */
};

/* What the character CP does; -1: nothing.  */
static double
han_effect (unsigned cp)
{
  switch (cp)
    {
    case U'〇': case U'零':
      return 0;
    case U'一':
      return 1;
    case U'二': case U'两': case U'兩':
      return 2;
    case U'三':
      return 3;
    case U'四':
      return 4;
    case U'五':
      return 5;
    case U'六':
      return 6;
    case U'七':
      return 7;
    case U'八':
      return 8;
    case U'九':
      return 9;
    case U'十':
      return 10;
    case U'廿':
      return 20;
    case U'卅':
      return 30;
    case U'百':
      return 100;
    case U'千':
      return 1000;
    case U'万': case U'萬':
      return 1e4;
    case U'亿': case U'億':
      return 1e8;
    default:
      return -1;
    }
}

static const struct part english_parts[] = {
  { "one", 1 },          { "two", 2 },        { "three", 3 },
  { "four", 4 },         { "five", 5 },       { "six", 6 },
  { "seven", 7 },        { "eight", 8 },      { "nine", 9 },
  { "ten", 10 },         { "eleven", 11 },    { "twelve", 12 },
  { "thirteen", 13 },    { "fourteen", 14 },  { "fifteen", 15 },
  { "sixteen", 16 },     { "seventeen", 17 }, { "eighteen", 18 },
  { "nineteen", 19 },    { "twenty", 20 },    { "thirty", 30 },
  { "forty", 40 },       { "fifty", 50 },     { "sixty", 60 },
  { "seventy", 70 },     { "eighty", 80 },    { "ninety", 90 },
  { "hundred", 100 },    { "thousand", 1e3 }, { "million", 1e6 },
  { "billion", 1e9 },    { NULL, 0 },
};

static const char *const months[]
  = { "january",   "february", "march",    "april",
      "may",       "june",     "july",     "august",
      "september", "october",  "november", "december" };

static uint32_t
value_key (double value)
{
  uint64_t key = (uint64_t) (fmin (value, 1e15) * 1000 + 0.5);
  key *= 0x9e3779b97f4a7c15u;
  return (uint32_t) (key >> 33) | 1;
}

static uint32_t
month_key (int month)
{
  return (uint32_t) (month + 1) << 1;
}

/* What the character at AT, of three bytes, does; -1: nothing.  */
static double
han_part (const char *text, size_t at, size_t end)
{
  if (end - at < 3 || (text[at] & 0xF0) != 0xE0)
    return -1;
  return han_effect (utf8_next (text, end, &at));
}

/* The digit 0 to 9 at *AT, ASCII or fullwidth, and *AT behind it; else -1.  */
static int
digit_at (const char *text, size_t *at, size_t end)
{
  if (*at < end && isdigit ((unsigned char) text[*at]))
    return text[(*at)++] - '0';
  if (end - *at >= 3 && memcmp (text + *at, "\xef\xbc", 2) == 0
      && (unsigned char) text[*at + 2] >= 0x90
      && (unsigned char) text[*at + 2] <= 0x99)
    {
      *at += 3;
      return (unsigned char) text[*at - 1] - 0x90;
    }
  return -1;
}

/* Behind a separator of figures at AT that a digit follows; else AT.  */
static size_t
skip_separator (const char *text, size_t at, size_t end, bool *point)
{
  static const char *const marks[] = { ",", ".", "，", "．", "·" };
  for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
    {
      size_t len = strlen (marks[k]), behind = at + len;
      if (end - at > len && memcmp (text + at, marks[k], len) == 0)
        {
          size_t digit = behind;
          if (digit_at (text, &digit, end) < 0)
            return at;
          *point = k % 2 == 1 || k == 4;
          return behind;
        }
    }
  return at;
}

/* Multiplies *VALUE by the Chinese powers of ten at AT; where they end.  */
static size_t
han_powers (const char *text, size_t at, size_t end, double *value)
{
  for (double power; (power = han_part (text, at, end)) >= 100; at += 3)
    *value *= power;
  return at;
}

/* The length of the English word at AT.  */
static size_t
word_len (const char *text, size_t at, size_t end)
{
  size_t len = 0;
  while (at + len < end && isalpha ((unsigned char) text[at + len]))
    len++;
  return len;
}

static const struct part *
english_part (const char *text, size_t at, size_t len)
{
  enum { LONGEST = 9 };
  if (len < 3 || len > LONGEST)
    return NULL;
  char first = (char) (text[at] | 0x20);
  for (const struct part *p = english_parts; p->text; p++)
    if (*p->text == first && strncasecmp (text + at, p->text, len) == 0
        && p->text[len] == '\0')
      return p;
  return NULL;
}

/* Whether the Chinese character before MONTH's sign at AT.  */
static bool
month_follows (const char *text, size_t at, size_t end)
{
  return end - at >= 3 && memcmp (text + at, "月", 3) == 0;
}

static void
figure_set (struct figure *figure, double value, bool plain, bool month)
{
  bool named = month && value >= 1 && value <= 12;
  figure->key = named ? month_key ((int) value) : value_key (value);
  figure->plain = plain || named;
}

static bool
read_digits (const char *text, size_t at, size_t end, struct figure *figure,
             size_t *next)
{
  double value = 0, place = 1;
  bool point = false, fraction = false;
  for (int digit; (digit = digit_at (text, &at, end)) >= 0;)
    {
      if (fraction)
        value += digit * (place /= 10);
      else
        value = value * 10 + digit;
      size_t behind = skip_separator (text, at, end, &point);
      if (behind > at && point && fraction)
        break;
      fraction = fraction || (behind > at && point);
      at = behind;
    }
  at = han_powers (text, at, end, &value);
  size_t word = at + (at < end && text[at] == ' ');
  const struct part *p = english_part (text, word, word_len (text, word, end));
  if (p && p->value >= 100)
    {
      value *= p->value;
      at = word + strlen (p->text);
    }
  figure_set (figure, value, true, month_follows (text, at, end));
  *next = at;
  return true;
}

/* Whether the characters of a Chinese number say it digit by digit.  */
static double
han_value (const char *text, size_t at, size_t end)
{
  double whole = 0, part = 0, digit = 0;
  bool spelt = true;
  for (size_t k = at; k < end; k += 3)
    spelt = spelt && han_part (text, k, end) < 10;
  for (; at < end; at += 3)
    {
      double v = han_part (text, at, end);
      if (spelt)
        digit = digit * 10 + v;
      else if (v < 10)
        digit = v;
      else if (v < 1e4)
        {
          bool tens = v == 20 || v == 30;
          part += tens ? v : (digit > 0 ? digit : 1) * v;
          digit = 0;
        }
      else
        {
          whole = (whole + part + digit) * v;
          part = digit = 0;
        }
    }
  return whole + part + digit;
}

static bool
read_han (const char *text, size_t at, size_t end, struct figure *figure,
          size_t *next)
{
  static const char percent[] = "百分之";
  size_t from = at;
  if (end - at > 9 && memcmp (text + at, percent, 9) == 0)
    from = at += 9;
  while (han_part (text, at, end) >= 0)
    at += 3;
  *next = at;
  bool month = month_follows (text, at, end);
  if (at - from < 6 && !(month && at > from))
    return false;
  figure_set (figure, han_value (text, from, at), false, month);
  return true;
}

static bool
read_english (const char *text, size_t at, size_t end, struct figure *figure,
              size_t *next)
{
  double whole = 0, part = 0;
  size_t len = word_len (text, at, end);
  const struct part *p = english_part (text, at, len);
  bool capital = isupper ((unsigned char) text[at]);
  for (int m = 0; capital && !p && m < 12; m++)
    if (*months[m] == (text[at] | 0x20) && strlen (months[m]) == len
        && strncasecmp (text + at, months[m], len) == 0)
      {
        figure_set (figure, m + 1, true, true);
        *next = at + len;
        return true;
      }
  if (!p || p->value >= 100)
    return false;
  for (size_t word = at; p; p = english_part (text, word, len))
    {
      if (p->value < 100)
        part += p->value;
      else if (p->value > 100)
        {
          whole += fmax (1, part) * p->value;
          part = 0;
        }
      else
        part = fmax (1, part) * p->value;
      *next = word += len;
      if (word < end && (text[word] == ' ' || text[word] == '-'))
        word++;
      len = word_len (text, word, end);
      if (len == 3 && strncasecmp (text + word, "and", 3) == 0
          && word + 4 < end
          && english_part (text, word + 4, word_len (text, word + 4, end)))
        {
          word += 4;
          len = word_len (text, word, end);
        }
    }
  if (whole + part < 10)
    return false;
  figure_set (figure, whole + part, false, false);
  return true;
}

/* Whether a figure may begin with the byte C: a digit, the first letter of a number
   or, as a capital, of a month, or anything that is not ASCII.  */
static inline bool
may_begin (unsigned char c)
{
  static const uint32_t number
    = 1u << ('b' - 'a') | 1u << ('e' - 'a') | 1u << ('f' - 'a')
      | 1u << ('h' - 'a') | 1u << ('m' - 'a') | 1u << ('n' - 'a')
      | 1u << ('o' - 'a') | 1u << ('s' - 'a') | 1u << ('t' - 'a');
  static const uint32_t month
    = 1u << ('a' - 'a') | 1u << ('d' - 'a') | 1u << ('j' - 'a');
  if (c >= 'a' && c <= 'z')
    return number >> (c - 'a') & 1;
  if (c >= 'A' && c <= 'Z')
    return (number | month) >> (c - 'A') & 1;
  return c >= 0x80 || (c >= '0' && c <= '9');
}

bool
figure_read (const char *text, size_t at, size_t end, struct figure *figure,
             size_t *next)
{
  size_t digit = at;
  if (!may_begin ((unsigned char) text[at]))
    {
      *next = at + 1;
      return false;
    }
  if (digit_at (text, &digit, end) >= 0)
    return read_digits (text, at, end, figure, next);
  if (han_part (text, at, end) >= 0 && read_han (text, at, end, figure, next))
    return true;
  if (isalpha ((unsigned char) text[at])
      && read_english (text, at, end, figure, next))
    return true;
  *next = at;
  utf8_next (text, end, next);
  return false;
}
