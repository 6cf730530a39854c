/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which numbers a query means, in their order: the tables that are gone through
   for it.  */
#include <config.h>

#include "store/numbers_find.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "store/numbers_made.h"
#include "store/numbers_value.h"

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
  making_condition (m, condition);
  if (query->order == NUMBERS_BY_UNIT)
    making_text (m, after->base_unit);
  if (query->order == NUMBERS_BY_DATE)
    {
      making_text (m, after->sort);
      making_number (m, after->document);
    }
  else if (query->order != NUMBERS_BY_DOCUMENT)
    making_text (m, after->value);
  making_number (m, after->id);
}

/* --- tables ------------------------------------------------------------- */

/* Numbers as they are, by their ids, with the same columns as `number_sorted`.
   NOT INDEXED keeps SQLite from making an index of its own for each document.  */
#define PLAIN                                                                 \
  "(SELECT n.id, n.side, n.kind, n.facing, " NUMBER_BASE_UNIT " AS base_unit, "\
  NUMBER_BASE_VALUE " AS value FROM number n NOT INDEXED) k"

/* What a query is answered from, first table first.  */
enum way
{
  WAY_SORTED,   /* the keys in the order of unit and value */
  WAY_NUMBERS,  /* the numbers in the order of documents */
  WAY_DOCUMENTS /* the documents by date, each with all its numbers */
};

/* Whether QUERY limits dates to so few documents that all their numbers are
   sooner read than those of all documents gone through by value.  */
static bool
few_documents (struct library *library, const struct number_query *query)
{
  enum { FEW = 4096 };
  if (!making_needs_document (query))
    return false;
  struct making m = { .sql = BUF_INIT };
  struct number_query dates = { .kind = -1, .side = -1 };
  memcpy (dates.from, query->from, sizeof dates.from);
  memcpy (dates.until, query->until, sizeof dates.until);
  buf_add_string (&m.sql, "SELECT count (*) FROM (SELECT 1 FROM document d");
  making_conditions (&m, &dates, NULL);
  buf_add_string (&m.sql, " LIMIT ?)");
  making_number (&m, FEW + 1);
  struct row row = making_row (library, &m);
  long long count = library_ask (&row, NULL);
  row_drop (&row);
  buf_free (&m.sql);
  return count <= FEW;
}

/* What is LIKE one, or of one unit, is best found by value in any order.  */
static enum way
way_of (struct library *library, const struct number_query *query,
        const struct number_like *like)
{
  if (like || *query->unit || *query->base)
    return WAY_SORTED;
  if (query->order == NUMBERS_BY_DATE || few_documents (library, query))
    return WAY_DOCUMENTS;
  return query->order == NUMBERS_BY_DOCUMENT ? WAY_NUMBERS : WAY_SORTED;
}

/* CROSS JOIN is SQLite's way to say which table comes first.  Where the sorted
   table is not whole and can't be made so, the numbers stand for it.  */
static void
add_tables (struct making *m, struct library *library, enum way way,
            const struct number_query *query, const struct number_like *like)
{
  struct err ignored;
  if (way == WAY_DOCUMENTS)
    buf_add_string (&m->sql, " FROM document d CROSS JOIN " PLAIN
                             " ON k.id BETWEEN d.id << 24"
                             " AND (d.id << 24) + 16777215");
  else if (way == WAY_SORTED && library_sort_numbers (library, &ignored))
    buf_add_string (&m->sql, " FROM number_sorted k");
  else
    buf_add_string (&m->sql, " FROM " PLAIN);
  if (making_needs_rest (query, like))
    buf_add_string (&m->sql, " CROSS JOIN number n ON n.id = k.id");
  if (way != WAY_DOCUMENTS
      && (making_needs_document (query) || query->order == NUMBERS_BY_DATE))
    buf_add_string (&m->sql, " CROSS JOIN document d ON d.id = k.id >> 24");
}

/* --- answers ------------------------------------------------------------ */

static bool
walk_in_order (struct library *library, const struct number_query *query,
               const struct number_like *like, enum way way, long long limit,
               bool (*take) (long long id, void *data), void *data,
               struct err *err)
{
  struct making m = { .sql = BUF_INIT };
  bool more = true;
  buf_add_string (&m.sql, "SELECT k.id");
  add_tables (&m, library, way, query, like);
  making_conditions (&m, query, like);
  add_after (&m, query);
  buf_add_format (&m.sql, " ORDER BY %s LIMIT ?",
                  orders[query->order].order[query->backwards]);
  making_number (&m, limit);
  struct row row = making_row (library, &m);
  while (more && row_next (&row, err))
    more = take (take_number (&row, 1, LLONG_MAX), data);
  row_drop (&row);
  buf_free (&m.sql);
  return err->code == ERR_NONE;
}

bool
numbers_walk (struct library *library, const struct number_query *query,
              const struct number_like *like, long long limit,
              bool (*take) (long long id, void *data), void *data,
              struct err *err)
{
  enum way way = way_of (library, query, like);
  bool units = way == WAY_SORTED && query->order == NUMBERS_BY_VALUE
               && !*query->unit && !*query->base && !like;
  if (units && library_sort_numbers (library, err))
    return numbers_by_value (library, query, limit, take, data, err);
  return walk_in_order (library, query, like, way, limit, take, data, err);
}

bool
numbers_walk_documents (struct library *library,
                        const struct number_query *query,
                        bool (*take) (long long id, void *data), void *data,
                        struct err *err)
{
  struct number_query plain = *query;
  plain.after = NULL;
  plain.order = NUMBERS_BY_DOCUMENT;
  return walk_in_order (library, &plain, NULL, WAY_NUMBERS, -1, take, data,
                        err);
}

long long
numbers_total (struct library *library, const struct number_query *query,
               struct err *err)
{
  struct making m = { .sql = BUF_INIT };
  struct number_query plain = *query;
  plain.order = NUMBERS_BY_DOCUMENT;
  enum way way = way_of (library, &plain, NULL);
  buf_add_string (&m.sql, "SELECT count (*)");
  add_tables (&m, library, way, &plain, NULL);
  making_conditions (&m, &plain, NULL);
  struct row row = making_row (library, &m);
  long long count = library_ask (&row, err);
  row_drop (&row);
  buf_free (&m.sql);
  return count;
}
