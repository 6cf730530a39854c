/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The arithmetic of Chinese numerals.  */
#ifndef NUMBER_ZH_SUM_H
#define NUMBER_ZH_SUM_H

#include "number/zh.h"

/* The sum so far, for the low and the high bound.  TOTAL is what stands before
   the last 万 or 亿 and counts for good, PART what has been read since, PEND
   the digits that wait for their unit.  */
struct zh_sum
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

/* Makes LOW and HIGH, the same but for 三四, wait for their unit.  */
void zh_sum_pend (struct zh_sum *sum, uint64_t low, uint64_t high);

/* Makes the pending digits part of the sum, POWER tens up.  */
bool zh_sum_settle (struct zh_sum *sum, unsigned power);

/* Takes 十 百 千 into the sum; false where it can't stand here.  */
bool zh_sum_small (struct zh_sum *sum, struct zh_numeral *n, unsigned power);

/* Takes 万 亿 into the sum.  */
void zh_sum_big (struct zh_sum *sum, struct zh_numeral *n, unsigned power);

/* Adds the digit that stands for tens of the unit before it: 三万五 is 35,000,
   八百八 880.  */
void zh_sum_elide (struct zh_sum *sum, struct zh_numeral *n);

/* Adds what is left.  */
void zh_sum_finish (struct zh_sum *sum, struct zh_numeral *n);

#endif
