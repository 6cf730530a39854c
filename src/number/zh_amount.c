/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chinese amounts: a numeral with its unit, counter and noun, fractions and
   compound measures (一石一斗, 五吨四).  */
#include <string.h>

#include "base/utf8.h"
#include "number/unit.h"
#include "number/zh.h"

void
zh_name_unit (struct quantity *q, const char *symbol, size_t start, size_t end)
{
  q->unit[0] = '\0';
  if (symbol)
    strncat (q->unit, symbol, UNIT_SYMBOL - 1);
  q->unit_range = (struct range){ start, end };
}

/* Lets Q say "more than its low bound, but less than 10^PLACE more".  */
static void
set_over (struct quantity *q, unsigned place)
{
  struct decimal step;
  q->qualifier = QUALIFIER_OVER;
  q->has_high = false;
  if (!decimal_make (1, (int) place, &step)
      || !decimal_add (q->low, step, &q->reach))
    q->reach = DECIMAL_ZERO;
}

void
zh_bounds (const struct zh_numeral *n, struct quantity *q)
{
  q->low = n->low;
  q->high = n->high;
  q->reach = DECIMAL_ZERO;
  q->beyond = n->beyond;
  q->has_low = q->has_high = true;
  if (n->over)
    set_over (q, n->place);
  else if (n->about)
    q->qualifier = QUALIFIER_ABOUT;
  else if (n->some)
    q->qualifier = QUALIFIER_SOME;
}

/* The Han characters that end a search for a noun.  */
static bool
noun_ends (const struct zh *zh, size_t at, size_t *next)
{
  static const char *const ends[]
    = { "的", "和", "在", "到", "从", "了", "是", "与",
        "及", "就", "都", "以", "把", "用", "占", "有" };
  unsigned char c = (unsigned char) zh->text[at];
  *next = at;
  if (c < 0xE3 || c > 0xE9 || zh->end - at < 3)
    return true;
  *next = at + 3;
  if (zh_word (zh, at, ZH_DIGIT | ZH_SMALL | ZH_BIG, NULL)
      || zh_is (zh, at, "、", NULL) || zh_is (zh, at, "。", NULL))
    return true;
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
    if (zh_is (zh, at, ends[i], NULL))
      return true;
  return false;
}

/* How many characters behind a counter are searched for the noun, and how many
   bytes may stand between two of which the second is the head: 种地组.  */
enum
{
  NOUN_REACH = 12,
  HEAD_GAP = 6
};

const struct word *
zh_noun (const struct zh *zh, size_t at, size_t *stop)
{
  const struct word *best = NULL;
  size_t next, end;
  for (unsigned i = 0; i < NOUN_REACH && at < zh->end; i++, at = next)
    {
      const struct word *noun = zh_word (zh, at, ZH_NOUN, &end);
      if (best && at - *stop > HEAD_GAP)
        break;
      if (noun)
        {
          best = noun;
          *stop = next = end;
          if (strlen (noun->text) > 3)
            break;
        }
      else if (zh_word (zh, at, ZH_NONE, &next)
               || (!best && zh_is (zh, at, "的", &next)))
        continue;
      else if (noun_ends (zh, at, &next))
        break;
    }
  return best;
}

const struct word *
zh_noun_before (const struct zh *zh, size_t before)
{
  size_t from;
  return zh_word_before (zh, before, ZH_NOUN, &from);
}

/* Skips a few spaces, which scanned text has between the characters.  */
static size_t
skip_spaces (const struct zh *zh, size_t at)
{
  size_t i = at;
  while (i < zh->end && i < at + 2 && zh->text[i] == ' ')
    i++;
  return i;
}

/* Whether 分之 stands at AT.  */
static bool
is_parted (const struct zh *zh, size_t at, size_t *next)
{
  if (!zh_is (zh, skip_spaces (zh, at), "分", next)
      || !zh_is (zh, skip_spaces (zh, *next), "之", next))
    return false;
  *next = skip_spaces (zh, *next);
  return true;
}

