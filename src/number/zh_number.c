/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chinese numerals: 三千八百三十一, 25万6千, 三万五, 百五十万, 三四十.  */
#include "number/zh_sum.h"

/* The class of the character at AT among numerals.  */
static const struct word *
numeral_word (const struct zh *zh, size_t at, size_t *stop)
{
  return zh_word (zh, at, ZH_DIGIT | ZH_SMALL | ZH_BIG | ZH_TENS, stop);
}

/* Whether a figure goes on with 7万 5千 behind the space at AT.  */
static bool
is_next_figure (const struct zh *zh, size_t at)
{
  size_t next;
  return (zh_word_before (zh, at, ZH_BIG, &next)
          || zh_is_before (zh, at, "千"))
         && zh_figure (zh, at + 1, &next) >= 0
         && zh_word (zh, next, ZH_SMALL | ZH_BIG, NULL);
}

/* Whether the word 点 stands at AT; NEXT is where its digits begin.  */
static bool
point_word (const struct zh *zh, size_t at, size_t *next)
{
  size_t stop;
  if (!zh_is (zh, at, "点", next) && !zh_is (zh, at, "點", next))
    return false;
  if (zh_is (zh, *next, " ", &stop) && zh_word (zh, stop, ZH_DIGIT, NULL))
    *next = stop;
  return true;
}

/* Where the numeral goes on at AT, over one line break or space between
   characters of it.  */
