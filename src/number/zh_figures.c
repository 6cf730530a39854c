/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures in Chinese text, ASCII and full width.  */
#include "number/zh.h"
#include "text/ascii.h"

int
zh_figure (const struct zh *zh, size_t at, size_t *stop)
{
  const unsigned char *s = (const unsigned char *) zh->text + at;
  if (at < zh->end && ascii_is_digit (s[0]))
    {
      *stop = at + 1;
      return s[0] - '0';
    }
  /* U+FF10 to U+FF19.  */
  if (zh->end >= at + 3 && s[0] == 0xEF && s[1] == 0xBC && s[2] >= 0x90
      && s[2] <= 0x99)
    {
      *stop = at + 3;
      return s[2] - 0x90;
    }
  return -1;
}

/* Whether a point or a comma between figures stands at AT.  */
static bool
is_mark (const struct zh *zh, size_t at, bool point, size_t *stop)
{
  size_t after;
  bool is = point
              ? zh_is (zh, at, ".", stop) || zh_is (zh, at, "．", stop)
                  || zh_is (zh, at, "·", stop) || zh_is (zh, at, "点", stop)
              : zh_is (zh, at, ",", stop) || zh_is (zh, at, "，", stop);
  return is && zh_figure (zh, *stop, &after) >= 0;
}

/* Whether exactly three figures stand at AT.  */
static bool
is_group (const struct zh *zh, size_t at)
{
  size_t next = at;
  unsigned count = 0;
  for (; count < 4 && zh_figure (zh, next, &next) >= 0; count++)
    ;
  return count == 3;
}

/* Whether the point at AT, which ends at NEXT, behind the figures from START
   on, is one of several: 1.2.3 is no decimal.  */
static bool
is_dotted (const struct zh *zh, size_t start, size_t at, size_t next)
{
  size_t stop;
  if (!zh_is (zh, at, ".", NULL))
    return false;
  if (start >= zh->start + 2 && zh_is_before (zh, start, ".")
      && zh_figure (zh, start - 2, &stop) >= 0)
    return true;
  while (zh_figure (zh, next, &next) >= 0)
    ;
  return zh_is (zh, next, ".", &stop) && is_mark (zh, next, true, &stop);
}

bool
zh_figures_begin (const struct zh *zh, size_t at)
{
  size_t stop;
  if (zh_figure (zh, at, &stop) >= 0)
    return true;
  return zh_is (zh, at, ".", NULL) && is_mark (zh, at, true, &stop)
         && (at == zh->start || zh_is_before (zh, at, " ")
             || zh_is_before (zh, at, "\n") || zh_is_before (zh, at, "-")
             || zh_is_before (zh, at, "("));
}

/* Reads k, ^6 and e-6 behind the figures of N; returns its end.  */
static size_t
read_power (const struct zh *zh, size_t at, struct zh_numeral *n,
            struct decimal *value)
{
  enum
  {
    MOST = 999
  };
  int power = 0, digit;
  size_t next, stop;
  bool kilo = zh_is (zh, at, "k", &next);
  bool e = zh_is (zh, at, "e", &next) || zh_is (zh, at, "E", &next);
  if (!kilo && !e && !zh_is (zh, at, "^", &next))
    return at;
  bool minus = zh_is (zh, next, "-", &next) || zh_is (zh, next, "－", &next);
  if (!minus && !zh_is (zh, next, "+", &next))
    zh_is (zh, next, "＋", &next);
  for (stop = next; !kilo && (digit = zh_figure (zh, stop, &stop)) >= 0;)
    power = power < MOST ? power * 10 + digit : MOST;
  if ((!kilo && stop == next)
      || (stop < zh->end && ascii_is_alpha ((unsigned char) zh->text[stop])))
    return at;
  power = kilo ? 3 : minus ? -power : power;
  n->beyond |= kilo || e ? !decimal_scale (*value, power, value)
                         : !decimal_power (*value, power, value);
  n->figures = 0;
  n->decimal = true;
  return stop;
}

enum
{
  FIGURES_MOST = 60
};

/* Reads ／３２ behind the figures of N; returns its end, AT where it is not
   there.  */
static size_t
read_slash (const struct zh *zh, size_t at, struct zh_numeral *n,
            struct decimal *value)
{
  uint64_t by = 0;
  size_t next, stop;
  int digit;
  if ((!zh_is (zh, at, "/", &next) && !zh_is (zh, at, "／", &next))
      || n->decimal)
    return at;
  for (stop = next;
       by < DECIMAL_DIVISOR && (digit = zh_figure (zh, stop, &stop)) >= 0;)
    by = by * 10 + (uint64_t) digit;
  if (stop == next || zh_figure (zh, stop, &next) >= 0
      || !decimal_divide (*value, by, value))
    return at;
  n->figures = 0;
  n->decimal = true;
  return stop;
}

bool
zh_figures_read (const struct zh *zh, size_t at, struct zh_numeral *n,
                 struct decimal *value)
{
  char digits[FIGURES_MOST];
  size_t len = 0, next, start = at;
  unsigned whole = 0;
  bool point = false;
  for (;;)
    {
      int digit = zh_figure (zh, at, &next);
      char c = (char) ('0' + digit);
      if (digit < 0 && !point && is_mark (zh, at, true, &next)
          && !is_dotted (zh, start, at, next))
        {
          point = true;
          c = '.';
        }
      else if (digit < 0 && !point && whole > 0
               && is_mark (zh, at, false, &next) && is_group (zh, next))
        c = ',';
      else if (digit < 0)
        break;
      if (len < FIGURES_MOST)
        digits[len] = c;
      len++;
      whole += digit >= 0 && !point;
      at = next;
    }
  n->end = at;
  n->figures = point ? 0 : whole;
  n->decimal = point;
  if (len > FIGURES_MOST || !decimal_read (digits, len, value))
    n->beyond = true;
  else
    n->end = read_slash (zh, read_power (zh, at, n, value), n, value);
  return len > 0;
}

unsigned
zh_zeros_before (const struct zh *zh, size_t at)
{
  unsigned count = 0;
  for (; count < 18; count++)
    {
      if (zh_is_before (zh, at, "0"))
        at -= 1;
      else if (zh_is_before (zh, at, "０"))
        at -= 3;
      else
        break;
    }
  return count;
}
