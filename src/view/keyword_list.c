/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyword index: the terms of a document or of the library, Chinese and
   English side by side, and how the one under the cursor is rendered.  */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "index/match.h"
#include "store/renderings.h"
#include "text/width.h"
#include "view/keyword_pane.h"
#include "view/lit.h"
#include "view/screens.h"

/* Documents of the library from which renderings are taken: few enough that a
   move of the cursor does not wait.  */
enum { SEEN_DOCUMENTS = 60 };

/* How the term was found to be rendered, in words; MANY ways or not.  */
struct said
{
  long long id;
  bool many;
};

struct saids VEC (struct said);

struct keyword_list
{
  struct keyword_pane pane[TONGUES];
  enum tongue tongue;   /* where the cursor is */
  long long document;   /* 0: the library */
  long long own;        /* the document that the screen was opened from, or 0 */
  char *title;          /* of DOCUMENT */
  char *filter;         /* or NULL */
  enum keyword_order order;
  struct keyword_choices choices; /* the reader's own list */
  struct saids saids;   /* terms whose renderings are known, by number */
  long long shown;      /* the term whose renderings these are, or 0 */
  char *renderings;
};

static void
forget_renderings (struct keyword_list *k)
{
  VEC_FREE (&k->saids);
  free (k->renderings);
  k->renderings = NULL;
  k->shown = 0;
}

static void
keyword_list_free (void *state)
{
  struct keyword_list *k = state;
  for (enum tongue t = TONGUE_ZH; t < TONGUES; t++)
    keyword_pane_clear (&k->pane[t]);
  forget_renderings (k);
  keyword_choices_free (&k->choices);
  free (k->title);
  free (k->filter);
  free (k);
}

static struct keyword_query
query_of (const struct keyword_list *k, enum tongue tongue)
{
  return (struct keyword_query) { .tongue = tongue,
                                  .order = k->order,
                                  .choices = &k->choices,
                                  .words = k->filter };
}

static const struct keyword_row *
row_at_cursor (const struct keyword_list *k)
{
  const struct keyword_pane *pane = &k->pane[k->tongue];
  return keyword_pane_at (pane, pane->list.at);
}

/* --- renderings --------------------------------------------------------- */

