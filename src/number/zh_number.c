/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chinese numerals: 三千八百三十一, 25万6千, 三万五, 百五十万, 三四十.  */
#include "number/zh.h"

/* The sum so far, for the low and the high bound.  TOTAL is what stands before
   the last 万 or 亿 and counts for good, PART what has been read since, PEND
   the digits that wait for their unit.  */
struct sum
{
  struct decimal total[2], part[2], pend[2];
  bool has_pend;
  bool pend_figures; /* in figures: 25万 */
  bool figures;      /* the numeral begins with figures */
  bool zero;         /* 零 stands before the pending digit */
  bool has_part;
  bool has_total;
  unsigned chars; /* of the numeral */
  unsigned small; /* the power of the last 十 百 千 in this part; 0: none */
  unsigned last;  /* the power of the last unit of any kind */
  unsigned last_big; /* of the last 万, 亿 */
};

/* The class of the character at AT among numerals.  */
static const struct word *
numeral_word (const struct zh *zh, size_t at, size_t *stop)
{
  return zh_word (zh, at, ZH_DIGIT | ZH_SMALL | ZH_BIG | ZH_TENS, stop);
}

/* Where the numeral goes on at AT, over one line break between characters of
   it.  */
static size_t
over_break (const struct zh *zh, size_t at)
{
  size_t i = at, stop;
  if (i == zh->end || zh->text[i] != '\n')
    return at;
  i++;
  while (i < zh->end && zh->text[i] == ' ' && i - at < 4)
    i++;
  /* Not where a list begins: 一、 or 1. */
  const struct word *word = numeral_word (zh, i, &stop);
  if (!word || zh_is (zh, stop, "、", &stop) || zh_is (zh, stop, "．", &stop))
    return at;
  return i;
}

/* Whether 三四 means three to four: neighbours, and 三五.  */
static bool
is_about (int a, int b)
{
  return a > 0 && (b == a + 1 || (a == 3 && b == 5));
}

static void
pend_set (struct sum *sum, uint64_t low, uint64_t high)
{
  sum->pend[0] = decimal_whole (low);
  sum->pend[1] = decimal_whole (high);
  sum->has_pend = true;
}

/* Whether 两 at AT is a digit, not the weight.  */
static bool
two_is_digit (const struct zh *zh, const struct sum *sum, size_t stop)
{
  size_t after;
  if (sum->chars == 0)
    return true;
  return !sum->has_pend && zh_word (zh, stop, ZH_SMALL | ZH_BIG, &after);
}

/* Whether what was read so far may be the hour of a day.  */
static bool
is_hour (const struct sum *sum)
{
  const struct decimal day = { 24, 0, 1 };
  return !sum->has_total && decimal_compare (sum->part[0], day) <= 0
         && decimal_compare (sum->pend[0], day) <= 0;
}

/* Whether 点 and digits at AT are decimals, and not the minutes of 八点三十分.
 */
static bool
is_point (const struct zh *zh, size_t at, const struct sum *sum)
{
  size_t next, stop, digits = at;
  if (!zh_is (zh, at, "点", &next))
    return false;
  for (digits = next; zh_word (zh, digits, ZH_DIGIT, &stop); digits = stop)
    ;
  return digits != next && !zh_is (zh, next, "两", &stop)
         && (!is_hour (sum)
             || (!zh_word (zh, digits, ZH_SMALL, &stop)
                 && (!zh_is (zh, digits, "分", &stop)
                     || zh_is (zh, digits, "分之", &stop))));
}

/* Reads 点四五 behind digits into the pending digits; returns its end, AT
   where it is not there.  */
static size_t
read_point (const struct zh *zh, size_t at, struct zh_numeral *n,
            struct sum *sum)
{
  size_t next, stop;
  int power = 0;
  if (!is_point (zh, at, sum))
    return at;
  next = at + sizeof "点" - 1;
  for (const struct word *w; (w = zh_word (zh, next, ZH_DIGIT, &stop));
       next = stop)
    {
      struct decimal digit = decimal_whole ((uint64_t) w->number);
      power--;
      for (int k = 0; k < 2; k++)
        if (power < DECIMAL_LEAST || !decimal_scale (digit, power, &digit)
            || !decimal_add (sum->pend[k], digit, &sum->pend[k]))
          n->beyond = true;
        else
          digit = decimal_whole ((uint64_t) w->number);
    }
  n->decimal = true;
  return next;
}

/* No digit is added to what has reached 10^17.  */
#define LARGEST ((uint64_t) 100000000000000000)

/* Reads a run of digits 一二零 at AT; returns its end, AT where none may stand
   here.  */
