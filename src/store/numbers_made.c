/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which numbers a query means: the statement is put together from fixed pieces,
   so that SQLite sees only the conditions that there are and picks an index;
   what the user wrote is bound, never part of the statement.  */
#include <config.h>

#include "store/numbers_made.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "number/unit.h"
#include "number/value_key.h"

void
making_text (struct making *m, const char *text)
{
  m->bound[m->count++].text = text;
}

void
making_number (struct making *m, long long number)
{
  m->bound[m->count].text = NULL;
  m->bound[m->count++].number = number;
}

void
making_condition (struct making *m, const char *condition)
{
  buf_add_format (&m->sql, " %s %s", m->where ? "AND" : "WHERE", condition);
  m->where = true;
}

/* --- conditions --------------------------------------------------------- */

/* What lies above or below all values: keys that no value has.  */
#define ABOVE_VALUES "2"
#define BELOW_VALUES "0"

/* The key of LIMIT in the unit that values are compared in.  */
static const char *
limit_key (const struct number_limit *limit, const char *unit,
           char to[QUANTITY_TEXT])
{
  const struct unit *measure = unit_find (unit);
  struct decimal value = limit->value;
  if (measure && !decimal_times (value, measure->factor, &value))
    return strcpy (to, limit->negative ? BELOW_VALUES : ABOVE_VALUES);
  return value_key (value, limit->negative, to);
}

static void
add_limits (struct making *m, const struct number_query *query)
{
  if (!query->low.there && !query->high.there)
    return;
  bool in_base = *query->unit || *query->base;
  const char *unit = *query->base ? query->base : query->unit;
  const char *value
    = in_base ? "k.value" : "CASE n.low WHEN '' THEN n.high ELSE n.low END";
  char condition[128];
  snprintf (condition, sizeof condition, "%s %s ?", value,
            query->low.there && query->low.strict ? ">" : ">=");
  making_condition (m, condition);
  making_text (m, query->low.there
                    ? limit_key (&query->low, in_base ? unit : "", m->low)
                    : BELOW_VALUES);
  snprintf (condition, sizeof condition, "%s %s ?", value,
            query->high.there && !query->high.strict ? "<=" : "<");
  making_condition (m, condition);
  making_text (m, query->high.there
                    ? limit_key (&query->high, in_base ? unit : "", m->high)
                    : ABOVE_VALUES);
}

static void
add_unit (struct making *m, const struct number_query *query)
{
  const char *name = *query->base ? query->base : query->unit;
  const struct unit *unit = unit_find (name);
  if (!*name)
    return;
  making_condition (m, "k.base_unit = ?");
  making_text (m, strcmp (name, "-") == 0 ? "" : unit ? unit->base : name);
  if (!*query->unit)
    return;
  making_condition (m, "n.unit = ?");
  making_text (m, strcmp (query->unit, "-") == 0 ? "" : query->unit);
}

static void
add_dates (struct making *m, const struct number_query *query)
{
  if (*query->from)
    {
      making_condition (m, "d.sort >= ?");
      making_text (m, query->from);
    }
  if (*query->until)
    {
      /* Behind all that begins so; a date is followed by "-" or a space.  */
      snprintf (m->until, sizeof m->until, "%s:", query->until);
      making_condition (m, "d.sort < ?");
      making_text (m, m->until);
    }
  if (*query->from || *query->until)
    making_condition (m, "d.date IS NOT NULL AND d.date <> ''");
}

static void
add_others (struct making *m, const struct number_query *query)
{
  if (query->kind >= 0)
    {
      making_condition (m, "k.kind = ?");
      making_number (m, query->kind);
    }
  if (query->side >= 0)
    {
      making_condition (m, "k.side = ?");
      making_number (m, query->side);
    }
  if (query->once)
    making_condition (m, "(k.side = 0 OR k.facing = 0)");
  if (query->last_document > 0)
    {
      making_condition (m, "k.id BETWEEN ? AND ?");
      making_number (m, number_id (query->first_document, 0));
      making_number (m, number_id (query->last_document, NUMBER_PLACES - 1));
    }
}

static void
add_like (struct making *m, const struct number_like *like)
{
  making_condition (m, "k.base_unit = ? AND k.value <= ?");
  making_text (m, like->base_unit);
  making_text (m, like->high);
  making_condition (m, "CASE " NUMBER_BASE_HIGH " WHEN '' THEN k.value"
                       " ELSE " NUMBER_BASE_HIGH " END >= ?");
  making_text (m, like->low);
  making_condition (m, "k.kind = ? AND k.id >> 24 <> ?");
  making_number (m, like->kind);
  making_number (m, like->document);
}

/* --- all of them -------------------------------------------------------- */

bool
making_needs_rest (const struct number_query *query,
                   const struct number_like *like)
{
  bool limited = query->low.there || query->high.there;
  return like || *query->unit || (limited && !*query->base);
}

bool
making_needs_document (const struct number_query *query)
{
  return *query->from || *query->until;
}

void
making_conditions (struct making *m, const struct number_query *query,
                   const struct number_like *like)
{
  add_unit (m, query);
  add_limits (m, query);
  add_dates (m, query);
  add_others (m, query);
  if (like)
    add_like (m, like);
}

void
making_bind (struct row *row, const struct making *m)
{
  for (size_t i = 0; i < m->count; i++)
    if (m->bound[i].text)
      put_text (row, m->bound[i].text);
    else
      put_number (row, m->bound[i].number);
}

struct row
making_row (struct library *library, const struct making *m)
{
  struct row row = row_made (&library->database, buf_string (&m->sql));
  making_bind (&row, m);
  return row;
}