/* The place of term ID among those that are known, or where it belongs.  */
static size_t
said_place (const struct keyword_list *k, long long id)
{
  size_t low = 0, high = k->saids.len;
  while (low < high)
    {
      size_t middle = low + (high - low) / 2;
      if (k->saids.items[middle].id < id)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static const struct said *
said_of (const struct keyword_list *k, long long id)
{
  size_t place = said_place (k, id);
  return place < k->saids.len && k->saids.items[place].id == id
           ? &k->saids.items[place]
           : NULL;
}

static void
note_said (struct keyword_list *k, long long id, bool many)
{
  size_t place = said_place (k, id);
  if (place < k->saids.len && k->saids.items[place].id == id)
    return;
  VEC_RESERVE (&k->saids, 1);
  memmove (k->saids.items + place + 1, k->saids.items + place,
           (k->saids.len - place) * sizeof *k->saids.items);
  k->saids.items[place] = (struct said) { id, many };
  k->saids.len++;
}

/* Where it was looked for how a term is rendered.  */
static void
add_seen (struct buf *text, const struct renderings *found, bool library)
{
  struct buf seen = BUF_INIT;
  buf_add_format (&seen,
                  ngettext ("in %zu pair of sentences",
                            "in %zu pairs of sentences",
                            (unsigned long) found->pairs),
                  found->pairs);
  if (library)
    buf_add_format (&seen,
                    ngettext (" of %zu document", " of %zu documents",
                              (unsigned long) found->documents),
                    found->documents);
  if (found->more)
    buf_add_format (&seen, "%s%s", _(", "), _("there are more"));
  buf_add_format (text, _(" (%s)"), buf_string (&seen));
  buf_free (&seen);
}

/* What stands at the foot of ROW.  */
static char *
renderings_text (const struct keyword_list *k, const struct keyword_row *row,
                 const struct renderings *found)
{
  struct buf text = BUF_INIT;
  buf_add_format (&text, "%s%s%s%s", row->form, *row->pinyin ? " " : "",
                  row->pinyin, _(": "));
  for (size_t i = 0; i < found->of.len; i++)
    buf_add_format (&text, "%s%s %zu", i ? "; " : "", found->of.items[i].form,
                    found->of.items[i].count);
  if (found->of.len == 0)
    buf_add_string (&text, _("no rendering stands out"));
  add_seen (&text, found, !k->document);
  return buf_take (&text);
}

/* Finds out how ROW is rendered; where it is under the cursor, that is shown.  */
static bool
find_renderings (struct app *app, struct keyword_list *k,
                 const struct keyword_row *row, bool show)
{
  struct err err = ERR_INIT;
  struct renderings found = { .pairs = 0 };
  bool done = library_renderings (
    app->session->library, k->document, row, SEEN_DOCUMENTS,
    app->session->shelf ? shelf_aids (app->session->shelf) : NULL, &found,
    &err);
  note_said (k, row->id, done && renderings_differ (&found));
  if (show)
    {
      free (k->renderings);
      k->renderings = done ? renderings_text (k, row, &found) : err_fact (&err);
      k->shown = row->id;
    }
  renderings_free (&found);
  return true;
}

/* One piece of work while no key waits: the term under the cursor first, then
   those on the screen.  */
static bool
rest (struct app *app, void *state)
{
  struct keyword_list *k = state;
  const struct keyword_row *row = row_at_cursor (k);
  if (row && k->shown != row->id)
    return find_renderings (app, k, row, true);
  for (enum tongue t = TONGUE_ZH; t < TONGUES; t++)
    {
      const struct list *list = &k->pane[t].list;
      for (size_t i = list->top; i < list->top + list->rows; i++)
        {
          row = keyword_pane_at (&k->pane[t], i);
          if (row && !said_of (k, row->id))
            return find_renderings (app, k, row, false);
        }
    }
  return false;
}

/* --- drawing ------------------------------------------------------------ */

static const char *const orders[KEYWORD_ORDERS] = {
  [KEYWORDS_BY_KEYNESS] = N_ ("by keyness"),
  [KEYWORDS_BY_FREQUENCY] = N_ ("by frequency"),
  [KEYWORDS_BY_ALPHABET] = N_ ("by alphabet"),
};

static void
draw_head (struct canvas *canvas, const struct keyword_list *k)
{
  char *head
    = k->filter
        ? mem_format (_ (" Keywords with \"%s\", %s: %zu Chinese, %zu English"),
                      k->filter, _ (orders[k->order]),
                      k->pane[TONGUE_ZH].list.count,
                      k->pane[TONGUE_EN].list.count)
        : mem_format (_ (" Keywords, %s: %zu Chinese, %zu English"),
                      _ (orders[k->order]), k->pane[TONGUE_ZH].list.count,
                      k->pane[TONGUE_EN].list.count);
  char *whole = mem_format ("%s  %s", head,
                            k->document ? k->title : _ ("the whole library"));
  size_t column
    = canvas_string (canvas, 0, 0, canvas->columns, STYLE_HEADER, whole);
  canvas_fill (canvas, 0, column, STYLE_HEADER, ' ');
  free (head);
  free (whole);
}

/* Where the terms of TONGUE stand on the canvas.  */
static struct range
columns_of (const struct canvas *canvas, enum tongue tongue)
{
  size_t middle = canvas->columns / 2;
  return tongue == TONGUE_ZH
           ? (struct range) { 1, middle > 2 ? middle - 1 : 1 }
           : (struct range) { middle + 2, canvas->columns };
}

/* What the columns are.  */
static void
draw_columns (struct canvas *canvas)
{
  static const char *const names[TONGUES]
    = { N_ ("Chinese"), N_ ("English") };
  char *counts = mem_format ("%s  %s", _ ("times"), _ ("documents"));
  size_t width = width_text (counts, strlen (counts));
  for (enum tongue t = TONGUE_ZH; t < TONGUES; t++)
    {
      struct range columns = columns_of (canvas, t);
      const char *name = _ (names[t]);
      if (columns.end < columns.start + width + strlen (name) + 1)
        continue;
      if (t == TONGUE_EN)
        canvas_put (canvas, 1, columns.start - 2, STYLE_FRAME, "|", 1);
      canvas_string (canvas, 1, columns.start, width, STYLE_FRAME, name);
      canvas_string (canvas, 1, columns.end - width, width, STYLE_FRAME,
                     counts);
    }
  free (counts);
}

static void
draw_row (struct canvas *canvas, const struct keyword_list *k, size_t at,
          size_t offset)
{
  for (enum tongue t = TONGUE_ZH; t < TONGUES; t++)
    {
      const struct keyword_pane *pane = &k->pane[t];
      size_t index = pane->list.top + offset;
      const struct keyword_row *row
        = offset < pane->list.rows ? keyword_pane_at (pane, index) : NULL;
      struct range columns = columns_of (canvas, t);
      if (columns.end <= columns.start)
        continue;
      if (t == TONGUE_EN)
        canvas_put (canvas, at, columns.start - 2, STYLE_FRAME, "|", 1);
      if (!row)
        continue;
      const struct said *said = said_of (k, row->id);
      bool cursor = index == pane->list.at;
      keyword_draw (canvas, at, columns.start, columns.end, row,
                    said && said->many,
                    cursor && t == k->tongue ? STYLE_MARKED
                    : cursor                 ? STYLE_STRONG
                                             : STYLE_PLAIN);
    }
}

/* Rows at the head.  */
enum { HEAD = 2 };

/* Rows that the foot takes of ROWS.  */
static size_t
foot_rows (size_t rows)
{
  enum { FOOT = 3, LEAST = 10 };
  return rows >= LEAST ? FOOT : 0;
}

/* The renderings of the term under the cursor, wrapped, below a rule.  */
static void
draw_foot (struct canvas *canvas, const struct keyword_list *k, size_t from,
           size_t rows)
{
  const struct keyword_row *row = row_at_cursor (k);
  canvas_fill (canvas, from, 0, STYLE_FRAME, '-');
  if (!row || row->id != k->shown)
    return;
  lit_wrap (canvas, from + 1, 1, canvas->columns - 1, rows - 1,
            &(struct lit_text) { k->renderings, NULL, STYLE_PLAIN });
}

static void
draw_nothing (struct canvas *canvas, const struct keyword_list *k)
{
  canvas_string (canvas, HEAD + 1, 1, canvas->columns, STYLE_PLAIN,
                 k->filter     ? _ ("No term is like this.")
                 : k->document ? _ ("There are no keywords of this document.")
                               : _ ("There are no keywords in the library."));
}

static void
draw (struct app *app, void *state, size_t rows)
{
  struct keyword_list *k = state;
  size_t foot = foot_rows (rows);
  size_t height = rows > foot + HEAD ? rows - foot - HEAD : 0;
  for (enum tongue t = TONGUE_ZH; t < TONGUES; t++)
    {
      struct keyword_query query = query_of (k, t);
      list_fit (&k->pane[t].list, height);
      keyword_pane_need (app, &k->pane[t], &query, k->document);
    }
  if (rows > 0)
    draw_head (&app->canvas, k);
  if (height > 0)
    draw_columns (&app->canvas);
  for (size_t i = 0; i < height; i++)
    draw_row (&app->canvas, k, HEAD + i, i);
  if (foot > 0)
    draw_foot (&app->canvas, k, rows - foot, foot);
  if (k->pane[TONGUE_ZH].list.count + k->pane[TONGUE_EN].list.count == 0
      && height > 2)
    draw_nothing (&app->canvas, k);
}

/* --- which -------------------------------------------------------------- */

/* Reads both languages from the start.  */
static void
restart (struct app *app, struct keyword_list *k)
{
  for (enum tongue t = TONGUE_ZH; t < TONGUES; t++)
    {
      struct keyword_query query = query_of (k, t);
      keyword_pane_restart (app, &k->pane[t], &query, k->document);
    }
  /* The cursor does not stay where nothing is.  */
  if (k->pane[k->tongue].list.count == 0)
    k->tongue = k->tongue == TONGUE_ZH ? TONGUE_EN : TONGUE_ZH;
}

static void
set_filter (struct app *app, struct keyword_list *k, const char *text)
{
  free (k->filter);
  k->filter = text && *text ? mem_string (text) : NULL;
  restart (app, k);
}

/* Narrows while typing, where that is fast enough for it.  */
static void
filter_changed (struct app *app, const char *text, void *state)
{
  enum { MOST = 50000 };
  struct keyword_list *k = state;
  if (!term_pending (app->terminal)
      && k->pane[TONGUE_ZH].total + k->pane[TONGUE_EN].total <= MOST)
    set_filter (app, k, text);
}

static void
filter_done (struct app *app, const char *text, void *state)
{
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
  restart (app, k);
  for (enum tongue t = TONGUE_ZH; t < TONGUES; t++)
    {
      struct keyword_rows rows = { 0 };
      struct keyword_query query = query_of (k, t);
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
  forget_renderings (k);
  restart (app, k);
}

/* --- the reader's own list ---------------------------------------------- */

/* Reads the list, and the index with it.  */
static void
read_choices (struct app *app, struct keyword_list *k)
{
  struct err err = ERR_INIT;
  struct own_terms terms = { 0 };
  keyword_choices_free (&k->choices);
  if ((app->session->notebook
       && !notebook_terms (app->session->notebook, &terms, &err))
      || !library_keyword_choices (app->session->library, &terms, &k->choices,
                                   &err))
    app_fail (app, &err);
  own_terms_free (&terms);
  restart (app, k);
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
  read_choices (app, k);
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
  read_choices (app, k);
  if (library_keyword (app->session->library, text, &rows, NULL)
      && rows.len == 1 && rows.items[0].documents > 0)
    {
      k->tongue = rows.items[0].tongue;
      struct keyword_query query = query_of (k, k->tongue);
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
  const struct keyword_row *row = row_at_cursor (k);
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
static bool
act_own (struct app *app, struct keyword_list *k, enum action action)
{
  const struct keyword_row *row = row_at_cursor (k);
  if (action == ACTION_TERM_ADD)
    app_ask (app, _ ("Add the term: "), k->filter ? k->filter : "", add_done,
             NULL, k);
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
static void
write_note (struct app *app, const struct keyword_row *row)
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

/* --- doing -------------------------------------------------------------- */

static bool
act (struct app *app, void *state, enum action action)
{
  struct keyword_list *k = state;
  if (list_move (&k->pane[k->tongue].list, action) || act_own (app, k, action))
    return true;
  const struct keyword_row *row = row_at_cursor (k);
  switch (action)
    {
    case ACTION_ACCEPT:
    case ACTION_CONCORDANCE:
      if (row)
        concordance_open (app, row->form, false);
      return row != NULL;
    case ACTION_SEARCH:
      if (row)
        hits_open_term (app, row->form);
      return row != NULL;
    case ACTION_NOTE:
      if (row)
        write_note (app, row);
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
  .draw = draw,
  .act = act,
  .type = type,
  .rest = rest,
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
  read_choices (app, k);
  app_push (app, &keyword_screen, k);
}
