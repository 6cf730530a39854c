/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A quantity: names and bounds as tables show them.  */
#include "number/quantity.h"

#include <stdio.h>
#include <string.h>

#include "number/unit.h"

const char *
quantity_kind_name (enum quantity_kind kind)
{
  static const char *const names[QUANTITY_KINDS]
    = { "cardinal", "percent", "multiple", "fraction",
        "ordinal",  "date",    "time",     "vague" };
  return names[kind];
}

const char *
qualifier_name (enum qualifier qualifier)
{
  static const char *const names[QUALIFIERS]
    = { "",      "over", "about", "near", "under",
        "least", "most", "reach", "some", "exact" };
  return names[qualifier];
}

const char *
sense_name (enum sense sense)
{
  static const char *const names[] = { "", "increase", "ratio" };
  return names[sense];
}

char *
quantity_qualifier (const struct quantity *q, char to[QUANTITY_TEXT])
{
  bool both = q->sense != SENSE_NONE && q->qualifier != QUALIFIER_NONE;
  snprintf (to, QUANTITY_TEXT, "%s%s%s", sense_name (q->sense),
            both ? "," : "", qualifier_name (q->qualifier));
  return to;
}

/* ISO 8601 as far as MOMENT is stated; a hyphen for each part that is left out
   in front.  */
static void
moment_text (struct moment m, char to[QUANTITY_TEXT])
{
  size_t len = 0;
  if (m.year)
    len += (size_t) snprintf (to, QUANTITY_TEXT, "%04d", m.year);
  else if (m.month || m.day)
    len += (size_t) snprintf (to, QUANTITY_TEXT, "-");
  if (m.month)
    len += (size_t) snprintf (to + len, QUANTITY_TEXT - len, "-%02d", m.month);
  else if (m.day)
    len += (size_t) snprintf (to + len, QUANTITY_TEXT - len, "-");
  if (m.day)
    len += (size_t) snprintf (to + len, QUANTITY_TEXT - len, "-%02d", m.day);
  if (m.hour >= 0)
    snprintf (to + len, QUANTITY_TEXT - len, "T%02d:%02d", m.hour,
              m.minute < 0 ? 0 : m.minute);
}

static char *
bound_text (const struct quantity *q, bool there, struct decimal value,
            struct moment moment, char to[QUANTITY_TEXT])
{
  if (q->beyond)
    strcpy (to, "out-of-range");
  else if (!there)
    strcpy (to, "-");
  else if (q->kind == QUANTITY_DATE || q->kind == QUANTITY_TIME)
    moment_text (moment, to);
  else
    {
      bool sign = q->negative && !decimal_is_zero (value);
      to[0] = '-';
      decimal_text (value, to + sign);
    }
  return to;
}

char *
quantity_low (const struct quantity *q, char to[QUANTITY_TEXT])
{
  return q->negative ? bound_text (q, q->has_high, q->high, q->to, to)
                     : bound_text (q, q->has_low, q->low, q->from, to);
}

char *
quantity_high (const struct quantity *q, char to[QUANTITY_TEXT])
{
  return q->negative ? bound_text (q, q->has_low, q->low, q->from, to)
                     : bound_text (q, q->has_high, q->high, q->to, to);
}

bool
quantity_base (const struct quantity *q, struct quantity *out)
{
  const struct unit *unit = unit_find (q->unit);
  *out = *q;
  if (!unit || q->beyond)
    return false;
  strcpy (out->unit, unit->base);
  return decimal_times (q->low, unit->factor, &out->low)
         && decimal_times (q->high, unit->factor, &out->high)
         && decimal_times (q->reach, unit->factor, &out->reach);
}
