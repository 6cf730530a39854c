/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The number index.  */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "view/number_draw.h"
#include "view/row_foot.h"
#include "view/screens.h"
#include "view/timeline.h"

struct number_list
{
  struct number_rows all;
  struct number_rows same; /* the same number elsewhere; read as a whole */
  bool elsewhere;          /* SAME is shown */
  char *of;                /* the number that SAME is the same as */
  char *filter;
  size_t total;            /* without a filter */
  enum number_order order;
};

static void
number_list_free (void *state)
{
  struct number_list *n = state;
  number_rows_restart (&n->all, 0);
  number_rows_restart (&n->same, 0);
  free (n->of);
  free (n->filter);
  free (n);
}

/* What is listed.  False where the filter is not understood, and QUERY is what
   came before.  Release with number_query_clear.  */
static bool
make_query (const struct number_list *n, struct number_query *query,
            struct err *err)
{
  number_query_init (query);
  query->order = n->order;
  query->once = true;
  return !n->filter || number_query_parse (n->filter, query, err);
}

static struct number_rows *
shown_rows (struct number_list *n)
{
  return n->elsewhere ? &n->same : &n->all;
}

/* --- drawing ------------------------------------------------------------ */

static const char *const orders[NUMBER_ORDERS] = {
  [NUMBERS_BY_VALUE] = N_ ("by value"),
  [NUMBERS_BY_DATE] = N_ ("by date"),
  [NUMBERS_BY_UNIT] = N_ ("by unit"),
  [NUMBERS_BY_DOCUMENT] = N_ ("by document"),
};

/* What the filter asks for; a unit is said as it was understood.  */
static char *
heading_of_filter (const struct number_list *n)
{
  struct number_query query;
  make_query (n, &query, NULL);
  bool named = *query.unit && !strstr (n->filter, "unit:");
  char *head
    = named ? mem_format (_(" Numbers with \"%s\" (unit: %s), %s: %zu"),
                          n->filter, number_unit (query.unit),
                          _(orders[n->order]), n->all.list.count)
            : mem_format (_(" Numbers with \"%s\", %s: %zu"), n->filter,
                          _(orders[n->order]), n->all.list.count);
  number_query_clear (&query);
  return head;
}

static char *
heading (const struct number_list *n)
{
  if (n->elsewhere)
    return mem_format (_(" In other documents, %s: %zu"), n->of,
                       n->same.list.count);
  if (n->filter)
    return heading_of_filter (n);
  return mem_format (_(" Numbers, %s: %zu"), _(orders[n->order]),
                     n->all.list.count);
}

static void
draw_head (struct canvas *canvas, const struct number_list *n)
{
  char *head = heading (n);
  size_t column
    = canvas_string (canvas, 0, 0, canvas->columns, STYLE_HEADER, head);
  canvas_fill (canvas, 0, column, STYLE_HEADER, ' ');
  free (head);
}

static void
draw_nothing (struct canvas *canvas, const struct number_list *n)
{
  canvas_string (canvas, 2, 1, canvas->columns, STYLE_PLAIN,
                 n->filter ? _("No number is like this.")
                           : _("There are no numbers in the library."));
}

static void
draw (struct app *app, void *state, size_t rows)
{
  struct number_list *n = state;
  struct number_rows *shown = shown_rows (n);
  size_t foot = row_foot_rows (rows);
  size_t height = rows > 1 + foot ? rows - 1 - foot : 0;
  list_fit (&shown->list, height);
  if (!n->elsewhere)
    {
      struct number_query query;
      make_query (n, &query, NULL);
      number_rows_need (app, shown, &query);
      number_query_clear (&query);
    }
  if (rows > 0)
    draw_head (&app->canvas, n);
  number_rows_draw (&app->canvas, shown, height);
  const struct number *number = number_rows_at (shown, shown->list.at);
  if (foot > 0 && number)
    number_foot (&app->canvas, rows - foot, foot, number);
  if (shown->list.count == 0 && height > 1)
    draw_nothing (&app->canvas, n);
}

/* --- which -------------------------------------------------------------- */

/* Counts anew, and reads from the start.  */
static void
restart (struct app *app, struct number_list *n)
{
  struct err err = ERR_INIT;
  struct number_query query;
  make_query (n, &query, NULL);
  long long count
    = library_numbers_count (app->session->library, &query, &err);
  if (count < 0)
    app_fail (app, &err);
  n->all.list = (struct list) { .count = count > 0 ? (size_t) count : 0 };
  n->all.value_width = n->all.unit_width = 0;
  if (!n->filter)
    n->total = n->all.list.count;
  number_rows_restart (&n->all, 0);
  number_query_clear (&query);
}

