/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chinese dates and times: 1958年9月5日, 四四年, 9、10月份, 4日讯, 下午3时. */
#include <string.h>

#include "number/zh.h"

/* The value of N where it is a whole number up to MOST, else -1.  */
static int
small_value (const struct zh_numeral *n, int most)
{
  struct decimal v = n->low;
  if (n->beyond || n->over || n->about || n->some || n->decimal
      || decimal_compare (n->low, n->high) != 0 || v.divisor != 1
      || v.exponent < 0 || decimal_compare (v, decimal_whole (9999)) > 0)
    return -1;
  int value = (int) v.digits;
  for (int e = v.exponent; e > 0; e--)
    value *= 10;
  return value <= most ? value : -1;
}

enum
{
  YEAR_LEAST = 1000,
  YEAR_MOST = 2999,
  YEAR_CENTURY = 1900
};

/* The year that N states before 年, 0 where it states none; *SURE where it
   can't be a number of years.  */
static int
year_value (const struct zh_numeral *n, bool *sure)
{
  unsigned digits = n->figures + n->spoken;
  int value = small_value (n, YEAR_MOST);
  *sure = true;
  if (digits == 4 && value >= YEAR_LEAST)
    return value;
  *sure = false;
  if (n->spoken == 2 && !n->beyond)
    {
      /* 五六年 reads as 56 or as five to six.  */
      int low = (int) n->low.digits, high = (int) n->high.digits;
      if (low != high && n->low.exponent == 0 && n->high.exponent == 0)
        return YEAR_CENTURY + low * 10 + high;
    }
  return digits == 2 && value >= 10 ? YEAR_CENTURY + value : 0;
}

static bool
is_range (const struct zh *zh, size_t at, size_t *stop)
{
  return zh_word (zh, at, ZH_RANGE, stop) != NULL;
}

/* Sets the days that WORD (上旬) stands for.  */
static void
set_days (const struct word *word, struct moment *from, struct moment *to)
{
  from->day = (signed char) (word->number / 100);
  to->day = (signed char) (word->number % 100);
}

/* Whether the 日 or 号 that ends at STOP makes a day: not 日产, 号高炉.  */
static bool
day_ends (const struct zh *zh, size_t stop, bool number, bool month)
{
  static const char *const after_day[]
    = { "产", "益", "夜", "程", "本", "军", "寇", "伪", "常", "用", "均" };
  size_t after;
  for (size_t i = 0; !number && i < sizeof after_day / sizeof *after_day; i++)
    if (zh_is (zh, stop, after_day[i], &after))
      return false;
  return !number || month;
}

/* Reads the day at N behind a month or alone; its end, or 0.  */
static size_t
read_day (const struct zh *zh, const struct zh_numeral *n, bool month,
          struct moment *m)
{
  size_t stop;
  int day = small_value (n, 31);
  if (day < 1 || n->two)
    return 0;
  bool number = zh_is (zh, n->end, "号", &stop);
  if (!number && !zh_is (zh, n->end, "日", &stop))
    return 0;
  if (!day_ends (zh, stop, number, month))
    return 0;
  m->day = (signed char) day;
  return stop;
}

/* Reads what stands behind 月: 份, a day, a third of the month.  */
static size_t
read_in_month (const struct zh *zh, size_t at, struct moment *from,
               struct moment *to)
{
  struct zh_numeral n;
  size_t stop;
  if (zh_is (zh, at, "份", &stop))
    at = stop;
  const struct word *part = zh_word (zh, at, ZH_TENTH, &stop);
  if (part)
    {
      set_days (part, from, to);
      return stop;
    }
  if (!zh_numeral_read (zh, at, &n))
    return at;
  struct moment day = *from;
  stop = read_day (zh, &n, true, &day);
  if (!stop)
    return at;
  from->day = to->day = day.day;
  return stop;
}

