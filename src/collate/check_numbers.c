/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quantities that differ.  */
#include <stdio.h>
#include <string.h>

#include "collate/checks.h"

/* The year, month and day of DOCUMENT's date; 0 for what it does not say.  */
static struct moment
date_of (const struct document *document)
{
  struct moment m = MOMENT_NONE;
  int year = 0, month = 0, day = 0;
  if (document->date
      && sscanf (document->date, "%4d-%2d-%2d", &year, &month, &day) >= 1)
    {
      m.year = (short) year;
      m.month = (signed char) month;
      m.day = (signed char) day;
    }
  return m;
}

/* Whether the month and year that T states and O does not follow from the date
   of the article: 31日电 in a paper of 1 September is of August; or from the
   month that the original named last.  */
static bool
is_supplied_rightly (struct moment o, struct moment t, struct moment paper,
                     int last_month)
{
  if (!o.year && t.year && t.year != paper.year)
    return false;
  if (o.month || !t.month)
    return true;
  int month = paper.month;
  if (t.day > paper.day)
    month = month == 1 ? 12 : month - 1;
  return t.month == month || t.month == last_month;
}

/* The beginning of a discrepancy between the entries O and T.  */
static struct discrepancy
between (const struct sheet *sheet, size_t o, size_t t,
         enum discrepancy_kind kind, enum severity severity,
         enum remark remark)
{
  const struct quantity *a = sheet->entries[ORIGINAL].items[o].reading.first;
  const struct quantity *b
    = sheet->entries[TRANSLATION].items[t].reading.first;
  return (struct discrepancy){ .kind = kind,
                               .severity = severity,
                               .remark = remark,
                               .bead = sheet->entries[ORIGINAL].items[o].bead,
                               .place = { a->range, b->range },
                               .quantity = { *a, *b } };
}

/* What the qualifiers of A and B, which state about the same number, differ
   in.  */
static void
tell_precision (const struct quantity *a, const struct quantity *b,
                struct discrepancy *d)
{
  bool same = decimal_compare (quantity_stated (a), quantity_stated (b)) == 0;
  bool plain_a
    = a->qualifier == QUALIFIER_NONE || a->qualifier == QUALIFIER_REACH;
  bool plain_b
    = b->qualifier == QUALIFIER_NONE || b->qualifier == QUALIFIER_REACH;
  d->severity = SEVERITY_MINOR;
  if (!same || b->qualifier == QUALIFIER_EXACT)
    {
      d->remark = REMARK_MADE_EXACT;
      d->severity = SEVERITY_GRAVE;
    }
  else if (plain_b)
    d->remark = REMARK_QUALIFIER_LOST;
  else
    d->remark = plain_a ? REMARK_QUALIFIER_ADDED : REMARK_QUALIFIER_OTHER;
}

/* What the numbers of A and B, which are not the same, differ in.  */
static void
tell_value (const struct quantity *a, const struct quantity *b,
            struct discrepancy *d)
{
  struct decimal x = quantity_stated (a), y = quantity_stated (b);
  d->kind = DISCREPANCY_NUMBER;
  d->severity = SEVERITY_GRAVE;
  d->power = power_between (x, y);
  d->remark = d->power              ? REMARK_TIMES_TEN
              : digits_moved (x, y) ? REMARK_DIGITS
                                    : REMARK_VALUE;
}

/* Remarks on a multiple: 增长二倍 is "to three times".  */
static void
tell_multiple (const struct entry *t, const struct quantity *a,
               struct discrepancy *d)
{
  const struct quantity *b = t->reading.first;
  bool value = decimal_compare (quantity_stated (a), quantity_stated (b)) == 0;
  d->kind = DISCREPANCY_MULTIPLE;
  d->remark = t->reading.second ? REMARK_INCREASE_UNSURE : REMARK_INCREASE;
  d->severity = t->reading.second ? SEVERITY_MINOR : SEVERITY_GRAVE;
  if (!value && !t->reading.second)
    d->remark = REMARK_VALUE;
}