static size_t
read_digits (const struct zh *zh, size_t at, struct zh_numeral *n,
             struct sum *sum)
{
  int first[3] = { 0, 0, 0 };
  uint64_t value = 0;
  unsigned count = 0;
  size_t next = at, stop, last = at, one = at;
  uint64_t before = 0;
  bool later = sum->chars > 0;
  for (const struct word *w; (w = zh_word (zh, next, ZH_DIGIT, &stop));)
    {
      last = next;
      before = value;
      if (zh_is (zh, next, "两", &stop)
          && (count > 0 || !two_is_digit (zh, sum, stop)))
        break;
      if (count < 3)
        first[count] = w->number;
      if (value < LARGEST)
        value = value * 10 + (unsigned) w->number;
      else
        n->beyond = true;
      count++;
      next = stop;
      one = count == 1 ? next : one;
      if (sum->chars > 0 && count == 1 && w->number == 0)
        {
          sum->zero = true;
          count = 0;
        }
      size_t over = over_break (zh, next);
      if (over != next && zh_word (zh, over, ZH_DIGIT, &stop))
        next = over;
    }
  /* Of 六四十九, 两三十五 and 二八月 only the first digits can be read: the
     last belongs to what follows.  */
  bool about = is_about (first[0], first[1]);
  if (count > 1 && !later
      && ((zh_word (zh, next, ZH_SMALL, &stop)
           && (!about || zh_word (zh, stop, ZH_DIGIT, NULL)))
          || (!about && value > 12 && zh_is (zh, next, "月", &stop))))
    {
      value = before;
      next = last;
      count--;
    }
  /* Behind a unit only one digit can stand: 九十二一 is 九十二, 二十四百 二十.
   */
  if (later && count > 1 && !about)
    {
      value = (uint64_t) first[0];
      next = one;
      count = 1;
    }
  const struct word *unit = zh_word (zh, next, ZH_SMALL, &stop);
  if (unit && sum->small && (unsigned) unit->number >= sum->small)
    return at;
  n->two = count == 1 && zh_is_before (zh, next, "两");
  if (count == 2 && about)
    pend_set (sum, (unsigned) first[0], (unsigned) first[1]);
  else if (count > 0)
    pend_set (sum, value, value);
  n->spoken = sum->chars == 0 ? count : 0;
  sum->chars += count;
  return next;
}

/* Makes the pending digits part of the sum, POWER tens up.  */
static bool
settle_pend (struct sum *sum, unsigned power)
{
  for (int k = 0; k < 2; k++)
    {
      struct decimal value;
      if (!decimal_scale (sum->pend[k], (int) power, &value)
          || !decimal_add (sum->part[k], value, &sum->part[k]))
        return false;
    }
  sum->has_pend = sum->pend_figures = sum->zero = false;
  sum->has_part = true;
  return true;
}

/* Takes 十 百 千 into the sum; false where it can't stand here.  */
static bool
take_small (struct sum *sum, struct zh_numeral *n, unsigned power)
{
  if (!sum->has_pend && sum->small == 0 && !sum->has_part)
    {
      n->begins_with_unit |= sum->chars == 0 && power > 1;
      pend_set (sum, 1, 1);
    }
  else if (!sum->has_pend && sum->zero)
    pend_set (sum, 1, 1);
  if (!sum->has_pend || (sum->small && power >= sum->small)
      || (sum->has_part && sum->small == 0))
    return false;
  if (!settle_pend (sum, power))
    n->beyond = true;
  sum->small = sum->last = power;
  return true;
}

/* Takes 万 亿 into the sum.  */
static void
take_big (struct sum *sum, struct zh_numeral *n, unsigned power)
{
  bool fits = true;
  bool times = sum->has_total && !sum->has_pend && !sum->has_part;
  if (!sum->has_total && !sum->has_pend && !sum->has_part)
    {
      n->begins_with_unit = sum->chars == 0;
      pend_set (sum, 1, 1);
    }
  if (sum->has_pend)
    fits = settle_pend (sum, 0);
  bool all = times || (sum->has_total && power > sum->last_big);
  for (int k = 0; k < 2 && fits; k++)
    {
      struct decimal *total = &sum->total[k], value = sum->part[k];
      if (all)
        fits = decimal_add (*total, value, total)
               && decimal_scale (*total, (int) power, total);
      else
        fits = decimal_scale (value, (int) power, &value)
               && decimal_add (*total, value, total);
      sum->part[k] = DECIMAL_ZERO;
    }
  n->beyond |= !fits;
  sum->last_big = times ? sum->last_big + power : power;
  sum->has_part = false;
  sum->has_total = true;
  sum->small = 0;
  sum->last = power;
  n->big = power;
}

/* Adds what is left: 三万五 is 35,000, 八百八 880.  */
static void
finish (struct sum *sum, struct zh_numeral *n)
{
  bool one = decimal_compare (sum->pend[1], decimal_whole (10)) < 0;
  unsigned power = 0;
  if (sum->has_pend && sum->last >= 2 && !sum->zero && !n->decimal && one)
    power = sum->last - 1;
  if (sum->has_pend && !settle_pend (sum, power))
    n->beyond = true;
  struct decimal *bounds[2] = { &n->low, &n->high };
  for (int k = 0; k < 2; k++)
    if (!decimal_add (sum->total[k], sum->part[k], bounds[k]))
      n->beyond = true;
}

