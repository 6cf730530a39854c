/* SPDX-License-Identifier: GPL-3.0-or-later */
/* English quantities that begin with a word of their own: twofold, dozens,
   half, No. 5, both, "more than an hour", first.  */
#include <string.h>

#include "number/en.h"
#include "text/ascii.h"

size_t
en_emit (struct en *en, const struct quantity *q)
{
  VEC_PUSH (en->out, *q);
  en->floor = q->range.end;
  return q->range.end;
}

void
en_qualify_before (struct en *en, struct quantity *q)
{
  const struct en_before *before = &en->before;
  if (before->qualifier == QUALIFIER_NONE || before->end != q->range.start
      || before->start < en->floor || q->kind == QUANTITY_ORDINAL)
    return;
  q->range.start = before->start;
  if (q->qualifier == QUALIFIER_NONE || q->qualifier == QUALIFIER_SOME)
    en_qualify (q, before->qualifier);
}

size_t
en_emit_multiple (struct en *en, struct quantity *q, bool twice)
{
  size_t end = en_emit (en, q);
  if (!twice)
    return end;
  struct quantity other = *q;
  other.alternative = true;
  other.sense = q->sense == SENSE_RATIO ? SENSE_INCREASE : SENSE_RATIO;
  return en_emit (en, &other);
}

size_t
en_take_fold (struct en *en, size_t at, size_t stop, const struct word *word)
{
  struct quantity q = { .range = { at, stop },
                        .kind = QUANTITY_MULTIPLE,
                        .sense = SENSE_RATIO,
                        .has_low = true,
                        .has_high = true };
  bool fold = strstr (word->text, "fold") != NULL;
  size_t next = en_gap (en, stop);
  bool twice
    = strcmp (word->text, "twice") == 0 || strcmp (word->text, "thrice") == 0;
  q.low = q.high = decimal_whole ((uint64_t) word->number);
  q.reach = DECIMAL_ZERO;
  en_name_unit (&q, "x", at, stop);
  en_qualify_before (en, &q);
  if (twice && !en_is (en, next, "as", NULL) && !en_is (en, next, "the", NULL)
      && !en_is (en, next, "that", NULL) && !en_is (en, next, "more", NULL))
    {
      q.kind = QUANTITY_CARDINAL;
      q.sense = SENSE_NONE;
      q.weak = true;
      en_name_unit (&q, "time", at, stop);
      return en_emit (en, &q);
    }
  bool more = fold
              && (en->rise > en->clause
                  || en_word (en, next, EN_MORE | EN_RISE, NULL));
  return en_emit_multiple (en, &q, more);
}

size_t
en_take_vague (struct en *en, size_t at, size_t stop, const struct word *word)
{
  struct quantity q
    = { .range = { at, stop }, .kind = QUANTITY_VAGUE, .has_low = true };
  size_t next = en_gap (en, stop), of;
  q.low = decimal_whole ((uint64_t) word->number);
  q.high = q.reach = DECIMAL_ZERO;
  if (en_is (en, next, "of", &of))
    {
      q.kind = QUANTITY_CARDINAL;
      en_unit_read (en, of, &q);
      q.kind = QUANTITY_VAGUE;
    }
  en_qualify_before (en, &q);
  return en_emit (en, &q);
}

size_t
en_take_fraction (struct en *en, size_t at)
{
  struct quantity q
    = { .kind = QUANTITY_FRACTION, .has_low = true, .has_high = true };
  size_t stop, next = at, end;
  bool article = en_is (en, at, "a", &stop) || en_is (en, at, "one", &stop);
  if (article)
    next = en_joint (en, stop);
  const struct word *word = en_word (en, next, EN_FRACTION, &stop);
  if (!word || (!article && word->number != 2) || en->text[stop - 1] == 's')
    return at;
  decimal_divide (decimal_whole (1), (uint64_t) word->number, &q.low);
  q.high = q.low;
  q.reach = DECIMAL_ZERO;
  q.range = (struct range){ at, stop };
  next = en_joint (en, stop);
  bool of = en_is (en, next, "of", NULL);
  if (en_is (en, next, "a", &end) || en_is (en, next, "an", &end))
    next = en_gap (en, end);
  const struct word *unit = en_word (en, next, EN_UNIT, &end);
  if (unit && !of && word->number == 2)
    {
      q.kind = QUANTITY_CARDINAL;
      en_name_unit (&q, unit->symbol, next, end);
      q.range.end = end;
    }
  else if (!of && !article
           && !(en->last_len == 2 && memcmp (en->last_word, "by", 2) == 0)
           && !en_is (en, next, "the", NULL))
    return at;
  else if (article && !of && next < en->end && next != stop
           && ascii_is_alpha ((unsigned char) en->text[next])
           && !en_word (en, next, EN_STOP, NULL))
    return at;
  en_qualify_before (en, &q);
  return en_emit (en, &q);
}

