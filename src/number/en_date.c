/* SPDX-License-Identifier: GPL-3.0-or-later */
/* English dates: September 4th, 10 October 1958, the first half of the month,
   mid-October, the 1950s.  */
#include <string.h>

#include "number/en.h"
#include "text/ascii.h"

enum
{
  YEAR_LEAST = 1700,
  YEAR_MOST = 2099
};

/* The value of N where it is whole and at most MOST, else -1.  */
static int
small_value (const struct en_numeral *n, int most)
{
  struct decimal v = n->value;
  if (n->beyond || n->fraction || n->decimal || n->scaled || v.exponent < 0
      || decimal_compare (v, decimal_whole ((uint64_t) most)) > 0)
    return -1;
  int value = (int) v.digits;
  for (int e = v.exponent; e > 0; e--)
    value *= 10;
  return value;
}

/* Whether a plural follows N: 2000 furnaces.  */
static bool
counts_things (const struct en *en, const struct en_numeral *n)
{
  size_t at = en_gap (en, n->end), end = en_word_end (en, at);
  return at != n->end && end > at + 3 && en->text[end - 1] == 's'
         && en->text[end - 2] != 's'
         && ascii_is_lower ((unsigned char) en->text[at])
         && !en_word (en, at, EN_STOP, NULL);
}

bool
en_is_year (const struct en *en, const struct en_numeral *n, bool *sure)
{
  size_t next = en_gap (en, n->end);
  int value = small_value (n, YEAR_MOST);
  *sure = n->year;
  if (n->year)
    return true;
  if (!n->figures || n->digits != 4 || value < YEAR_LEAST || n->ordinal)
    return false;
  if (en_word (en, next, EN_UNIT, NULL)
      || (n->end < en->end && en->text[n->end] == '-'
          && en_word (en, n->end + 1, EN_UNIT, NULL)))
    return false;
  *sure = !counts_things (en, n);
  return *sure
         || wordlist_find (en->wordlist, en->last_word, 0, en->last_len,
                          EN_DATED, NULL);
}

/* Reads a year behind a month at AT, over a comma; its end, or AT.  */
static size_t
read_year (const struct en *en, size_t at, struct moment *m)
{
  struct en_numeral n;
  size_t next = at < en->end && en->text[at] == ',' ? at + 1 : at, stop;
  next = en_gap (en, next);
  if (en_is (en, next, "of", &stop))
    next = en_gap (en, stop);
  if (next == at || next >= en->end
      || !ascii_is_digit ((unsigned char) en->text[next])
      || !en_numeral_read (en, next, &n) || n.digits != 4 || !n.figures)
    return at;
  int year = small_value (&n, YEAR_MOST);
  if (year < YEAR_LEAST)
    return at;
  m->year = (short) year;
  return n.end;
}

/* Reads a day at AT; its end, or AT.  */
static size_t
read_day (const struct en *en, size_t at, struct moment *m)
{
  struct en_numeral n;
  size_t stop, start = at;
  if (en_is (en, at, "the", &stop))
    at = en_gap (en, stop);
  const struct word *word = en_word (en, at, EN_ORDINAL, &stop);
  if (word && word->number <= 31)
    {
      m->day = (signed char) word->number;
      return stop;
    }
  if (at >= en->end || !ascii_is_digit ((unsigned char) en->text[at])
      || !en_numeral_read (en, at, &n) || n.digits > 2
      || (n.end < en->end && en->text[n.end] == ':' && n.end + 1 < en->end
          && ascii_is_digit ((unsigned char) en->text[n.end + 1])))
    return start;
  int day = small_value (&n, 31);
  if (day < 1)
    return start;
  /* October 10 tons: the figure counts.  */
  if (!n.ordinal && en_word (en, en_gap (en, n.end), EN_UNIT, NULL)
      && !en_is (en, en_gap (en, n.end), "to", NULL))
    return start;
  m->day = (signed char) day;
  return n.end;
}

/* Reads a month at AT and what stands behind it; its end, or 0.  */
static size_t
read_month (const struct en *en, size_t at, struct moment *m, bool *rich)
{
  size_t stop;
  const struct word *month = en_word (en, at, EN_MONTH, &stop);
  *rich = false;
  if (!month)
    return 0;
  m->month = (signed char) month->number;
  size_t day = en_gap (en, stop);
  size_t end = day == stop ? stop : read_day (en, day, m);
  if (end == day)
    end = stop;
  stop = read_year (en, end, m);
  *rich = m->day != 0 || stop != end;
  return stop;
}

