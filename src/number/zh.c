/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recognition of Chinese: the pass over the text.  */
#include "number/zh.h"

#include <string.h>

#include "number/recognise_private.h"
#include "number/unit.h"
#include "text/ascii.h"

static const struct word *const tables[]
  = { zh_numerals, zh_phrases, zh_qualifiers, zh_units,
      zh_counters, zh_nouns,   NULL };

static size_t
emit (struct zh *zh, const struct quantity *q)
{
  VEC_PUSH (zh->out, *q);
  zh->floor = q->range.end;
  return q->range.end;
}

/* Whether nothing but white space stands before AT in its line.  */
static bool
line_begins (const struct zh *zh, size_t at)
{
  while (at > zh->start)
    {
      if (zh_is_before (zh, at, "　"))
        at -= 3;
      else if (zh_is_before (zh, at, " ") || zh_is_before (zh, at, "\t"))
        at--;
      else
        return zh_is_before (zh, at, "\n") || zh_is_before (zh, at, "：");
    }
  return true;
}

/* Whether N counts the entries of a list: 一、 or （二） or ３．.  */
static bool
is_list_number (const struct zh *zh, const struct zh_numeral *n)
{
  bool open
    = zh_is_before (zh, n->start, "（") || zh_is_before (zh, n->start, "(");
  bool close = zh_is (zh, n->end, "）", NULL) || zh_is (zh, n->end, ")", NULL);
  if (n->end - n->start > 9 || n->over || n->some)
    return false;
  if (open && close)
    return true;
  bool mark = zh_is (zh, n->end, "、", NULL) || zh_is (zh, n->end, "．", NULL)
              || zh_is (zh, n->end, ". ", NULL)
              || zh_is (zh, n->end, ".　", NULL);
  if (!mark || !line_begins (zh, n->start))
    return false;
  /* 三、四月 and 7、8个 are no list.  */
  struct zh_numeral next;
  size_t stop;
  return !(zh_word (zh, n->end, ZH_RANGE, &stop)
           && zh_numeral_read (zh, stop, &next));
}

/* Whether Q, read from N, may well be no amount at all: 一个, 一天.  */
static bool
is_weak (const struct zh_numeral *n, const struct quantity *q)
{
  static const char *const times[]
    = { "day", "year", "month", "hour", "minute", "second", "week" };
  if (!n->bare || n->over || q->kind != QUANTITY_CARDINAL)
    return false;
  bool one = decimal_compare (n->high, decimal_whole (1)) == 0;
  if (!one)
    return n->two;
  for (size_t i = 0; i < sizeof times / sizeof *times; i++)
    if (strcmp (q->unit, times[i]) == 0)
      return true;
  return unit_is_measure (q->unit) == false;
}

/* 一在 … 一在: one of those just named; 作用有二.  */
static bool
read_elliptic (const struct zh *zh, const struct zh_numeral *n,
               struct quantity *q)
{
  bool fresh = zh_is_before (zh, n->start, "，")
               || zh_is_before (zh, n->start, "、")
               || zh_is_before (zh, n->start, "；");
  bool ends = zh_is (zh, n->end, "：", NULL) || zh_is (zh, n->end, "。", NULL)
              || zh_is (zh, n->end, "，", NULL);
  bool one = decimal_compare (n->low, decimal_whole (1)) == 0;
  if (!n->bare || n->begins_with_unit)
    return false;
  *q = (struct quantity){ .range = { n->start, n->end }, .weak = true };
  zh_bounds (n, q);
  if (one && fresh && zh_is (zh, n->end, "在", NULL) && zh->out->len > 0)
    {
      const struct quantity *last = &zh->out->items[zh->out->len - 1];
      if (n->start - last->range.end > 60)
        return false;
      zh_name_unit (q, last->unit, n->end, n->end);
      return true;
    }
  if (!ends || !zh_is_before (zh, n->start, "有"))
    return false;
  const struct word *noun = zh_noun_before (zh, n->start - 3);
  zh_name_unit (q, noun ? noun->symbol : NULL, n->end, n->end);
  return true;
}

/* Whether Han, lost or not, or a mark that lists things stands right before
   (BACK) or behind AT.  */
static bool
is_joined (const struct zh *zh, size_t at, bool back)
{
  size_t stop;
  if (back ? at < zh->start + 3 : zh->end - at < 3)
    return false;
  if (back)
    at -= 3;
  unsigned char c = (unsigned char) zh->text[at];
  return (c >= 0xE4 && c <= 0xE9) || zh_word (zh, at, ZH_RANGE, &stop)
         || zh_is (zh, at, "\uFFFD", &stop) || zh_is (zh, at, "□", &stop);
}

