/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The terms of one language on the index screen: read piece by piece, so that the
   index opens at once however large it is.  */
#include "view/keyword_pane.h"

#include <string.h>

/* Rows read at a time, and the most that are kept.  */
enum { PIECE = 200, KEPT = 2000 };

static void
clear (struct keyword_pane *pane)
{
  keyword_rows_free (&pane->window);
  pane->first = 0;
}

void
keyword_pane_free (struct keyword_pane *pane)
{
  clear (pane);
  keyword_narrowing_free (pane->narrowing);
  pane->narrowing = NULL;
}

/* Reads all of a document.  */
static void
read_document (struct app *app, struct keyword_pane *pane,
               const struct keyword_query *query, long long document)
{
  struct err err = ERR_INIT;
  if (!library_document_keywords (app->session->library, document, query,
                                  &pane->window, &err))
    app_fail (app, &err);
  pane->list.count = pane->window.len;
}

static void
count_library (struct app *app, struct keyword_pane *pane,
               const struct keyword_query *query)
{
  struct err err = ERR_INIT;
  long long count
    = library_keywords_count (app->session->library, query, &err);
  if (count < 0)
    app_fail (app, &err);
  pane->list.count = count > 0 ? (size_t) count : 0;
}

void
keyword_pane_restart (struct app *app, struct keyword_pane *pane,
                      const struct keyword_query *query, long long document)
{
  keyword_pane_free (pane);
  pane->list = (struct list) { .count = 0, .rows = pane->list.rows };
  pane->busy = !document && query->words;
  pane->sought = 0;
  if (document)
    read_document (app, pane, query, document);
  else if (query->words)
    pane->narrowing = keywords_narrow (app->session->library, query);
  else
    count_library (app, pane, query);
}

/* Puts the cursor on the term that is sought, now that all are found.  */
static void
go_to_sought (struct keyword_pane *pane)
{
  size_t place = keywords_narrowed_place (pane->narrowing, pane->sought);
  if (pane->sought && place < pane->list.count)
    pane->list.at = place;
  pane->sought = 0;
}

bool
keyword_pane_go_on (struct app *app, struct keyword_pane *pane)
{
  struct err err = ERR_INIT;
  if (!pane->busy)
    return false;
  pane->busy = keywords_narrow_on (pane->narrowing, &err);
  if (err.code)
    app_fail (app, &err);
  if (keywords_narrowed (pane->narrowing) != pane->list.count)
    clear (pane);
  pane->list.count = keywords_narrowed (pane->narrowing);
  if (!pane->busy)
    go_to_sought (pane);
  return pane->busy;
}

/* --- reading ------------------------------------------------------------ */

/* Reads the rows FROM to below TO of what a filter found.  */
static void
read_narrowed (struct app *app, struct keyword_pane *pane, size_t from,
               size_t to)
{
  struct err err = ERR_INIT;
  if (from >= pane->first && to <= pane->first + pane->window.len)
    return;
  clear (pane);
  pane->first = from;
  if (!keywords_narrowed_rows (pane->narrowing, from, to, &pane->window, &err))
    app_fail (app, &err);
}

/* Reads a piece behind or before the window.  */
static bool
read_piece (struct app *app, struct keyword_pane *pane,
            const struct keyword_query *query, bool backwards)
{
  struct err err = ERR_INIT;
  struct keyword_rows piece = { 0 };
  struct keyword_rows *window = &pane->window;
  struct keyword_query q = *query;
  q.after
    = window->len ? &window->items[backwards ? 0 : window->len - 1] : NULL;
  q.backwards = backwards;
  q.limit = PIECE;
  if (!library_keywords (app->session->library, &q, &piece, &err))
    {
      app_fail (app, &err);
      keyword_rows_free (&piece);
      return false;
    }
  VEC_RESERVE (window, piece.len);
  if (backwards)
    memmove (window->items + piece.len, window->items,
             window->len * sizeof *window->items);
  for (size_t i = 0; i < piece.len; i++)
    window->items[backwards ? piece.len - 1 - i : window->len + i]
      = piece.items[i];
  window->len += piece.len;
  if (backwards)
    pane->first = pane->first > piece.len ? pane->first - piece.len : 0;
  bool more = piece.len > 0;
  VEC_FREE (&piece);
  return more;
}

void
keyword_pane_need (struct app *app, struct keyword_pane *pane,
                   const struct keyword_query *query, long long document)
{
  size_t from = pane->list.top, to = from + pane->list.rows;
  if (document)
    return;
  if (to > pane->list.count)
    to = pane->list.count;
  if (pane->narrowing)
    {
      read_narrowed (app, pane, from, to);
      return;
    }
  if (pane->window.len > KEPT || from + PIECE < pane->first
      || from > pane->first + pane->window.len + PIECE)
    {
      /* Far away: the index has keys for its ends only.  */
      bool end = from > pane->list.count / 2;
      clear (pane);
      pane->first = end ? pane->list.count : 0;
      if (end)
        read_piece (app, pane, query, true);
    }
  while (pane->first > from && read_piece (app, pane, query, true))
    continue;
  while (pane->first + pane->window.len < to
         && read_piece (app, pane, query, false))
    continue;
}

const struct keyword_row *
keyword_pane_at (const struct keyword_pane *pane, size_t index)
{
  return index >= pane->first && index - pane->first < pane->window.len
           ? &pane->window.items[index - pane->first]
           : NULL;
}

/* Where the row with ID stands in the window; its length where it does not.  */
static size_t
place_of (const struct keyword_pane *pane, long long id)
{
  size_t i = 0;
  while (i < pane->window.len && pane->window.items[i].id != id)
    i++;
  return i;
}

void
keyword_pane_find (struct app *app, struct keyword_pane *pane,
                   const struct keyword_query *query, long long document,
                   const struct keyword_row *row)
{
  struct keyword_rows own = { 0 };
  if (document)
    {
      size_t place = place_of (pane, row->id);
      pane->list.at = place < pane->window.len ? place : 0;
      return;
    }
  if (pane->narrowing)
    {
      pane->sought = row->id;
      if (!pane->busy)
        go_to_sought (pane);
      return;
    }
  long long rank
    = library_keywords_rank (app->session->library, query, row, NULL);
  if (rank < 0 || (size_t) rank >= pane->list.count
      || !library_keyword (app->session->library, row->form, &own, NULL))
    return;
  if (own.len == 1)
    {
      clear (pane);
      pane->first = pane->list.at = (size_t) rank;
      pane->window = own;
    }
  else
    keyword_rows_free (&own);
}
