/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of all documents by date.  */
#include <config.h>

#include "store/search_order.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "store/library_private.h"

struct documents VEC (uint32_t);

/* Numbers are given one after the other: one that is greater than this for so
   many documents was not given by enface.  */
static uint32_t
greatest (size_t count)
{
  return count < 10000000 ? (uint32_t) count * 64 + 1000000 : ORDER_NONE - 1;
}

/* --- as it is kept ------------------------------------------------------ */

/* Reads the order that is kept; leaves ALL empty where there is none, or it is
   not one of COUNT documents.  */
static void
read_kept (struct library *library, size_t count, struct documents *all)
{
  struct row row = row_of (&library->database, ORDER_GET);
  size_t len;
  if (!row_next (&row, NULL))
    return;
  const unsigned char *blob = take_blob (&row, &len);
  bool fits = blob && len == count * 4;
  for (size_t i = 0; fits && i < count; i++)
    {
      uint32_t id = (uint32_t) blob[i * 4] | (uint32_t) blob[i * 4 + 1] << 8
                    | (uint32_t) blob[i * 4 + 2] << 16
                    | (uint32_t) blob[i * 4 + 3] << 24;
      fits = id > 0 && id <= greatest (count);
      VEC_PUSH (all, id);
    }
  row_done (&row);
  if (!fits)
    all->len = 0;
}

static bool
keep (struct library *library, const struct documents *all, struct err *err)
{
  struct buf blob = BUF_INIT;
  for (size_t i = 0; i < all->len; i++)
    for (int k = 0; k < 32; k += 8)
      buf_add_byte (&blob, (char) (all->items[i] >> k & 0xFF));
  bool done = database_begin (&library->database, err);
  if (done)
    {
      struct row row = row_of (&library->database, ORDER_PUT);
      put_blob (&row, &blob);
      done = database_end (&library->database, row_run (&row, err), err);
    }
  buf_free (&blob);
  return done;
}

/* --- as it is ----------------------------------------------------------- */

static bool
read_all (struct library *library, struct documents *all, struct err *err)
{
  struct row row = row_of (&library->database, DOCUMENTS_BY_DATE);
  while (row_next (&row, err))
    {
      VEC_PUSH (all, (uint32_t) take_number (&row, 1, ORDER_NONE - 1));
      if (row.bad)
        {
          row_done (&row);
          return database_damaged (&library->database, "a row of document",
                                   err);
        }
    }
  for (size_t i = 0; i < all->len && err->code == ERR_NONE; i++)
    if (all->items[i] > greatest (all->len))
      database_damaged (&library->database, "the number of a document", err);
  return err->code == ERR_NONE;
}

/* Reads the order; *KEPT tells whether it was kept already.  A search does not
   keep it: it would have to wait for another process that writes.  */
static bool
find_order (struct library *library, struct documents *all, bool *kept,
            struct err *err)
{
  struct row row = row_of (&library->database, COUNT_ALL);
  long long count = library_ask (&row, err);
  if (err->code != ERR_NONE)
    return false;
  read_kept (library, (size_t) count, all);
  *kept = all->len > 0 || count == 0;
  return *kept || read_all (library, all, err);
}

bool
library_sort_documents (struct library *library, struct err *err)
{
  struct documents all = { NULL, 0, 0 };
  struct err found = ERR_INIT;
  bool kept, done = find_order (library, &all, &kept, &found);
  if (done && !kept)
    done = keep (library, &all, &found);
  VEC_FREE (&all);
  if (!done && err)
    *err = found;
  return done;
}

/* --- in memory ---------------------------------------------------------- */

/* Fills in where each document stands, and what each block of numbers spans.  */
static void
fill_places (struct order *order)
{
  for (size_t i = 0; i < order->count; i++)
    if (order->documents[i] >= order->numbers)
      order->numbers = (size_t) order->documents[i] + 1;
  order->blocks = order->numbers / ORDER_BLOCK + 1;
  order->places = mem_new (order->numbers, sizeof *order->places);
  order->first_from = mem_new (order->blocks + 1, sizeof (uint32_t));
  order->last_to = mem_new (order->blocks + 1, sizeof (uint32_t));
  memset (order->places, 0xFF, order->numbers * sizeof *order->places);
  memset (order->first_from, 0xFF, (order->blocks + 1) * sizeof (uint32_t));
  for (size_t i = 0; i < order->count; i++)
    {
      uint32_t id = order->documents[i], place = (uint32_t) i;
      size_t block = id / ORDER_BLOCK;
      order->places[id] = place;
      if (place < order->first_from[block])
        order->first_from[block] = place;
      if (place + 1 > order->last_to[block])
        order->last_to[block] = place + 1;
    }
  for (size_t b = order->blocks; b-- > 0;)
    if (order->first_from[b + 1] < order->first_from[b])
      order->first_from[b] = order->first_from[b + 1];
  for (size_t b = 1; b < order->blocks; b++)
    if (order->last_to[b - 1] > order->last_to[b])
      order->last_to[b] = order->last_to[b - 1];
}

