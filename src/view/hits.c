/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search of the library: results while the query is typed.  */
#include "view/hits.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "view/concordance.h"
#include "view/screens.h"

/* Milliseconds of a slice, and lines at hand before and behind those shown.  */
enum { SLICE = 20, MARGIN = 40 };

static void
hits_free (void *state)
{
  struct hits *h = state;
  found_window_close (&h->window);
  free (h->text);
  free (h->query);
  free (h);
}

/* --- looking ------------------------------------------------------------ */

/* Looks for the query anew, from the beginning or the end.  */
static void
start (struct app *app, struct hits *h, bool end)
{
  struct wanted wanted = { .text = h->query ? mem_string (h->query) : NULL,
                           .query = true,
                           .exact = h->exact,
                           .relevance = h->relevance };
  h->err = (struct err) ERR_INIT;
  h->at = h->top = 0;
  h->done = false;
  h->folds = false;
  found_window_close (&h->window);
  h->window.by_bead = true;
  if (!h->query)
    err_set (&h->err, ERR_NOT_FOUND, h->text, NULL);
  if (!h->query || !*h->query)
    wanted_clear (&wanted);
  else if (found_window_open (&h->window, app->session->library,
                              app->session->notebook, wanted, end, &h->err))
    h->folds = finder_folds (h->window.finder[end]);
}

static void
set_query (struct app *app, struct hits *h, const char *text)
{
  char *copy = mem_string (text);
  free (h->text);
  free (h->query);
  h->text = copy;
  h->query = hits_meaning (app, copy);
  h->counted = false;
  h->count = (struct search_count) { 0 };
  start (app, h, false);
}

/* Counts for a slice of time; true where there is more to count.  */
static bool
count_on (struct hits *h)
{
  struct finder *finder = h->window.finder[0] ? h->window.finder[0]
                                              : h->window.finder[1];
  double end = found_window_clock () + SLICE;
  enum search_state state = SEARCH_BUSY;
  if (h->counted || !finder)
    return false;
  while (state == SEARCH_BUSY && found_window_clock () < end)
    state = finder_count (finder, &h->count, &h->err);
  h->counted = state != SEARCH_BUSY;
  return true;
}

static bool
rest (struct app *app, void *state)
{
  struct hits *h = state;
  size_t before = h->at;
  (void) app;
  if (!*h->text || h->err.code)
    return false;
  enum found_window_state is
    = found_window_need (&h->window, &h->at, MARGIN, SLICE, &h->err);
  h->top = h->top + h->at > before ? h->top + h->at - before : 0;
  bool shown = h->done;
  h->done = is != WINDOW_BUSY;
  return is == WINDOW_BUSY || !shown || count_on (h);
}

/* --- the query ---------------------------------------------------------- */

static void
query_changed (struct app *app, const char *text, void *state)
{
  set_query (app, state, text);
}

/* Without a query there is nothing to stay for.  A name gives way to its query,
   which can be changed then.  */
static void
query_done (struct app *app, const char *text, void *state)
{
  struct hits *h = state;
  if (text && strcmp (text, h->text) != 0)
    set_query (app, h, text);
  if (h->query && strcmp (h->query, h->text) != 0)
    {
      free (h->text);
      h->text = mem_string (h->query);
    }
  if (text)
    hits_keep (app, h);
  if (!*h->text)
    app_pop (app);
}

static void
ask_query (struct app *app, struct hits *h, const char *text)
{
  struct entered history = hits_history (app);
  app_ask (app, _("Search: "), text, query_done, query_changed, h);
  app_ask_again (app, &history);
}

/* --- moving ------------------------------------------------------------- */

static void
step_by (struct hits *h, size_t step, bool on)
{
  size_t last = h->window.lines.len ? h->window.lines.len - 1 : 0;
  if (on)
    h->at = last - h->at > step ? h->at + step : last;
  else
    h->at = h->at > step ? h->at - step : 0;
}

static void
go_to_end (struct app *app, struct hits *h, bool end)
{
  bool here = h->relevance || (end ? h->window.at_end : h->window.at_start);
  if (here)
    step_by (h, (size_t) -1 / 2, end);
  else
    start (app, h, end);
}

