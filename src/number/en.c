/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recognition of English: the pass over the text.  */
#include "number/en.h"

#include <string.h>

#include "number/recognise_private.h"
#include "number/unit.h"
#include "text/ascii.h"

static const struct word *const tables[]
  = { en_numerals, en_phrases, en_qualifiers, en_units, en_nouns, NULL };

/* Whether the figures at N, at the start of a line, count a list: "1.  ".  */
static bool
is_list_number (const struct en *en, const struct en_numeral *n)
{
  size_t at = n->start;
  char after = n->end < en->end ? en->text[n->end] : '\0';
  bool bracket = at > en->start && en->text[at - 1] == '(' && after == ')';
  if (!n->figures || n->digits > 3)
    return false;
  if (bracket)
    return true;
  while (at > en->start
         && (en->text[at - 1] == ' ' || en->text[at - 1] == '\t'))
    at--;
  bool line
    = at == en->start || en->text[at - 1] == '\n' || en->text[at - 1] == ':';
  bool gap = n->end + 1 >= en->end || en->text[n->end + 1] == ' '
             || en->text[n->end + 1] == '\n';
  return line && gap && (after == '.' || after == ')');
}

/* Whether N stands alone in its line: the number of a page.  */
static bool
is_page_number (const struct en *en, const struct en_numeral *n)
{
  return n->figures && (n->start == 0 || en->text[n->start - 1] == '\n')
         && n->end < en->end && en->text[n->end] == '\n';
}

/* "one producing elsewhere", of those just named.  */
static void
read_elliptic (struct en *en, const struct en_numeral *n, struct quantity *q)
{
  size_t at = en_gap (en, n->end), end = en_word_end (en, at);
  if (!n->one || q->unit[0] || end < at + 5 || en->out->len == 0
      || memcmp (en->text + end - 3, "ing", 3) != 0)
    return;
  const struct quantity *last = &en->out->items[en->out->len - 1];
  if (n->start - last->range.end < 60)
    en_name_unit (q, last->unit, n->end, n->end);
}

/* Takes "minus", or a sign right before the figures, into Q.  */
static void
read_sign (const struct en *en, struct quantity *q)
{
  static const char *const words[] = { "minus", "negative" };
  size_t at = q->range.start;
  bool sign = at > en->floor && en->text[at - 1] == '-'
              && (at - 1 == en->start || en->text[at - 2] == ' '
                  || en->text[at - 2] == '(' || en->text[at - 2] == '\n');
  if (sign && q->kind != QUANTITY_ORDINAL)
    {
      q->negative = true;
      q->range.start--;
    }
  for (size_t i = 0; i < 2; i++)
    {
      size_t len = strlen (words[i]), stop;
      if (en->last_len == len && at > en->floor + len
          && en_is (en, at - len - 1, words[i], &stop)
          && en_gap (en, stop) == at)
        {
          q->negative = true;
          q->range.start = at - len - 1;
        }
    }
}

/* Whether "minus" stands right before AT.  */
static bool
is_negative (const struct en *en, size_t at)
{
  struct quantity q = { .range = { at, at } };
  read_sign (en, &q);
  return q.negative;
}

/* Takes the number at AT; returns where to go on, AT where there is none.  */
static size_t
take_number (struct en *en, size_t at)
{
  struct en_numeral n;
  struct quantity q;
  if (!en_numeral_read (en, at, &n))
    return at;
  if (is_list_number (en, &n) || is_page_number (en, &n))
    return n.end;
  bool qualified = en->before.qualifier != QUALIFIER_NONE
                   && en->before.end == at
                   && en->before.qualifier != QUALIFIER_MOST;
  if (en_date_read (en, at, &n, &q)
      && !(qualified && q.from.year && !q.from.month))
    return en_emit (en, &q);
  en_amount_read (en, &n, &q);
  read_elliptic (en, &n, &q);
  if (n.one && !q.unit[0] && !is_negative (en, at))
    return n.end;
  en_qualify_before (en, &q);
  read_sign (en, &q);
  if (q.kind == QUANTITY_MULTIPLE)
    return en_emit_multiple (en, &q, q.sense == SENSE_INCREASE);
  return en_emit (en, &q);
}

/* Remembers the qualifier WORD; one behind another makes it longer.  */
static void
remember (struct en *en, size_t at, size_t stop, const struct word *word)
{
  struct en_before *before = &en->before;
  bool goes_on = before->qualifier != QUALIFIER_NONE && before->end == at;
  if (goes_on && before->qualifier == QUALIFIER_REACH)
    before->qualifier = (enum qualifier) word->number;
  if (!goes_on)
    *before = (struct en_before){ at, 0, (enum qualifier) word->number };
  before->end = en_gap (en, stop);
}

