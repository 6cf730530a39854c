/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates and pages as the head of an article states them.  */
#include "import/stated.h"

#include <string.h>

#include "base/mem.h"
#include "base/space.h"
#include "base/utf8.h"
#include "import/source_line.h"

/* A place in a date that is being read.  */
struct reader
{
  const char *text;
  size_t at;
  size_t end;
};

/* The value of a figure, ASCII, full-width or Chinese; 10 for 十; -1 else.  */
static int
figure (unsigned cp)
{
  static const unsigned han[] = { 0x96F6, 0x4E00, 0x4E8C, 0x4E09, 0x56DB,
                                  0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D,
                                  0x5341 };
  if (cp >= '0' && cp <= '9')
    return (int) (cp - '0');
  if (cp >= 0xFF10 && cp <= 0xFF19)
    return (int) (cp - 0xFF10);
  if (cp == 0x3007 || cp == 0x25CB)
    return 0;
  for (int i = 0; i < (int) (sizeof han / sizeof *han); i++)
    if (cp == han[i])
      return i;
  return -1;
}

static unsigned
peek (const struct reader *r)
{
  size_t at = r->at;
  return at < r->end ? utf8_next (r->text, r->end, &at) : 0;
}

static void
skip (struct reader *r)
{
  if (r->at < r->end)
    utf8_next (r->text, r->end, &r->at);
}

static void
skip_spaces (struct reader *r)
{
  r->at = space_skip (r->text, r->at, r->end);
}

/* The number at R, at most MOST figures; -1 where there is none.  二十三 and
   一九五八 are read alike: 十 makes tens of what stands before it.  */
static int
number (struct reader *r, int most)
{
  int value = 0, figures = 0;
  bool tens = false;
  for (int f; figures < most && (f = figure (peek (r))) >= 0; figures++)
    {
      if (f == 10)
        {
          value = 10 * (figures ? value : 1);
          tens = true;
        }
      else
        value = tens ? value + f : 10 * value + f;
      skip (r);
    }
  return figures ? value : -1;
}

static bool
is_date (int year, int month, int day)
{
  static const int days[]
    = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1
      || day > days[month - 1])
    return false;
  bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month != 2 || day < 29 || leap;
}

/* Moves behind what stands between the figures of a date and returns it; 0
   where nothing does.  */
static unsigned
skip_between (struct reader *r)
{
  static const unsigned marks[] = { '-',    '/',    '.',    0x5E74, 0x6708,
                                    0x2013, 0x2014, 0x2212, 0xFF0D, 0xFF0E,
                                    0xFF0F };
  skip_spaces (r);
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (peek (r) == marks[i])
      {
        skip (r);
        skip_spaces (r);
        return marks[i];
      }
  return 0;
}

/* Whether R is at the end of a date, a sign for the day or the end.  */
static bool
at_end (struct reader *r)
{
  skip_spaces (r);
  if (peek (r) == 0x65E5 || peek (r) == 0x53F7)
    skip (r);
  skip_spaces (r);
  return r->at == r->end;
}

/* 19581024.  */
static char *
date_together (struct reader r)
{
  int year = number (&r, 4), month = number (&r, 2), day = number (&r, 2);
  return at_end (&r) && is_date (year, month, day)
           ? mem_format ("%04d-%02d-%02d", year, month, day)
           : NULL;
}

/* Year first: 1958-10-24, 1958年10月24日, 1958-10, 1958年.  */
static char *
date_of_figures (struct reader r)
{
  int year = number (&r, 4);
  unsigned mark = skip_between (&r);
  if (at_end (&r) && is_date (year, 1, 1) && (!mark || mark == 0x5E74))
    return mem_format ("%04d", year);
  if (!mark)
    return NULL;
  int month = number (&r, 3);
  mark = skip_between (&r);
  if (at_end (&r) && is_date (year, month, 1) && (!mark || mark == 0x6708))
    return mem_format ("%04d-%02d", year, month);
  if (!mark)
    return NULL;
  int day = number (&r, 3);
  return at_end (&r) && is_date (year, month, day)
           ? mem_format ("%04d-%02d-%02d", year, month, day)
           : NULL;
}

/* The month whose name, or its first three letters, stands at R; 0 where none
   does.  */
static int
month_name (struct reader *r)
{
  static const char *const names[]
    = { "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december" };
  size_t start = r->at;
  while (source_is_letter (peek (r)))
    r->at++;
  size_t len = r->at - start;
  if (peek (r) == '.')
    skip (r);
  for (int i = 0; len >= 3 && i < 12; i++)
    if (len <= strlen (names[i]))
      {
        char part[16] = { 0 };
        memcpy (part, names[i], len);
        struct range word = { start, start + len };
        if (source_starts (r->text, word, part))
          return i + 1;
      }
  return 0;
}

/* Moves behind a comma, and st, nd, rd or th, and white space.  */
static void
skip_ending (struct reader *r)
{
  static const char *const endings[] = { "st", "nd", "rd", "th" };
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
    if (source_starts (r->text, (struct range) { r->at, r->end }, endings[i]))
      {
        r->at += 2;
        break;
      }
  if (peek (r) == ',')
    skip (r);
  skip_spaces (r);
}

/* October 24, 1958, or 24 October 1958, or October 1958.  */
static char *
date_of_words (struct reader r)
{
  int day = number (&r, 2);
  skip_ending (&r);
  int month = month_name (&r);
  skip_spaces (&r);
  int year = month ? number (&r, 4) : -1;
  if (day < 0 && year >= 1 && year <= 31)
    {
      day = year;
      skip_ending (&r);
      year = number (&r, 4);
    }
  if (!at_end (&r) || !is_date (year, month, day < 0 ? 1 : day))
    return NULL;
  return day < 0 ? mem_format ("%04d-%02d", year, month)
                 : mem_format ("%04d-%02d-%02d", year, month, day);
}

char *
stated_date (const char *text, struct range range)
{
  struct range core = space_trim (text, range);
  if (range_len (core) > 64)
    return NULL;
  struct reader r = { text, core.start, core.end };
  char *date = date_of_figures (r);
  if (!date)
    date = date_together (r);
  return date ? date : date_of_words (r);
}

char *
stated_page (const char *text, struct range range)
{
  struct reader r = { text, range.start, range.end };
  int numbers = 0, page = -1;
  bool letter = false;
  while (r.at < r.end && range_len (range) < 200 && peek (&r) != '('
         && peek (&r) != 0xFF08)
    if (figure (peek (&r)) >= 0)
      {
        page = number (&r, 3);
        numbers += 1 + (letter || figure (peek (&r)) >= 0);
      }
    else
      {
        letter = source_is_letter (peek (&r));
        skip (&r);
      }
  return numbers == 1 ? mem_format ("%d", page) : source_string (text, range);
}
