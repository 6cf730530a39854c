/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recognition of English: what its files share.  */
#ifndef NUMBER_EN_H
#define NUMBER_EN_H

#include "number/en_words.h"
#include "number/wordlist.h"
#include "number/quantity.h"
#include "text/ascii.h"

/* A qualifier that was just read: it counts for a number at END.  */
struct en_before
{
  size_t start;
  size_t end;
  enum qualifier qualifier; /* QUALIFIER_NONE: there is none */
};

/* The text being read.  */
struct en
{
  const struct wordlist *wordlist;
  const char *text;
  size_t start;
  size_t end;
  size_t floor;  /* the end of the last quantity that was found */
  size_t clause; /* where the present clause starts */
  size_t rise;   /* the end of the last verb of growing in this clause, or 0 */
  const char *last_word; /* the word before, and its length */
  size_t last_len;
  struct en_before before;
  struct quantities *out;
};

/* A numeral.  */
struct en_numeral
{
  size_t start;
  size_t end;
  struct decimal value;
  struct decimal high; /* the same, but for "several hundred" */
  bool beyond;         /* out of range */
  bool some;           /* "several hundred" */
  bool figures;        /* only figures, no comma, no point */
  unsigned digits;     /* how many, then */
  bool ordinal;        /* 21st, twenty-first */
  bool one;            /* the word "one" alone */
  bool decimal;        /* it has a point */
  bool scaled;         /* it holds hundred, thousand, million */
  bool fraction;       /* 1/32, two-thirds */
  bool year;           /* nineteen fifty-eight */
};

/* Where the next word starts behind AT: over spaces, one line break at most
   and no blank line; AT itself where none are.  */
size_t en_gap (const struct en *en, size_t at);

/* The same, or over one hyphen.  */
size_t en_joint (const struct en *en, size_t at);

/* The word of one of CLASSES at AT.  */
static inline const struct word *
en_word (const struct en *en, size_t at, unsigned classes, size_t *stop)
{
  return wordlist_find (en->wordlist, en->text, at, en->end, classes, stop);
}

/* Whether WORD (in small letters) stands at AT as a whole word; most are told by
   their first letter.  */
bool en_is_whole (const struct en *en, size_t at, const char *word,
                  size_t *stop);

static inline bool
en_is (const struct en *en, size_t at, const char *word, size_t *stop)
{
  return at < en->end && ascii_to_lower (en->text[at]) == *word
         && en_is_whole (en, at, word, stop);
}

/* The end of the word at AT: letters, figures, apostrophes.  */
size_t en_word_end (const struct en *en, size_t at);

bool en_is_digit (const struct en *en, size_t at);

/* Whether a decimal begins at AT with its point: .25.  */
bool en_is_point (const struct en *en, size_t at);

/* Reads figures at AT into N; returns their end.  */
size_t en_figures_read (const struct en *en, size_t at, struct en_numeral *n);

/* Read what stands behind figures, st, nd, rd, th, and the /32 of 1/32; return
   the end, AT where it is not there.  */
size_t en_suffix_read (const struct en *en, size_t at, struct en_numeral *n);
size_t en_slash_read (const struct en *en, size_t at, struct en_numeral *n);

/* Reads the numeral at AT (the start of a word, a figure, "a" or "half");
   false where there is none.  Linear.  */
bool en_numeral_read (const struct en *en, size_t at, struct en_numeral *n);

/* Reads a date that begins at AT: with a month, or with N (may be NULL).  */
bool en_date_read (const struct en *en, size_t at, const struct en_numeral *n,
                   struct quantity *q);

/* A part of a month: "first half of the month", "mid-October".  */
bool en_part_read (const struct en *en, size_t at, struct quantity *q);

/* Whether N may be a year here, and whether it surely is.  */
bool en_is_year (const struct en *en, const struct en_numeral *n, bool *sure);

/* Names Q's unit, and what it counts: behind AT.  Moves the end of Q.  */
void en_unit_read (const struct en *en, size_t at, struct quantity *q);

/* Sets the bounds of Q by QUALIFIER.  */
void en_qualify (struct quantity *q, enum qualifier qualifier);

/* Names Q's unit.  */
void en_name_unit (struct quantity *q, const char *symbol, size_t start,
                   size_t end);

/* Fills Q with the amount that N begins, range, unit and all.  */
void en_amount_read (const struct en *en, const struct en_numeral *n,
                     struct quantity *q);

/* Appends Q to what was found; returns its end.  */
size_t en_emit (struct en *en, const struct quantity *q);

/* Takes the qualifier that was read right before Q into it.  */
void en_qualify_before (struct en *en, struct quantity *q);

/* Emits Q, a multiple, and its second reading: "a twofold increase", "five
   times more".  */
size_t en_emit_multiple (struct en *en, struct quantity *q, bool twice);

/* The following return where to go on, AT where they take nothing.  */

/* Takes twofold, doubled, twice as WORD.  */
size_t en_take_fold (struct en *en, size_t at, size_t stop,
                     const struct word *word);

/* Takes "dozens", "thousands of people".  */
size_t en_take_vague (struct en *en, size_t at, size_t stop,
                      const struct word *word);

/* Takes half, a third, two-thirds' kin: "half of", "half a jin", "a third of".
   AT where it is none of them.  */
size_t en_take_fraction (struct en *en, size_t at);

/* Takes "No. 5"; AT where it is none.  */
size_t en_take_numbered (struct en *en, size_t at);

/* Takes both hands, both sides; AT where it is none.  */
size_t en_take_both (struct en *en, size_t at);

/* Takes "more than an hour", a qualifier, an article and a unit, and "a year
   and a half".  */
size_t en_take_article (struct en *en, size_t at);

/* Takes an ordinal word where something stands behind it: First Secretary.  */
size_t en_take_ordinal (struct en *en, size_t at, size_t stop,
                        const struct word *word);

#endif