/* Reads 分之 and what follows N, the divisor.  */
static bool
read_fraction (const struct zh *zh, const struct zh_numeral *n,
               struct quantity *q)
{
  static const char *const names[] = { "%", "‰", "‱" };
  struct zh_numeral part;
  size_t next;
  if (n->over || n->beyond || !is_parted (zh, n->end, &next)
      || !zh_numeral_read (zh, next, &part))
    return false;
  zh_bounds (&part, q);
  q->range.end = part.end;
  if (n->low.digits == 1 && n->low.divisor == 1 && n->low.exponent >= 2
      && n->low.exponent <= 4)
    {
      q->kind = QUANTITY_PERCENT;
      zh_name_unit (q, names[n->low.exponent - 2], n->start, next);
      return true;
    }
  q->kind = QUANTITY_FRACTION;
  uint64_t by = n->low.digits;
  for (int e = n->low.exponent; e > 0 && by < DECIMAL_DIVISOR; e--)
    by *= 10;
  if (n->low.exponent < 0 || n->low.divisor != 1
      || !decimal_divide (q->low, by, &q->low)
      || !decimal_divide (q->high, by, &q->high))
    q->beyond = true;
  return true;
}

/* Adds 又三分之一 behind N to Q.  */
static void
read_mixed (const struct zh *zh, const struct zh_numeral *n,
            struct quantity *q)
{
  struct zh_numeral by;
  struct quantity part = { 0 };
  size_t next;
  bool whole = !n->over && !n->about && !n->some && !n->decimal && !n->beyond;
  if (!whole || !zh_is (zh, skip_spaces (zh, n->end), "又", &next)
      || !zh_numeral_read (zh, skip_spaces (zh, next), &by)
      || !read_fraction (zh, &by, &part) || part.beyond
      || (part.kind == QUANTITY_PERCENT
          && !decimal_scale (part.low, -by.low.exponent, &part.low))
      || !zh_add_part (q, part.low))
    return;
  q->range.end = part.range.end;
}

/* Whether a stroke of division stands from AT to END.  */
static bool
is_slashed (const struct zh *zh, size_t at, size_t end)
{
  while (at < end && !zh_is (zh, at, "/", NULL) && !zh_is (zh, at, "／", NULL))
    at++;
  return at < end;
}

/* Adds 3/4 behind the figures of N to Q: 1 3/4.  */
static void
read_mixed_figures (const struct zh *zh, const struct zh_numeral *n,
                    struct quantity *q)
{
  enum
  {
    FIGURES_MOST = 3
  };
  struct zh_numeral part = { 0 };
  struct decimal value;
  size_t next = skip_spaces (zh, n->end);
  if (next == n->end || n->figures == 0 || n->figures > FIGURES_MOST
      || !zh_figures_begin (zh, next)
      || !zh_figures_read (zh, next, &part, &value) || part.beyond
      || !is_slashed (zh, next, part.end) || !zh_add_part (q, value))
    return;
  q->range.end = part.end;
}

/* Reads 成 and 折 behind N: tenths.  */
static bool
read_tenths (const struct zh *zh, const struct zh_numeral *n,
             struct quantity *q)
{
  size_t stop, next;
  struct zh_numeral more;
  bool tenths = zh_is (zh, n->end, "成", &stop);
  if (!tenths && !zh_is (zh, n->end, "折", &stop))
    return false;
  bool small = decimal_compare (n->high, decimal_whole (10)) <= 0;
  if ((!small && (tenths || n->spoken != 2)) || n->over || n->beyond
      || zh_word (zh, stop, ZH_STOP, NULL) != NULL)
    {
      /* 四成五 is 45 percent.  */
      if (!tenths || !small || !zh_numeral_read (zh, stop, &more) || !more.bare
          || zh_word (zh, more.end, ZH_UNIT | ZH_COUNTER, NULL))
        return false;
    }
  zh_bounds (n, q);
  q->kind = QUANTITY_PERCENT;
  zh_name_unit (q, "%", n->end, stop);
  if (small)
    {
      decimal_scale (q->low, 1, &q->low);
      decimal_scale (q->high, 1, &q->high);
    }
  if (tenths && zh_numeral_read (zh, stop, &more) && more.bare && !more.over
      && decimal_compare (more.low, decimal_whole (10)) < 0
      && !zh_word (zh, more.end, ZH_UNIT | ZH_COUNTER, NULL))
    {
      decimal_add (q->low, more.low, &q->low);
      decimal_add (q->high, more.low, &q->high);
      stop = more.end;
    }
  else if (zh_is (zh, stop, "半", &next))
    {
      decimal_add (q->low, decimal_whole (5), &q->low);
      decimal_add (q->high, decimal_whole (5), &q->high);
      stop = next;
    }
  else if (zh_is (zh, stop, "多", &next))
    {
      stop = next;
      set_over (q, 1);
    }
  q->range.end = stop;
  return true;
}

/* Whether 度 here is of electricity.  */
static bool
is_power (const struct zh *zh, const struct quantity *q, size_t stop)
{
  return zh_is (zh, stop, "电", NULL)
         || zh_is_before (zh, q->range.start, "电");
}

