/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The number index: questions and answers.  */
#include <config.h>

#include "store/numbers.h"

#include <stdlib.h>
#include <limits.h>
#include <string.h>

#include "base/mem.h"
#include "number/value_key.h"
#include "store/heed.h"
#include "store/numbers_find.h"
#include "store/numbers_read.h"

/* --- words -------------------------------------------------------------- */

/* Appends the sentence of number ID to OUT; *FACING is the number that faces it
   in its document, or 0.  */
static bool
add_sentence (struct reading *reading, long long id, struct buf *out,
              long long *facing)
{
  struct row row = row_of (&reading->library->database, NUMBER_PLACE);
  put_number (&row, id);
  if (!row_next (&row, reading->err))
    return reading->err->code == ERR_NONE && reading_damaged (reading, id);
  enum side side = (enum side) take_number (&row, 0, SIDES - 1);
  struct range context = row_range (&row);
  *facing = take_number (&row, 0, NUMBER_PLACES - 1);
  bool bad = row.bad;
  row_done (&row);
  if (!reading_load (reading, number_document (id)))
    return false;
  if (bad || !reading_fits (reading, side, context))
    return reading_damaged (reading, id);
  buf_add (out, reading->text[side] + context.start, range_len (context));
  return true;
}

/* Whether the words of the query stand in the sentence of number ID or, where
   the number that faces it has no row of its own, in that one's.  */
static bool
words_stand (struct reading *reading, long long id)
{
  struct buf text = BUF_INIT;
  long long facing;
  if (reading->filter.len == 0)
    return true;
  bool read = add_sentence (reading, id, &text, &facing);
  if (read && reading->query->once && facing > 0)
    {
      buf_add_byte (&text, '\n');
      read = add_sentence (reading, number_id (number_document (id), facing),
                           &text, &facing);
    }
  char *folded = filter_fold (buf_string (&text));
  bool fits = read && filter_fits (&reading->filter, folded, strlen (folded));
  free (folded);
  buf_free (&text);
  return fits;
}

/* Hands what was read to who wants it row by row; false to stop.  */
static bool
tell (struct reading *reading)
{
  if (!reading->each)
    return true;
  bool more = reading->each (&reading->out->items[0], reading->data);
  numbers_free (reading->out);
  return more;
}

/* Takes the number ID where its words fit; false to stop.  */
static bool
take (long long id, void *data)
{
  struct reading *reading = data;
  size_t limit = reading->query->limit;
  if (!words_stand (reading, id))
    return reading->err->code == ERR_NONE;
  reading->found++;
  if (!reading->out)
    return true;
  return reading_add (reading, id) && tell (reading)
         && (limit == 0 || (size_t) reading->found < limit);
}

static struct reading
start (struct library *library, const struct number_query *query,
            struct numbers *out, struct err *err)
{
  *err = (struct err) ERR_INIT;
  return (struct reading){ .library = library,
                           .query = query,
                           .filter = filter_make (query->words),
                           .out = out,
                           .err = err };
}

/* --- answers ------------------------------------------------------------ */

/* Walks, for rows or for their count.  */
static bool
walk (struct reading *reading, const struct number_like *like)
{
  const struct number_query *query = reading->query;
  struct err walked = ERR_INIT;
  bool all = reading->filter.len > 0 || query->limit == 0 || !reading->out;
  bool done = numbers_walk (reading->library, query, like,
                            all ? -1 : (long long) query->limit, take,
                            reading, &walked);
  if (reading->err->code == ERR_NONE)
    *reading->err = walked;
  return done && reading->err->code == ERR_NONE;
}

bool
library_numbers_each (struct library *library,
                      const struct number_query *query,
                      bool (*each) (const struct number *number, void *data),
                      void *data, struct err *err)
{
  struct err found;
  struct numbers one = { 0 };
  struct reading reading = start (library, query, &one, &found);
  reading.each = each;
  reading.data = data;
  bool done = walk (&reading, NULL);
  reading_end (&reading);
  numbers_free (&one);
  if (!done && err)
    *err = found;
  return done;
}

static bool
answer (struct library *library, const struct number_query *query,
        const struct number_like *like, struct numbers *out, struct err *err)
{
  struct err found;
  struct reading reading = start (library, query, out, &found);
  heed_begin (&library->database, query->yields);
  bool done = walk (&reading, like);
  reading_end (&reading);
  if (heed_end (&library->database, &found))
    {
      done = false;
      numbers_free (out);
    }
  if (!done && err)
    *err = found;
  return done;
}