static void
tell_date (const struct document *document, const struct quantity *a,
           const struct quantity *b, int last_month, struct discrepancy *d)
{
  bool right
    = is_supplied_rightly (a->from, b->from, date_of (document), last_month);
  d->kind = DISCREPANCY_DATE;
  d->remark = right ? REMARK_DATE_SUPPLIED : REMARK_DATE_INVENTED;
  d->severity = right ? SEVERITY_QUIET : SEVERITY_GRAVE;
}

/* Whether LEN bytes at WORD stand in the words of the range R of TEXT.  */
static bool
range_holds (const char *text, struct range r, const char *word)
{
  return memmem (text + r.start, range_len (r), word, strlen (word)) != NULL;
}

/* A catty is not always the jin.  */
static bool
is_catty (const struct document *document, const struct quantity *b)
{
  const char *text = document->side[TRANSLATION].text;
  return strcmp (b->unit, "jin") == 0
         && (range_holds (text, b->unit_range, "catt")
             || range_holds (text, b->unit_range, "Catt"));
}

/* Whether A is a share of households, 总户的85％.  */
static bool
is_share_of_households (const struct document *document,
                        const struct quantity *a)
{
  static const char *const words[] = { "户的", "户数的", "户总数的" };
  const char *text = document->side[ORIGINAL].text;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    {
      size_t len = strlen (words[i]);
      if (a->range.start >= len
          && memcmp (text + a->range.start - len, words[i], len) == 0)
        return true;
    }
  return false;
}

/* Whether households are named right behind B.  */
static bool
names_households (const struct document *document, const struct quantity *b)
{
  const struct side_text *side = &document->side[TRANSLATION];
  enum
  {
    NEAR = 90
  };
  size_t end
    = b->range.end + NEAR < side->len ? b->range.end + NEAR : side->len;
  struct range behind = { b->range.end, end };
  return range_holds (side->text, behind, "ousehold")
         || range_holds (side->text, behind, "amil");
}

/* Whether 余 and 以上 stand together in A: the English can say it once.  */
static bool
is_marked_twice (const struct document *document, const struct quantity *a)
{
  const char *text = document->side[ORIGINAL].text;
  return a->qualifier == QUALIFIER_OVER
         && (range_holds (text, a->range, "余")
             || range_holds (text, a->range, "多"))
         && range_holds (text, a->range, "以上");
}

/* Remarks on a pair that states the same.  */
static void
remark_on_same (const struct sheet *sheet, size_t o, size_t t,
                struct discrepancies *out)
{
  const struct document *document = sheet->document;
  const struct quantity *a = sheet->entries[ORIGINAL].items[o].reading.first;
  const struct quantity *b
    = sheet->entries[TRANSLATION].items[t].reading.first;
  if (is_catty (document, b) && strcmp (a->unit, "jin") == 0)
    VEC_PUSH (out, between (sheet, o, t, DISCREPANCY_UNIT, SEVERITY_QUIET,
                            REMARK_UNIT_NAME));
  if (is_marked_twice (document, a))
    VEC_PUSH (out, between (sheet, o, t, DISCREPANCY_PRECISION, SEVERITY_QUIET,
                            REMARK_MARKED_TWICE));
  if (a->kind == QUANTITY_PERCENT && is_share_of_households (document, a)
      && !names_households (document, b))
    VEC_PUSH (out, between (sheet, o, t, DISCREPANCY_UNIT, SEVERITY_MINOR,
                            REMARK_SHARE));
}

/* Whether the pair A, B of another value is worth a remark: neither may be an
   article or idiom, nor a small number of something else.  */
static bool
is_sure (const struct quantity *a, const struct quantity *b)
{
  bool small = decimal_compare (quantity_stated (b), decimal_whole (10)) < 0;
  return !a->weak && !b->weak && a->kind != QUANTITY_VAGUE
         && b->kind != QUANTITY_VAGUE
         && (!small || (b->unit[0] && strcmp (a->unit, b->unit) == 0));
}

