/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching: which documents, in which order, in pieces.  */
#include <config.h>

#include "store/search.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/search_index.h"
#include "store/search_private.h"

const char *
search_order_name (enum search_order order)
{
  static const char *const names[SEARCH_ORDERS] = { "date", "relevance" };
  return names[order];
}

const struct query *
search_query (const struct search *search)
{
  return search->query;
}

/* --- pieces of work ----------------------------------------------------- */

struct piece
piece_begin (struct search *search)
{
  heed_begin (&search->library->database, search->plan.yields);
  return (struct piece) { .start = heed_clock () };
}

bool
piece_goes_on (struct piece *piece)
{
  double now = heed_clock ();
  double most = now - piece->start;
  if (piece->end == 0)
    piece->end = now + (most > HEED_PIECE ? most : HEED_PIECE);
  return now < piece->end;
}

enum search_state
piece_end (struct search *search, enum search_state state, struct err *err)
{
  bool stopped = heed_end (&search->library->database, err);
  if (stopped)
    state = SEARCH_BUSY;
  else if (err->code != ERR_NONE)
    state = SEARCH_FAILED;
  if (stopped || state != SEARCH_BUSY)
    {
      scan_rest (search->scan);
      scan_rest (search->counting);
    }
  return state;
}

bool
search_need_whole (struct search *search, struct err *err)
{
  if (!search->has_whole
      && !whole_make (search->library, search->query,
                      search->plan.counted != NULL, &search->whole, err))
    return false;
  search->has_whole = true;
  return true;
}

struct row
search_rows_from (const struct search *search, enum library_statement which,
                  long long from)
{
  struct row row = row_of (&search->library->database, which);
  put_bytes (&row, search->whole.words.data, search->whole.words.len);
  put_number (&row, from);
  return row;
}

/* --- by date ------------------------------------------------------------ */

static bool
is_through (const struct search *search)
{
  return search->plan.backwards ? search->at <= search->first
                                : search->at >= search->last;
}

/* Looks at the next window of numbers, which begins or ends where blocks do.  */
static bool
look_at_window (struct search *search, struct err *err)
{
  long long from = search->at, until = search->at;
  if (search->plan.backwards)
    from = (from - 1) / ORDER_BLOCK * ORDER_BLOCK - search->window
           + ORDER_BLOCK;
  else
    until = from / ORDER_BLOCK * ORDER_BLOCK + search->window;
  if (from < search->first)
    from = search->first;
  if (until > search->last)
    until = search->last;
  unsigned char *bits = mem_new (scan_bytes (from, until), 1);
  if (!search->scan)
    search->scan = scan_new (search->library, &search->expression,
                             search->plan.backwards);
  bool done = search_leaves_out (search, from, until)
              || scan_window (search->scan, from, until, bits, err);
  for (long long id = from; done && id < until; id++)
    if (bits[(id - from) / 8] >> (id - from) % 8 & 1
        && search_fits (search, id))
      {
        size_t place = search->order->places[id];
        search->bits[place / 8] |= (unsigned char) (1U << place % 8);
      }
  free (bits);
  if (!done)
    return false;
  search->at = search->plan.backwards ? from : until;
  if (search->window < SEARCH_WINDOW_MOST)
    search->window *= 4;
  return true;
}

/* Up to where results are known by the index: no document that was not looked at
   stands before (behind, backwards) that place.  */
static size_t
known_by_index (const struct search *search)
{
  const struct order *order = search->order;
  if (is_through (search))
    return search->plan.backwards ? search->low : search->high;
  if (search->plan.backwards)
    {
      size_t last = order->last_to[(search->at - 1) / ORDER_BLOCK];
      return last > search->low ? last : search->low;
    }
  size_t first = order->first_from[search->at / ORDER_BLOCK];
  return first < search->high ? first : search->high;
}

