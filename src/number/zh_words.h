/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the recogniser of Chinese knows, as tables of words.  */
#ifndef NUMBER_ZH_WORDS_H
#define NUMBER_ZH_WORDS_H

#include "number/wordlist.h"

/* Classes of words.  */
enum
{
  ZH_DIGIT = 1 << 0,    /* number: 0 to 9 */
  ZH_SMALL = 1 << 1,    /* 十 百 千; number: the power of ten */
  ZH_BIG = 1 << 2,      /* 万 亿 兆; the same */
  ZH_TENS = 1 << 3,     /* 廿 卅 卌; number: 20, 30, 40 */
  ZH_NONE = 1 << 4,     /* a set phrase or name, no quantity */
  ZH_VAGUE = 1 << 5,    /* 成千上万; number: the power of ten it begins at */
  ZH_BEFORE = 1 << 6,   /* qualifier before a number; number: enum qualifier,
                           QUALIFIER_NONE where it only looks like one */
  ZH_AFTER = 1 << 7,    /* qualifier behind a number or unit */
  ZH_UNIT = 1 << 8,     /* unit of measure; symbol */
  ZH_COUNTER = 1 << 9,  /* counter; symbol; number: 1: the noun tells more */
  ZH_NOUN = 1 << 10,    /* a thing counted; symbol in English */
  ZH_NAMED = 1 << 11,   /* 团 营 区: makes an ordinal of a number before it */
  ZH_RISE = 1 << 12,    /* verbs that make a multiple an increase */
  ZH_RATIO = 1 << 13,   /* words that make it a ratio, directly before it */
  ZH_RANGE = 1 << 14,   /* between two numbers */
  ZH_TENTH = 1 << 15,   /* 旬 and the like; number: first day * 100 + last */
  ZH_STOP = 1 << 16,    /* may not follow 成, 半 */
  ZH_LOOSE = 1 << 17    /* a unit that alone, behind 一, is no quantity */
};

extern const struct word zh_numerals[], zh_phrases[], zh_qualifiers[],
  zh_units[], zh_counters[], zh_nouns[];

#endif