static bool
act_move (struct app *app, struct hits *h, enum action action)
{
  size_t seen = hits_seen (h, app->canvas.columns);
  size_t page = seen > 1 ? seen - 1 : 1;
  switch (action)
    {
    case ACTION_NEXT:
    case ACTION_PREVIOUS:
      step_by (h, 1, action == ACTION_NEXT);
      return true;
    case ACTION_PAGE_DOWN:
    case ACTION_PAGE_UP:
      step_by (h, page, action == ACTION_PAGE_DOWN);
      return true;
    case ACTION_HALF_DOWN:
    case ACTION_HALF_UP:
      step_by (h, page / 2 + 1, action == ACTION_HALF_DOWN);
      return true;
    case ACTION_FIRST:
    case ACTION_LAST:
      go_to_end (app, h, action == ACTION_LAST);
      return true;
    default:
      return false;
    }
}

/* --- doing -------------------------------------------------------------- */

static void
go_there (struct app *app, const struct hits *h)
{
  if (h->at >= h->window.lines.len)
    return;
  hits_keep (app, h);
  const struct found_line *line = h->window.lines.items[h->at];
  struct range range = line->title ? (struct range) { 0, 0 } : line->range;
  page_go_found (app, line->source->id, line->side, range);
}

/* Turns SWITCH over and looks anew.  */
static void
turn (struct app *app, struct hits *h, bool *what)
{
  *what = !*what;
  h->counted = false;
  h->count = (struct search_count) { 0 };
  start (app, h, false);
}

static bool
act (struct app *app, void *state, enum action action)
{
  struct hits *h = state;
  if (act_move (app, h, action))
    return true;
  switch (action)
    {
    case ACTION_ACCEPT:
      go_there (app, h);
      return true;
    case ACTION_FIND:
      ask_query (app, h, h->text);
      return true;
    case ACTION_SEARCH:
      ask_query (app, h, "");
      return true;
    case ACTION_ORDER:
      turn (app, h, &h->relevance);
      return true;
    case ACTION_FOLDING:
      turn (app, h, &h->exact);
      return true;
    case ACTION_CONCORDANCE:
      if (h->query)
        concordance_show (app, (struct wanted) { .text = mem_string (h->query),
                                                 .query = true,
                                                 .exact = h->exact });
      return true;
    case ACTION_QUERY_NAME:
      hits_ask_name (app, h);
      return true;
    default:
      return false;
    }
}

/* A letter that is no key begins a new query.  */
static void
type (struct app *app, void *state, const char *text, size_t len)
{
  char *first = app_first_line (text, len);
  if (*first)
    {
      set_query (app, state, first);
      ask_query (app, state, first);
    }
  free (first);
}

static const struct screen hits_screen = {
  .in = CONTEXT_HITS,
  .draw = hits_draw,
  .act = act,
  .type = type,
  .rest = rest,
  .free = hits_free,
  .hint[CONTEXT_HITS]
  = N_("{accept} go there  {find} query  {order} order  {folding} forms  "
       "{concordance} lines  {name-query} name\t{back} back"),
};

/* Puts the screen on top, with no query yet.  */
static struct hits *
push (struct app *app)
{
  struct hits *h = mem_new (1, sizeof *h);
  h->text = mem_string ("");
  h->query = mem_string ("");
  h->err = (struct err) ERR_INIT;
  h->window.by_bead = true;
  app_push (app, &hits_screen, h);
  return h;
}

void
hits_open (struct app *app)
{
  ask_query (app, push (app), "");
}

void
hits_open_query (struct app *app, const char *query)
{
  set_query (app, push (app), query);
}

void
hits_open_term (struct app *app, const char *term)
{
  struct buf query = BUF_INIT;
  bool quoted = strpbrk (term, " \t\n\"'*:-().,@") != NULL;
  buf_add_string (&query, quoted ? "\"" : "");
  for (; *term; term++)
    if (*term != '"')
      buf_add_byte (&query, *term);
  buf_add_string (&query, quoted ? "\"" : "");
  hits_open_query (app, buf_string (&query));
  buf_free (&query);
}
