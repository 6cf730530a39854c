/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a quantity of the translation answers to one of the original.  */
#include "collate/compare.h"

#include <string.h>

#include "number/unit.h"

struct decimal
quantity_stated (const struct quantity *q)
{
  return q->has_low ? q->low : q->high;
}

int
power_between (struct decimal o, struct decimal t)
{
  if (o.digits != t.digits || o.divisor != t.divisor || o.digits == 0)
    return 0;
  return t.exponent - o.exponent;
}

/* Counts the digits of D, zeros left out.  */
static void
count_digits (struct decimal d, unsigned counts[10])
{
  for (uint64_t rest = d.digits; rest > 0; rest /= 10)
    counts[rest % 10]++;
}

static unsigned
digits_of (struct decimal d)
{
  unsigned count = 0;
  for (uint64_t rest = d.digits; rest > 0; rest /= 10)
    count++;
  return count;
}

bool
digits_moved (struct decimal o, struct decimal t)
{
  unsigned a[10] = { 0 }, b[10] = { 0 };
  count_digits (o, a);
  count_digits (t, b);
  int above = (int) digits_of (o) + o.exponent;
  return above == (int) digits_of (t) + t.exponent && digits_of (o) > 1
         && memcmp (a + 1, b + 1, sizeof a - sizeof *a) == 0
         && decimal_compare (o, t) != 0;
}

/* Whether one digit of O and T differs, of at least three.  */
static bool
one_digit_differs (struct decimal o, struct decimal t)
{
  unsigned count = 0;
  uint64_t a = o.digits, b = t.digits;
  if (o.exponent != t.exponent || digits_of (o) != digits_of (t)
      || digits_of (o) < 3)
    return false;
  for (; a > 0; a /= 10, b /= 10)
    count += a % 10 != b % 10;
  return count == 1;
}

/* What a qualifier says of the number: it is less than the amount (1), more
   (-1), or the amount itself (0).  */
static int
direction (const struct quantity *q)
{
  return !q->has_high ? 1 : !q->has_low ? -1 : 0;
}

static bool
is_range (const struct quantity *q)
{
  return q->has_low && q->has_high && decimal_compare (q->low, q->high) < 0;
}

/* Whether T lies within the step that 多 of O reaches over.  */
static bool
within_reach (const struct quantity *o, const struct quantity *t)
{
  struct decimal value = quantity_stated (t);
  return o->qualifier == QUALIFIER_OVER && !decimal_is_zero (o->reach)
         && decimal_compare (value, o->low) > 0
         && decimal_compare (value, o->reach) < 0;
}

/* Whether the vague amounts O and T overlap.  */
static bool
overlap (const struct quantity *o, const struct quantity *t)
{
  bool vague
    = o->kind == QUANTITY_VAGUE || t->kind == QUANTITY_VAGUE
      || (o->qualifier == QUALIFIER_SOME && t->qualifier == QUALIFIER_SOME);
  return vague
         && (!o->has_high || !t->has_low
             || decimal_compare (o->high, t->low) >= 0)
         && (!t->has_high || !o->has_low
             || decimal_compare (t->high, o->low) >= 0);
}

/* Whether the qualifiers of O and T, which state the same number, say the
   same: "no more than about" for 不过 is fine, 十天 as "within ten days" too.
 */
static bool
qualified_alike (const struct quantity *o, const struct quantity *t)
{
  enum qualifier a = o->qualifier, b = t->qualifier;
  bool plain_a
    = a == QUALIFIER_NONE || a == QUALIFIER_REACH || a == QUALIFIER_EXACT;
  bool plain_b
    = b == QUALIFIER_NONE || b == QUALIFIER_REACH || b == QUALIFIER_EXACT;
  if (plain_a && plain_b)
    return true;
  if (b == QUALIFIER_MOST && plain_a)
    return true;
  if (plain_a || plain_b)
    return false;
  int sum = direction (o) * direction (t);
  return sum >= 0;
}

