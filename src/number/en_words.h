/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the recogniser of English knows, as tables of words.  */
#ifndef NUMBER_EN_WORDS_H
#define NUMBER_EN_WORDS_H

#include "number/wordlist.h"

/* Classes of words.  */
enum
{
  EN_ONES = 1 << 0,     /* one to nineteen; number: the value */
  EN_TENS = 1 << 1,     /* twenty to ninety */
  EN_HUNDRED = 1 << 2,  /* hundred; number: the power of ten */
  EN_BIG = 1 << 3,      /* thousand, million; the same */
  EN_DOZEN = 1 << 4,    /* dozen, score; number: the value */
  EN_ORDINAL = 1 << 5,  /* first to nineteenth, twentieth; number: the value */
  EN_FRACTION = 1 << 6, /* third(s), quarter(s); number: the divisor */
  EN_MONTH = 1 << 7,    /* number: 1 to 12 */
  EN_BEFORE = 1 << 8,   /* qualifier before a number; number: enum qualifier */
  EN_AFTER = 1 << 9,    /* qualifier behind it */
  EN_UNIT = 1 << 10,    /* unit of measure; symbol */
  EN_NOUN = 1 << 11,    /* plurals without s; symbol: the noun to use */
  EN_NONE = 1 << 12,    /* a set phrase, no quantity */
  EN_VAGUE = 1 << 13,   /* dozens; number: the least */
  EN_STOP = 1 << 14,    /* ends the search for the noun that is counted */
  EN_FOLD = 1 << 15,    /* twofold, doubled; number: the value */
  EN_RISE = 1 << 16,    /* verbs that make a multiple an increase */
  EN_MORE = 1 << 17,    /* behind "times": an increase */
  EN_SOME = 1 << 18,    /* several, a few: before hundred, thousand */
  EN_PART = 1 << 19,    /* of a month; number: first day * 100 + last */
  EN_DATED = 1 << 20,   /* words before a year or a month */
  EN_NAMED = 1 << 21,   /* Regiment: what an ordinal names; symbol */
  EN_SHY = 1 << 22      /* months that are words too: May, March */
};

extern const struct word en_numerals[], en_phrases[], en_qualifiers[],
  en_units[], en_nouns[];

#endif
