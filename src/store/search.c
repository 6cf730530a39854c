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
  search->slice = search->count_slice = SEARCH_SLICE_FIRST;
  if (search->expression.prefixed)
    search->slice = search->count_slice = SEARCH_WHOLE;
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

bool
search_need_whole (struct search *search, struct err *err)
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
  struct row row = search_rows_in (search, WORDS_SCORED,
                                   &search->whole.words, from, until);
  long long id;
  while ((id = search_next_number (&row, err)) > 0)
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
  if (search->plan.order == SEARCH_BY_RELEVANCE
      && !search_need_whole (search, err))
    return false;
  if (search->plan.order == SEARCH_BY_RELEVANCE && search->whole.prefixed)
    search->slice = SEARCH_WHOLE;
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
  if (search->slice < SEARCH_SLICE_MOST)
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
