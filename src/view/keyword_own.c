/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyword index: the reader's own list of terms, and notes on terms.  */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "index/match.h"
#include "view/keyword_list.h"
#include "view/screens.h"

/* --- the list ----------------------------------------------------------- */

/* Reads the list, and the index with it.  */
void
keyword_list_choices (struct app *app, struct keyword_list *k)
{
  struct err err = ERR_INIT;
  struct own_terms terms = { 0 };
  keyword_choices_free (&k->choices);
  keyword_list_forget (k);
  if ((app->session->notebook
       && !notebook_terms (app->session->notebook, &terms, &err))
      || !library_keyword_choices (app->session->library, &terms, &k->choices,
                                   &err))
    app_fail (app, &err);
  own_terms_free (&terms);
  keyword_list_restart (app, k);
}

/* The same with the cursors where they were, as far as there are rows.  */
static void
read_again (struct app *app, struct keyword_list *k)
{
  size_t at[TONGUES], top[TONGUES];
  for (enum tongue t = TONGUE_ZH; t < TONGUES; t++)
    {
      at[t] = k->pane[t].list.at;
      top[t] = k->pane[t].list.top;
    }
  keyword_list_choices (app, k);
  for (enum tongue t = TONGUE_ZH; t < TONGUES; t++)
    {
      k->pane[t].list.at = at[t];
      k->pane[t].list.top = top[t];
    }
}

/* Writes CHOICE of TEXT into the notebook.  */
static bool
choose (struct app *app, const char *text, enum term_choice choice,
        const char *joined)
{
  struct err err = ERR_INIT;
  if (app->session->notebook
      && notebook_put_term (app->session->notebook, text, choice, joined,
                            &err))
    return true;
  app_fail (app, &err);
  return false;
}

/* Adds TEXT to the list and to the index.  */
static void
add_done (struct app *app, const char *text, void *state)
{
  struct err err = ERR_INIT;
  struct keyword_rows rows = { 0 };
  struct keyword_list *k = state;
  long long id;
  if (!text || !*text)
    return;
  if (!library_give_term (app->session->library, text, &id, &err))
    {
      app_fail (app, &err);
      return;
    }
  if (!choose (app, text, TERM_ADDED, NULL))
    return;
  keyword_list_choices (app, k);
  if (library_keyword (app->session->library, text, &rows, NULL)
      && rows.len == 1 && rows.items[0].documents > 0)
    {
      k->tongue = rows.items[0].tongue;
      struct keyword_query query = keyword_list_query (k, k->tongue);
      keyword_pane_find (app, &k->pane[k->tongue], &query, k->document,
                         &rows.items[0]);
    }
  else
    app_say (app, "%s", _ ("No text of the library has it yet."));
  keyword_rows_free (&rows);
}

/* Joins the term that was under the cursor with TEXT.  */
static void
join_done (struct app *app, const char *text, void *state)
{
  struct keyword_list *k = state;
  const struct keyword_row *row = keyword_list_row (k);
  if (!text || !*text || !row)
    return;
  struct keyword_rows rows = { 0 };
  if (library_keyword (app->session->library, text, &rows, NULL)
      && rows.len == 1 && rows.items[0].tongue == row->tongue)
    {
      if (choose (app, row->form, TERM_JOINED, rows.items[0].form))
        read_again (app, k);
    }
  else
    app_say (app, _ ("The index has no such term: %s"), text);
  keyword_rows_free (&rows);
}

/* Does ACTION where it changes the list.  */
bool
keyword_list_own (struct app *app, struct keyword_list *k, enum action action)
{
  const struct keyword_row *row = keyword_list_row (k);
  /* What was looked for in vain is what is missing.  */
  const char *missed = !row && k->filter ? k->filter : "";
  if (action == ACTION_TERM_ADD)
    app_ask (app, _ ("Add the term: "), missed, add_done, NULL, k);
  else if (action == ACTION_TERM_HIDE && row)
    {
      char *form = mem_string (row->form);
      if (choose (app, form, TERM_HIDDEN, NULL))
        {
          read_again (app, k);
          app_say (app,
                   _ ("Hidden: %s; \"enface term drop\" shows it again."),
                   form);
        }
      free (form);
    }
  else if (action == ACTION_TERM_JOIN && row)
    {
      char *label = mem_format (_ ("Count %s with: "), row->form);
      app_ask (app, label, "", join_done, NULL, k);
      free (label);
    }
  else
    return false;
  return true;
}

/* --- notes -------------------------------------------------------------- */

/* The first place of TERM on SIDE of DOCUMENT; an empty range where it is not
   there.  */
static struct range
first_place (const struct document *document, enum side side,
             const char *term)
{
  struct err err;
  struct range first = { 0, 0 };
  struct matches found = { NULL, 0, 0 };
  struct query *query = query_literal (term, strlen (term), false, &err);
  const char *text = document->side[side].text;
  if (query)
    query_match (query, (int) side, text, strlen (text), &found);
  if (found.len > 0)
    first = found.items[0].range;
  VEC_FREE (&found);
  query_free (query);
  return first;
}

/* Opens the editor on a note on the term of ROW, at its first place in the open
   document.  */
void
keyword_list_note (struct app *app, const struct keyword_row *row)
{
  const struct reading *reading = app->session->reading;
  enum side side = row->tongue == TONGUE_ZH ? ORIGINAL : TRANSLATION;
  struct range place = { 0, 0 };
  for (enum side s = 0; s < SIDES && reading && range_len (place) == 0; s++)
    {
      side = s == 0 ? side : side_facing (side);
      place = first_place (reading->document, side, row->form);
    }
  if (range_len (place) == 0)
    {
      app_tell (app, reading ? _("The open document has not this term: "
                                 "{concordance} shows where it stands, {note} "
                                 "there writes a note.")
                             : _("No document is open: {concordance} shows "
                                 "where the term stands, {note} there writes "
                                 "a note."));
      return;
    }
  char *term = mem_string (row->form);
  if (page_go_found (app, reading->document->id, side, place))
    writer_open_on (app, ANCHOR_TERM, term, side, place);
  free (term);
}