static size_t
over_break (const struct zh *zh, size_t at)
{
  size_t i = at, stop;
  if (i == zh->end || (zh->text[i] != '\n' && zh->text[i] != ' '))
    return at;
  if (zh->text[i] == ' ' && point_word (zh, i + 1, &stop)
      && zh_word (zh, stop, ZH_DIGIT, NULL))
    return i + 1;
  if (zh->text[i] == ' ')
    return numeral_word (zh, i + 1, &stop) || is_next_figure (zh, i) ? i + 1
                                                                     : at;
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

/* Whether 两 at AT is a digit, not the weight.  */
static bool
two_is_digit (const struct zh *zh, const struct zh_sum *sum, size_t stop)
{
  size_t after;
  if (sum->chars == 0)
    return true;
  return !sum->has_pend && zh_word (zh, stop, ZH_SMALL | ZH_BIG, &after);
}

/* Whether what was read so far may be the hour of a day.  */
static bool
is_hour (const struct zh_sum *sum)
{
  const struct decimal day = { 24, 0, 1 };
  return !sum->has_total && decimal_compare (sum->part[0], day) <= 0
         && decimal_compare (sum->pend[0], day) <= 0;
}

/* Whether 点 and digits at AT are decimals, and not the minutes of 八点三十分.
 */
static bool
is_point (const struct zh *zh, size_t at, const struct zh_sum *sum)
{
  size_t next, stop, digits = at;
  if (!point_word (zh, at, &next))
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
            struct zh_sum *sum)
{
  size_t next, stop;
  int power = 0;
  if (!is_point (zh, at, sum))
    return at;
  zh_sum_elide (sum, n);
  if (!sum->has_pend)
    zh_sum_pend (sum, 0, 0);
  point_word (zh, at, &next);
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

/* A run of digits 一二零.  */
struct run
{
  int first[2]; /* the first two of them */
  uint64_t value;
  uint64_t before; /* the value without the last digit */
  unsigned count;
  size_t one;  /* where the first one ends */
  size_t last; /* where the last one starts */
  size_t end;
};

/* Adds DIGIT, which stands from AT to STOP, to RUN.  */
static void
run_add (struct run *run, int digit, size_t at, size_t stop,
         struct zh_numeral *n)
{
  if (run->count < 2)
    run->first[run->count] = digit;
  run->before = run->value;
  run->last = at;
  if (run->value < LARGEST)
    run->value = run->value * 10 + (unsigned) digit;
  else
    n->beyond = true;
  run->count++;
  run->end = stop;
  if (run->count == 1)
    run->one = stop;
}

/* Reads the digits at AT.  Behind a unit 零 only says that units are left
   out.  */
static void
run_read (const struct zh *zh, size_t at, struct zh_numeral *n,
          struct zh_sum *sum, struct run *run)
{
  size_t stop, over;
  *run = (struct run){ .end = at };
  for (const struct word *w; (w = zh_word (zh, at, ZH_DIGIT, &stop));)
    {
      if (zh_is (zh, at, "两", &stop)
          && (run->count > 0 || !two_is_digit (zh, sum, stop)))
        break;
      run_add (run, w->number, at, stop, n);
      if (sum->chars > 0 && run->count == 1 && w->number == 0)
        {
          sum->zero = true;
          run->count = 0;
        }
      at = run->end;
      over = over_break (zh, at);
      if (over != at && zh_word (zh, over, ZH_DIGIT, &stop))
        at = over;
    }
}

/* Takes from RUN what belongs to the words behind it.  ABOUT: it means
   three to four.  */
static void
run_trim (const struct zh *zh, struct run *run, bool later, bool about)
{
  enum
  {
    MONTHS = 12
  };
  size_t stop;
  /* Of 六四十九, 两三十五 and 二八月 only the first digits can be read.  */
  bool unit = zh_word (zh, run->end, ZH_SMALL, &stop) != NULL;
  bool cut = unit ? !about || zh_word (zh, stop, ZH_DIGIT, NULL)
                  : !about && run->value > MONTHS
                      && zh_is (zh, run->end, "月", &stop);
  if (run->count > 1 && !later && cut)
    {
      run->value = run->before;
      run->end = run->last;
      run->count--;
    }
  /* Behind a unit only one digit can stand: 九十二一 is 九十二.  */
  if (run->count > 1 && later && !about)
    {
      run->value = (uint64_t) run->first[0];
      run->end = run->one;
      run->count = 1;
    }
}

/* Reads a run of digits at AT; returns its end, AT where none may stand
   here.  */
static size_t
read_digits (const struct zh *zh, size_t at, struct zh_numeral *n,
             struct zh_sum *sum)
{
  struct run run;
  size_t stop;
  bool later = sum->chars > 0;
  run_read (zh, at, n, sum, &run);
  bool about = is_about (run.first[0], run.first[1]);
  run_trim (zh, &run, later, about);
  /* 二十四百: 四 belongs to 百.  */
  const struct word *unit = zh_word (zh, run.end, ZH_SMALL, &stop);
  if (unit && sum->small && (unsigned) unit->number >= sum->small)
    return at;
  n->two = run.count == 1 && zh_is_before (zh, run.end, "两");
  if (run.count == 2 && about)
    zh_sum_pend (sum, (unsigned) run.first[0], (unsigned) run.first[1]);
  else if (run.count > 0)
    zh_sum_pend (sum, run.value, run.value);
  n->spoken = later ? 0 : run.count;
  sum->chars += run.count;
  return run.end;
}

/* Reads 多, 余, 来, 几 at AT, behind a unit; returns its end.  */
static size_t
read_over (const struct zh *zh, size_t at, struct zh_numeral *n,
           struct zh_sum *sum)
{
  enum
  {
    OVERS = 7
  };
  static const char *const overs[OVERS] = { "多", "余", "来", "几", "數", "餘", "幾" };
  size_t stop, after, from = at;
  unsigned which = 0;
  bool loose = sum->has_pend && !sum->pend_figures && sum->chars > 1;
  if (sum->chars == 0 || loose || n->over || n->decimal)
    return at;
  /* 十 余 万, of text that is spaced out.  */
  bool spaced = zh_is (zh, at, " ", &from);
  stop = from;
  while (which < OVERS && !zh_is (zh, from, overs[which], &stop))
    which++;
  if (zh_is (zh, stop, " ", &after) && zh_word (zh, after, ZH_BIG, NULL))
    stop = after;
  bool enough = sum->pend_figures || sum->last > 0;
  bool digit_follows = zh_word (zh, stop, ZH_DIGIT, &after);
  bool counted = zh_word (
    zh, stop, ZH_UNIT | ZH_COUNTER | ZH_BIG | ZH_NOUN | ZH_SMALL, &after);
  if ((spaced && !zh_word (zh, stop, ZH_BIG, NULL)) || which == OVERS
      || !enough || digit_follows || (which >= 2 && !counted))
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
is_hundredths (const struct zh *zh, size_t stop, const struct zh_sum *sum)
{
  return sum->chars > 1 && zh_is_before (zh, stop, "百")
         && zh_is (zh, stop, "分之", NULL);
}

/* Takes the numeral's next character or digits; returns where it ends, AT
   where the numeral does.  */
static size_t
step (const struct zh *zh, size_t at, struct zh_numeral *n, struct zh_sum *sum)
{
  size_t stop = at;
  if (!sum->has_pend && (sum->chars == 0 || sum->figures)
      && zh_figures_begin (zh, at))
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
  if (!word && (sum->small || sum->has_total) && !sum->pend_figures
      && !n->over && !n->decimal)
    return read_point (zh, at, n, sum);
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
      zh_sum_pend (sum, (unsigned) word->number, (unsigned) word->number);
      zh_sum_settle (sum, 0);
      sum->small = sum->last = 1;
    }
  else if (word->class == ZH_BIG)
    {
      zh_sum_big (sum, n, (unsigned) word->number);
      if (n->over || n->about)
        n->place += (unsigned) word->number;
    }
  else if (n->over || is_hundredths (zh, stop, sum)
           || !zh_sum_small (sum, n, (unsigned) word->number))
    return at;
  n->figures = n->spoken = 0;
  sum->chars++;
  return stop;
}

/* 几 or 数 before 十 百 千 万: two to nine of them.  */
static size_t
read_some (const struct zh *zh, size_t at, struct zh_numeral *n,
           struct zh_sum *sum)
{
  size_t stop, after;
  if (!zh_is (zh, at, "几", &stop) && !zh_is (zh, at, "幾", &stop)
      && !zh_is (zh, at, "数", &stop)
      && !zh_is (zh, at, "好几", &stop))
    return at;
  if (!zh_word (zh, stop, ZH_SMALL | ZH_BIG, &after))
    return at;
  zh_sum_pend (sum, 2, 9);
  n->some = true;
  sum->chars++;
  return stop;
}

bool
zh_numeral_read (const struct zh *zh, size_t at, struct zh_numeral *n)
{
  struct zh_sum sum = { 0 };
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
  zh_sum_finish (&sum, n);
  n->bare = sum.chars == 1 && !n->some;
  return true;
}
