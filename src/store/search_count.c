/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching: how many documents and places there are, in slices.  */
#include <config.h>

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/search_index.h"
#include "store/search_private.h"

/* Whether every document that the index gives counts.  */
static bool
takes_all (const struct search *search)
{
  return !query_has_edges (search->query) && search->filters.len == 0 && search->low == 0
         && search->high == search->order->count;
}

/* Counts document ID, which has PLACES.  */
static void
count_document (struct search *search, long long id,
                const size_t places[SIDES])
{
  search->count.documents++;
  search->count.occurrences
    += (long long) (places[ORIGINAL] + places[TRANSLATION]);
  if (search->plan.counted)
    search->plan.counted (id, places, search->plan.data);
}

/* How many places document ID has by its text.  */
static bool
places_in (struct search *search, long long id, size_t places[SIDES],
           struct err *err)
{
  struct search_found found;
  if (!search_look (search, id, &found, err))
    return err->code == ERR_NONE;
  search_places_count (&found, places);
  search_found_clear (&found);
  return true;
}

/* Counts the documents that BITS has of the numbers FROM to below UNTIL, and where
   OCCURRENCES the places in them, up to one that can't be read.  */
static void
count_bits (struct search *search, bool occurrences, long long from,
            long long until, const unsigned char *bits, struct err *err)
{
  bool edges = query_has_edges (search->query);
  for (long long id = from; id < until; id++)
    {
      search->count_at = id;
      if (!(bits[(id - from) / 8] >> (id - from) % 8 & 1)
          || !search_fits (search, id))
        continue;
      if (edges && !search_fits_text (search, id, err))
        {
          if (err->code != ERR_NONE)
            return;
          continue;
        }
      size_t places[SIDES] = { 0, 0 };
      if (occurrences && !places_in (search, id, places, err))
        return;
      count_document (search, id, places);
    }
  search->count_at = until;
}

/* Counts the documents from `count_at` on, as many as a piece is; the places in
   them by their texts, where these are asked for.  */
static bool
count_windows (struct search *search, bool occurrences, struct piece *piece,
               struct err *err)
{
  unsigned char *bits = mem_new (scan_bytes (0, SEARCH_WINDOW_MOST), 1);
  if (!search->counting)
    search->counting = scan_new (search->library, &search->expression, false);
  do
    {
      long long size = occurrences || query_has_edges (search->query)
                         ? SEARCH_WINDOW_FIRST
                         : SEARCH_WINDOW_MOST;
      long long from = search->count_at, until = from + size;
      if (until > search->last)
        until = search->last;
      memset (bits, 0, scan_bytes (from, until));
      if (search_leaves_out (search, from, until)
          || scan_window (search->counting, from, until, bits, err))
        count_bits (search, occurrences, from, until, bits, err);
    }
  while (err->code == ERR_NONE && search->count_at < search->last
         && piece_goes_on (piece));
  free (bits);
  return err->code == ERR_NONE;
}

/* Counts both by the index alone.  */
static bool
count_places (struct search *search, struct piece *piece, struct err *err)
{
  bool sides = search->plan.counted != NULL;
  struct row row = search_rows_from (search, sides ? WORDS_SIDES : WORDS_PLACES,
                                     search->count_at);
  const struct whole *whole = &search->whole;
  bool more = true;
  long long id;
  put_number (&row, (long long) (sides ? ~whole->of[ORIGINAL]
                                       : whole->uncounted));
  if (sides)
    put_number (&row, (long long) ~whole->of[TRANSLATION]);
  while (more && (id = search_next_number (&row, err)) > 0)
    {
      size_t places[SIDES] = { (size_t) take_number (&row, 0, INT_MAX), 0 };
      if (sides)
        places[TRANSLATION] = (size_t) take_number (&row, 0, INT_MAX);
      more = id < search->last && (whole->prefixed || piece_goes_on (piece));
      search->count_at = id + 1;
      if (search_fits (search, id))
        count_document (search, id, places);
    }
  if (!more)
    row_done (&row);
  if (err->code == ERR_NONE && more)
    search->count_at = search->last;
  return err->code == ERR_NONE;
}

/* Counts the documents that LEAF, one question, finds.  */
static bool
count_at_once (struct search *search, const struct branch *leaf,
               struct err *err)
{
  struct row row = row_of (&search->library->database,
                           leaf->kind == BRANCH_WORDS ? WORDS_COUNT
                                                      : CHARACTERS_COUNT);
  put_bytes (&row, leaf->match.data, leaf->match.len);
  long long documents = library_ask (&row, err);
  if (err->code != ERR_NONE)
    return false;
  search->count.documents = documents;
  search->count_at = search->last;
  return true;
}

/* Whether the query is one phrase of one place: then the index tells how often
   its tokens stand there at all.  */
static bool
is_single (const struct search *search)
{
  const struct query *query = search->query;
  const struct buf *words = &search->whole.words;
  return query->nodes.items[query->root].kind == QUERY_TERM
         && search->whole.countable
         && !memchr (words->data, INDEX_NEXT, words->len);
}

/* How many places the token has, or where BEGINS all tokens have that begin with
   its LEN bytes, the last of which is not the greatest.  */
static long long
places_of_token (struct search *search, const char *token, size_t len,
                 bool begins, struct err *err)
{
  char *behind = mem_copy (token, len);
  struct row row = row_of (&search->library->database, VOCABULARY_SUM);
  if (begins)
    behind[len - 1]++;
  put_bytes (&row, token, len);
  put_bytes (&row, behind, len + !begins); /* with the zero behind it */
  long long places = library_ask (&row, err);
  free (behind);
  return places;
}

/* Counts the places of the phrase that the query is: its tokens in quotes with
   INDEX_OR between, and a `*` where they are beginnings.  */
static bool
count_tokens (struct search *search, struct err *err)
{
  const struct buf *words = &search->whole.words;
  bool begins = words->data[words->len - 1] == '*';
  size_t stop = words->len - 1 - begins;
  long long occurrences = 0;
  for (size_t at = 1; at < stop && err->code == ERR_NONE;)
    {
      size_t end = at;
      while (end < stop && words->data[end] != INDEX_OR)
        end++;
      occurrences += places_of_token (search, words->data + at, end - at,
                                      begins, err);
      at = end + 1;
    }
  if (err->code != ERR_NONE)
    return false;
  search->count.occurrences = occurrences;
  return true;
}

static bool
count_piece (struct search *search, bool occurrences, struct piece *piece,
             struct err *err)
{
  const struct branch *leaf = takes_all (search) && !search->plan.counted
                                ? expression_leaf (&search->expression)
                                : NULL;
  if (leaf && !occurrences)
    return count_at_once (search, leaf, err);
  if (leaf && is_single (search))
    return count_tokens (search, err) && count_at_once (search, leaf, err);
  if (!occurrences)
    return count_windows (search, false, piece, err);
  return search->whole.countable ? count_places (search, piece, err)
                                 : count_windows (search, true, piece, err);
}

enum search_state
search_count (struct search *search, bool occurrences,
              struct search_count *count, struct err *err)
{
  struct err found = ERR_INIT;
  enum search_state state = SEARCH_END;
  if (occurrences && !search_need_whole (search, &found))
    state = SEARCH_FAILED;
  else if (search->count_at < search->last)
    {
      struct piece piece = piece_begin (search);
      count_piece (search, occurrences, &piece, &found);
      state = piece_end (search,
                         search->count_at < search->last ? SEARCH_BUSY
                                                         : SEARCH_END,
                         &found);
    }
  if (state == SEARCH_FAILED && err)
    *err = found;
  *count = search->count;
  return state;
}