/* Whether a month that is a word too (May) may stand at AT.  */
static bool
is_month_here (const struct en *en)
{
  return wordlist_find (en->wordlist, en->last_word, 0, en->last_len,
                       EN_DATED | EN_PART, NULL)
         != NULL;
}

/* Reads "to October 10, 1953", "and October", "-12" behind a date; its end, or
   AT.  */
static size_t
read_until (const struct en *en, size_t at, struct moment *from,
            struct moment *to)
{
  static const char *const joins[]
    = { "to", "until", "till", "through", "and", "–", "-", "—", "or" };
  struct moment last = MOMENT_NONE;
  size_t stop = 0, next = en_gap (en, at), end;
  bool rich, is_and = false;
  for (size_t i = 0; i < sizeof joins / sizeof *joins && !stop; i++)
    if (en_is (en, next, joins[i], &stop))
      is_and = i == 4 || i == 8;
  if (!stop)
    return at;
  next = en_gap (en, stop);
  if (en_is (en, next, "the", &stop))
    next = en_gap (en, stop);
  end = read_month (en, next, &last, &rich);
  if (!end && from->day)
    {
      end = read_day (en, next, &last);
      if (end == next)
        return at;
      last.month = from->month;
      size_t year = read_year (en, end, &last);
      end = year;
    }
  bool after = last.month == from->month + 1;
  if (!end || (is_and && (from->day != 0 || last.day != 0 || !after)))
    return at;
  if (last.year && !from->year)
    from->year = last.year;
  else if (!last.year)
    last.year = from->year;
  *to = last;
  return end;
}

/* Reads "4 September 1958" from N on; its end, or 0.  */
static size_t
read_day_first (const struct en *en, const struct en_numeral *n,
                struct moment *m)
{
  int day = small_value (n, 31);
  size_t stop, next = en_gap (en, n->end);
  if (day < 1 || n->digits > 4)
    return 0;
  if (n->ordinal && en_is (en, next, "of", &stop))
    next = en_gap (en, stop);
  const struct word *month = en_word (en, next, EN_MONTH, &stop);
  if (!month || next == n->end)
    return 0;
  /* "5 May 1 tons": a month that goes on with a day of its own is another.  */
  struct moment other = MOMENT_NONE;
  if (read_day (en, en_gap (en, stop), &other) != en_gap (en, stop)
      && !n->ordinal)
    return 0;
  m->day = (signed char) day;
  m->month = (signed char) month->number;
  return read_year (en, stop, m);
}

/* Whether the 21st at N is a day: nothing that it counts follows.  */
static bool
is_day_alone (const struct en *en, const struct en_numeral *n)
{
  size_t next = en_gap (en, n->end);
  if (!n->ordinal || n->digits < 1 || n->digits > 4 || small_value (n, 31) < 1)
    return false;
  return next == n->end || next >= en->end
         || !ascii_is_alpha ((unsigned char) en->text[next])
         || en_word (en, next, EN_STOP, NULL) != NULL;
}

/* Reads a year, a decade or years at N; its end, or 0.  */
static size_t
read_years (const struct en *en, const struct en_numeral *n,
            struct quantity *q)
{
  struct en_numeral second;
  size_t stop = n->end;
  bool sure;
  if (n->figures && n->digits == 4 && en_is (en, stop, "s", NULL)
      && n->value.exponent > 0)
    {
      q->from.year = (short) small_value (n, YEAR_MOST);
      q->to.year = (short) (q->from.year + 9);
      return q->from.year >= YEAR_LEAST ? stop + 1 : 0;
    }
  if (!en_is_year (en, n, &sure))
    return 0;
  q->from.year = q->to.year = (short) small_value (n, YEAR_MOST);
  if (stop < en->end && (en->text[stop] == '-' || en->text[stop] == '/')
      && stop + 1 < en->end
      && ascii_is_digit ((unsigned char) en->text[stop + 1])
      && en_numeral_read (en, stop + 1, &second) && second.figures)
    {
      int last = small_value (&second, YEAR_MOST);
      if (second.digits == 2)
        last += q->from.year / 100 * 100;
      if (last > q->from.year && (second.digits == 2 || second.digits == 4))
        {
          q->to.year = (short) last;
          return second.end;
        }
    }
  return stop;
}