/* Reads a month, or months from one to another, at N; its end, or 0.  */
static size_t
read_months (const struct zh *zh, const struct zh_numeral *n,
             struct moment *from, struct moment *to)
{
  size_t stop, next;
  struct zh_numeral second;
  int first = small_value (n, 12), last = first;
  bool pair
    = !n->beyond && n->spoken == 2 && decimal_compare (n->low, n->high) != 0;
  if (pair)
    {
      first = (int) n->low.digits;
      last = (int) n->high.digits;
    }
  if (first < 1 || n->two)
    return 0;
  stop = n->end;
  if (is_range (zh, n->end, &next) && zh_numeral_read (zh, next, &second))
    {
      last = small_value (&second, 12);
      stop = second.end;
      if (last < first)
        return 0;
    }
  if (!zh_is (zh, stop, "月", &stop) || zh_is (zh, stop, "半", &next))
    return 0;
  from->month = (signed char) first;
  to->month = (signed char) last;
  return first == last                   ? read_in_month (zh, stop, from, to)
         : zh_is (zh, stop, "份", &next) ? next
                                         : stop;
}

/* Reads days of one month, "1、2日" or "15到21日", at N; its end, or 0.  */
static size_t
read_days (const struct zh *zh, const struct zh_numeral *n, bool month,
           struct moment *from, struct moment *to)
{
  size_t next, stop = read_day (zh, n, month, from);
  struct zh_numeral second;
  to->day = from->day;
  if (stop || !is_range (zh, n->end, &next))
    return stop;
  int first = small_value (n, 31);
  if (first < 1 || !zh_numeral_read (zh, next, &second))
    return 0;
  stop = read_day (zh, &second, month, to);
  from->day = (signed char) first;
  return stop && to->day > first ? stop : 0;
}

/* Reads a year at N and what stands behind it; its end, or 0.  */
static size_t
read_year (const struct zh *zh, const struct zh_numeral *n,
           struct moment *from, struct moment *to, bool *sure)
{
  size_t stop, next;
  struct zh_numeral more;
  int year = year_value (n, sure), last = year;
  stop = n->end;
  if (year && *sure && is_range (zh, stop, &next)
      && zh_numeral_read (zh, next, &more) && zh_is (zh, more.end, "年", NULL))
    {
      bool ignored;
      last = year_value (&more, &ignored);
      stop = last > year ? more.end : stop;
    }
  if (!year || !zh_is (zh, stop, "年", &stop))
    return 0;
  from->year = (short) year;
  to->year = (short) (last > year ? last : year);
  if (zh_is (zh, stop, "代", &next))
    {
      to->year = (short) (year + 9);
      return next;
    }
  if (zh_is (zh, stop, "度", &next))
    return next;
  if (zh_numeral_read (zh, stop, &more))
    {
      next = read_months (zh, &more, from, to);
      *sure |= next != 0;
      return next ? next : stop;
    }
  return stop;
}

/* Reads a decade: 五十年代; its end, or 0.  */
static size_t
read_decade (const struct zh *zh, const struct zh_numeral *n,
             struct moment *from, struct moment *to)
{
  size_t stop;
  int value = small_value (n, YEAR_MOST);
  if (value < 10 || value % 10 != 0 || !zh_is (zh, n->end, "年代", &stop))
    return 0;
  from->year = (short) (value < 100 ? YEAR_CENTURY + value : value);
  to->year = (short) (from->year + 9);
  return stop;
}

/* Reads a time of the day at N; its end, or 0.  */
static size_t
read_time (const struct zh *zh, const struct zh_numeral *n, struct moment *m)
{
  size_t stop, next;
  struct zh_numeral minutes;
  int hour = small_value (n, 24);
  bool half = zh_is_before (zh, n->start, "午")
              || zh_is_before (zh, n->start, "晚")
              || zh_is_before (zh, n->start, "晚上")
              || zh_is_before (zh, n->start, "早晨")
              || zh_is_before (zh, n->start, "凌晨");
  bool late = zh_is_before (zh, n->start, "下午")
              || zh_is_before (zh, n->start, "晚上");
  if (hour < 0
      || !(zh_is (zh, n->end, "时", &stop) || zh_is (zh, n->end, "点", &stop)))
    return 0;
  m->hour = (signed char) (late && hour < 12 ? hour + 12 : hour);
  if (zh_is (zh, stop, "半", &next))
    m->minute = 30;
  else if (zh_numeral_read (zh, stop, &minutes)
           && small_value (&minutes, 59) >= 0
           && zh_is (zh, minutes.end, "分", &next))
    m->minute = (signed char) small_value (&minutes, 59);
  else if (half && !n->two)
    next = stop;
  else
    return 0;
  return next;
}

