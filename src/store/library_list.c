/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of documents: in pieces, from any place on, without going through
   what stands before.  */
#include <config.h>

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/library_filter.h"
#include "store/library_private.h"

static void
listed_clear (struct listed *listed)
{
  free (listed->sort);
  free (listed->date);
  free (listed->page);
  free (listed->title[ORIGINAL]);
  free (listed->title[TRANSLATION]);
  free (listed->collection);
  free (listed->path);
}

void
listing_free (struct listing *listing)
{
  for (size_t i = 0; i < listing->len; i++)
    listed_clear (&listing->items[i]);
  VEC_FREE (listing);
}

static struct listed
take_listed (struct row *row)
{
  struct listed listed = { .id = take_number (row, 1, LLONG_MAX) };
  listed.sort = take_text (row);
  take_hash (row, listed.hash);
  listed.date = take_text (row);
  listed.page = take_text (row);
  for (enum side s = 0; s < SIDES; s++)
    listed.title[s] = take_text (row);
  listed.collection = take_text (row);
  listed.path = take_text (row);
  listed.beads = (size_t) take_number (row, 0, INT_MAX);
  return listed;
}

/* Whether the row's text at COLUMN fits FILTER; NULL or damage fits none.  */
static bool
row_fits (struct row *row, int column, const struct filter *filter)
{
  if (filter->len == 0)
    return true;
  size_t len;
  row->at = column;
  const char *lines = peek_text (row, &len);
  row->at = 0;
  return lines && filter_fits (filter, lines, len);
}

/* Fills in where QUERY begins.  A blob stands behind every text.  */
static void
put_start (struct row *row, const struct library_query *query,
           const struct buf *behind)
{
  if (query->after)
    put_text (row, query->after);
  else if (query->backwards)
    put_blob (row, behind);
  else
    put_text (row, "");
  put_number (row, query->after ? query->after_id : 0);
}

bool
library_list (struct library *library, const struct library_query *query,
              struct listing *listing, struct err *err)
{
  enum { FOLDED_COLUMN = 10 };
  struct err found;
  struct buf behind = BUF_INIT;
  struct filter filter = filter_make (query->filter);
  struct row row = row_of (&library->database,
                           query->backwards ? LIST_BACKWARDS : LIST_FORWARDS);
  size_t count = 0;
  put_start (&row, query, &behind);
  put_number (&row, query->limit && !filter.len ? (long long) query->limit
                                                : -1);
  while (row_next (&row, &found))
    {
      if (!row_fits (&row, FOLDED_COLUMN, &filter))
        continue;
      VEC_PUSH (listing, take_listed (&row));
      if (row.bad || ++count == query->limit)
        break;
    }
  row_done (&row);
  filter_free (&filter);
  if (row.bad)
    database_damaged (&library->database, "a row of document", &found);
  if (found.code != ERR_NONE && err)
    *err = found;
  return found.code == ERR_NONE;
}

bool
library_row (struct library *library, long long id, struct listing *listing,
             struct err *err)
{
  struct err found = ERR_INIT;
  struct row row = row_of (&library->database, LIST_ONE);
  put_number (&row, id);
  if (row_next (&row, &found))
    {
      VEC_PUSH (listing, take_listed (&row));
      row_done (&row);
      return !row.bad
             || database_damaged (&library->database, "a row of document",
                                  err);
    }
  if (err)
    *err = found;
  return !found.code && err_set (err, ERR_NOT_FOUND, NULL, "%lld", id);
}

long long
library_count (struct library *library, const char *text, struct err *err)
{
  struct err found;
  struct filter filter = filter_make (text);
  struct row row = row_of (&library->database,
                           filter.len ? LIST_FOLDED : COUNT_ALL);
  long long count = 0;
  if (filter.len == 0)
    count = library_ask (&row, &found);
  else
    while (row_next (&row, &found))
      count += row_fits (&row, 1, &filter);
  filter_free (&filter);
  if (row.bad && found.code == ERR_NONE)
    database_damaged (&library->database, "a row of document", &found);
  if (found.code == ERR_NONE)
    return count;
  if (err)
    *err = found;
  return -1;
}

long long
library_rank (struct library *library, const char *sort, long long id,
              struct err *err)
{
  struct err found;
  struct row row = row_of (&library->database, RANK);
  put_text (&row, sort);
  put_number (&row, id);
  long long rank = library_ask (&row, &found);
  if (found.code != ERR_NONE && err)
    *err = found;
  return found.code == ERR_NONE ? rank : -1;
}
