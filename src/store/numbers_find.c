/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which numbers a query means: the statement is put together from fixed pieces,
   so that SQLite sees only the conditions that there are and picks an index;
   what the user wrote is bound, never part of the statement.  */
#include <config.h>

#include "store/numbers_find.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "number/unit.h"
#include "number/value_key.h"

/* No condition binds more than two values, and there are about a dozen.  */
enum { BOUND = 32 };

/* A statement being put together, and what is to be bound.  */
struct making
{
  struct buf sql;
  struct
  {
    const char *text; /* or NULL */
    long long number;
  } bound[BOUND];
  size_t count;
  bool where; /* a condition stands there already */
  char low[QUANTITY_TEXT];
  char high[QUANTITY_TEXT];
  char until[NUMBER_DATE + 1];
};

static void
bind_text (struct making *m, const char *text)
{
  m->bound[m->count++].text = text;
}

static void
bind_number (struct making *m, long long number)
{
  m->bound[m->count].text = NULL;
  m->bound[m->count++].number = number;
}

static void
add_condition (struct making *m, const char *condition)
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
  add_condition (m, condition);
  bind_text (m, query->low.there
                  ? limit_key (&query->low, in_base ? unit : "", m->low)
                  : BELOW_VALUES);
  snprintf (condition, sizeof condition, "%s %s ?", value,
            query->high.there && !query->high.strict ? "<=" : "<");
  add_condition (m, condition);
  bind_text (m, query->high.there
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
  add_condition (m, "k.base_unit = ?");
  bind_text (m, strcmp (name, "-") == 0 ? "" : unit ? unit->base : name);
  if (!*query->unit)
    return;
  add_condition (m, "n.unit = ?");
  bind_text (m, strcmp (query->unit, "-") == 0 ? "" : query->unit);
}

static void
add_dates (struct making *m, const struct number_query *query)
{
  if (*query->from)
    {
      add_condition (m, "d.sort >= ?");
      bind_text (m, query->from);
    }
  if (*query->until)
    {
      /* Behind all that begins so; a date is followed by "-" or a space.  */
      snprintf (m->until, sizeof m->until, "%s:", query->until);
      add_condition (m, "d.sort < ?");
      bind_text (m, m->until);
    }
  if (*query->from || *query->until)
    add_condition (m, "d.date IS NOT NULL AND d.date <> ''");
}

static void
add_others (struct making *m, const struct number_query *query)
{
  if (query->kind >= 0)
    {
      add_condition (m, "k.kind = ?");
      bind_number (m, query->kind);
    }
  if (query->side >= 0)
    {
      add_condition (m, "k.side = ?");
      bind_number (m, query->side);
    }
  if (query->once)
    add_condition (m, "(k.side = 0 OR k.facing = 0)");
  if (query->document > 0)
    {
      add_condition (m, "k.id BETWEEN ? AND ?");
      bind_number (m, number_id (query->document, 0));
      bind_number (m, number_id (query->document, NUMBER_PLACES - 1));
    }
}

static void
add_like (struct making *m, const struct number_like *like)
{
  add_condition (m, "k.base_unit = ? AND k.value <= ?");
  bind_text (m, like->base_unit);
  bind_text (m, like->high);
  add_condition (m, "CASE " NUMBER_BASE_HIGH " WHEN '' THEN k.value"
                    " ELSE " NUMBER_BASE_HIGH " END >= ?");
  bind_text (m, like->low);
  add_condition (m, "k.kind = ? AND k.id >> 24 <> ?");
  bind_number (m, like->kind);
  bind_number (m, like->document);
}

/* --- order -------------------------------------------------------------- */

static const struct
{
  const char *place; /* what rows are sorted by */
  const char *after;
  const char *order[2]; /* forwards, backwards */
} orders[NUMBER_ORDERS] = {
  [NUMBERS_BY_VALUE] = { "(k.value, k.id)", "(?, ?)",
                         { "k.value, k.id", "k.value DESC, k.id DESC" } },
  [NUMBERS_BY_UNIT]
  = { "(k.base_unit, k.value, k.id)", "(?, ?, ?)",
      { "k.base_unit, k.value, k.id",
        "k.base_unit DESC, k.value DESC, k.id DESC" } },
  [NUMBERS_BY_DATE] = { "(d.sort, d.id, k.id)", "(?, ?, ?)",
                        { "d.sort, d.id, k.id",
                          "d.sort DESC, d.id DESC, k.id DESC" } },
  [NUMBERS_BY_DOCUMENT] = { "k.id", "?", { "k.id", "k.id DESC" } },
};

