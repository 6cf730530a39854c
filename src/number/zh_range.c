/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chinese ranges: 两万到两万五千个, 三到四万, 七、八百.  */
#include <string.h>

#include "number/zh.h"

/* Takes 三到四万 for 30,000 to 40,000: N lacks the unit that MORE has.  */
static struct decimal
scaled_low (const struct zh_numeral *n, const struct zh_numeral *more,
            struct decimal low)
{
  struct decimal up;
  if (n->big == 0 && more->big > 0 && decimal_scale (low, (int) more->big, &up)
      && decimal_compare (up, more->low) < 0)
    return up;
  return low;
}

/* Whether N and MORE are neighbours joined by 、: 七、八百.  */
static bool
are_neighbours (const struct zh_numeral *n, const struct zh_numeral *more)
{
  return n->low.exponent == 0 && n->low.divisor == 1
         && (n->bare || n->figures == 1) && n->low.digits > 0
         && (more->low.digits == n->low.digits + 1
             || (n->low.digits == 9 && more->low.digits == 1
                 && more->low.exponent == 1));
}

/* Makes a range of Q and the amount MORE behind a connecting word.  */
static bool
join (const struct zh_numeral *n, const struct zh_numeral *second, bool comma,
      struct quantity *q, const struct quantity *more)
{
  struct decimal low = q->low;
  bool same = q->unit[0] == '\0' || strcmp (q->unit, more->unit) == 0
              || more->unit[0] == '\0';
  if (!same || q->beyond || more->beyond || !q->has_low || !q->has_high)
    return false;
  if (comma)
    {
      if (!are_neighbours (n, second) || q->unit[0])
        return false;
      decimal_scale (low, second->low.exponent, &low);
    }
  else if (q->unit[0] == '\0')
    low = scaled_low (n, second, low);
  struct quantity whole = *more;
  if (whole.unit[0] == '\0' && q->unit[0])
    {
      memcpy (whole.unit, q->unit, sizeof whole.unit);
      whole.unit_range = q->unit_range;
      whole.kind = q->kind;
    }
  whole.low = low;
  whole.range.start = q->range.start;
  if (decimal_compare (low, more->low) >= 0)
    return false;
  *q = whole;
  return true;
}

bool
zh_range_read (const struct zh *zh, const struct zh_numeral *n, bool ok,
               struct quantity *q)
{
  struct zh_numeral second;
  struct quantity more, first = *q;
  size_t stop, at = ok ? q->range.end : n->end;
  if (!ok)
    {
      first = (struct quantity){ .range = { n->start, n->end } };
      zh_bounds (n, &first);
    }
  const struct word *word = zh_word (zh, at, ZH_RANGE, &stop);
  if (!word || zh_is (zh, stop, "—", NULL)
      || !zh_numeral_read (zh, stop, &second)
      || !zh_amount_read (zh, &second, &more) || more.kind == QUANTITY_ORDINAL)
    return false;
  bool comma = strcmp (word->text, "、") == 0;
  bool from
    = zh_is_before (zh, n->start, "由") || zh_is_before (zh, n->start, "从");
  if ((from && first.unit[0] && more.unit[0])
      || !join (n, &second, comma, &first, &more))
    return false;
  *q = first;
  if (q->kind == QUANTITY_MULTIPLE)
    q->sense = zh_sense (zh, q->range.start);
  return true;
}
