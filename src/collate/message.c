/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Discrepancies in words.  */
#include <stdlib.h>

#include "base/buf.h"
#include "base/intl.h"
#include "base/mem.h"
#include "collate/discrepancy.h"

const char *
discrepancy_kind_name (enum discrepancy_kind kind)
{
  static const char *const names[DISCREPANCY_KINDS]
    = { N_ ("number"),   N_ ("precision"), N_ ("unit"), N_ ("multiple"),
        N_ ("date"),     N_ ("omission"),  N_ ("addition"),
        N_ ("leftover"), N_ ("term"),      N_ ("sum"),  N_ ("gap") };
  return names[kind];
}

const char *
severity_name (enum severity severity)
{
  static const char *const names[] = { "quiet", "minor", "grave" };
  return names[severity];
}

/* The sentence for REMARK, untranslated: %1$s are the words of the original,
   %2$s those of the translation, %3$s one thing more.  NULL where that depends
   on D.  */
static const char *
plain_sentence (enum remark remark)
{
  switch (remark)
    {
    case REMARK_VALUE:
      return N_ ("the original has %1$s, the translation %2$s");
    case REMARK_DIGITS:
      return N_ ("%1$s became %2$s: digits changed places");
    case REMARK_MADE_EXACT:
      return N_ ("%1$s is rounded, %2$s is exact");
    case REMARK_QUALIFIER_LOST:
      return N_ ("%1$s is not exact, %2$s does not say so");
    case REMARK_QUALIFIER_ADDED:
      return N_ ("%1$s is exact, %2$s is not");
    case REMARK_QUALIFIER_OTHER:
      return N_ ("%1$s and %2$s are not exact in the same way");
    case REMARK_MARKED_TWICE:
      return N_ ("%1$s says twice that it is more, %2$s once");
    case REMARK_UNIT:
      return N_ ("%1$s became %2$s: the number is the same, the unit is not");
    case REMARK_UNIT_NAME:
      return N_ ("%1$s is in jin of half a kilogram; %2$s may be read as the "
                 "catty of 604 g");
    case REMARK_SHARE:
      return N_ ("%1$s is a share of households, %2$s does not say so");
    case REMARK_INCREASE:
      return N_ (
        "%1$s is an increase by so many times, %2$s says so many times "
        "as much");
    case REMARK_INCREASE_UNSURE:
      return N_ (
        "%1$s is an increase by so many times; \"%2$s\" is often read "
        "as so many times as much");
    case REMARK_DATE:
      return N_ ("the original has the date %1$s, the translation %2$s");
    case REMARK_DATE_SUPPLIED:
      return N_ ("%1$s became %2$s: supplied from the date of the article");
    case REMARK_SENTENCE_LOST:
      return N_ ("nothing in the translation faces this sentence");
    case REMARK_SENTENCE_ADDED:
      return N_ ("nothing in the original faces this sentence");
    case REMARK_QUANTITY_LOST:
      return N_ ("%1$s is not in the translation");
    case REMARK_QUANTITY_ADDED:
      return N_ ("%2$s is not in the original");
    case REMARK_HAN_LEFT:
      return N_ ("\"%2$s\" was left untranslated");
    case REMARK_LATIN_LEFT:
      return N_ ("\"%1$s\" in the original is in Latin letters");
    case REMARK_GAP:
      return N_ (
        "characters are lost in the original at %1$s, the translation "
        "fills them in");
    case REMARK_TERM:
      return N_ ("%1$s is \"%2$s\" here and \"%3$s\" before");
    default:
      return NULL;
    }
}

/* The same where it depends on more of D than its remark.  */
static const char *
sentence (const struct discrepancy *d)
{
  bool original = d->side == ORIGINAL;
  switch (d->remark)
    {
    case REMARK_TIMES_TEN:
      return d->power > 0 ? N_ ("%1$s became %2$s: %3$s times too large")
                          : N_ ("%1$s became %2$s: %3$s times too small");
    case REMARK_DATE_INVENTED:
      return N_ ("%1$s became %2$s, which the original does not say");
    case REMARK_SUM:
      return original
               ? N_ ("the parts make %1$s, the total in the original is %2$s")
               : N_ ("the parts make %1$s, the total in the translation is "
                     "%2$s");
    case REMARK_PART_LARGER:
      return original ? N_ ("a part is larger than the total of %2$s in the "
                            "original")
                      : N_ ("a part is larger than the total of %2$s in the "
                            "translation");
    default:
      return plain_sentence (d->remark);
    }
}

/* 10^POWER, or 10^-POWER, in figures; the caller frees it.  */
static char *
times_text (int power)
{
  char digits[DECIMAL_TEXT];
  struct decimal times = decimal_whole (1);
  decimal_scale (times, power < 0 ? -power : power, &times);
  return mem_string (decimal_text (times, digits));
}

static char *
words_of (const struct document *document, enum side s, struct range r)
{
  return mem_copy (document->side[s].text + r.start, range_len (r));
}

enum
{
  ARGUMENTS = 3
};

/* Fills ARGUMENT with what %1$s, %2$s and %3$s of D stand for; the caller
   frees them.  */
static void
arguments (const struct document *document, const struct discrepancy *d,
           char *argument[ARGUMENTS])
{
  char number[DECIMAL_TEXT];
  bool sums = d->kind == DISCREPANCY_SUM;
  argument[0] = sums ? mem_string (decimal_text (d->sum, number))
                     : words_of (document, ORIGINAL, d->place[ORIGINAL]);
  argument[1] = sums ? mem_string (decimal_text (d->total, number))
                     : words_of (document, TRANSLATION, d->place[TRANSLATION]);
  argument[2] = d->remark == REMARK_TIMES_TEN
                  ? times_text (d->power)
                  : words_of (document, TRANSLATION, d->form);
}

/* Which argument the "%N$s" at S names, from 0; ARGUMENTS where it is none. */
static size_t
argument_at (const char *s)
{
  return s[0] == '%' && s[1] >= '1' && s[1] < '1' + ARGUMENTS && s[2] == '$'
             && s[3] == 's'
           ? (size_t) (s[1] - '1')
           : ARGUMENTS;
}

char *
discrepancy_message (const struct document *document,
                     const struct discrepancy *d,
                     const char *(*translate) (const char *text))
{
  char *argument[ARGUMENTS];
  struct buf out = BUF_INIT;
  arguments (document, d, argument);
  for (const char *s = translate (sentence (d)); *s;)
    {
      size_t which = argument_at (s);
      if (which < ARGUMENTS)
        {
          buf_add_string (&out, argument[which]);
          s += 4;
        }
      else
        buf_add_byte (&out, *s++);
    }
  for (size_t i = 0; i < ARGUMENTS; i++)
    free (argument[i]);
  return buf_take (&out);
}