static void
set_filter (struct app *app, struct number_list *n, const char *text)
{
  free (n->filter);
  n->filter = text && *text ? mem_string (text) : NULL;
  n->elsewhere = false;
  restart (app, n);
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

/* Shows what is found while typing, where that is fast enough for it.  */
static void
filter_changed (struct app *app, const char *text, void *state)
{
  enum { MOST = 20000 };
  struct number_list *n = state;
  if (!term_pending (app->terminal)
      && (n->total <= MOST || !has_words (text)))
    set_filter (app, n, text);
}

/* While a filter is being typed it may not be one yet; now it must.  */
static void
filter_done (struct app *app, const char *text, void *state)
{
  struct err err = ERR_INIT;
  struct number_query query;
  set_filter (app, state, text);
  if (!make_query (state, &query, &err))
    app_fail (app, &err);
  number_query_clear (&query);
}

static void
ask_filter (struct app *app, const char *text, void *state)
{
  app_ask (app, _("Show those with (tons, >=1e6, 1958-09, words): "), text,
           filter_done, filter_changed, state);
}

/* Puts the cursor on the number ID, which is listed.  */
static void
find_row (struct app *app, struct number_list *n, long long id)
{
  struct numbers own = { 0 };
  struct number_query query;
  make_query (n, &query, NULL);
  long long rank = -1;
  if (library_number (app->session->library, id, &own, NULL) && own.len == 1)
    rank = library_numbers_rank (app->session->library, &query,
                                 &own.items[0], NULL);
  number_query_clear (&query);
  if (rank >= 0 && (size_t) rank < n->all.list.count)
    {
      number_rows_set (&n->all, (size_t) rank, &own);
      n->all.list.at = (size_t) rank;
    }
  else
    numbers_free (&own);
}

static void
change_order (struct app *app, struct number_list *n,
              const struct number *number)
{
  long long id = number ? number->id : 0;
  n->order = (enum number_order) ((n->order + 1) % NUMBER_ORDERS);
  restart (app, n);
  if (id)
    find_row (app, n, id);
}

/* --- the same elsewhere, the timeline ----------------------------------- */

static void
show_same (struct app *app, struct number_list *n,
           const struct number *number)
{
  enum { MOST = 1000 };
  struct err err = ERR_INIT;
  struct numbers same = { 0 };
  struct number_query query;
  number_query_init (&query);
  query.order = NUMBERS_BY_DATE;
  query.once = true;
  query.limit = MOST;
  if (!library_numbers_same (app->session->library, number->id, &query,
                             &same, &err))
    app_fail (app, &err);
  else if (same.len == 0)
    app_say (app, "%s", _("No other document states this number."));
  else
    {
      free (n->of);
      n->of = mem_string (number->surface);
      number_rows_set (&n->same, 0, &same);
      n->same.list = (struct list) { .count = same.len };
      n->elsewhere = true;
      return;
    }
  numbers_free (&same);
}

/* All that is listed and of the kind and unit of NUMBER.  */
static void
show_timeline (struct app *app, struct number_list *n,
               const struct number *number)
{
  struct number_query query;
  make_query (n, &query, NULL);
  const char *title = n->elsewhere ? n->of
                      : n->filter  ? n->filter : _("All numbers");
  const struct numbers same = number_rows_all (&n->same);
  timeline_show (app, title, &query, number, n->elsewhere ? &same : NULL);
  number_query_clear (&query);
}

/* Goes to NUMBER and opens the editor on a note on it.  */
static void
write_note (struct app *app, const struct number *number)
{
  enum side side = number->side;
  struct range range = number->range;
  char *subject = number_subject (number);
  if (number_jump (app, number->document, side, range.start))
    writer_open_on (app, ANCHOR_QUANTITY, subject, side, range);
  free (subject);
}

/* --- doing -------------------------------------------------------------- */

static bool
act_number (struct app *app, struct number_list *n,
            const struct number *number, enum action action)
{
  switch (action)
    {
    case ACTION_ACCEPT:
      number_jump (app, number->document, number->side, number->range.start);
      return true;
    case ACTION_NOTE:
      write_note (app, number);
      return true;
    case ACTION_NUMBERS_SAME:
      show_same (app, n, number);
      return true;
    case ACTION_TIMELINE:
      show_timeline (app, n, number);
      return true;
    default:
      return false;
    }
}

/* Back to what was shown before; false where this is the beginning.  */
static bool
go_back (struct app *app, struct number_list *n, bool filter)
{
  if (n->elsewhere)
    n->elsewhere = false;
  else if (filter && n->filter)
    set_filter (app, n, NULL);
  else
    return false;
  return true;
}

static bool
act (struct app *app, void *state, enum action action)
{
  struct number_list *n = state;
  struct number_rows *shown = shown_rows (n);
  if (list_move (&shown->list, action))
    return true;
  const struct number *number = number_rows_at (shown, shown->list.at);
  if (number && act_number (app, n, number, action))
    return true;
  switch (action)
    {
    case ACTION_NUMBERS_SORT:
      if (!n->elsewhere)
        change_order (app, n, number);
      return true;
    case ACTION_FIND:
      ask_filter (app, n->filter ? n->filter : "", n);
      return true;
    case ACTION_NOTES:
      notes_open (app);
      return true;
    case ACTION_CANCEL:
    case ACTION_BACK:
      return go_back (app, n, action == ACTION_CANCEL);
    case ACTION_NUMBERS: /* they are open */
      return true;
    default:
      return false;
    }
}

/* What is no key begins a filter: digits, signs, above all Chinese.  */
static void
type (struct app *app, void *state, const char *text, size_t len)
{
  app_typed (app, text, len, ask_filter, filter_changed, state);
}

static const struct screen number_screen = {
  .in = CONTEXT_NUMBERS,
  .draw = draw,
  .act = act,
  .type = type,
  .free = number_list_free,
  .hint[CONTEXT_NUMBERS]
  = N_("{accept} go there  {find} filter  {sort-numbers} sort  "
       "{timeline} timeline  {same-number} elsewhere  {note} note\t{back} back"),
};

void
numbers_open (struct app *app)
{
  struct layer top = app->layers.items[app->layers.len - 1];
  bool page = app_context (app, top) == CONTEXT_PAGE;
  struct number_list *n = mem_new (1, sizeof *n);
  long long id = page ? number_lit (app) : 0;
  restart (app, n);
  if (id)
    find_row (app, n, id);
  app_push (app, &number_screen, n);
}