bool
library_numbers (struct library *library, const struct number_query *query,
                 struct numbers *out, struct err *err)
{
  return answer (library, query, NULL, out, err);
}

/* --- counting ----------------------------------------------------------- */

/* Milliseconds that a piece of counting may take.  */
enum { TALLY_PIECE = 10 };

static bool
count (struct library *library, const struct number_query *query,
       long long *found, struct err *err)
{
  struct reading reading = start (library, query, NULL, err);
  if (reading.filter.len > 0)
    numbers_walk_documents (library, query, take, &reading, err);
  else
    reading.found = numbers_total (library, query, err);
  reading_end (&reading);
  *found = reading.found;
  return err->code == ERR_NONE;
}

/* Counts the next documents of TALLY, twice or half as many as before so that it
   takes about as long as it may.  */
static bool
count_piece (struct library *library, const struct number_query *query,
             long long last, struct number_tally *tally, struct err *err)
{
  double began = heed_clock ();
  struct number_query piece = *query;
  long long found, step = tally->step ? tally->step : 16;
  long long to = last - tally->document > step ? tally->document + step : last;
  piece.first_document = tally->document + 1;
  piece.last_document = to;
  if (!count (library, &piece, &found, err))
    return false;
  double took = heed_clock () - began;
  tally->count += found;
  tally->document = to;
  tally->done = to == last;
  tally->step = took < TALLY_PIECE / 4.0 ? step * 2
                : took > TALLY_PIECE && step > 1 ? step / 2 : step;
  return true;
}

/* What is found in one piece: the numbers of one document, or of a unit, which
   stand together in the order of values.  */
static bool
is_one_piece (const struct number_query *query)
{
  return query->last_document > 0
         || (!query->words && (*query->unit || *query->base));
}

bool
library_numbers_tally (struct library *library,
                       const struct number_query *query,
                       struct number_tally *tally, struct err *err)
{
  struct err found = ERR_INIT;
  double end = heed_clock () + TALLY_PIECE;
  if (is_one_piece (query))
    tally->done = count (library, query, &tally->count, &found);
  else
    {
      struct row row = row_of (&library->database, LAST_DOCUMENT);
      long long last = library_ask (&row, &found);
      tally->done = last <= tally->document;
      while (found.code == ERR_NONE && !tally->done && heed_clock () < end)
        count_piece (library, query, last, tally, &found);
    }
  if (found.code == ERR_NONE)
    return true;
  if (err)
    *err = found;
  return false;
}

/* Whether there is a number ID; ERR_NOT_FOUND.  */
static bool
number_stands (struct library *library, long long id, struct err *err)
{
  struct row row = row_of (&library->database, NUMBER_PLACE);
  put_number (&row, id);
  if (row_next (&row, err))
    {
      row_done (&row);
      return true;
    }
  return err->code == ERR_NONE
         && err_set (err, ERR_NOT_FOUND, NULL, "%lld.%lld",
                     number_document (id), number_place (id));
}

bool
library_number (struct library *library, long long id, struct numbers *out,
                struct err *err)
{
  struct err found;
  struct number_query query;
  number_query_init (&query);
  struct reading reading = start (library, &query, out, &found);
  bool done = number_stands (library, id, &found)
              && reading_add (&reading, id);
  reading_end (&reading);
  if (!done && err)
    *err = found;
  return done;
}

bool
library_numbers_same (struct library *library, long long id,
                      const struct number_query *query, struct numbers *out,
                      struct err *err)
{
  char low[QUANTITY_TEXT], high[QUANTITY_TEXT], unit[UNIT_SYMBOL];
  struct err found;
  struct row row = row_of (&library->database, NUMBER_LIKE);
  put_number (&row, id);
  if (!row_next (&row, &found))
    {
      if (found.code == ERR_NONE)
        err_set (&found, ERR_NOT_FOUND, NULL, "%lld.%lld",
                 number_document (id), number_place (id));
      if (err)
        *err = found;
      return false;
    }
  struct number_like like = { .base_unit = unit, .low = low, .high = high,
                              .document = number_document (id) };
  take_short (&row, unit, sizeof unit);
  take_short (&row, low, sizeof low);
  take_short (&row, high, sizeof high);
  like.kind = (enum quantity_kind) take_number (&row, 0, QUANTITY_KINDS - 1);
  bool bad = row.bad;
  row_done (&row);
  if (bad)
    return database_damaged (&library->database, "a row of number", err);
  /* What has no bounds, or none within range, is the same as nothing.  */
  if (!*low || strcmp (low, VALUE_KEY_BEYOND) == 0)
    return true;
  return answer (library, query, &like, out, err);
}
