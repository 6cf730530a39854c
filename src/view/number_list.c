/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The number index.  */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "view/number_draw.h"
#include "view/number_list.h"
#include "view/row_foot.h"
#include "view/screens.h"
#include "view/timeline.h"

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
static void
add_filter (const struct number_list *n, struct buf *head)
{
  struct number_query query;
  number_list_query (n, &query, NULL);
  if (*query.unit && !strstr (n->filter, "unit:"))
    buf_add_format (head, _(" Numbers with \"%s\" (unit: %s), %s"), n->filter,
                    number_unit (query.unit), _(orders[n->order]));
  else
    buf_add_format (head, _(" Numbers with \"%s\", %s"), n->filter,
                    _(orders[n->order]));
  number_query_clear (&query);
}

static char *
heading (const struct number_list *n)
{
  struct buf head = BUF_INIT;
  if (n->elsewhere)
    return mem_format (_(" In other documents, %s: %zu"), n->of,
                       n->same.list.count);
  if (n->filter)
    add_filter (n, &head);
  else
    buf_add_format (&head, _(" Numbers, %s"), _(orders[n->order]));
  if (n->tally.done)
    buf_add_format (&head, _(": %lld"), n->tally.count);
  return buf_take (&head);
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
      number_list_query (n, &query, NULL);
      number_rows_need (app, shown, &query);
      number_query_clear (&query);
    }
  if (rows > 0)
    draw_head (&app->canvas, n);
  number_rows_draw (&app->canvas, shown, height);
  const struct number *number = number_rows_at (shown, shown->list.at);
  if (foot > 0 && number)
    number_foot (&app->canvas, rows - foot, foot, number);
  if (shown->list.count == shown->list.first && height > 1)
    draw_nothing (&app->canvas, n);
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
  number_list_query (n, &query, NULL);
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
    number_list_filter (app, n, NULL);
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
        number_list_sort (app, n, number);
      return true;
    case ACTION_FIND:
      number_list_ask (app, n->filter ? n->filter : "", n);
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
  app_typed (app, text, len, number_list_ask, number_list_typed, state);
}

static bool
rest (struct app *app, void *state)
{
  struct number_list *n = state;
  if (n->tally.done)
    return false;
  number_list_count (app, n);
  return true;
}

static const struct screen number_screen = {
  .in = CONTEXT_NUMBERS,
  .draw = draw,
  .act = act,
  .type = type,
  .rest = rest,
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
  n->total = -1;
  number_list_restart (app, n);
  if (id)
    number_list_find (app, n, id);
  app_push (app, &number_screen, n);
}
