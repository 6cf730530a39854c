/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching: what a query means in this library, and which documents it leaves
   out.  */
#include <config.h>

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/search_private.h"

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

bool
search_leaves_out (const struct search *search, long long from,
                   long long until)
{
  for (size_t i = 0; i < search->filters.len; i++)
    {
      const struct search_filter *filter = &search->filters.items[i];
      size_t low;
      VEC_PLACE (&filter->ids, low, middle, filter->ids.items[middle] < from);
      if (!filter->negated
          && (low == filter->ids.len || filter->ids.items[low] >= until))
        return true;
    }
  return false;
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
  /* What keeps nothing out is no filter.  */
  if (filter.ids.len > 0 || !filter.negated)
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
  bool dated = *query->from || *query->until || search->plan.dated;
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
  ranking_free (search->ranking);
  free (search->bits);
  free (search);
}
