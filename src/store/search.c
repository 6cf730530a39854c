/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching: which documents, in which order, in slices.  */
#include <config.h>

#include "store/search.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/search_index.h"
#include "store/search_private.h"

/* So many numbers of documents are looked at in one piece of work: few at the
   beginning, so that the first results come at once.  */
enum { SLICE_FIRST = ORDER_BLOCK, SLICE_MOST = 16 * ORDER_BLOCK };

/* All at once.  */
#define WHOLE ((long long) UINT32_MAX)

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

/* --- conditions on documents -------------------------------------------- */

static int
compare_ids (const void *a, const void *b)
{
  long long x = *(const long long *) a, y = *(const long long *) b;
  return x < y ? -1 : x > y;
}

static bool
has_id (const struct search_ids *ids, long long id)
{
  return ids->len > 0
         && bsearch (&id, ids->items, ids->len, sizeof id, compare_ids);
}

bool
search_fits (const struct search *search, long long id)
{
  if (id < 1 || (size_t) id >= search->order->numbers)
    return false;
  size_t place = search->order->places[id];
  if (place < search->low || place >= search->high)
    return false;
  for (size_t i = 0; i < search->filters.len; i++)
    if (has_id (&search->filters.items[i].ids, id)
        == search->filters.items[i].negated)
      return false;
  return true;
}

/* Adds the documents whose notes fit CONDITION as a filter.  */
static bool
add_filter (struct search *search, const struct query_note *condition,
            struct err *err)
{
  struct search_filter filter = { .negated = condition->negated };
  struct note_query query = { .tag = condition->tag };
  struct notes notes = { 0 };
  struct err found = ERR_INIT;
  bool done = !search->notebook
              || notebook_list (search->notebook, &query, &notes, &found);
  for (size_t i = 0; i < notes.len; i++)
    {
      long long id
        = library_find_hash (search->library, notes.items[i].document);
      if (id != 0)
        VEC_PUSH (&filter.ids, id);
    }
  if (filter.ids.len > 0)
    qsort (filter.ids.items, filter.ids.len, sizeof (long long), compare_ids);
  VEC_PUSH (&search->filters, filter);
  notes_free (&notes);
  if (!done && err)
    *err = found;
  return done;
}

/* Narrows the places between which results lie to the dates of the query and
   the one document that the plan may name.  */
static bool
set_bounds (struct search *search, struct err *err)
{
  const struct order *order = search->order;
  const struct query *query = search->query;
  char until[QUERY_DATE + 1];
  bool dated = *query->from || *query->until;
  search->low = 0;
  search->high = order->count;
  /* Undated documents are the last, and their place begins with a tilde.  */
  snprintf (until, sizeof until, "%s", *query->until ? query->until : "}");
  if (*query->from
      && !order_find (search->library, order, query->from, false, &search->low,
                      err))
    return false;
  if (dated
      && !order_find (search->library, order, until, *query->until != '\0',
                      &search->high, err))
    return false;
  if (search->plan.document > 0)
    {
      size_t id = (size_t) search->plan.document;
      size_t place = id < order->numbers ? order->places[id] : ORDER_NONE;
      if (place < search->low || place >= search->high)
        search->high = search->low;
      else
        {
          search->low = place;
          search->high = place + 1;
        }
    }
  return true;
}

/* --- opening ------------------------------------------------------------ */

/* Sets where the results begin.  */
static void
set_begin (struct search *search)
{
  const struct search_plan *plan = &search->plan;
  size_t after = plan->after > 0
                     && (size_t) plan->after < search->order->numbers
                   ? search->order->places[plan->after]
                   : ORDER_NONE;
  search->next = plan->backwards ? search->high : search->low;
  if (after != ORDER_NONE && plan->backwards && after < search->next)
    search->next = after;
  if (after != ORDER_NONE && !plan->backwards && after + 1 > search->next)
    search->next = after + 1;
  search->at = plan->backwards ? (long long) search->order->numbers : 1;
  search->slice = search->count_slice = SLICE_FIRST;
  if (search->expression.prefixed)
    search->slice = search->count_slice = WHOLE;
  search->count_at = 1;
  search->bits = mem_new (search->order->count / 8 + 1, 1);
  if (search->high <= search->low)
    search->at = plan->backwards ? 1 : (long long) search->order->numbers;
  if (search->high <= search->low)
    search->count_at = (long long) search->order->numbers;
}

