/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The number index: which numbers are listed, and how many they are.  */
#include "view/number_list.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"

bool
number_list_query (const struct number_list *n, struct number_query *query,
                   struct err *err)
{
  number_query_init (query);
  query->order = n->order;
  query->once = true;
  return !n->filter || number_query_parse (n->filter, query, err);
}

void
number_list_count (struct app *app, struct number_list *n)
{
  struct err err = ERR_INIT;
  struct number_query query;
  number_list_query (n, &query, NULL);
  if (!library_numbers_tally (app->session->library, &query, &n->tally, &err))
    {
      app_fail (app, &err);
      n->tally.done = true;
    }
  number_query_clear (&query);
  if (n->tally.done && !n->filter)
    n->total = n->tally.count;
}

static void
show_first (struct number_list *n)
{
  row_window_start (&n->all.list);
  number_rows_restart (&n->all, n->all.list.at);
  n->all.value_width = n->all.unit_width = 0;
}

void
number_list_restart (struct app *app, struct number_list *n)
{
  show_first (n);
  n->tally = (struct number_tally) { .count = 0 };
  number_list_count (app, n);
}

void
number_list_filter (struct app *app, struct number_list *n, const char *text)
{
  free (n->filter);
  n->filter = text && *text ? mem_string (text) : NULL;
  n->elsewhere = false;
  number_list_restart (app, n);
}

/* Whether TEXT has words, which can only be found by reading all sentences.  */
static bool
has_words (const char *text)
{
  struct number_query query;
  number_query_init (&query);
  number_query_parse (text, &query, NULL);
  bool words = query.words != NULL;
  number_query_clear (&query);
  return words;
}

void
number_list_typed (struct app *app, const char *text, void *state)
{
  enum { MOST = 20000 };
  struct number_list *n = state;
  if (!term_pending (app->terminal)
      && ((n->total >= 0 && n->total <= MOST) || !has_words (text)))
    number_list_filter (app, n, text);
}

/* While a filter is being typed it may not be one yet; now it must.  */
static void
filter_done (struct app *app, const char *text, void *state)
{
  struct err err = ERR_INIT;
  struct number_query query;
  number_list_filter (app, state, text);
  if (!number_list_query (state, &query, &err))
    app_fail (app, &err);
  number_query_clear (&query);
}

void
number_list_ask (struct app *app, const char *text, void *state)
{
  app_ask (app, _("Show those with (tons, >=1e6, 1958-09, words): "), text,
           filter_done, number_list_typed, state);
}

/* Whether number ID is listed.  */
static bool
is_listed (struct app *app, const struct number_list *n, long long id)
{
  struct number_query query;
  struct numbers own = { 0 };
  bool found = false;
  number_list_query (n, &query, NULL);
  query.first_document = query.last_document = number_document (id);
  query.order = NUMBERS_BY_DOCUMENT;
  library_numbers (app->session->library, &query, &own, NULL);
  for (size_t i = 0; i < own.len && !found; i++)
    found = own.items[i].id == id;
  numbers_free (&own);
  number_query_clear (&query);
  return found;
}

void
number_list_find (struct app *app, struct number_list *n, long long id)
{
  struct numbers own = { 0 };
  if (is_listed (app, n, id)
      && library_number (app->session->library, id, &own, NULL)
      && own.len == 1)
    {
      row_window_middle (&n->all.list);
      number_rows_set (&n->all, n->all.list.at, &own);
    }
  else
    numbers_free (&own);
}

void
number_list_sort (struct app *app, struct number_list *n,
                  const struct number *number)
{
  long long id = number ? number->id : 0;
  n->order = (enum number_order) ((n->order + 1) % NUMBER_ORDERS);
  show_first (n);
  if (id)
    number_list_find (app, n, id);
}
