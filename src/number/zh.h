/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recognition of Chinese: what its files share.  */
#ifndef NUMBER_ZH_H
#define NUMBER_ZH_H

#include <string.h>

#include "number/wordlist.h"
#include "number/quantity.h"
#include "number/zh_words.h"

/* The text being read.  */
struct zh
{
  const struct wordlist *wordlist;
  const char *text;
  size_t start;
  size_t end;
  size_t floor; /* the end of the last quantity that was found */
  struct quantities *out;
};

/* A numeral: what can be read of it before its unit.  */
struct zh_numeral
{
  size_t start;
  size_t end;
  struct decimal low;
  struct decimal high;   /* the same, but for 三四十, 几百 */
  bool beyond;           /* out of range */
  bool over;             /* 多, 余 or 几 behind a unit of it */
  bool about;            /* 来 */
  bool some;             /* 几百 */
  bool bare;             /* of one character, or none but 百, 千, 万 */
  bool begins_with_unit; /* 百五十, 万 */
  bool two;              /* 两 alone */
  bool decimal;          /* it has a point */
  unsigned figures;      /* how many digits, where it is only such */
  unsigned spoken;       /* how many of 一二三, where it is only such */
  unsigned big;          /* the power of ten of its last 万, 亿 */
  unsigned place;        /* the power of ten that 多 reaches up to */
};

/* Reads the numeral at AT; false where there is none.  Linear.  */
bool zh_numeral_read (const struct zh *zh, size_t at, struct zh_numeral *n);

/* The word of one of CLASSES at AT, and where it ends in *STOP.  */
static inline const struct word *
zh_word (const struct zh *zh, size_t at, unsigned classes, size_t *stop)
{
  return wordlist_find (zh->wordlist, zh->text, at, zh->end, classes, stop);
}

/* The word of one of CLASSES that ends at AT.  */
static inline const struct word *
zh_word_before (const struct zh *zh, size_t at, unsigned classes, size_t *from)
{
  return wordlist_before (zh->wordlist, zh->text, zh->floor, at, classes, from);
}

/* The same for the one word WORD; in the header, as most are told by their first
   bytes, and their lengths are known where they are asked for.  */
static inline bool
zh_is (const struct zh *zh, size_t at, const char *word, size_t *stop)
{
  size_t len = strlen (word);
  if (at > zh->end || zh->end - at < len
      || memcmp (zh->text + at, word, len) != 0)
    return false;
  if (stop)
    *stop = at + len;
  return true;
}

static inline bool
zh_is_before (const struct zh *zh, size_t at, const char *word)
{
  size_t len = strlen (word);
  return at >= zh->start + len && memcmp (zh->text + at - len, word, len) == 0;
}

/* The digit 0 to 9 at AT in figures, ASCII or full-width; -1: there is none.
 *STOP is where it ends.  */
int zh_figure (const struct zh *zh, size_t at, size_t *stop);

/* Whether figures begin at AT, with their point even: .25.  */
bool zh_figures_begin (const struct zh *zh, size_t at);

/* Reads the figures at AT, 1,234.5 in ASCII or full width, into *VALUE and
   what N says of them; false where there are none.  */
bool zh_figures_read (const struct zh *zh, size_t at, struct zh_numeral *n,
                      struct decimal *value);

/* The zeros that the figures before AT end in.  */
unsigned zh_zeros_before (const struct zh *zh, size_t at);

/* Reads a date or a time that begins with the numeral N; false where there is
   none.  *Q and *OTHER are filled; OTHER->range is empty where there is no
   second reading.  */
bool zh_date_read (const struct zh *zh, const struct zh_numeral *n,
                   struct quantity *q, struct quantity *other);

/* The same for dates that begin with no numeral (本月上半月).  */
bool zh_half_month (const struct zh *zh, size_t at, struct quantity *q);

/* Fills Q with the amount that begins with the numeral N, unit and all;
   false where N states none.  */
bool zh_amount_read (const struct zh *zh, const struct zh_numeral *n,
                     struct quantity *q);

/* Tries to make a range of Q, read from N, and what follows.  Where not OK, no
   amount could be read from N alone, and Q is not looked at.  */
bool zh_range_read (const struct zh *zh, const struct zh_numeral *n, bool ok,
                    struct quantity *q);

/* The things at AT, behind a counter, or right before BEFORE: a noun of the
   tables, or NULL.  */
const struct word *zh_noun (const struct zh *zh, size_t at, size_t *stop);
const struct word *zh_noun_before (const struct zh *zh, size_t before);

/* Adds 一斗 behind 一石, 四 behind 五吨, 半 behind 三斤; as often as they
   stand.  */
void zh_compound_read (const struct zh *zh, struct quantity *q);

/* Adds VALUE, in Q's unit, to both bounds of Q; false where that is out of
   range.  */
bool zh_add_part (struct quantity *q, struct decimal value);

/* Sets the bounds of Q from N.  */
void zh_bounds (const struct zh_numeral *n, struct quantity *q);

/* Names Q's unit.  */
void zh_name_unit (struct quantity *q, const char *symbol, size_t start,
                   size_t end);

/* Whether a multiple that starts at AT is an increase.  */
enum sense zh_sense (const struct zh *zh, size_t at);

/* Takes the qualifiers before and behind Q into it.  */
void zh_qualify (const struct zh *zh, struct quantity *q);

#endif