static bool
prepare (struct search *search, const char *text, size_t len, struct err *err)
{
  const struct search_plan *plan = &search->plan;
  search->query = plan->literal ? query_literal (text, len, plan->exact, err)
                                : query_parse (text, len, plan->exact, err);
  if (!search->query
      || !expression_make (search->library, search->query, false,
                           &search->expression, err))
    return false;
  search->order = order_load (search->library, err);
  if (!search->order || !set_bounds (search, err))
    return false;
  for (size_t i = 0; i < search->query->notes.len; i++)
    if (!add_filter (search, &search->query->notes.items[i], err))
      return false;
  set_begin (search);
  return true;
}

struct search *
search_open (struct library *library, struct notebook *notebook,
             const char *text, size_t len, const struct search_plan *plan,
             struct err *err)
{
  struct search *search = mem_new (1, sizeof *search);
  search->library = library;
  search->notebook = notebook;
  search->plan = *plan;
  if (prepare (search, text, len, err))
    return search;
  search_close (search);
  return NULL;
}

void
search_close (struct search *search)
{
  if (!search)
    return;
  query_free (search->query);
  expression_clear (&search->expression);
  expression_clear (&search->whole);
  order_free (search->order);
  for (size_t i = 0; i < search->filters.len; i++)
    VEC_FREE (&search->filters.items[i].ids);
  VEC_FREE (&search->filters);
  VEC_FREE (&search->scored);
  free (search->bits);
  free (search);
}

/* --- slices ------------------------------------------------------------- */

/* The statement WHICH for MATCH over the documents FROM to below UNTIL.  */
static struct row
rows_in (const struct search *search, enum library_statement which,
         const struct buf *match, long long from, long long until)
{
  struct row row = row_of (&search->library->database, which);
  put_bytes (&row, match->data, match->len);
  put_number (&row, from);
  put_number (&row, until - 1);
  return row;
}

/* Documents in the order of their numbers, that both indexes give, or one.  */
struct stream
{
  struct row words;
  struct row characters;
  bool has_words;
  bool has_characters;
  bool either;
  bool begun;           /* EITHER: the next numbers of both are known: */
  long long next_words; /* 0 at the end */
  long long next_characters;
};

static struct stream
stream_in (const struct search *search, long long from, long long until)
{
  const struct expression *e = &search->expression;
  struct stream stream = { .has_words = e->words.len > 0,
                           .has_characters = e->characters.len > 0,
                           .either = e->either };
  if (stream.has_words)
    stream.words = rows_in (search, WORDS_IN, &e->words, from, until);
  if (stream.has_characters)
    stream.characters
      = rows_in (search, CHARACTERS_IN, &e->characters, from, until);
  return stream;
}

/* The next number of ROW; 0 at the end or on an error.  */
static long long
next_number (struct row *row, struct err *err)
{
  if (!row_next (row, err))
    return 0;
  long long id = take_number (row, 1, LLONG_MAX);
  if (!row->bad)
    return id;
  row_done (row);
  database_damaged (row->database, "a row of the full-text index", err);
  return 0;
}

/* The next document that one of both gives; 0 at the end or on an error.  */
static long long
either_next (struct stream *stream, struct err *err)
{
  long long a = stream->next_words, b = stream->next_characters;
  long long id = a > 0 && (b == 0 || a < b) ? a : b;
  if (!stream->begun || (a > 0 && a == id))
    stream->next_words = next_number (&stream->words, err);
  if (stream->begun ? b > 0 && b == id : err->code == ERR_NONE)
    stream->next_characters = next_number (&stream->characters, err);
  if (err->code != ERR_NONE)
    {
      row_done (&stream->words);
      row_done (&stream->characters);
      return 0;
    }
  if (stream->begun)
    return id;
  stream->begun = true;
  return either_next (stream, err);
}

/* The next document; 0 at the end or on an error.  */
static long long
stream_next (struct stream *stream, struct err *err)
{
  if (!stream->has_characters)
    return next_number (&stream->words, err);
  if (!stream->has_words)
    return next_number (&stream->characters, err);
  if (stream->either)
    return either_next (stream, err);
  long long a = next_number (&stream->words, err);
  long long b = a > 0 ? next_number (&stream->characters, err) : 0;
  while (a > 0 && b > 0 && a != b)
    if (a < b)
      a = next_number (&stream->words, err);
    else
      b = next_number (&stream->characters, err);
  if (a > 0 && b > 0)
    return a;
  /* One of them has come to its end, the other may not.  */
  row_done (&stream->words);
  row_done (&stream->characters);
  return 0;
}

/* Makes the expression in words alone.  */
static bool
need_whole (struct search *search, struct err *err)
{
  if (!search->has_whole
      && !expression_make (search->library, search->query, true,
                           &search->whole, err))
    return false;
  search->has_whole = true;
  return true;
}

