/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The number index: writing what a document states.  */
#include <config.h>

#include <string.h>

#include "base/utf8.h"
#include "number/unit.h"
#include "number/value_key.h"
#include "store/library_write.h"
#include "store/numbers.h"

/* A place in a side up to which the code points have been counted.  */
struct counted
{
  size_t at;
  size_t points;
};

/* The code points before byte AT of SIDE, going on from *COUNTED where that
   does not lie behind it.  */
static size_t
points_before (const struct side_text *side, struct counted *counted,
               size_t at)
{
  if (at < counted->at)
    *counted = (struct counted){ 0, 0 };
  counted->points += utf8_count (side->text + counted->at, at - counted->at);
  counted->at = at;
  return counted->points;
}

/* What the row says of the base unit: "" for what is the same in it.  */
struct base
{
  char value[QUANTITY_TEXT];
  char high[QUANTITY_TEXT];
  const char *unit;
};

/* Empties KEY where it is STATED.  */
static void
leave_out (char *key, const char *stated)
{
  if (strcmp (key, stated) == 0)
    *key = '\0';
}

/* Fills in BASE for Q, whose own bounds are LOW and HIGH.  What has no unit of
   measure is its own base; a value that gets out of range in the base unit is
   said to be so.  */
static void
find_base (const struct quantity *q, const char *low, const char *high,
           struct base *base)
{
  struct quantity in_base = *q;
  const struct unit *unit = unit_find (q->unit);
  *base = (struct base) { .unit = "" };
  if (!unit)
    return;
  if (!quantity_base (q, &in_base))
    {
      in_base = *q;
      in_base.beyond = true;
    }
  if (strcmp (unit->base, q->unit) != 0)
    base->unit = unit->base;
  value_key_low (&in_base, base->value);
  value_key_high (&in_base, base->high);
  if (!*base->value)
    memcpy (base->value, base->high, sizeof base->value);
  leave_out (base->value, *low ? low : high);
  leave_out (base->high, high);
}

static bool
put_stated (struct library *library, const struct stated *stated, long long id,
            size_t point, struct err *err)
{
  const struct quantity *q = &stated->quantity;
  char low[QUANTITY_TEXT], high[QUANTITY_TEXT];
  struct base base;
  find_base (q, value_key_low (q, low), value_key_high (q, high), &base);
  struct row row = row_of (&library->database, NUMBER_PUT);
  put_number (&row, id);
  put_number (&row, stated->side);
  put_number (&row, (long long) q->range.start);
  put_number (&row, (long long) q->range.end);
  put_number (&row, (long long) point);
  put_number (&row, (long long) stated->sentence.start);
  put_number (&row, (long long) stated->sentence.end);
  put_number (&row, (long long) stated->bead);
  put_number (&row, q->kind);
  put_number (&row, (long long) q->sense * QUALIFIERS + q->qualifier);
  put_text (&row, low);
  put_text (&row, high);
  put_text (&row, q->unit);
  put_text (&row, base.value);
  put_text (&row, base.high);
  put_text (&row, base.unit);
  put_number (&row, stated->facing == STATED_ALONE
                      ? 0
                      : (long long) stated->facing + 1);
  return row_run (&row, err);
}

/* Runs statement WHICH on all ids of document ID.  */
static bool
run_on_ids (struct library *library, enum library_statement which,
            long long id, struct err *err)
{
  struct row row = row_of (&library->database, which);
  put_number (&row, number_id (id, 0));
  put_number (&row, number_id (id, NUMBER_PLACES - 1));
  return row_run (&row, err);
}

static bool
drop_numbers (struct library *library, long long id, struct err *err)
{
  return run_on_ids (library, SORTED_DROP, id, err)
         && run_on_ids (library, NUMBERS_DROP, id, err);
}

static bool
put_unsorted (struct library *library, long long id, struct err *err)
{
  struct row row = row_of (&library->database, UNSORTED_PUT);
  put_number (&row, id);
  return row_run (&row, err);
}

static bool
put_discrepancies (struct library *library, const struct apparatus *apparatus,
                   long long id, struct err *err)
{
  struct row row = row_of (&library->database, DISCREPANCIES_PUT);
  put_number (&row, id);
  put_number (&row, (long long) apparatus->grave);
  put_number (&row, (long long) apparatus->minor);
  return row_run (&row, err);
}

bool
write_numbers (struct library *library, const struct document *document,
               const struct apparatus *apparatus, long long id,
               struct err *err)
{
  struct counted counted[SIDES] = { { 0, 0 }, { 0, 0 } };
  static const struct apparatus nothing = { .grave = 0 };
  if (!apparatus)
    apparatus = &nothing;
  bool done = drop_numbers (library, id, err)
              && put_unsorted (library, id, err)
              && put_discrepancies (library, apparatus, id, err);
  if (apparatus->stated.len >= NUMBER_PLACES)
    return err_set (err, ERR_TOO_LARGE, document->path, NULL);
  for (size_t i = 0; done && i < apparatus->stated.len; i++)
    {
      const struct stated *stated = &apparatus->stated.items[i];
      size_t point
        = points_before (&document->side[stated->side],
                         &counted[stated->side], stated->quantity.range.start);
      done = put_stated (library, stated, number_id (id, (long long) i + 1),
                         point, err);
    }
  return done;
}

static bool
sort_all (struct library *library, struct err *err)
{
  struct row fill = row_of (&library->database, SORTED_FILL);
  if (!row_run (&fill, err))
    return false;
  struct row drop = row_of (&library->database, UNSORTED_DROP);
  return row_run (&drop, err);
}

bool
library_numbers_unsorted (struct library *library)
{
  struct row row = row_of (&library->database, UNSORTED);
  return library_ask (&row, NULL) != 0;
}

bool
library_sort_numbers (struct library *library, struct err *err)
{
  return !library_numbers_unsorted (library)
         || (database_begin (&library->database, err)
             && database_end (&library->database, sort_all (library, err),
                              err));
}
