/* SPDX-License-Identifier: GPL-3.0-or-later */
/* English amounts: ranges, units, the noun that is counted, multiples.  */
#include <string.h>

#include "number/en.h"
#include "number/unit.h"
#include "text/ascii.h"

void
en_name_unit (struct quantity *q, const char *symbol, size_t start, size_t end)
{
  size_t len = symbol ? strlen (symbol) : 0;
  if (len >= UNIT_SYMBOL)
    len = 0;
  if (len > 0)
    memcpy (q->unit, symbol, len);
  q->unit[len] = '\0';
  q->unit_range = (struct range){ start, end };
}

void
en_qualify (struct quantity *q, enum qualifier qualifier)
{
  q->qualifier = qualifier;
  switch (qualifier)
    {
    case QUALIFIER_OVER:
    case QUALIFIER_LEAST:
      q->has_high = false;
      break;
    case QUALIFIER_NEAR:
    case QUALIFIER_UNDER:
    case QUALIFIER_MOST:
      q->has_low = false;
      break;
    default:
      break;
    }
}

static bool
ends_in (const char *word, size_t len, const char *tail)
{
  size_t size = strlen (tail);
  return len > size && memcmp (word + len - size, tail, size) == 0;
}

/* Names Q's unit after the LEN bytes of a plural at AT: furnaces, factories.
 */
static void
name_plural (const struct en *en, struct quantity *q, size_t at, size_t end)
{
  char word[UNIT_SYMBOL];
  size_t stop, len = end - at;
  const struct word *known = en_word (en, at, EN_NOUN, &stop);
  if (known && stop == end)
    {
      en_name_unit (q, known->symbol, at, end);
      return;
    }
  if (len >= sizeof word)
    return;
  for (size_t i = 0; i < len; i++)
    word[i] = ascii_to_lower (en->text[at + i]);
  if (ends_in (word, len, "ies"))
    {
      word[len - 3] = 'y';
      len -= 2;
    }
  else if (ends_in (word, len, "sses") || ends_in (word, len, "shes")
           || ends_in (word, len, "ches") || ends_in (word, len, "xes"))
    len -= 2;
  else if (ends_in (word, len, "s") && !ends_in (word, len, "ss"))
    len--;
  word[len] = '\0';
  en_name_unit (q, word, at, end);
}

/* Whether the word from AT to END is a plural.  */
static bool
is_plural (const struct en *en, size_t at, size_t end)
{
  size_t stop;
  if (en_word (en, at, EN_NOUN, &stop) && stop == end)
    return true;
  return ends_in (en->text + at, end - at, "s")
         && !ends_in (en->text + at, end - at, "ss")
         && !ends_in (en->text + at, end - at, "ous")
         && !ends_in (en->text + at, end - at, "'s") && end - at > 2;
}

enum
{
  NOUN_REACH = 6
};

/* Finds the noun that Q counts in the words from AT on: the first plural, or
   for ONE the last word before one that can't belong to it.  */
static void
read_noun (const struct en *en, size_t at, struct quantity *q, bool one)
{
  size_t last = 0, last_end = 0;
  for (unsigned i = 0; i < NOUN_REACH; i++)
    {
      size_t next = en_joint (en, at), end = en_word_end (en, next);
      if (next == at || end == next)
        break;
      if (!ascii_is_alpha ((unsigned char) en->text[next]))
        {
          at = end;
          continue;
        }
      if (en_word (en, next, EN_STOP | EN_MONTH, NULL))
        break;
      if (is_plural (en, next, end) && !one)
        {
          name_plural (en, q, next, end);
          return;
        }
      last = next;
      last_end = end;
      at = end;
    }
  if (one && last && !ends_in (en->text + last, last_end - last, "ly")
      && !ends_in (en->text + last, last_end - last, "ing"))
    name_plural (en, q, last, last_end);
}

/* Where what is counted starts: "1.1 million more kilowatt-hours".  */
static size_t
skip_more (const struct en *en, size_t at)
{
  size_t stop, next = en_gap (en, at);
  return next != at
             && (en_is (en, next, "more", &stop)
                 || en_is (en, next, "additional", &stop))
           ? stop
           : at;
}

/* Adds "and a half" behind a unit: two years and a half.  */
static void
read_and_half (const struct en *en, struct quantity *q)
{
  size_t stop, next = en_gap (en, q->range.end);
  struct decimal half;
  if (next == q->range.end || !en_is (en, next, "and", &stop))
    return;
  next = en_gap (en, stop);
  if (!en_is (en, next, "a", &stop))
    return;
  next = en_gap (en, stop);
  if (!en_is (en, next, "half", &stop) || !decimal_make (5, -1, &half))
    return;
  next = en_gap (en, stop);
  if (en_word (en, next, EN_BIG | EN_HUNDRED | EN_DOZEN, NULL)
      || en_word (en, next, EN_UNIT, NULL))
    return;
  if (decimal_add (q->low, half, &q->low)
      && decimal_add (q->high, half, &q->high))
    q->range.end = stop;
}

void
en_unit_read (const struct en *en, size_t at, struct quantity *q)
{
  at = skip_more (en, at);
  size_t stop, next = en_joint (en, at);
  const struct word *unit = en_word (en, at, EN_UNIT, &stop);
  bool attached = unit != NULL;
  if (!unit && next != at && !en_word (en, next, EN_NONE, NULL))
    unit = en_word (en, next, EN_UNIT, &stop);
  if (unit)
    {
      en_name_unit (q, unit->symbol, attached ? at : next, stop);
      q->range.end = stop;
      if (strcmp (unit->symbol, "%") == 0 || strcmp (unit->symbol, "‰") == 0)
        q->kind = QUANTITY_PERCENT;
      read_and_half (en, q);
      return;
    }
  bool one = q->has_low && q->has_high
             && decimal_compare (q->high, decimal_whole (1)) <= 0;
  if (q->kind == QUANTITY_CARDINAL)
    read_noun (en, at, q, one);
}

