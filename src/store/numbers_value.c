/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first numbers by value whatever their unit: the first of each unit, and
   of these the first.  What one unit gave bounds what is asked of the next.  */
#include <config.h>

#include "store/numbers_value.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "number/unit.h"
#include "number/value_key.h"
#include "store/numbers_made.h"

struct key
{
  char value[QUANTITY_TEXT];
  long long id;
};

struct keys VEC (struct key);

struct asking
{
  struct library *library;
  const struct number_query *query;
  size_t limit;
  struct key edge; /* only what comes behind it is asked for */
  struct keys best;
};

/* The keys between which a unit is asked, both left out.  */
struct stretch
{
  struct key low;
  struct key high;
};

/* Below and above every key.  */
static const struct key lowest = { "", -1 };
static const struct key highest = { "\xf4\x8f\xbf\xbf", LLONG_MAX };

static int
compare_forwards (const void *a, const void *b)
{
  const struct key *one = a, *other = b;
  int order = strcmp (one->value, other->value);
  return order ? order : (one->id > other->id) - (one->id < other->id);
}

static int
compare_backwards (const void *a, const void *b)
{
  return compare_forwards (b, a);
}

/* Sorts what is there, and keeps the best.  */
static void
settle (struct asking *asking)
{
  struct keys *best = &asking->best;
  if (best->len > 1)
    qsort (best->items, best->len, sizeof best->items[0],
           asking->query->backwards ? compare_backwards
                                    : compare_forwards);
  if (best->len > asking->limit)
    best->len = asking->limit;
}

/* --- the stretch of a unit ---------------------------------------------- */

/* The factor to the base unit BASE that is the least, or else the greatest, of all
   units with that base.  */
static struct decimal
factor_to (const char *base, bool least)
{
  struct decimal found = decimal_whole (1);
  for (const struct unit *u = units; u->symbol; u++)
    if (strcmp (u->base, base) == 0
        && (decimal_compare (u->factor, found) < 0) == least)
      found = u->factor;
  return found;
}

/* Where LIMIT, which is of values as stated, lies at the utmost in the base unit
   BASE: the lowest such place, or else the highest.  False where it has none.  */
static bool
limit_in (const struct number_limit *limit, const char *base, bool lowest_place,
          struct key *key)
{
  struct decimal value;
  if (!limit->there
      || !decimal_times (limit->value,
                         factor_to (base, lowest_place != limit->negative),
                         &value))
    return false;
  value_key (value, limit->negative, key->value);
  key->id = lowest_place ? -1 : LLONG_MAX;
  return true;
}

static struct stretch
stretch_of (const struct asking *asking, const char *base)
{
  struct key limit;
  bool backwards = asking->query->backwards;
  struct stretch stretch = { backwards ? lowest : asking->edge,
                             backwards ? asking->edge : highest };
  if (asking->best.len >= asking->limit)
    *(backwards ? &stretch.low : &stretch.high)
      = asking->best.items[asking->best.len - 1];
  if (limit_in (&asking->query->low, base, true, &limit)
      && compare_forwards (&limit, &stretch.low) > 0)
    stretch.low = limit;
  if (limit_in (&asking->query->high, base, false, &limit)
      && compare_forwards (&limit, &stretch.high) < 0)
    stretch.high = limit;
  return stretch;
}

/* --- asking ------------------------------------------------------------- */

/* Adds the rows of STATEMENT on UNIT that can be among the best.  */
static bool
ask_unit (struct asking *asking, struct row *statement,
          const struct making *conditions, const char *unit, struct err *err)
{
  struct stretch stretch = stretch_of (asking, unit);
  put_text (statement, unit);
  put_text (statement, stretch.low.value);
  put_number (statement, stretch.low.id);
  put_text (statement, stretch.high.value);
  put_number (statement, stretch.high.id);
  making_bind (statement, conditions);
  put_number (statement, (long long) asking->limit);
  while (row_next (statement, err))
    {
      struct key key;
      key.id = take_number (statement, 1, LLONG_MAX);
      take_short (statement, key.value, sizeof key.value);
      VEC_PUSH (&asking->best, key);
    }
  settle (asking);
  return err->code == ERR_NONE;
}

/* Puts the unit behind UNIT, in the order of their bytes, in its place; false at
   the end.  */
static bool
next_unit (struct library *library, char unit[QUANTITY_TEXT], struct err *err)
{
  struct row row = row_of (&library->database, SORTED_UNIT);
  put_text (&row, unit);
  if (!row_next (&row, err))
    return false;
  take_short (&row, unit, QUANTITY_TEXT);
  row_done (&row);
  return true;
}

static bool
ask_units (struct asking *asking, struct row *statement,
           const struct making *conditions, struct err *err)
{
  char unit[QUANTITY_TEXT] = "";
  do
    if (!ask_unit (asking, statement, conditions, unit, err))
      return false;
  while (next_unit (asking->library, unit, err));
  return err->code == ERR_NONE;
}

/* The statement that ask_unit fills in.  */
static struct row
make_statement (struct library *library, const struct number_query *query,
                struct making *m)
{
  buf_add_string (&m->sql, "SELECT k.id, k.value FROM number_sorted k");
  if (making_needs_rest (query, NULL))
    buf_add_string (&m->sql, " CROSS JOIN number n ON n.id = k.id");
  if (making_needs_document (query))
    buf_add_string (&m->sql, " CROSS JOIN document d ON d.id = k.id >> 24");
  making_condition (m, "k.base_unit = ? AND (k.value, k.id) > (?, ?)"
                       " AND (k.value, k.id) < (?, ?)");
  making_conditions (m, query, NULL);
  buf_add_format (&m->sql, " ORDER BY k.value%s, k.id%s LIMIT ?",
                  query->backwards ? " DESC" : "",
                  query->backwards ? " DESC" : "");
  return row_made (&library->database, buf_string (&m->sql));
}

static struct key
edge_of (const struct number_query *query)
{
  struct key edge = query->backwards ? highest : lowest;
  if (!query->after)
    return edge;
  memcpy (edge.value, query->after->value, sizeof edge.value);
  edge.id = query->after->id;
  return edge;
}

/* Hands out the best and lets the next piece begin behind them.  False where TAKE
   wants no more, or there is nothing more.  */
static bool
hand_out (struct asking *asking, bool (*take) (long long id, void *data),
          void *data)
{
  struct keys *best = &asking->best;
  bool full = best->len == asking->limit;
  for (size_t i = 0; i < best->len; i++)
    if (!take (best->items[i].id, data))
      return false;
  if (full)
    asking->edge = best->items[best->len - 1];
  best->len = 0;
  return full;
}

bool
numbers_by_value (struct library *library, const struct number_query *query,
                  long long limit, bool (*take) (long long id, void *data),
                  void *data, struct err *err)
{
  enum { PIECE = 512, PIECE_MOST = 1 << 16 };
  struct making m = { .sql = BUF_INIT };
  struct asking asking = { .library = library,
                           .query = query,
                           .limit = limit > 0 ? (size_t) limit : PIECE,
                           .edge = edge_of (query) };
  struct row statement = make_statement (library, query, &m);
  bool done;
  while ((done = ask_units (&asking, &statement, &m, err))
         && hand_out (&asking, take, data) && limit <= 0)
    if (asking.limit < PIECE_MOST)
      asking.limit *= 2;
  row_drop (&statement);
  buf_free (&m.sql);
  free (asking.best.items);
  return done;
}