/* Reads a digit that stands alone between marks: ，二。  A heading is none. */
static bool
read_alone (const struct zh *zh, const struct zh_numeral *n,
            struct quantity *q)
{
  bool whole = n->start == zh->start && n->end == zh->end;
  bool heading = line_begins (zh, n->start)
                 && (n->end == zh->end || zh->text[n->end] == '\n');
  if (n->begins_with_unit || is_joined (zh, n->start, true)
      || is_joined (zh, n->end, false) || (heading && !whole))
    return false;
  *q = (struct quantity){ .range = { n->start, n->end }, .weak = true };
  zh_bounds (n, q);
  return true;
}

/* 翻一番 is twice as much, 翻两番 four times.  */
static void
double_up (const struct zh *zh, struct quantity *q)
{
  enum
  {
    MOST = 20
  };
  bool doubling = zh_is_before (zh, q->range.start, "翻")
                  || zh_is_before (zh, q->range.start, "翻了")
                  || zh_is_before (zh, q->range.start, "翻上");
  if (!doubling || !zh_is_before (zh, q->range.end, "番")
      || q->low.exponent != 0 || q->low.divisor != 1 || q->low.digits > MOST)
    return;
  q->kind = QUANTITY_MULTIPLE;
  q->sense = SENSE_RATIO;
  q->low = q->high = decimal_whole ((uint64_t) 1 << q->low.digits);
  zh_name_unit (q, "x", q->unit_range.start, q->unit_range.end);
}

/* 一半: a fraction.  */
static bool
read_half (const struct zh *zh, size_t at, struct quantity *q)
{
  size_t stop;
  if (!zh_is (zh, at, "一半", &stop)
      || zh_word (zh, stop, ZH_UNIT | ZH_COUNTER, NULL))
    return false;
  *q = (struct quantity){ .range = { at, stop },
                          .kind = QUANTITY_FRACTION,
                          .has_low = true,
                          .has_high = true };
  decimal_make (5, -1, &q->low);
  q->high = q->low;
  return true;
}

/* 半 before a unit: 半斤, 半个月.  */
static bool
read_half_unit (const struct zh *zh, size_t at, struct quantity *q)
{
  size_t stop, end;
  if (!zh_is (zh, at, "半", &stop) || zh_is_before (zh, at, "上")
      || zh_is_before (zh, at, "下") || zh_is_before (zh, at, "前")
      || zh_is_before (zh, at, "后") || zh_is_before (zh, at, "大"))
    return false;
  const struct word *unit = zh_word (zh, stop, ZH_UNIT, &end);
  bool month = !unit && zh_is (zh, stop, "月", &end);
  if (!unit && !month)
    return false;
  *q = (struct quantity){ .range = { at, end },
                          .has_low = true,
                          .has_high = true };
  decimal_make (5, -1, &q->low);
  q->high = q->low;
  zh_name_unit (q, month ? "month" : unit->symbol, stop, end);
  if (strcmp (q->unit, "x") == 0)
    {
      q->kind = QUANTITY_MULTIPLE;
      q->sense = zh_sense (zh, at);
    }
  return true;
}

/* Whether the character before AT stands for one that the scan lost.  */
static bool
is_gap (const struct zh *zh, size_t at)
{
  return zh_is_before (zh, at, "?") || zh_is_before (zh, at, "？")
         || zh_is_before (zh, at, "□") || zh_is_before (zh, at, "×");
}

/* Takes 负 and 零下 before Q into it.  */
static void
read_sign (const struct zh *zh, struct quantity *q)
{
  static const char *const signs[] = { "负", "負", "零下" };
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
    if (zh_is_before (zh, q->range.start, signs[i])
        && q->range.start - strlen (signs[i]) >= zh->floor)
      {
        q->negative = true;
        q->range.start -= strlen (signs[i]);
        return;
      }
  size_t at = q->range.start;
  bool sign = at > zh->floor && zh_figures_begin (zh, at)
              && zh_is_before (zh, at, "-")
              && (at - 1 == zh->start || zh_is_before (zh, at - 1, " ")
                  || zh_is_before (zh, at - 1, "\n")
                  || zh_is_before (zh, at - 1, "（"));
  if (sign)
    {
      q->negative = true;
      q->range.start--;
    }
}

/* Takes the number at AT; returns where to go on.  */
static size_t
take_number (struct zh *zh, size_t at)
{
  struct zh_numeral n;
  struct quantity q, other;
  if (read_half (zh, at, &q))
    return emit (zh, &q);
  if (!zh_numeral_read (zh, at, &n))
    return at;
  if (is_list_number (zh, &n) || (n.begins_with_unit && is_gap (zh, at)))
    return n.end;
  if (zh_date_read (zh, &n, &q, &other))
    {
      size_t end = emit (zh, &q);
      return other.range.end ? emit (zh, &other) : end;
    }
  bool ok = zh_amount_read (zh, &n, &q);
  bool range = q.kind != QUANTITY_ORDINAL && zh_range_read (zh, &n, ok, &q);
  if (!ok && !range && !read_elliptic (zh, &n, &q) && !read_alone (zh, &n, &q))
    return n.end;
  if (ok && !range)
    q.weak = is_weak (&n, &q);
  double_up (zh, &q);
  if (q.kind != QUANTITY_ORDINAL)
    zh_qualify (zh, &q);
  read_sign (zh, &q);
  return emit (zh, &q);
}