/* Reads 1958-09-04 at N; its end, or 0.  */
static size_t
read_iso (const struct en *en, const struct en_numeral *n, struct moment *m)
{
  const char *s = en->text + n->end;
  int year = small_value (n, YEAR_MOST);
  if (!n->figures || n->digits != 4 || year < YEAR_LEAST
      || en->end - n->end < 6 || s[0] != '-' || s[3] != '-')
    return 0;
  for (size_t i = 1; i < 6; i++)
    if (i != 3 && !ascii_is_digit ((unsigned char) s[i]))
      return 0;
  int month = (s[1] - '0') * 10 + s[2] - '0';
  int day = (s[4] - '0') * 10 + s[5] - '0';
  if (month < 1 || month > 12 || day < 1 || day > 31
      || (en->end - n->end > 6 && ascii_is_digit ((unsigned char) s[6])))
    return 0;
  m->year = (short) year;
  m->month = (signed char) month;
  m->day = (signed char) day;
  return n->end + 6;
}

/* Reads 3:30 or "3 p.m." at N; its end, or 0.  */
static size_t
read_time (const struct en *en, const struct en_numeral *n, struct moment *m)
{
  struct en_numeral minutes;
  int hour = small_value (n, 24);
  size_t stop = n->end, next;
  if (hour < 0 || n->ordinal)
    return 0;
  if (n->figures && n->digits <= 2 && stop + 2 < en->end
      && en->text[stop] == ':' && en_numeral_read (en, stop + 1, &minutes)
      && minutes.figures && minutes.digits == 2
      && small_value (&minutes, 59) >= 0)
    {
      m->minute = (signed char) small_value (&minutes, 59);
      stop = minutes.end;
    }
  next = en_gap (en, stop);
  bool late = en_is (en, next, "p.m.", &next) || en_is (en, next, "pm", &next);
  if (!late && !en_is (en, next, "a.m.", &next)
      && !en_is (en, next, "am", &next) && !en_is (en, next, "o'clock", &next))
    {
      if (m->minute < 0)
        return 0;
      next = stop;
    }
  m->hour = (signed char) (late && hour < 12 ? hour + 12 : hour);
  return next;
}

bool
en_date_read (const struct en *en, size_t at, const struct en_numeral *n,
              struct quantity *q)
{
  size_t stop = 0;
  bool rich = true;
  *q = (struct quantity){ .kind = QUANTITY_DATE,
                          .has_low = true,
                          .has_high = true };
  q->from = q->to = MOMENT_NONE;
  if (!n)
    {
      const struct word *month = en_word (en, at, EN_MONTH, NULL);
      stop = read_month (en, at, &q->from, &rich);
      if (stop && !rich && month->class & EN_SHY && !is_month_here (en))
        return false;
    }
  else
    {
      stop = read_iso (en, n, &q->from);
      if (!stop)
        stop = read_day_first (en, n, &q->from);
      if (!stop && is_day_alone (en, n))
        {
          q->from.day = (signed char) small_value (n, 31);
          stop = n->end;
        }
    }
  if (stop)
    {
      q->to = q->from;
      q->range = (struct range){ at, read_until (en, stop, &q->from, &q->to) };
      return true;
    }
  if (!n)
    return false;
  stop = read_years (en, n, q);
  if (!stop)
    {
      q->kind = QUANTITY_TIME;
      stop = read_time (en, n, &q->from);
      q->to = q->from;
    }
  q->range = (struct range){ at, stop };
  return stop != 0;
}

bool
en_part_read (const struct en *en, size_t at, struct quantity *q)
{
  size_t stop, next;
  const struct word *part = en_word (en, at, EN_PART, &stop);
  struct moment m = MOMENT_NONE;
  bool rich, whole;
  if (!part)
    return false;
  whole = strstr (part->text, "the month") || strstr (part->text, "days");
  next = en_joint (en, stop);
  size_t end = next == stop ? 0 : read_month (en, next, &m, &rich);
  if (!end)
    {
      size_t of;
      end = stop;
      if (!whole)
        return false;
      if (en_is (en, next, "of", &of) && !m.month)
        {
          next = en_gap (en, of);
          size_t found = read_month (en, next, &m, &rich);
          end = found ? found : stop;
        }
    }
  if (m.day)
    return false;
  *q = (struct quantity){ .range = { at, end },
                          .kind = QUANTITY_DATE,
                          .has_low = true,
                          .has_high = true };
  q->from = q->to = m;
  q->from.day = (signed char) (part->number / 100);
  q->to.day = (signed char) (part->number % 100);
  return true;
}
