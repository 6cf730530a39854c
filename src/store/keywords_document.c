/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyword index: the terms of one document.  */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "store/keyword_words.h"
#include "store/keywords_private.h"

/* A document's keywords being gathered.  */
struct gathering
{
  struct library *library;
  const struct keyword_query *query;
  struct sought sought;
  struct commons *commons;
  double total;      /* words of the document in the language asked for */
  double rest_total; /* of the others */
  struct err err;
};

/* Counts in WORDS what is joined with another term as that one.  */
static void
join_words (const struct keyword_query *query, struct stored_words *words)
{
  size_t joins = query->choices ? query->choices->joins.len : 0;
  for (size_t k = 0; k < joins; k++)
    {
      const struct keyword_join *join = &query->choices->joins.items[k];
      size_t main = words->len, other = words->len;
      for (size_t i = 0; i < words->len; i++)
        if (words->items[i].id == join->main)
          main = i;
        else if (words->items[i].id == join->other)
          other = i;
      if (other == words->len)
        continue;
      if (main == words->len)
        words->items[other].id = join->main;
      else
        {
          words->items[main].count += words->items[other].count;
          words->items[main].alone += words->items[other].alone;
        }
    }
}

/* Appends the row of the document's keyword W to ROWS where it is asked for.  */
static bool
gather_word (struct gathering *g, const struct stored_word *w,
             struct keyword_rows *rows)
{
  struct full_row full;
  if (!keyword_read_full (g->library, w->id, &full, &g->err))
    return g->err.code == ERR_NONE;
  struct keyword_row *row = &full.row;
  if (row->tongue != g->query->tongue
      || keyword_is_hidden (g->query->choices, w->id)
      || !keyword_fits (&g->sought, row))
    {
      keyword_row_clear (row);
      return true;
    }
  double rest = full.alone > w->alone ? full.alone - w->alone : 0;
  double expected
    = keyword_expected (g->commons, row->tongue, row->word, full.found);
  row->score
    = keyword_score (w->alone, g->total, expected, rest, g->rest_total);
  row->occurrences = w->count;
  VEC_PUSH (rows, *row);
  return true;
}

static int
by_number (double a, double b)
{
  return (a < b) - (a > b);
}

static int
by_keyness (const void *a, const void *b)
{
  const struct keyword_row *x = a, *y = b;
  int order = by_number (x->score, y->score);
  return order ? order : strcmp (x->key, y->key);
}

static int
by_frequency (const void *a, const void *b)
{
  const struct keyword_row *x = a, *y = b;
  int order
    = by_number ((double) x->occurrences, (double) y->occurrences);
  return order ? order : by_keyness (a, b);
}

static int
by_alphabet (const void *a, const void *b)
{
  const struct keyword_row *x = a, *y = b;
  return strcmp (x->key, y->key);
}

/* Puts ROWS from FIRST on into the order of QUERY and cuts them.  */
static void
order_rows (const struct keyword_query *query, struct keyword_rows *rows,
            size_t first)
{
  static int (*const compare[KEYWORD_ORDERS]) (const void *, const void *)
    = { by_keyness, by_frequency, by_alphabet };
  if (rows->len - first > 1)
    qsort (rows->items + first, rows->len - first, sizeof *rows->items,
           compare[query->order]);
  while (query->limit > 0 && rows->len - first > query->limit)
    keyword_row_clear (&rows->items[--rows->len]);
}

bool
keyword_words (struct library *library, long long id,
               struct document_words *words, struct err *err)
{
  struct row row = row_of (&library->database, KEYWORD_WORDS);
  put_number (&row, id);
  if (!row_next (&row, err))
    return err->code == ERR_NONE;
  document_words_take (&row, words);
  bool bad = row.bad;
  row_done (&row);
  return !bad
         || database_damaged (&library->database,
                              "the keywords of a document", err);
}

bool
library_document_keywords (struct library *library, long long id,
                           const struct keyword_query *query,
                           struct keyword_rows *rows, struct err *err)
{
  struct document_words words = { .total = { 0 } };
  struct gathering g = { .library = library, .query = query };
  size_t first = rows->len;
  keyword_catch_up (library);
  bool done = keyword_words (library, id, &words, &g.err);
  join_words (query, &words.words);
  g.sought = keyword_sought (query->words);
  g.commons = commons_new ();
  g.total = (double) words.total[query->tongue];
  g.rest_total = (double) keyword_total (library, query->tongue) - g.total;
  g.rest_total = g.rest_total > 0 ? g.rest_total : 0;
  for (size_t i = 0; done && i < words.words.len; i++)
    done = gather_word (&g, &words.words.items[i], rows);
  order_rows (query, rows, first);
  commons_free (g.commons);
  keyword_sought_free (&g.sought);
  document_words_free (&words);
  if (!done && err)
    *err = g.err;
  return done;
}
