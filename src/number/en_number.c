/* SPDX-License-Identifier: GPL-3.0-or-later */
/* English numerals: 10.7 million, two hundred and fifty, half a million, 1/32.
 */
#include "number/en.h"

enum
{
  NUMERAL = EN_ONES | EN_TENS | EN_HUNDRED | EN_BIG | EN_DOZEN
};

/* The sum so far.  */
struct sum
{
  struct decimal total; /* what stands before the last thousand, million */
  struct decimal part;
  unsigned words;
  int room; /* what may follow: 3 anything, 2 tens, 1 ones, 0 no digits */
  unsigned scale; /* the power of the last unit, for "and a half" */
};

static bool
add (struct decimal *sum, int value)
{
  return decimal_add (*sum, decimal_whole ((uint64_t) value), sum);
}

/* Takes WORD into the sum; false where it can't stand there.  */
static bool
take (struct sum *sum, struct en_numeral *n, const struct word *word)
{
  switch (word->class & NUMERAL)
    {
    case EN_ONES:
      if (sum->room < 1 || (sum->room == 1 && word->number > 9))
        return false;
      add (&sum->part, word->number);
      sum->room = 0;
      break;
    case EN_TENS:
      if (sum->room < 2)
        return false;
      add (&sum->part, word->number);
      sum->room = 1;
      break;
    case EN_DOZEN:
      if (decimal_is_zero (sum->part))
        sum->part = decimal_whole (1);
      n->beyond |= !decimal_times (
        sum->part, decimal_whole ((uint64_t) word->number), &sum->part);
      n->scaled = true;
      sum->room = 0;
      break;
    default:
      if (decimal_is_zero (sum->part) && decimal_is_zero (sum->total))
        sum->part = decimal_whole (1);
      if (!decimal_scale (sum->part, word->number, &sum->part))
        n->beyond = true;
      sum->scale = (unsigned) word->number;
      sum->room = 2;
      n->scaled = true;
      if (word->class == EN_HUNDRED)
        break;
      if (decimal_is_zero (sum->part))
        n->beyond |= !decimal_scale (sum->total, word->number, &sum->total);
      else
        n->beyond |= !decimal_add (sum->total, sum->part, &sum->total);
      sum->part = DECIMAL_ZERO;
      sum->room = 3;
    }
  n->figures = n->decimal = false;
  sum->words++;
  return true;
}

/* Whether a whole number of parts stands at AT: three quarters.  */
static const struct word *
parts_word (const struct en *en, size_t at, int *count, size_t *stop)
{
  size_t next;
  const struct word *ones = en_word (en, at, EN_ONES, &next);
  const struct word *word = NULL;
  if (ones && ones->number > 1 && en_joint (en, next) != next)
    word = en_word (en, en_joint (en, next), EN_FRACTION, stop);
  if (!word || en->text[*stop - 1] != 's' || ones->number >= word->number)
    return NULL;
  *count = ones->number;
  return word;
}

/* Where two begins in "fifty - two", of text that is spaced out; AT where
   that does not stand there.  */
static size_t
over_hyphen (const struct en *en, size_t at)
{
  size_t next = en_gap (en, at), stop;
  if (next == at || next >= en->end || en->text[next] != '-')
    return at;
  stop = en_gap (en, next + 1);
  const struct word *ones = en_word (en, stop, EN_ONES, NULL);
  return stop != next + 1 && ones && ones->number > 0 && ones->number < 10
           ? stop
           : at;
}

/* Where the next word of the numeral at AT starts, behind "and" too; AT where
   the numeral ends.  */
static size_t
next_word (const struct en *en, size_t at, const struct sum *sum)
{
  size_t next = en_joint (en, at), stop, over;
  int count;
  if (next == at)
    return at;
  if (sum->room == 1 && (over = over_hyphen (en, at)) != at)
    return over;
  if (sum->scale >= 2 && en_is (en, next, "and", &stop))
    {
      over = en_gap (en, stop);
      if (over != stop && !parts_word (en, over, &count, &stop)
          && (en_word (en, over, EN_ONES | EN_TENS, NULL)
              || en_is_digit (en, over)))
        return over;
    }
  return next;
}