/* Reads 1958-09-04 at N; its end, or 0.  */
static size_t
read_iso (const struct zh *zh, const struct zh_numeral *n, struct moment *m)
{
  struct zh_numeral month, day;
  size_t next;
  int year = small_value (n, YEAR_MOST);
  if (n->figures != 4 || year < YEAR_LEAST || !zh_is (zh, n->end, "-", &next)
      || !zh_numeral_read (zh, next, &month) || month.figures != 2
      || !zh_is (zh, month.end, "-", &next)
      || !zh_numeral_read (zh, next, &day) || day.figures != 2
      || small_value (&month, 12) < 1 || small_value (&day, 31) < 1)
    return 0;
  m->year = (short) year;
  m->month = (signed char) small_value (&month, 12);
  m->day = (signed char) small_value (&day, 31);
  return day.end;
}

/* Reads one date at N; its end, or 0.  */
static size_t
read_one (const struct zh *zh, const struct zh_numeral *n, struct moment *from,
          struct moment *to, bool *sure)
{
  *from = *to = MOMENT_NONE;
  *sure = true;
  size_t stop = read_iso (zh, n, from);
  if (stop)
    {
      *to = *from;
      return stop;
    }
  stop = read_decade (zh, n, from, to);
  if (!stop)
    stop = read_year (zh, n, from, to, sure);
  if (!stop)
    {
      *sure = true;
      stop = read_months (zh, n, from, to);
    }
  if (!stop)
    {
      *from = *to = MOMENT_NONE;
      stop = read_days (zh, n, false, from, to);
    }
  return stop;
}

/* Reads 到十月十日 at AT into *TO; its end, or AT.  */
static size_t
read_until (const struct zh *zh, size_t at, const struct moment *from,
            struct moment *to)
{
  struct moment first, last;
  struct zh_numeral n;
  size_t next, stop;
  bool sure;
  if (!is_range (zh, at, &next) || !zh_numeral_read (zh, next, &n))
    return at;
  stop = read_one (zh, &n, &first, &last, &sure);
  if (!stop)
    return at;
  if (!last.year)
    last.year = from->year;
  if (!last.month)
    last.month = from->month;
  *to = last;
  return stop;
}

/* The second reading of a year that may be a number of years.  */
static void
years_instead (const struct zh_numeral *n, const struct quantity *date,
               struct quantity *q)
{
  *q = (struct quantity){ .range = date->range,
                          .kind = QUANTITY_CARDINAL,
                          .alternative = true };
  zh_bounds (n, q);
  zh_name_unit (q, "year", n->end, date->range.end);
}

bool
zh_date_read (const struct zh *zh, const struct zh_numeral *n,
              struct quantity *q, struct quantity *other)
{
  bool sure = true;
  *q = (struct quantity){ .kind = QUANTITY_DATE,
                          .has_low = true,
                          .has_high = true };
  *other = (struct quantity){ .range = { 0, 0 } };
  q->from = q->to = MOMENT_NONE;
  size_t stop = read_one (zh, n, &q->from, &q->to, &sure);
  if (!stop)
    {
      q->kind = QUANTITY_TIME;
      stop = read_time (zh, n, &q->from);
      q->to = q->from;
      if (!stop)
        return false;
    }
  else
    stop = read_until (zh, stop, &q->from, &q->to);
  q->range = (struct range){ n->start, stop };
  if (!sure && q->kind == QUANTITY_DATE && q->from.month == 0)
    years_instead (n, q, other);
  return true;
}

bool
zh_half_month (const struct zh *zh, size_t at, struct quantity *q)
{
  size_t stop;
  const struct word *word = zh_word (zh, at, ZH_TENTH, &stop);
  if (!word || strlen (word->text) < sizeof "上旬" - 1
      || strncmp (word->text, "月", 3) == 0)
    return false;
  *q = (struct quantity){ .kind = QUANTITY_DATE,
                          .range = { at, stop },
                          .has_low = true,
                          .has_high = true };
  q->from = q->to = MOMENT_NONE;
  set_days (word, &q->from, &q->to);
  return true;
}