static bool
take_scored (struct search *search, long long from, long long until,
             struct err *err)
{
  struct row row = rows_in (search, WORDS_SCORED, &search->whole.words, from,
                            until);
  long long id;
  while ((id = next_number (&row, err)) > 0)
    if (search_fits (search, id))
      VEC_PUSH (&search->scored,
                (struct scored) { take_double (&row, -1e300, 1e300), id });
  return err->code == ERR_NONE;
}

/* Takes what the slice FROM to below UNTIL finds.  */
static bool
take_slice (struct search *search, long long from, long long until,
            struct err *err)
{
  if (search->plan.order == SEARCH_BY_RELEVANCE)
    return take_scored (search, from, until, err);
  struct stream stream = stream_in (search, from, until);
  long long id;
  while ((id = stream_next (&stream, err)) > 0)
    if (search_fits (search, id))
      {
        size_t place = search->order->places[id];
        search->bits[place / 8] |= (unsigned char) (1U << place % 8);
      }
  return err->code == ERR_NONE;
}

static bool
is_through (const struct search *search)
{
  return search->plan.backwards ? search->at <= 1
                                : search->at
                                    >= (long long) search->order->numbers;
}

/* Looks at the next slice.  */
static bool
step (struct search *search, struct err *err)
{
  if (search->plan.order == SEARCH_BY_RELEVANCE && !need_whole (search, err))
    return false;
  if (search->plan.order == SEARCH_BY_RELEVANCE && search->whole.prefixed)
    search->slice = WHOLE;
  long long from = search->at, until = search->at;
  if (search->plan.backwards)
    from = from > search->slice ? (from - 1) / ORDER_BLOCK * ORDER_BLOCK
                                      - search->slice + ORDER_BLOCK
                                : 1;
  else
    until = (from / ORDER_BLOCK) * ORDER_BLOCK + search->slice;
  if (until > (long long) search->order->numbers)
    until = (long long) search->order->numbers;
  if (from < 1)
    from = 1;
  search->at = search->plan.backwards ? from : until;
  if (search->slice < SLICE_MOST)
    search->slice *= 2;
  return take_slice (search, from, until, err);
}

/* --- by date ------------------------------------------------------------ */

/* Up to where results are known for sure: no document that was not looked at
   stands before (behind, backwards) that place.  */
static size_t
known_until (const struct search *search)
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

static enum search_state
next_by_date (struct search *search, long long *id, struct err *err)
{
  size_t place;
  for (int slices = 0;; slices++)
    {
      if (next_known (search, &place))
        {
          *id = search->order->documents[place];
          return SEARCH_FOUND;
        }
      if (is_through (search))
        return SEARCH_END;
      if (slices > 0)
        return SEARCH_BUSY;
      if (!step (search, err))
        return SEARCH_FAILED;
    }
}

/* --- by relevance ------------------------------------------------------- */

static int
compare_scored (const void *a, const void *b)
{
  const struct scored *x = a, *y = b;
  if (x->score != y->score)
    return x->score < y->score ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

static enum search_state
next_by_relevance (struct search *search, long long *id, struct err *err)
{
  if (!is_through (search))
    return step (search, err) ? SEARCH_BUSY : SEARCH_FAILED;
  if (!search->sorted && search->scored.len > 0)
    qsort (search->scored.items, search->scored.len,
           sizeof *search->scored.items, compare_scored);
  search->sorted = true;
  if (search->given == search->scored.len)
    return SEARCH_END;
  size_t at = search->given++;
  if (search->plan.backwards)
    at = search->scored.len - 1 - at;
  *id = search->scored.items[at].id;
  return SEARCH_FOUND;
}

enum search_state
search_next_id (struct search *search, long long *id, struct err *err)
{
  struct err found = ERR_INIT;
  enum search_state state = search->plan.order == SEARCH_BY_RELEVANCE
                              ? next_by_relevance (search, id, &found)
                              : next_by_date (search, id, &found);
  if (state == SEARCH_FAILED && err)
    *err = found;
  return state;
}

/* --- counting ----------------------------------------------------------- */

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
  struct row row = rows_in (search, WORDS_PLACES, &search->whole.words, from,
                            until);
  long long id;
  put_number (&row, (long long) search->whole.uncounted);
  while ((id = next_number (&row, err)) > 0)
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
        = rows_in (search, words ? WORDS_COUNT : CHARACTERS_COUNT,
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
  if (occurrences && !need_whole (search, &found))
    {
      if (err)
        *err = found;
      return SEARCH_FAILED;
    }
  if (occurrences && search->whole.prefixed)
    search->count_slice = WHOLE;
  long long from = search->count_at, until = from + search->count_slice;
  if (until > end)
    until = end;
  if (from < until)
    {
      search->count_at = until;
      if (search->count_slice < SLICE_MOST)
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