/* Whether the numeral word at AT goes on with FIRST and SECOND as a year,
   "nineteen fifty-eight".  */
static bool
read_year_words (const struct en *en, size_t at, struct en_numeral *n)
{
  size_t stop, next;
  const struct word *first = en_word (en, at, EN_ONES, &stop);
  if (!first || (first->number != 19 && first->number != 18))
    return false;
  next = en_gap (en, stop);
  const struct word *tens
    = next == stop ? NULL : en_word (en, next, EN_TENS, &stop);
  if (!tens)
    return false;
  int value = first->number * 100 + tens->number;
  next = en_joint (en, stop);
  size_t after;
  const struct word *ones
    = next == stop ? NULL : en_word (en, next, EN_ONES, &after);
  if (ones && ones->number < 10)
    {
      value += ones->number;
      stop = after;
    }
  n->value = decimal_whole ((uint64_t) value);
  n->end = stop;
  n->year = true;
  return true;
}

/* Adds "and a half", "and three quarters" behind N.  */
static size_t
read_and_half (const struct en *en, size_t at, struct en_numeral *n,
               unsigned scale)
{
  size_t next = en_gap (en, at), stop;
  struct decimal part;
  int count = 1;
  if (next == at || !en_is (en, next, "and", &stop))
    return at;
  next = en_gap (en, stop);
  const struct word *word = parts_word (en, next, &count, &stop);
  if (word)
    scale = 0;
  else if (en_is (en, next, "a", &stop))
    {
      word = en_word (en, en_gap (en, stop), EN_FRACTION, &stop);
      if (word && en->text[stop - 1] == 's')
        return at;
    }
  if (!word || n->ordinal
      || !decimal_make ((uint64_t) count, (int) scale, &part)
      || !decimal_divide (part, (uint64_t) word->number, &part)
      || !decimal_add (n->value, part, &n->value))
    return at;
  n->one = false;
  return stop;
}

/* The 25 of twenty-fifth, twenty-fifths at AT; 0 where there is none.  */
static int
lower_part (const struct en *en, size_t at, size_t *stop)
{
  size_t next;
  const struct word *tens = en_word (en, at, EN_TENS, &next);
  if (!tens || en_joint (en, next) == next)
    return 0;
  next = en_joint (en, next);
  if (en_is (en, next, "first", stop) || en_is (en, next, "firsts", stop))
    return tens->number + 1;
  const struct word *ones = en_word (en, next, EN_FRACTION, stop);
  if (!ones || ones->number < 3 || ones->number > 9
      || en_is (en, next, "quarters", NULL)
      || en_is (en, next, "quarter", NULL))
    return 0;
  return tens->number + ones->number;
}

/* Reads twenty-first behind twenty, or two-thirds behind two.  */
static size_t
read_ending (const struct en *en, size_t at, struct en_numeral *n,
             const struct sum *sum)
{
  size_t stop, next = en_joint (en, at);
  if (next == at || sum->words == 0)
    return at;
  const struct word *word = en_word (en, next, EN_ORDINAL, &stop);
  if (word && sum->room >= 1 && !n->figures && add (&n->value, word->number))
    {
      n->ordinal = true;
      return stop;
    }
  word = en_word (en, next, EN_FRACTION, &stop);
  int part = word ? word->number : lower_part (en, next, &stop);
  if (part == 0 || n->figures || n->decimal || n->digits > 0)
    return at;
  bool one = decimal_compare (n->value, decimal_whole (1)) == 0;
  bool many = en->text[stop - 1] == 's';
  /* "Fifty thousand quarters" may well be coins.  */
  if (n->scaled && part <= 4)
    return at;
  if (one == many
      || !decimal_divide (n->value, (uint64_t) part, &n->value))
    return at;
  n->fraction = true;
  n->one = false;
  return stop;
}

/* "Dozens" alone is vague, "three dozens" is not.  */
static const struct word dozens = { "dozens", EN_DOZEN, 12, NULL };