size_t
en_take_numbered (struct en *en, size_t at)
{
  struct en_numeral n;
  struct quantity q;
  size_t stop;
  if (en->text[at] != 'N'
      || !(en_is (en, at, "nos.", &stop) || en_is (en, at, "no.", &stop)
           || en_is (en, at, "number", &stop)))
    return at;
  size_t next = en_gap (en, stop);
  if (next >= en->end || !ascii_is_digit ((unsigned char) en->text[next])
      || !en_numeral_read (en, next, &n) || n.decimal)
    return at;
  q = (struct quantity){ .range = { at, n.end },
                         .kind = QUANTITY_ORDINAL,
                         .has_low = true,
                         .has_high = true,
                         .beyond = n.beyond,
                         .low = n.value,
                         .high = n.value,
                         .reach = DECIMAL_ZERO };
  return en_emit (en, &q);
}

size_t
en_take_both (struct en *en, size_t at)
{
  struct quantity q = { .has_low = true,
                        .has_high = true,
                        .weak = true,
                        .low = { 2, 0, 1 },
                        .high = { 2, 0, 1 },
                        .reach = { 0, 0, 1 } };
  size_t stop;
  if (!en_is (en, at, "both", &stop))
    return at;
  size_t next = en_gap (en, stop), end = en_word_end (en, next);
  if (next == stop || end < next + 4 || en->text[end - 1] != 's'
      || en->text[end - 2] == 's' || en_word (en, next, EN_STOP, NULL))
    return at;
  q.range = (struct range){ at, stop };
  en_unit_read (en, stop, &q);
  return en_emit (en, &q);
}

size_t
en_take_article (struct en *en, size_t at)
{
  struct quantity q = { .has_low = true,
                        .has_high = true,
                        .low = { 1, 0, 1 },
                        .high = { 1, 0, 1 },
                        .reach = { 0, 0, 1 } };
  size_t stop, end;
  bool waits = en->before.qualifier != QUALIFIER_NONE && en->before.end == at;
  if (!en_is (en, at, "a", &stop) && !en_is (en, at, "an", &stop))
    return at;
  size_t next = en_gap (en, stop);
  const struct word *unit = en_word (en, next, EN_UNIT, &end);
  if (!unit || strcmp (unit->symbol, "x") == 0)
    return at;
  q.range = (struct range){ at, stop };
  en_unit_read (en, stop, &q);
  if (!waits && q.range.end == end)
    return at;
  en_qualify_before (en, &q);
  return en_emit (en, &q);
}

size_t
en_take_ordinal (struct en *en, size_t at, size_t stop,
                 const struct word *word)
{
  size_t next = en_joint (en, stop), end;
  if (next == stop || next >= en->end
      || !ascii_is_alpha ((unsigned char) en->text[next])
      || en_word (en, next, EN_STOP, NULL))
    return stop;
  struct quantity q = { .range = { at, stop },
                        .kind = QUANTITY_ORDINAL,
                        .has_low = true,
                        .has_high = true };
  q.low = q.high = decimal_whole ((uint64_t) word->number);
  q.reach = DECIMAL_ZERO;
  const struct word *named = en_word (en, next, EN_NAMED, &end);
  if (named)
    en_name_unit (&q, named->symbol, next, end);
  return en_emit (en, &q);
}