/* Takes 第三 and 第二十一 at AT.  */
static size_t
take_ordinal (struct zh *zh, size_t at, size_t behind)
{
  struct zh_numeral n;
  struct quantity q;
  if (zh_half_month (zh, at, &q))
    return emit (zh, &q);
  if (!zh_numeral_read (zh, behind, &n) || n.over || n.some || n.decimal)
    return behind;
  q = (struct quantity){ .range = { at, n.end }, .kind = QUANTITY_ORDINAL };
  zh_bounds (&n, &q);
  return emit (zh, &q);
}

/* A vague amount: 成千上万.  */
static size_t
take_vague (struct zh *zh, size_t at, size_t stop, const struct word *word)
{
  struct quantity q = { .range = { at, stop },
                        .kind = QUANTITY_VAGUE,
                        .has_low = true,
                        .low = DECIMAL_ZERO };
  size_t end;
  decimal_make (1, word->number, &q.low);
  q.high = q.reach = DECIMAL_ZERO;
  const struct word *unit
    = zh_word (zh, stop, ZH_UNIT | ZH_COUNTER | ZH_NOUN, &end);
  if (unit)
    {
      zh_name_unit (&q, unit->symbol, stop, end);
      q.range.end = end;
    }
  return emit (zh, &q);
}

/* Whether the phrase from AT to STOP would cut a numeral: 平均一万 holds no
   均一, 万分之五 no 万分.  */
static bool
is_cut (const struct zh *zh, size_t at, size_t stop)
{
  enum
  {
    NUMERAL = ZH_DIGIT | ZH_SMALL | ZH_BIG
  };
  size_t after, from;
  bool begins = zh_word (zh, at, NUMERAL, &after) != NULL;
  while (begins && zh_is (zh, stop, " ", NULL))
    stop++;
  if (begins && zh_is (zh, stop, "之", &after)
      && zh_word (zh, after, NUMERAL, &after))
    return true;
  return zh_word (zh, stop, begins ? NUMERAL : ZH_SMALL | ZH_BIG, &after)
         && wordlist_before (zh->wordlist, zh->text, zh->start, stop, NUMERAL,
                            &from);
}

/* Takes what stands at AT, whose first character may begin something; returns
   where to go on, AT where it is nothing.  */
static size_t
take (struct zh *zh, size_t at)
{
  struct quantity q;
  size_t stop;
  const struct word *word = zh_word (zh, at, ZH_NONE | ZH_VAGUE, &stop);
  if (word && !is_cut (zh, at, stop))
    return word->class == ZH_NONE ? stop : take_vague (zh, at, stop, word);
  if (zh_is (zh, at, "第", &stop))
    return take_ordinal (zh, at, stop);
  if (zh_half_month (zh, at, &q) || read_half_unit (zh, at, &q))
    return emit (zh, &q);
  return take_number (zh, at);
}

/* The end of the run of letters and figures at AT: T34 is a name.  */
static size_t
skip_letters (const char *text, size_t at, size_t end)
{
  while (at < end
         && (ascii_is_alpha ((unsigned char) text[at])
             || ascii_is_digit ((unsigned char) text[at])))
    at++;
  return at;
}

/* The length of the character at S, or 1.  */
static size_t
step (const char *s, size_t left)
{
  unsigned char c = (unsigned char) s[0];
  size_t len = c < 0xC0 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
  return len <= left ? len : 1;
}

static void
zh_recognise (const struct recogniser *recogniser, const char *text,
              struct range within, struct quantities *out)
{
  struct zh zh = { .wordlist = recogniser->wordlist,
                   .text = text,
                   .start = within.start,
                   .end = within.end,
                   .floor = within.start,
                   .out = out };
  for (size_t at = within.start, next; at < within.end; at = next)
    {
      unsigned char c = (unsigned char) text[at];
      if (ascii_is_alpha (c))
        next = skip_letters (text, at, within.end);
      else
        {
          next = at;
          if (recogniser_begins (recogniser, text, at, within.end))
            next = take (&zh, at);
          if (next == at)
            next = at + step (text + at, within.end - at);
        }
    }
}

const struct language language_zh = {
  .name = "zh",
  .tables = tables,
  .beginnings
  = ZH_DIGIT | ZH_SMALL | ZH_BIG | ZH_TENS | ZH_NONE | ZH_VAGUE | ZH_TENTH,
  .also = "第半几幾数好.0123456789０１２３４５６７８９",
  .run = zh_recognise,
};
