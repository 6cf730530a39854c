/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of documents: in pieces, from any place on, without going through
   what stands before.  */
#include <config.h>

#include <limits.h>
#include <stdlib.h>

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
  listed.grave = (size_t) take_number (row, 0, INT_MAX);
  listed.minor = (size_t) take_number (row, 0, INT_MAX);
  return listed;
}

/* Whether the row (number, lines) fits FILTER; *ID is the number.  */
static bool
row_fits (struct row *row, const struct filter *filter, long long *id)
{
  size_t len;
  *id = take_number (row, 1, LLONG_MAX);
  const char *lines = peek_text (row, &len);
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

/* Appends the rows of ROW, which is filled in, to LISTING.  */
static void
list_rows (struct row *row, struct listing *listing, struct err *err)
{
  while (row_next (row, err))
    {
      VEC_PUSH (listing, take_listed (row));
      if (row->bad)
        database_damaged (row->database, "a row of document", err);
      if (err->code != ERR_NONE)
        break;
    }
  row_done (row);
}

static void
list_one (struct library *library, long long id, struct listing *listing,
          struct err *err)
{
  struct row row = row_of (&library->database, LIST_ONE);
  put_number (&row, id);
  list_rows (&row, listing, err);
}

/* Goes through what documents are found by, and lists those that fit.  */
static void
list_fitting (struct library *library, const struct library_query *query,
              const struct filter *filter, struct listing *listing,
              struct err *err)
{
  struct buf behind = BUF_INIT;
  size_t first = listing->len;
  long long id;
  struct row row = row_of (&library->database,
                           query->backwards ? FIND_BACKWARDS : FIND_FORWARDS);
  put_start (&row, query, &behind);
  while (row_next (&row, err))
    {
      if (row_fits (&row, filter, &id))
        list_one (library, id, listing, err);
      if (row.bad)
        database_damaged (row.database, "a row of finding", err);
      if (err->code != ERR_NONE
          || (query->limit && listing->len - first >= query->limit))
        break;
    }
  row_done (&row);
}

bool
library_list (struct library *library, const struct library_query *query,
              struct listing *listing, struct err *err)
{
  struct err found;
  struct buf behind = BUF_INIT;
  struct filter filter = filter_make (query->filter);
  if (filter.len > 0)
    list_fitting (library, query, &filter, listing, &found);
  else
    {
      struct row row
        = row_of (&library->database,
                  query->backwards ? LIST_BACKWARDS : LIST_FORWARDS);
      put_start (&row, query, &behind);
      put_number (&row, query->limit ? (long long) query->limit : -1);
      list_rows (&row, listing, &found);
    }
  filter_free (&filter);
  if (found.code != ERR_NONE && err)
    *err = found;
  return found.code == ERR_NONE;
}

bool
library_row (struct library *library, long long id, struct listing *listing,
             struct err *err)
{
  struct err found = ERR_INIT;
  size_t before = listing->len;
  list_one (library, id, listing, &found);
  if (err && found.code != ERR_NONE)
    *err = found;
  return found.code == ERR_NONE
         && (listing->len > before
             || err_set (err, ERR_NOT_FOUND, NULL, "%lld", id));
}

/* How many documents fit FILTER.  */
static long long
count_fitting (struct library *library, const struct filter *filter,
               struct err *err)
{
  struct row row = row_of (&library->database, FIND_ALL);
  long long count = 0, id;
  while (row_next (&row, err))
    count += row_fits (&row, filter, &id);
  if (row.bad && err->code == ERR_NONE)
    database_damaged (&library->database, "a row of finding", err);
  return count;
}

long long
library_count (struct library *library, const char *text, struct err *err)
{
  struct err found;
  struct filter filter = filter_make (text);
  long long count;
  if (filter.len > 0)
    count = count_fitting (library, &filter, &found);
  else
    {
      struct row row = row_of (&library->database, COUNT_ALL);
      count = library_ask (&row, &found);
    }
  filter_free (&filter);
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