/* The same by whatever was looked at.  */
static size_t
known_until (const struct search *search)
{
  size_t known = known_by_index (search), begin = search->begin;
  if (search->plan.backwards)
    return begin - search->tried < known ? begin - search->tried : known;
  return begin + search->tried > known ? begin + search->tried : known;
}

/* The next place with a result up to what is known.  */
static bool
next_known (struct search *search, size_t *place)
{
  size_t until = known_until (search);
  if (search->plan.backwards)
    {
      for (; search->next > until; search->next--)
        if (search->bits[(search->next - 1) / 8]
            >> (search->next - 1) % 8 & 1)
          {
            *place = --search->next;
            return true;
          }
      return false;
    }
  for (; search->next < until; search->next++)
    if (search->bits[search->next / 8] >> search->next % 8 & 1)
      {
        *place = search->next++;
        return true;
      }
  return false;
}

/* Looks into the texts of the documents with which the results begin.  What is in
   many of them is found so before SQLite has gathered all that begins like
   it.  */
static bool
try_text (struct search *search, struct err *err)
{
  enum { TRIED = 64 };
  size_t most = search->plan.backwards ? search->begin - search->low
                                       : search->high - search->begin;
  if (search->tried >= most || search->tried >= TRIED)
    {
      search->trying = false;
      return true;
    }
  size_t place = search->plan.backwards
                   ? search->begin - 1 - search->tried
                   : search->begin + search->tried;
  long long id = search->order->documents[place];
  if (search_fits (search, id) && search_fits_text (search, id, err))
    search->bits[place / 8] |= (unsigned char) (1U << place % 8);
  search->tried += err->code == ERR_NONE;
  return err->code == ERR_NONE;
}

static enum search_state
next_by_date (struct search *search, long long *id, struct err *err)
{
  size_t place;
  bool found = next_known (search, &place);
  struct piece piece = { 0, 0 };
  if (!found && !is_through (search))
    {
      piece = piece_begin (search);
      do
        if (!(search->trying ? try_text (search, err)
                             : look_at_window (search, err)))
          break;
      while (!(found = next_known (search, &place)) && !is_through (search)
             && piece_goes_on (&piece));
      enum search_state state
        = piece_end (search, found || is_through (search) ? SEARCH_FOUND
                                                          : SEARCH_BUSY,
                     err);
      if (state != SEARCH_FOUND)
        return state;
      found = found || next_known (search, &place);
    }
  if (found)
    *id = search->order->documents[place];
  return found ? SEARCH_FOUND : SEARCH_END;
}

/* --- by relevance ------------------------------------------------------- */

/* Takes the scores of more documents, as many as a piece is.  */
static enum search_state
take_scores (struct search *search, struct err *err)
{
  bool more;
  if (!search_need_whole (search, err))
    return SEARCH_FAILED;
  if (!search->ranking)
    search->ranking = ranking_new (search);
  struct piece piece = piece_begin (search);
  while ((more = ranking_slice (search->ranking, err))
         && piece_goes_on (&piece))
    ;
  if (!more && err->code == ERR_NONE)
    {
      ranking_end (search->ranking);
      search->at = search->last;
    }
  return piece_end (search, SEARCH_BUSY, err);
}

static enum search_state
next_by_relevance (struct search *search, long long *id, struct err *err)
{
  if (search->at < search->last)
    return take_scores (search, err);
  *id = search->ranking ? ranking_next (search->ranking) : 0;
  return *id > 0 ? SEARCH_FOUND : SEARCH_END;
}

enum search_state
search_next_id (struct search *search, long long *id, struct err *err)
{
  struct err found = ERR_INIT;
  enum search_state state = search->plan.order == SEARCH_BY_RELEVANCE
                              ? next_by_relevance (search, id, &found)
                              : next_by_date (search, id, &found);
  if (state == SEARCH_FOUND && query_has_edges (search->query)
      && !search_fits_text (search, *id, &found))
    state = found.code == ERR_NONE ? SEARCH_BUSY : SEARCH_FAILED;
  if (state == SEARCH_FAILED && err)
    *err = found;
  return state;
}