/* Reads the words of a numeral from AT on.  */
static size_t
read_words (const struct en *en, size_t at, struct en_numeral *n,
            struct sum *sum)
{
  size_t stop, end = at;
  for (size_t next = at;; next = next_word (en, end, sum))
    {
      struct en_numeral more = { .start = next };
      if (sum->words > 0 && next == end)
        break;
      if (en_is_digit (en, next) || (!sum->words && en_is_point (en, next)))
        {
          if (sum->words > 0 && (sum->room < 2 || en->text[end] == '-'))
            break;
          stop = en_figures_read (en, next, &more);
          if (sum->words > 0 && !en_is (en, next - 4, "and", NULL))
            break;
          n->beyond |= more.beyond;
          n->figures = more.figures && sum->words == 0;
          n->decimal = more.decimal;
          n->digits = more.digits;
          if (!decimal_add (sum->part, more.value, &sum->part))
            n->beyond = true;
          sum->room = 0;
          sum->words++;
          end = stop;
          continue;
        }
      const struct word *word = en_word (en, next, NUMERAL, &stop);
      if (sum->words > 0 && en_is (en, next, "dozens", &stop))
        word = &dozens;
      if (!word || !take (sum, n, word))
        break;
      end = stop;
    }
  return end;
}

/* "a" and "an" before hundred, million, dozen; "half a" before them; "several"
   too.  Returns where the numeral's words begin, AT where there are none.  */
static size_t
read_article (const struct en *en, size_t at, struct en_numeral *n, bool *half)
{
  size_t stop, next = at, after;
  if (en_is (en, at, "half", &stop))
    {
      *half = true;
      next = en_joint (en, stop);
      if (next == stop)
        return at;
    }
  if (en_word (en, next, EN_SOME, &stop))
    n->some = true;
  else if (!en_is (en, next, "a", &stop) && !en_is (en, next, "an", &stop))
    return at;
  after = en_gap (en, stop);
  return after != stop
             && en_word (en, after, EN_HUNDRED | EN_BIG | EN_DOZEN, NULL)
           ? after
           : at;
}

/* Adds 1/4 behind the whole number N: 2 1/4.  */
static size_t
read_mixed (const struct en *en, size_t at, struct en_numeral *n)
{
  size_t next = en_gap (en, at);
  struct en_numeral more = { .start = next };
  if (next == at || !n->figures || n->digits > 3 || !en_is_digit (en, next))
    return at;
  size_t end = en_figures_read (en, next, &more);
  size_t stop = more.figures ? en_slash_read (en, end, &more) : end;
  if (stop == end || decimal_compare (more.value, decimal_whole (1)) >= 0
      || !decimal_add (n->value, more.value, &n->value))
    return at;
  n->figures = false;
  n->decimal = true;
  return stop;
}

bool
en_numeral_read (const struct en *en, size_t at, struct en_numeral *n)
{
  struct sum sum = { DECIMAL_ZERO, DECIMAL_ZERO, 0, 3, 0 };
  bool half = false;
  *n = (struct en_numeral){ .start = at, .value = DECIMAL_ZERO };
  if (read_year_words (en, at, n))
    {
      n->high = n->value;
      return true;
    }
  size_t from = read_article (en, at, n, &half);
  if (from == at && (half || n->some))
    return false;
  /* "million" alone is no number.  */
  if (from == at && en_word (en, at, EN_HUNDRED | EN_BIG | EN_DOZEN, NULL))
    return false;
  size_t end = read_words (en, from, n, &sum);
  if (sum.words == 0)
    return false;
  if (!decimal_add (sum.total, sum.part, &n->value))
    n->beyond = true;
  n->one = sum.words == 1 && en_is (en, at, "one", NULL);
  if (n->figures || n->digits)
    end = en_slash_read (en, en_suffix_read (en, end, n), n);
  size_t more
    = n->ordinal || n->fraction ? end : read_ending (en, end, n, &sum);
  if (more == end && !n->ordinal && !n->fraction)
    more = read_and_half (en, end, n, sum.scale);
  if (more == end && !n->ordinal && !n->fraction)
    more = read_mixed (en, end, n);
  n->end = more;
  n->high = n->value;
  if (half && !decimal_divide (n->value, 2, &n->value))
    n->beyond = true;
  if (n->some)
    n->beyond |= !decimal_times (n->value, decimal_whole (9), &n->high)
                 || !decimal_times (n->value, decimal_whole (2), &n->value);
  else
    n->high = n->value;
  return true;
}