static void
add_after (struct making *m, const struct number_query *query)
{
  const struct number *after = query->after;
  char condition[96];
  if (!after)
    return;
  snprintf (condition, sizeof condition, "%s %s %s",
            orders[query->order].place, query->backwards ? "<" : ">",
            orders[query->order].after);
  add_condition (m, condition);
  if (query->order == NUMBERS_BY_UNIT)
    bind_text (m, after->base_unit);
  if (query->order == NUMBERS_BY_DATE)
    {
      bind_text (m, after->sort);
      bind_number (m, after->document);
    }
  else if (query->order != NUMBERS_BY_DOCUMENT)
    bind_text (m, after->value);
  bind_number (m, after->id);
}

/* --- statements --------------------------------------------------------- */

/* The table that is gone through: the sorted one; where that is not whole and
   can't be made so, the numbers as they are.  */
static const char *
keys (struct library *library)
{
  struct err ignored;
  return library_sort_numbers (library, &ignored)
           ? "number_sorted"
           : "(SELECT n.id, n.side, n.kind, n.facing, " NUMBER_BASE_UNIT
             " AS base_unit, " NUMBER_BASE_VALUE " AS value FROM number n)";
}

/* Whether a condition asks for more of a number than its key.  */
static bool
needs_rest (const struct number_query *query, const struct number_like *like)
{
  bool limited = query->low.there || query->high.there;
  return like || *query->unit || (limited && !*query->base);
}

/* The keys are `k`, the rest of a number is `n`.  CROSS JOIN is SQLite's way to
   say which table comes first: by date the documents, each with all its
   numbers, else the keys; NOT INDEXED keeps it from making an index of its own
   for each document.  What is LIKE one, or of one unit, is best found by
   value in any order.  */
static void
add_tables (struct making *m, struct library *library,
            const struct number_query *query, const struct number_like *like)
{
  bool dated = *query->from || *query->until;
  bool by_date = query->order == NUMBERS_BY_DATE;
  bool by_key = like || *query->unit || *query->base
                || query->order == NUMBERS_BY_VALUE
                || query->order == NUMBERS_BY_UNIT;
  if (by_date && !by_key)
    buf_add_string (&m->sql, " FROM document d CROSS JOIN number k"
                             " NOT INDEXED ON k.id BETWEEN d.id << 24"
                             " AND (d.id << 24) + 16777215");
  else
    buf_add_format (&m->sql, " FROM %s k",
                    by_key ? keys (library) : "number");
  if (needs_rest (query, like))
    buf_add_string (&m->sql, " CROSS JOIN number n ON n.id = k.id");
  if ((dated || by_date) && (by_key || !by_date))
    buf_add_string (&m->sql, " CROSS JOIN document d ON d.id = k.id >> 24");
}

static void
add_conditions (struct making *m, const struct number_query *query,
                const struct number_like *like)
{
  add_unit (m, query);
  add_limits (m, query);
  add_dates (m, query);
  add_others (m, query);
  if (like)
    add_like (m, like);
}

static struct row
made (struct library *library, const struct making *m)
{
  struct row row = row_made (&library->database, buf_string (&m->sql));
  for (size_t i = 0; i < m->count; i++)
    if (m->bound[i].text)
      put_text (&row, m->bound[i].text);
    else
      put_number (&row, m->bound[i].number);
  return row;
}

bool
numbers_walk (struct library *library, const struct number_query *query,
              const struct number_like *like, long long limit,
              bool (*take) (long long id, void *data), void *data,
              struct err *err)
{
  struct making m = { .sql = BUF_INIT };
  bool more = true;
  buf_add_string (&m.sql, "SELECT k.id");
  add_tables (&m, library, query, like);
  add_conditions (&m, query, like);
  add_after (&m, query);
  buf_add_format (&m.sql, " ORDER BY %s LIMIT ?",
                  orders[query->order].order[query->backwards]);
  bind_number (&m, limit);
  struct row row = made (library, &m);
  while (more && row_next (&row, err))
    more = take (take_number (&row, 1, LLONG_MAX), data);
  row_drop (&row);
  buf_free (&m.sql);
  return err->code == ERR_NONE;
}

long long
numbers_total (struct library *library, const struct number_query *query,
               struct err *err)
{
  struct making m = { .sql = BUF_INIT };
  buf_add_string (&m.sql, "SELECT count (*)");
  add_tables (&m, library, query, NULL);
  add_conditions (&m, query, NULL);
  add_after (&m, query);
  struct row row = made (library, &m);
  long long count = library_ask (&row, err);
  row_drop (&row);
  buf_free (&m.sql);
  return count;
}