/* Whether the words R of the original, read alone, state what B does.  */
static bool
reads_as (const struct sheet *sheet, struct range r, const struct quantity *b)
{
  struct quantities found = { 0 };
  bool same = false;
  recognise (sheet->recognisers[ORIGINAL],
             sheet->document->side[ORIGINAL].text, r, &found);
  for (size_t i = 0; i < found.len; i++)
    same |= compare (&(struct reading){ &found.items[i], NULL },
                     &(struct reading){ b, NULL })
            <= RELATION_CONVERTED;
  VEC_FREE (&found);
  return same;
}

/* Whether Han that goes on with a word of its own stands at AT.  */
static bool
is_glued (const struct side_text *side, size_t at)
{
  static const char *const ends[] = { "的", "左", "以", "上", "下" };
  unsigned char c = at < side->len ? (unsigned char) side->text[at] : 0;
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
    if (side->len - at >= 3 && memcmp (side->text + at, ends[i], 3) == 0)
      return false;
  return c >= 0xE4 && c <= 0xE9;
}

/* Whether A states what B does when a character at its ends belongs to another
   word: its first 百, 千, 万, 亿 to the one before; its last 一, or the last
   digit of a percentage, to the one behind; or one more digit to it.
   百分之四十点七一 个县 may be 40.7 percent and one county.  */
static bool
reads_otherwise (const struct sheet *sheet, const struct quantity *a,
                 const struct quantity *b)
{
  const struct side_text *side = &sheet->document->side[ORIGINAL];
  struct range r = a->range;
  if (range_len (r) < 6 || a->kind == QUANTITY_DATE)
    return false;
  if (begins_with_unit (side, a)
      && reads_as (sheet, (struct range){ r.start + 3, r.end }, b))
    return true;
  if (!is_glued (side, r.end))
    return false;
  bool last = a->kind == QUANTITY_PERCENT
              || memcmp (side->text + r.end - 3, "一", 3) == 0;
  return (last && reads_as (sheet, (struct range){ r.start, r.end - 3 }, b))
         || (a->kind == QUANTITY_PERCENT && side->len - r.end >= 3
             && reads_as (sheet, (struct range){ r.start, r.end + 3 }, b));
}

/* Remarks on the pair of entries O and T.  */
static void
remark_on_pair (const struct sheet *sheet, size_t o, size_t t, int last_month,
                struct discrepancies *out)
{
  const struct entry *entry = &sheet->entries[ORIGINAL].items[o];
  const struct quantity *a = entry->reading.first;
  const struct entry *other = &sheet->entries[TRANSLATION].items[t];
  const struct quantity *b = other->reading.first;
  struct discrepancy d = between (sheet, o, t, DISCREPANCY_PRECISION,
                                  SEVERITY_MINOR, REMARK_QUALIFIER_LOST);
  switch (entry->relation)
    {
    case RELATION_PRECISION:
      tell_precision (a, b, &d);
      break;
    case RELATION_UNIT:
      d.kind = DISCREPANCY_UNIT;
      d.severity = SEVERITY_GRAVE;
      d.remark = REMARK_UNIT;
      break;
    case RELATION_SUPPLIED:
      tell_date (sheet->document, a, b, last_month, &d);
      break;
    case RELATION_MULTIPLE:
      tell_multiple (other, a, &d);
      break;
    case RELATION_CONFUSED:
    case RELATION_OTHER:
      if (!is_sure (a, b) || reads_otherwise (sheet, a, b))
        return;
      tell_value (a, b, &d);
      if (a->kind == QUANTITY_DATE)
        {
          d.kind = DISCREPANCY_DATE;
          d.remark = REMARK_DATE;
        }
      break;
    default:
      remark_on_same (sheet, o, t, out);
      return;
    }
  VEC_PUSH (out, d);
}

void
check_numbers (const struct sheet *sheet, struct discrepancies *out)
{
  int last_month = 0;
  for (size_t i = 0; i < sheet->entries[ORIGINAL].len; i++)
    {
      const struct entry *entry = &sheet->entries[ORIGINAL].items[i];
      const struct quantity *q = entry->reading.first;
      if (entry->partner != UNPAIRED)
        remark_on_pair (sheet, i, entry->partner, last_month, out);
      if (q->to.month && q->kind == QUANTITY_DATE)
        last_month = q->to.month;
    }
}
