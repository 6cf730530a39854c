/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyword index: the terms of a document or of the library, Chinese and
   English side by side, and how the one under the cursor is rendered.  */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "view/keyword_list.h"
#include "view/screens.h"

static void
keyword_list_free (void *state)
{
  struct keyword_list *k = state;
  for (enum tongue t = TONGUE_ZH; t < TONGUES; t++)
    keyword_pane_free (&k->pane[t]);
  keyword_list_forget (k);
  keyword_choices_free (&k->choices);
  free (k->title);
  free (k->filter);
  free (k);
}

struct keyword_query
keyword_list_query (const struct keyword_list *k, enum tongue tongue)
{
  return (struct keyword_query) { .tongue = tongue,
                                  .order = k->order,
                                  .choices = &k->choices,
                                  .words = k->filter };
}

const struct keyword_row *
keyword_list_row (const struct keyword_list *k)
{
  const struct keyword_pane *pane = &k->pane[k->tongue];
  return keyword_pane_at (pane, pane->list.at);
}

/* --- which -------------------------------------------------------------- */

/* Reads both languages from the start.  */
void
keyword_list_restart (struct app *app, struct keyword_list *k)
{
  for (enum tongue t = TONGUE_ZH; t < TONGUES; t++)
    {
      struct keyword_query query = keyword_list_query (k, t);
      keyword_pane_restart (app, &k->pane[t], &query, k->document);
    }
  keyword_list_settle (k);
}

void
keyword_list_settle (struct keyword_list *k)
{
  const struct keyword_pane *pane = &k->pane[k->tongue];
  if (pane->list.count == 0 && !pane->busy)
    k->tongue = k->tongue == TONGUE_ZH ? TONGUE_EN : TONGUE_ZH;
}

static void
set_filter (struct app *app, struct keyword_list *k, const char *text)
{
  free (k->filter);
  k->filter = text && *text ? mem_string (text) : NULL;
  keyword_list_restart (app, k);
}

static void
filter_changed (struct app *app, const char *text, void *state)
{
  set_filter (app, state, text);
}

static void
filter_done (struct app *app, const char *text, void *state)
{
  const struct keyword_list *k = state;
  if (strcmp (text ? text : "", k->filter ? k->filter : "") != 0)
    set_filter (app, state, text);
}

static void
ask_filter (struct app *app, struct keyword_list *k, const char *text)
{
  app_ask (app, _ ("Show terms with (characters, pinyin, English): "), text,
           filter_done, filter_changed, k);
}

/* Changes the order, and keeps the cursor on its terms.  */
static void
change_order (struct app *app, struct keyword_list *k)
{
  char *forms[TONGUES] = { NULL, NULL };
  for (enum tongue t = TONGUE_ZH; t < TONGUES; t++)
    {
      const struct keyword_row *row
        = keyword_pane_at (&k->pane[t], k->pane[t].list.at);
      forms[t] = row ? mem_string (row->form) : NULL;
    }
  k->order = (enum keyword_order) ((k->order + 1) % KEYWORD_ORDERS);
  keyword_list_restart (app, k);
  for (enum tongue t = TONGUE_ZH; t < TONGUES; t++)
    {
      struct keyword_rows rows = { 0 };
      struct keyword_query query = keyword_list_query (k, t);
      if (forms[t]
          && library_keyword (app->session->library, forms[t], &rows, NULL)
          && rows.len == 1)
        keyword_pane_find (app, &k->pane[t], &query, k->document,
                           &rows.items[0]);
      keyword_rows_free (&rows);
      free (forms[t]);
    }
}

/* From the document to the library, and back.  */
static void
change_scope (struct app *app, struct keyword_list *k)
{
  if (!k->own)
    {
      app_say (app, "%s", _ ("This is the index of the whole library."));
      return;
    }
  k->document = k->document ? 0 : k->own;
  keyword_list_forget (k);
  keyword_list_restart (app, k);
}

/* --- doing -------------------------------------------------------------- */

/* The lines of the term and of what is joined with it.  */
static void
open_lines (struct app *app, const struct keyword_list *k,
            const struct keyword_row *row)
{
  bool query;
  char *wanted
    = keyword_wanted (app->session->library, row, &k->choices, &query);
  concordance_open (app, wanted, query);
  free (wanted);
}

static bool
act (struct app *app, void *state, enum action action)
{
  struct keyword_list *k = state;
  if (list_move (&k->pane[k->tongue].list, action)
      || keyword_list_own (app, k, action))
    return true;
  const struct keyword_row *row = keyword_list_row (k);
  switch (action)
    {
    case ACTION_ACCEPT:
    case ACTION_CONCORDANCE:
      if (row)
        open_lines (app, k, row);
      return row != NULL;
    case ACTION_SEARCH:
      if (row)
        hits_open_term (app, row->form);
      return row != NULL;
    case ACTION_NOTE:
      if (row)
        keyword_list_note (app, row);
      return row != NULL;
    case ACTION_OTHER_SIDE:
      k->tongue = k->tongue == TONGUE_ZH ? TONGUE_EN : TONGUE_ZH;
      return true;
    case ACTION_ORDER:
      change_order (app, k);
      return true;
    case ACTION_KEYWORDS:
      change_scope (app, k);
      return true;
    case ACTION_FIND:
      ask_filter (app, k, k->filter ? k->filter : "");
      return true;
    case ACTION_CANCEL:
      if (!k->filter)
        return false;
      set_filter (app, k, NULL);
      return true;
    default:
      return false;
    }
}

/* What is no key begins a filter, above all Chinese.  */
static void
type (struct app *app, void *state, const char *text, size_t len)
{
  char *start = app_first_line (text, len);
  if (*start)
    {
      filter_changed (app, start, state);
      ask_filter (app, state, start);
    }
  free (start);
}

static const struct screen keyword_screen = {
  .in = CONTEXT_KEYWORDS,
  .draw = keyword_list_draw,
  .act = act,
  .type = type,
  .rest = keyword_list_rest,
  .free = keyword_list_free,
  .hint[CONTEXT_KEYWORDS]
  = N_ ("{accept} concordance  {other-side} language  "
        "{keywords} document/library  {find} narrow  {order} order  "
        "{hide-term} leave out  {add-term} add  {join-term} join\t"
        "{back} back"),
};

void
keywords_open (struct app *app)
{
  struct layer top = app->layers.items[app->layers.len - 1];
  const struct reading *reading = app->session->reading;
  struct keyword_list *k = mem_new (1, sizeof *k);
  if (app_context (app, top) == CONTEXT_PAGE && reading)
    {
      k->own = k->document = reading->document->id;
      k->title = mem_string (document_title (reading->document, ORIGINAL));
    }
  keyword_list_choices (app, k);
  app_push (app, &keyword_screen, k);
}