/* Compares the numbers of O and T, as they stand.  */
static enum relation
compare_values (const struct quantity *o, const struct quantity *t)
{
  struct decimal a = quantity_stated (o), b = quantity_stated (t);
  if (o->beyond || t->beyond)
    return o->beyond && t->beyond ? RELATION_SAME : RELATIONS;
  if (o->negative != t->negative)
    return RELATIONS;
  if (overlap (o, t))
    return RELATION_SAME;
  if (is_range (o) || is_range (t))
    {
      if (is_range (o) && is_range (t) && decimal_compare (o->low, t->low) == 0
          && decimal_compare (o->high, t->high) == 0)
        return RELATION_SAME;
      const struct quantity *range = is_range (o) ? o : t;
      struct decimal one = is_range (o) ? b : a;
      return !(is_range (o) && is_range (t))
                 && decimal_compare (one, range->low) >= 0
                 && decimal_compare (one, range->high) <= 0
               ? RELATION_PRECISION
               : RELATION_OTHER;
    }
  if (decimal_compare (a, b) == 0)
    return qualified_alike (o, t) ? RELATION_SAME : RELATION_PRECISION;
  if (within_reach (o, t))
    return direction (t) == 1 && t->qualifier == QUALIFIER_OVER
             ? RELATION_OTHER
             : RELATION_PRECISION;
  if (power_between (a, b) || digits_moved (a, b) || one_digit_differs (a, b))
    return RELATION_CONFUSED;
  return RELATION_OTHER;
}

/* Compares two dates field by field.  */
struct fields
{
  unsigned same;
  unsigned differ;
  unsigned more; /* T states it, O does not */
  unsigned less;
};

static void
field (struct fields *f, int o, int t)
{
  if (o && t)
    {
      f->same += o == t;
      f->differ += o != t;
    }
  f->more += !o && t;
  f->less += o && !t;
}

static struct fields
moment_fields (struct moment o, struct moment t)
{
  struct fields f = { 0, 0, 0, 0 };
  field (&f, o.year, t.year);
  field (&f, o.month, t.month);
  field (&f, o.day, t.day);
  return f;
}

static bool
is_span (const struct quantity *q)
{
  return memcmp (&q->from, &q->to, sizeof q->from) != 0;
}

static enum relation
compare_dates (const struct quantity *o, const struct quantity *t)
{
  struct fields from = moment_fields (o->from, t->from);
  struct fields to = moment_fields (o->to, t->to);
  bool days_only = o->from.month == 0 && o->from.year == 0
                   && t->from.month == 0 && t->from.year == 0;
  if (from.differ + to.differ == 0 && from.same > 0)
    {
      if (from.more + to.more == 0)
        return from.less + to.less ? RELATION_EQUAL : RELATION_SAME;
      bool day = !o->from.day && t->from.day;
      return day ? RELATION_CONVERTED : RELATION_SUPPLIED;
    }
  /* 9、10月份 as "September" and "October".  */
  struct fields last = moment_fields (o->to, t->from);
  struct fields first = moment_fields (o->from, t->to);
  if (is_span (o) != is_span (t)
      && ((last.differ == 0 && last.same) || (first.differ == 0 && first.same)
          || (from.differ == 0 && from.same)))
    return RELATION_CONVERTED;
  if (from.same + from.differ == 0 || is_span (o) != is_span (t))
    return RELATIONS;
  return from.same > 0                 ? RELATION_CONFUSED
         : days_only || from.less == 0 ? RELATION_OTHER
                                       : RELATIONS;
}

/* Whether the units of O and T may stand for the same: one of them is no
   measure.  */
static bool
units_answer (const struct quantity *o, const struct quantity *t)
{
  return strcmp (o->unit, t->unit) == 0 || !unit_is_measure (o->unit)
         || !unit_is_measure (t->unit);
}

/* Two amounts of measures that differ: the same by conversion, the same number
   of another unit, or another value.  */
static enum relation
compare_measures (const struct quantity *o, const struct quantity *t)
{
  struct quantity a, b;
  enum relation raw = compare_values (o, t);
  bool based = quantity_base (o, &a) && quantity_base (t, &b)
               && strcmp (a.unit, b.unit) == 0;
  if (based && compare_values (&a, &b) == RELATION_SAME)
    return RELATION_CONVERTED;
  if (raw <= RELATION_PRECISION)
    return strncmp (o->unit, "deg", 3) == 0 && strncmp (t->unit, "deg", 3) == 0
             ? raw
             : RELATION_UNIT;
  return RELATIONS;
}

static enum relation
compare_amounts (const struct quantity *o, const struct quantity *t)
{
  if (!units_answer (o, t))
    return compare_measures (o, t);
  enum relation relation = compare_values (o, t);
  bool same = strcmp (o->unit, t->unit) == 0 && o->unit[0];
  bool one_measure = unit_is_measure (o->unit) != unit_is_measure (t->unit);
  if (relation == RELATION_SAME && !same)
    return one_measure && t->unit[0] ? RELATION_CONVERTED : RELATION_EQUAL;
  if (relation >= RELATION_CONFUSED && one_measure)
    return RELATIONS;
  if (relation == RELATION_OTHER && !same)
    return RELATIONS;
  return relation;
}

/* Compares two multiples: 增长二倍 is right as "tripled", doubtful as "by two
   times", wrong as "doubled".  */