static struct order *
order_load (struct library *library, struct err *err)
{
  struct documents all = { NULL, 0, 0 };
  struct err found = ERR_INIT;
  bool kept;
  if (!find_order (library, &all, &kept, &found))
    {
      VEC_FREE (&all);
      if (err)
        *err = found;
      return NULL;
    }
  struct order *order = mem_new (1, sizeof *order);
  order->documents = all.items;
  order->count = all.len;
  fill_places (order);
  return order;
}

/* A number that is another one when something was written, here or by another
   program.  */
static long long
state_of (struct library *library)
{
  struct row row = row_of (&library->database, DATA_VERSION);
  return library_ask (&row, NULL) << 32
         ^ (sqlite3_total_changes (library->database.handle) & 0xFFFFFFFFLL);
}

struct order *
order_of (struct library *library, struct err *err)
{
  long long state = state_of (library);
  if (!library->order || library->order->state != state)
    {
      struct order *order = order_load (library, err);
      if (!order)
        return NULL;
      order_release (library->order);
      order->state = state;
      order->holders = 1;
      library->order = order;
    }
  library->order->holders++;
  return library->order;
}

void
order_release (struct order *order)
{
  if (!order || --order->holders > 0)
    return;
  free (order->documents);
  free (order->places);
  free (order->first_from);
  free (order->last_to);
  free (order->lengths);
  free (order);
}

/* --- lengths ------------------------------------------------------------ */

/* The number that FTS5 has written into the LEN bytes at BLOB: seven bits a byte,
   the highest first.  */
static uint32_t
read_length (const unsigned char *blob, size_t len)
{
  uint32_t length = 0;
  for (size_t i = 0; i < len && i < 4; i++)
    {
      length = length << 7 | (blob[i] & 0x7F);
      if (blob[i] < 0x80)
        break;
    }
  return length;
}

bool
order_need_lengths (struct library *library, struct order *order,
                    struct err *err)
{
  if (order->lengths)
    return true;
  uint32_t *lengths = mem_new (order->numbers, sizeof *lengths);
  struct row row = row_of (&library->database, WORDS_LENGTHS);
  while (row_next (&row, err))
    {
      size_t len, id = (size_t) take_number (&row, 0, ORDER_NONE);
      const unsigned char *blob = take_blob (&row, &len);
      if (blob && id < order->numbers)
        lengths[id] = read_length (blob, len);
    }
  if (err->code == ERR_NONE)
    order->lengths = lengths;
  else
    free (lengths);
  return err->code == ERR_NONE;
}

/* Whether the document ID stands before SORT, as order_find says.  */
static bool
is_before (struct library *library, long long id, const char *sort, bool after,
           bool *before, struct err *err)
{
  struct row row = row_of (&library->database, DOCUMENT_SORT);
  put_number (&row, id);
  if (!row_next (&row, err))
    return err->code == ERR_NONE
             ? database_damaged (&library->database, "a row of document", err)
             : false;
  size_t len, size = strlen (sort);
  const char *text = peek_text (&row, &len);
  int order = text ? strncmp (text, sort, size) : 1;
  *before = order < 0 || (after && order == 0);
  row_done (&row);
  return true;
}

bool
order_find (struct library *library, const struct order *order,
            const char *sort, bool after, size_t *place, struct err *err)
{
  size_t low = 0, high = order->count;
  struct err found = ERR_INIT;
  while (low < high)
    {
      size_t middle = low + (high - low) / 2;
      bool before;
      if (!is_before (library, order->documents[middle], sort, after, &before,
                      &found))
        {
          if (err)
            *err = found;
          return false;
        }
      if (before)
        low = middle + 1;
      else
        high = middle;
    }
  *place = low;
  return true;
}