/* Takes the word at AT; returns where to go on, AT where it means nothing.  */
static size_t
take_word (struct en *en, size_t at)
{
  enum
  {
    NUMERAL = EN_ONES | EN_TENS | EN_HUNDRED | EN_BIG | EN_DOZEN,
    ANY = NUMERAL | EN_NONE | EN_VAGUE | EN_FOLD | EN_BEFORE | EN_PART
          | EN_ORDINAL | EN_MONTH | EN_RISE | EN_SOME
  };
  struct quantity q;
  size_t stop, next;
  const struct word *word = en_word (en, at, ANY, &stop);
  char c = ascii_to_lower (en->text[at]);
  if (word && word->class & EN_PART && en_part_read (en, at, &q))
    return en_emit (en, &q);
  if (word && word->class & EN_PART)
    word = en_word (en, at, ANY & ~(unsigned) EN_PART, &stop);
  if (word && word->class & EN_NONE)
    return stop;
  if (c == 'n' && (next = en_take_numbered (en, at)) != at)
    return next;
  if ((c == 'a' || c == 'h' || c == 'o')
      && (next = en_take_fraction (en, at)) != at)
    return next;
  if (c == 'a' && (next = en_take_article (en, at)) != at)
    return next;
  if (c == 'b' && (next = en_take_both (en, at)) != at)
    return next;
  if ((word && word->class & (NUMERAL | EN_SOME)) || c == 'a' || c == 'h')
    {
      next = take_number (en, at);
      if (next != at)
        return next;
    }
  if (!word)
    return at;
  if (word->class & EN_VAGUE)
    return en_take_vague (en, at, stop, word);
  if (word->class & EN_FOLD)
    return en_take_fold (en, at, stop, word);
  if (word->class & EN_ORDINAL)
    return en_take_ordinal (en, at, stop, word);
  if (word->class & EN_MONTH)
    return en_date_read (en, at, NULL, &q) ? en_emit (en, &q) : at;
  if (word->class & EN_RISE)
    en->rise = stop;
  if (word->class & EN_BEFORE)
    {
      remember (en, at, stop, word);
      return en->before.end;
    }
  return at;
}

/* Takes $5 million, ￥300.  */
static size_t
take_money (struct en *en, size_t at)
{
  static const struct
  {
    const char *sign, *symbol;
  } signs[] = { { "$", "dollar" },
                { "£", "pound-sterling" },
                { "¥", "yuan" },
                { "￥", "yuan" },
                { "US$", "dollar" } };
  struct en_numeral n;
  struct quantity q;
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
    {
      size_t stop = at + strlen (signs[i].sign);
      if (stop >= en->end
          || memcmp (en->text + at, signs[i].sign, stop - at) != 0
          || !ascii_is_digit ((unsigned char) en->text[stop])
          || !en_numeral_read (en, stop, &n))
        continue;
      en_amount_read (en, &n, &q);
      q.range = (struct range){ at, n.end };
      q.kind = QUANTITY_CARDINAL;
      en_name_unit (&q, signs[i].symbol, at, stop);
      en_qualify_before (en, &q);
      return en_emit (en, &q);
    }
  return at;
}

/* Notes the word from AT to END as the one before what follows.  */
static void
pass_word (struct en *en, size_t at, size_t end)
{
  en->last_word = en->text + at;
  en->last_len = end - at;
}

static bool
ends_clause (char c)
{
  return c == ',' || c == ';' || c == '.' || c == ':' || c == '?' || c == '!';
}

static void
en_recognise (const struct recogniser *recogniser, const char *text,
              struct range within, struct quantities *out)
{
  struct en en = { .wordlist = recogniser->wordlist,
                   .text = text,
                   .start = within.start,
                   .end = within.end,
                   .floor = within.start,
                   .clause = within.start,
                   .last_word = text,
                   .out = out };
  for (size_t at = within.start, next; at < within.end; at = next)
    {
      unsigned char c = (unsigned char) text[at];
      next = at;
      if (ascii_is_alpha (c))
        next = take_word (&en, at);
      else if (ascii_is_digit (c) || en_is_point (&en, at))
        next = take_number (&en, at);
      else if (c == '$' || c >= 0x80)
        next = take_money (&en, at);
      if (next != at && ascii_is_alpha (c))
        {
          pass_word (&en, at, next);
          continue;
        }
      if (next != at)
        continue;
      if (ends_clause ((char) c))
        en.clause = at + 1;
      next = en_word_end (&en, at);
      if (next > at)
        pass_word (&en, at, next);
      else
        next = at + 1;
    }
}

const struct language language_en = {
  .name = "en",
  .tables = tables,
  .also = "",
  .run = en_recognise,
};