/* The moment before: whether "to" stands right before AT.  */
static bool
is_to_before (const struct en *en, size_t at)
{
  return at >= en->start + 3 && memcmp (en->text + at - 3, "to ", 3) == 0;
}

/* Says whether the multiple Q is an increase or a ratio.  */
static void
read_sense (const struct en *en, struct quantity *q)
{
  size_t next = en_gap (en, q->range.end), start = q->range.start;
  bool more = en_word (en, next, EN_MORE, NULL) != NULL;
  bool as = en_is (en, next, "as", NULL) || en_is (en, next, "that", NULL)
            || en_is (en, next, "the", NULL) || en_is (en, next, "what", NULL)
            || en_is (en, next, "those", NULL);
  bool grown = en->rise > en->clause && !is_to_before (en, start);
  q->kind = QUANTITY_MULTIPLE;
  q->sense = more || (grown && !as) ? SENSE_INCREASE : SENSE_RATIO;
}

static void
set_bounds (const struct en_numeral *n, struct quantity *q)
{
  q->low = n->value;
  q->high = n->high;
  q->reach = DECIMAL_ZERO;
  q->beyond = n->beyond;
  q->has_low = q->has_high = true;
  if (n->some)
    q->qualifier = QUALIFIER_SOME;
}

/* 2 to 3 million: the first takes the second's millions where it has none.  */
static struct decimal
scaled_low (const struct en_numeral *n, const struct en_numeral *second)
{
  struct decimal up;
  int power = second->value.exponent / 3 * 3;
  if (!n->scaled && second->scaled && power >= 3
      && decimal_compare (n->value, decimal_whole (1000)) < 0
      && decimal_scale (n->value, power, &up)
      && decimal_compare (up, second->value) < 0)
    return up;
  return n->value;
}

/* Reads "to 25,000", "-5", "or three" behind N into Q; false where it is no
   range.  */
static bool
read_range (const struct en *en, const struct en_numeral *n,
            struct quantity *q)
{
  static const char *const joins[]
    = { "to", "-", "–", "or", "and", "%-", "%–" };
  struct en_numeral second;
  size_t stop = 0, next = en_gap (en, n->end), which = 0;
  for (; which < 7; which++)
    if (en_is (en, next, joins[which], &stop))
      break;
  bool between
    = en->last_len == 7 && memcmp (en->last_word, "between", 7) == 0;
  bool from = en->last_len == 4 && memcmp (en->last_word, "from", 4) == 0;
  if (which == 7 || (which == 4 && !between) || n->ordinal)
    return false;
  if ((which == 1 || which == 2 || which > 4) && next != n->end)
    return false;
  next = en_gap (en, stop);
  if (!en_numeral_read (en, next, &second) || second.ordinal || second.beyond
      || n->beyond || (from && which == 0 && second.scaled != n->scaled))
    return false;
  struct decimal low = scaled_low (n, &second);
  if (decimal_compare (low, second.value) >= 0)
    return false;
  q->low = low;
  q->high = second.high;
  q->range.end = second.end;
  return true;
}

/* Whether a number follows at AT: "fifteen or above" goes on otherwise than
   "fifteen or above sixteen".  */
static bool
is_number (const struct en *en, size_t at)
{
  return (at < en->end && ascii_is_digit ((unsigned char) en->text[at]))
         || en_word (en, at, EN_ONES | EN_TENS, NULL);
}

/* Takes odd, -strong and the qualifiers behind a number or its unit into Q. */
static void
read_after (const struct en *en, struct quantity *q)
{
  size_t stop, next = en_joint (en, q->range.end);
  const struct word *word
    = next == q->range.end ? NULL : en_word (en, next, EN_AFTER, &stop);
  if (!word || is_number (en, en_gap (en, stop)))
    return;
  if (q->qualifier == QUALIFIER_NONE)
    en_qualify (q, (enum qualifier) word->number);
  q->range.end = stop;
}

/* Reads "-strong" behind a number of people.  */
static bool
read_strong (const struct en *en, struct quantity *q)
{
  size_t stop, next = en_joint (en, q->range.end);
  if (next == q->range.end || !en_is (en, next, "strong", &stop))
    return false;
  en_name_unit (q, "person", next, stop);
  q->range.end = stop;
  return true;
}

void
en_amount_read (const struct en *en, const struct en_numeral *n,
                struct quantity *q)
{
  size_t stop;
  *q = (struct quantity){ .range = { n->start, n->end } };
  set_bounds (n, q);
  if (n->ordinal)
    {
      size_t next = en_gap (en, n->end);
      const struct word *named = en_word (en, next, EN_NAMED, &stop);
      q->kind = QUANTITY_ORDINAL;
      if (named)
        en_name_unit (q, named->symbol, next, stop);
      return;
    }
  bool range = read_range (en, n, q);
  if (n->fraction && !range)
    q->kind = QUANTITY_FRACTION;
  read_after (en, q);
  if (read_strong (en, q))
    return;
  en_unit_read (en, q->range.end, q);
  if (n->fraction && q->unit[0])
    q->kind = unit_is_measure (q->unit) ? QUANTITY_CARDINAL : q->kind;
  if (strcmp (q->unit, "x") == 0)
    read_sense (en, q);
  read_after (en, q);
  q->weak = n->one && !unit_is_measure (q->unit);
}