static enum relation
compare_multiples (const struct quantity *o, const struct quantity *t)
{
  struct decimal one_more;
  struct quantity raised = *o;
  enum relation relation = compare_values (o, t);
  if (o->sense != SENSE_INCREASE)
    return relation;
  if (decimal_add (o->low, decimal_whole (1), &one_more))
    raised.low = one_more;
  if (decimal_add (o->high, decimal_whole (1), &one_more))
    raised.high = one_more;
  raised.reach = DECIMAL_ZERO;
  if (t->sense == SENSE_RATIO && compare_values (&raised, t) <= RELATION_EQUAL)
    return RELATION_EQUAL;
  return RELATION_MULTIPLE;
}

static bool
is_share (const struct quantity *q)
{
  return q->kind == QUANTITY_PERCENT
         || (q->kind == QUANTITY_FRACTION && !q->unit[0]);
}

/* Compares percents and fractions, by their base.  */
static enum relation
compare_shares (const struct quantity *o, const struct quantity *t)
{
  struct quantity a = *o, b = *t;
  if (o->kind == t->kind && strcmp (o->unit, t->unit) == 0)
    return compare_values (o, t);
  if (!a.unit[0])
    strcpy (a.unit, "1");
  if (!b.unit[0])
    strcpy (b.unit, "1");
  if (!quantity_base (&a, &a) || !quantity_base (&b, &b))
    return RELATIONS;
  enum relation relation = compare_values (&a, &b);
  return relation <= RELATION_EQUAL ? RELATION_CONVERTED : relation;
}

/* The number that a date of one field is: day, month or year; 0 for none.  */
static int
date_number (const struct quantity *q)
{
  int fields = (q->from.year != 0) + (q->from.month != 0) + (q->from.day != 0);
  if (q->kind != QUANTITY_DATE || fields != 1 || is_span (q))
    return 0;
  return q->from.year + q->from.month + q->from.day;
}

/* Quantities of different kinds that state the same number: 三次 as "three
   times", 第五 as "five", 七日 as "seven days".  */
static enum relation
compare_kinds (const struct quantity *o, const struct quantity *t)
{
  struct decimal a = quantity_stated (o), b = quantity_stated (t);
  if (o->beyond || t->beyond)
    return RELATIONS;
  if (o->kind == QUANTITY_DATE || o->kind == QUANTITY_TIME)
    {
      if (!date_number (o))
        return RELATIONS;
      a = decimal_whole ((uint64_t) date_number (o));
    }
  if (t->kind == QUANTITY_DATE || t->kind == QUANTITY_TIME)
    {
      if (!date_number (t))
        return RELATIONS;
      b = decimal_whole ((uint64_t) date_number (t));
    }
  return decimal_compare (a, b) == 0 ? RELATION_CONVERTED : RELATIONS;
}

static enum relation
compare_two (const struct quantity *o, const struct quantity *t)
{
  bool vague = o->kind == QUANTITY_VAGUE || t->kind == QUANTITY_VAGUE;
  bool amounts
    = (o->kind == QUANTITY_CARDINAL || o->kind == QUANTITY_VAGUE)
      && (t->kind == QUANTITY_CARDINAL || t->kind == QUANTITY_VAGUE);
  if (is_share (o) && is_share (t))
    return compare_shares (o, t);
  if (amounts)
    {
      enum relation relation = compare_amounts (o, t);
      return vague && relation > RELATION_EQUAL ? RELATIONS : relation;
    }
  if (o->kind != t->kind)
    return compare_kinds (o, t);
  switch (o->kind)
    {
    case QUANTITY_MULTIPLE:
      return compare_multiples (o, t);
    case QUANTITY_DATE:
      return compare_dates (o, t);
    case QUANTITY_TIME:
      return memcmp (&o->from, &t->from, sizeof o->from) == 0 ? RELATION_SAME
                                                              : RELATIONS;
    default:
      return compare_values (o, t);
    }
}

enum relation
compare (const struct reading *o, const struct reading *t)
{
  const struct quantity *os[] = { o->first, o->second };
  const struct quantity *ts[] = { t->first, t->second };
  enum relation best = RELATIONS;
  bool unsure = o->first->sense == SENSE_INCREASE && t->second
                && t->first->kind == QUANTITY_MULTIPLE;
  if (unsure)
    return RELATION_MULTIPLE;
  for (size_t i = 0; i < 2; i++)
    for (size_t k = 0; k < 2; k++)
      if (os[i] && ts[k])
        {
          enum relation relation = compare_two (os[i], ts[k]);
          best = relation < best ? relation : best;
        }
  return best;
}