/* Reads 多, 余, 来, 几 at AT, behind a unit; returns its end.  */
static size_t
read_over (const struct zh *zh, size_t at, struct zh_numeral *n,
           struct sum *sum)
{
  static const char *const overs[] = { "多", "余", "来", "几", "數", "餘" };
  size_t stop = at, after;
  unsigned which = 0;
  bool loose = sum->has_pend && !sum->pend_figures && sum->chars > 1;
  if (sum->chars == 0 || loose || n->over || n->decimal)
    return at;
  while (which < 6 && !zh_is (zh, at, overs[which], &stop))
    which++;
  bool enough = sum->pend_figures || sum->last > 0;
  bool digit_follows = zh_word (zh, stop, ZH_DIGIT, &after);
  bool counted = zh_word (
    zh, stop, ZH_UNIT | ZH_COUNTER | ZH_BIG | ZH_NOUN | ZH_SMALL, &after);
  if (which == 6 || !enough || digit_follows || (which >= 2 && !counted))
    return at;
  if (which == 2)
    n->about = true;
  else
    n->over = true;
  n->place = sum->pend_figures ? zh_zeros_before (zh, at) : sum->last;
  return stop;
}

/* Whether the 百 that ends at STOP begins 百分之 and has nothing to do with
   the digits before it.  */
static bool
is_hundredths (const struct zh *zh, size_t stop, const struct sum *sum)
{
  return sum->chars > 0 && zh_is_before (zh, stop, "百")
         && zh_is (zh, stop, "分之", NULL);
}

/* Takes the numeral's next character or digits; returns where it ends, AT
   where the numeral does.  */
static size_t
step (const struct zh *zh, size_t at, struct zh_numeral *n, struct sum *sum)
{
  size_t stop = at;
  if (!sum->has_pend && (sum->chars == 0 || sum->figures)
      && zh_figure (zh, at, &stop) >= 0)
    {
      struct decimal value = DECIMAL_ZERO;
      bool first = sum->chars == 0;
      zh_figures_read (zh, at, n, &value);
      sum->pend[0] = sum->pend[1] = value;
      sum->has_pend = sum->pend_figures = sum->figures = true;
      sum->chars += 2;
      if (!first)
        n->figures = 0;
      return n->end;
    }
  const struct word *word = numeral_word (zh, at, &stop);
  if (!word && !sum->has_pend && sum->small && !n->over
      && is_point (zh, at, sum))
    {
      pend_set (sum, 0, 0);
      return read_point (zh, at, n, sum);
    }
  if (!word)
    return at;
  if (word->class == ZH_DIGIT)
    {
      if (sum->has_pend || n->over)
        return at;
      stop = read_digits (zh, at, n, sum);
      return stop == at ? at : read_point (zh, stop, n, sum);
    }
  if (word->class == ZH_TENS)
    {
      if (sum->has_pend || (sum->small && sum->small < 2))
        return at;
      pend_set (sum, (unsigned) word->number, (unsigned) word->number);
      settle_pend (sum, 0);
      sum->small = sum->last = 1;
    }
  else if (word->class == ZH_BIG)
    {
      take_big (sum, n, (unsigned) word->number);
      if (n->over || n->about)
        n->place += (unsigned) word->number;
    }
  else if (n->over || is_hundredths (zh, stop, sum)
           || !take_small (sum, n, (unsigned) word->number))
    return at;
  n->figures = n->spoken = 0;
  sum->chars++;
  return stop;
}

/* 几 or 数 before 十 百 千 万: two to nine of them.  */
static size_t
read_some (const struct zh *zh, size_t at, struct zh_numeral *n,
           struct sum *sum)
{
  size_t stop, after;
  if (!zh_is (zh, at, "几", &stop) && !zh_is (zh, at, "数", &stop)
      && !zh_is (zh, at, "好几", &stop))
    return at;
  if (!zh_word (zh, stop, ZH_SMALL | ZH_BIG, &after))
    return at;
  pend_set (sum, 2, 9);
  n->some = true;
  sum->chars++;
  return stop;
}

bool
zh_numeral_read (const struct zh *zh, size_t at, struct zh_numeral *n)
{
  struct sum sum = { 0 };
  *n = (struct zh_numeral){ .start = at };
  for (int k = 0; k < 2; k++)
    sum.total[k] = sum.part[k] = sum.pend[k] = DECIMAL_ZERO;
  n->low = n->high = DECIMAL_ZERO;
  at = read_some (zh, at, n, &sum);
  for (size_t next = at;; at = next)
    {
      n->end = at;
      next = step (zh, over_break (zh, at), n, &sum);
      if (next == over_break (zh, at))
        break;
      n->end = next;
      size_t over = read_over (zh, next, n, &sum);
      if (over != next)
        {
          size_t stop;
          n->end = next = over;
          if (!zh_word (zh, over, ZH_BIG, &stop))
            break;
        }
    }
  if (sum.chars == 0)
    return false;
  finish (&sum, n);
  n->bare = sum.chars == 1 && !n->some;
  return true;
}
