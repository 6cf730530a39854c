/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The arithmetic of Chinese numerals.  */
#include "number/zh_sum.h"

void
zh_sum_pend (struct zh_sum *sum, uint64_t low, uint64_t high)
{
  sum->pend[0] = decimal_whole (low);
  sum->pend[1] = decimal_whole (high);
  sum->has_pend = true;
}

bool
zh_sum_settle (struct zh_sum *sum, unsigned power)
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

bool
zh_sum_small (struct zh_sum *sum, struct zh_numeral *n, unsigned power)
{
  if (!sum->has_pend && sum->small == 0 && !sum->has_part)
    {
      n->begins_with_unit |= sum->chars == 0 && power > 1;
      zh_sum_pend (sum, 1, 1);
    }
  else if (!sum->has_pend && sum->zero)
    zh_sum_pend (sum, 1, 1);
  if (!sum->has_pend || (sum->small && power >= sum->small)
      || (sum->has_part && sum->small == 0))
    return false;
  if (!zh_sum_settle (sum, power))
    n->beyond = true;
  sum->small = sum->last = power;
  return true;
}

void
zh_sum_big (struct zh_sum *sum, struct zh_numeral *n, unsigned power)
{
  bool fits = true;
  bool times = sum->has_total && !sum->has_pend && !sum->has_part;
  if (!sum->has_total && !sum->has_pend && !sum->has_part)
    {
      n->begins_with_unit = sum->chars == 0;
      zh_sum_pend (sum, 1, 1);
    }
  if (sum->has_pend)
    fits = zh_sum_settle (sum, 0);
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

void
zh_sum_elide (struct zh_sum *sum, struct zh_numeral *n)
{
  bool one = decimal_compare (sum->pend[1], decimal_whole (10)) < 0;
  if (sum->has_pend && sum->last >= 2 && !sum->zero && !n->decimal && one
      && !zh_sum_settle (sum, sum->last - 1))
    n->beyond = true;
}

void
zh_sum_finish (struct zh_sum *sum, struct zh_numeral *n)
{
  zh_sum_elide (sum, n);
  if (sum->has_pend && !zh_sum_settle (sum, 0))
    n->beyond = true;
  struct decimal *bounds[2] = { &n->low, &n->high };
  for (int k = 0; k < 2; k++)
    if (!decimal_add (sum->total[k], sum->part[k], bounds[k]))
      n->beyond = true;
}
