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

/* Narrows the numbers to those of the documents between the places.  */
static void
set_numbers (struct search *search)
{
  const struct order *order = search->order;
  search->first = 1;
  search->last = (long long) order->numbers;
  if (search->low == 0 && search->high == order->count)
    return;
  search->first = search->last;
  search->last = 1;
  for (size_t i = search->low; i < search->high; i++)
    {
      long long id = order->documents[i];
      if (id < search->first)
        search->first = id;
      if (id >= search->last)
        search->last = id + 1;
    }
}

/* --- opening ------------------------------------------------------------ */

/* Whether the texts tell all: what must be missing is not looked for there.  */
static bool
may_try (const struct query *query)
{
  for (size_t i = 0; i < query->nodes.len; i++)
    if (query->nodes.items[i].kind == QUERY_NOT)
      return false;
  return true;
}

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
  search->begin = search->next;
  search->at = plan->backwards && plan->order == SEARCH_BY_DATE
                 ? search->last
                 : search->first;
  search->count_at = search->first;
  search->window = SEARCH_WINDOW_FIRST;
  search->bits = mem_new (search->order->count / 8 + 1, 1);
  search->trying = search->expression.prefixed && may_try (search->query);
}

static bool
prepare (struct search *search, const char *text, size_t len, struct err *err)
{
  const struct search_plan *plan = &search->plan;
  search->query = plan->literal ? query_literal (text, len, plan->exact, err)
                                : query_parse (text, len, plan->exact, err);
  if (!search->query
      || !expression_make (search->library, search->query,
                           &search->expression, err))
    return false;
  search->order = order_of (search->library, err);
  if (!search->order || !set_bounds (search, err))
    return false;
  set_numbers (search);
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
  scan_free (search->scan);
  scan_free (search->counting);
  document_free (search->read);
  query_free (search->query);
  expression_clear (&search->expression);
  buf_free (&search->whole.words);
  order_release (search->order);
  for (size_t i = 0; i < search->filters.len; i++)
    VEC_FREE (&search->filters.items[i].ids);
  VEC_FREE (&search->filters);
  VEC_FREE (&search->scored);
  free (search->bits);
  free (search);
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
  if (search->scan)
    scan_rest (search->scan);
  if (search->counting)
    scan_rest (search->counting);
  if (heed_end (&search->library->database, err))
    return SEARCH_BUSY;
  return err->code != ERR_NONE ? SEARCH_FAILED : state;
}

bool
search_need_whole (struct search *search, struct err *err)
{
  if (!search->has_whole
      && !whole_make (search->library, search->query, &search->whole, err))
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
  bool done = scan_window (search->scan, from, until, bits, err);
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
    search->window *= 2;
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

static int
compare_scored (const void *a, const void *b)
{
  const struct scored *x = a, *y = b;
  if (x->score != y->score)
    return x->score < y->score ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

/* Takes the scores of the documents from `at` on, as many as a piece is.  */
static enum search_state
take_scores (struct search *search, struct err *err)
{
  struct piece piece = piece_begin (search);
  struct row row = search_rows_from (search, WORDS_SCORED, search->at);
  bool whole = search->whole.prefixed, more = true;
  long long id;
  while (more && (id = search_next_number (&row, err)) > 0)
    {
      double score = take_double (&row, -1e300, 1e300);
      more = id < search->last && (whole || piece_goes_on (&piece));
      search->at = id + 1;
      if (id < search->last && search_fits (search, id))
        VEC_PUSH (&search->scored, (struct scored) { score, id });
    }
  if (!more)
    row_done (&row);
  if (err->code == ERR_NONE && (more || search->at > search->last))
    search->at = search->last;
  return piece_end (search, SEARCH_BUSY, err);
}

static enum search_state
next_by_relevance (struct search *search, long long *id, struct err *err)
{
  if (search->at < search->last)
    return search_need_whole (search, err) ? take_scores (search, err)
                                           : SEARCH_FAILED;
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