/* Adds 多 or 半 behind a unit or counter: 一个多钟头, 一个半人, 两倍多.  */
static size_t
read_more (const struct zh *zh, size_t at, struct quantity *q)
{
  struct decimal half;
  size_t stop, after;
  if (q->qualifier != QUALIFIER_NONE)
    return at;
  bool few = decimal_compare (q->low, decimal_whole (100)) < 0;
  if (few && zh_is (zh, at, "多", &stop) && !zh_word (zh, at, ZH_NONE, &after))
    {
      set_over (q, 0);
      return stop;
    }
  if (zh_is (zh, at, "半", &stop) && !zh_word (zh, at, ZH_NONE, &after)
      && decimal_make (5, -1, &half) && q->low.exponent >= 0
      && zh_add_part (q, half))
    return stop;
  return at;
}

/* Names the thing that is counted, for a counter that does not say it.  */
static void
read_noun (const struct zh *zh, struct quantity *q, size_t at)
{
  size_t stop;
  const struct word *noun = zh_noun (zh, at, &stop);
  if (!noun)
    noun = zh_noun_before (zh, q->range.start);
  if (noun)
    zh_name_unit (q, noun->symbol, q->unit_range.start, q->unit_range.end);
}

/* Reads the unit of measure behind N.  */
static bool
read_unit (const struct zh *zh, struct quantity *q)
{
  size_t stop, at = q->range.end;
  const struct word *word = zh_word (zh, at, ZH_UNIT, &stop);
  if (!word)
    return false;
  const char *symbol = word->symbol;
  if (strcmp (symbol, "degree") == 0 && is_power (zh, q, stop))
    symbol = "kWh";
  zh_name_unit (q, symbol, at, stop);
  if (strcmp (symbol, "%") == 0 || strcmp (symbol, "‰") == 0)
    q->kind = QUANTITY_PERCENT;
  if (strcmp (symbol, "x") == 0)
    {
      q->kind = QUANTITY_MULTIPLE;
      q->sense = zh_sense (zh, q->range.start);
    }
  q->range.end = stop;
  q->range.end = read_more (zh, stop, q);
  if (q->range.end == stop)
    zh_compound_read (zh, q);
  return true;
}

/* Reads the counter, or the thing that is counted without one.  */
static bool
read_counter (const struct zh *zh, struct quantity *q)
{
  size_t stop, end, at = q->range.end;
  const struct word *word = zh_word (zh, at, ZH_COUNTER, &stop);
  if (!word)
    word = zh_word (zh, at, ZH_NOUN, &stop);
  if (!word)
    return false;
  zh_name_unit (q, word->symbol, at, stop);
  q->range.end = read_more (zh, stop, q);
  /* 一个多钟头: the unit stands behind 多.  */
  const struct word *unit
    = q->range.end > stop ? zh_word (zh, q->range.end, ZH_UNIT, &end) : NULL;
  bool month
    = !unit && q->range.end > stop && zh_is (zh, q->range.end, "月", &end);
  if (unit || month)
    {
      zh_name_unit (q, month ? "month" : unit->symbol, q->range.end, end);
      q->range.end = end;
    }
  else if (word->class == ZH_COUNTER && word->number == 1)
    read_noun (zh, q, q->range.end);
  return true;
}

bool
zh_amount_read (const struct zh *zh, const struct zh_numeral *n,
                struct quantity *q)
{
  size_t stop;
  *q = (struct quantity){ .range = { n->start, n->end } };
  zh_bounds (n, q);
  if (read_fraction (zh, n, q) || read_tenths (zh, n, q))
    return true;
  read_mixed (zh, n, q);
  read_mixed_figures (zh, n, q);
  bool mixed = q->range.end != n->end;
  const struct word *named = zh_word (zh, n->end, ZH_NAMED, &stop);
  bool plain = !n->over && !n->about && !n->some && !n->begins_with_unit
               && !n->two && decimal_compare (n->low, n->high) == 0;
  if (named && plain)
    {
      q->kind = QUANTITY_ORDINAL;
      zh_name_unit (q, named->symbol, n->end, stop);
      q->range.end = stop;
      return true;
    }
  bool unit = read_unit (zh, q) || read_counter (zh, q);
  if (n->begins_with_unit && n->bare && !unit)
    return false;
  return unit || mixed || n->figures || n->decimal
         || (!n->bare && n->spoken != 2 && n->spoken != 1);
}
