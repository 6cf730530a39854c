/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching: how many documents and places there are, in slices.  */
#include <config.h>

#include <limits.h>
#include <stdlib.h>

#include "base/mem.h"
#include "store/search_index.h"
#include "store/search_private.h"

/* Whether every document that the index gives counts.  */
static bool
takes_all (const struct search *search)
{
  return search->filters.len == 0 && search->low == 0
         && search->high == search->order->count;
}

/* Counts the places in document ID by its text.  */
static bool
count_text (struct search *search, long long id, struct err *err)
{
  struct search_found found;
  bool there = search_look (search, id, &found, err);
  if (there)
    {
      search->count.occurrences += (long long) found.occurrences;
      search_found_clear (&found);
    }
  return there || err->code == ERR_NONE;
}

/* Counts the documents of the slice and the places in them by their texts.  */
static bool
count_by_text (struct search *search, long long from, long long until,
               struct err *err)
{
  struct search_ids ids = { NULL, 0, 0 };
  struct stream stream = stream_in (search, from, until);
  long long id;
  while ((id = stream_next (&stream, err)) > 0)
    if (search_fits (search, id))
      VEC_PUSH (&ids, id);
  search->count.documents += (long long) ids.len;
  for (size_t i = 0; i < ids.len && err->code == ERR_NONE; i++)
    count_text (search, ids.items[i], err);
  VEC_FREE (&ids);
  return err->code == ERR_NONE;
}

/* Counts both by the index alone.  */
static bool
count_places (struct search *search, long long from, long long until,
              struct err *err)
{
  struct row row = search_rows_in (search, WORDS_PLACES,
                                   &search->whole.words, from, until);
  long long id;
  put_number (&row, (long long) search->whole.uncounted);
  while ((id = search_next_number (&row, err)) > 0)
    if (search_fits (search, id))
      {
        search->count.documents++;
        search->count.occurrences += take_number (&row, 0, INT_MAX);
      }
  return err->code == ERR_NONE;
}

static bool
count_documents (struct search *search, long long from, long long until,
                 struct err *err)
{
  const struct expression *e = &search->expression;
  bool words = e->words.len > 0;
  if (takes_all (search) && !(words && e->characters.len > 0))
    {
      struct row row
        = search_rows_in (search, words ? WORDS_COUNT : CHARACTERS_COUNT,
                          words ? &e->words : &e->characters, from, until);
      search->count.documents += library_ask (&row, err);
      return err->code == ERR_NONE;
    }
  struct stream stream = stream_in (search, from, until);
  long long id;
  while ((id = stream_next (&stream, err)) > 0)
    search->count.documents += search_fits (search, id);
  return err->code == ERR_NONE;
}

/* Counts the places of one character by the pairs that begin with it.  */
static bool
count_pairs (struct search *search, struct err *err)
{
  const struct buf *tokens = &search->expression.characters;
  for (size_t at = 1; at + 1 < tokens->len && err->code == ERR_NONE;)
    {
      size_t end = at;
      while (end + 1 < tokens->len && tokens->data[end] != INDEX_OR)
        end++;
      char *behind = mem_copy (tokens->data + at, end - at);
      behind[end - at - 1]++;
      struct row row = row_of (&search->library->database, VOCABULARY_SUM);
      put_bytes (&row, tokens->data + at, end - at);
      put_bytes (&row, behind, end - at);
      search->count.occurrences += library_ask (&row, err);
      free (behind);
      at = end + 1;
    }
  return err->code == ERR_NONE;
}

static bool
count_slice (struct search *search, bool occurrences, long long from,
             long long until, struct err *err)
{
  if (occurrences && search->expression.single && takes_all (search))
    {
      occurrences = false;
      if (from == 1 && !count_pairs (search, err))
        return false;
    }
  if (!occurrences)
    return count_documents (search, from, until, err);
  return search->whole.countable ? count_places (search, from, until, err)
                                 : count_by_text (search, from, until, err);
}

enum search_state
search_count (struct search *search, bool occurrences,
              struct search_count *count, struct err *err)
{
  struct err found = ERR_INIT;
  long long end = (long long) search->order->numbers;
  if (occurrences && !search_need_whole (search, &found))
    {
      if (err)
        *err = found;
      return SEARCH_FAILED;
    }
  if (occurrences && search->whole.prefixed)
    search->count_slice = SEARCH_WHOLE;
  long long from = search->count_at, until = from + search->count_slice;
  if (until > end)
    until = end;
  if (from < until)
    {
      search->count_at = until;
      if (search->count_slice < SEARCH_SLICE_MOST)
        search->count_slice *= 2;
      if (!count_slice (search, occurrences, from, until, &found))
        {
          if (err)
            *err = found;
          return SEARCH_FAILED;
        }
    }
  *count = search->count;
  return search->count_at < end ? SEARCH_BUSY : SEARCH_END;
}
