/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyword index: how terms are rendered, and how all is drawn.  */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "store/renderings.h"
#include "text/width.h"
#include "view/keyword_list.h"
#include "view/lit.h"

/* Documents of the library from which renderings are taken: few enough that those
   of the terms on the screen are there soon.  */
enum { SEEN_DOCUMENTS = 60 };

static void
ask_no_more (struct keyword_list *k)
{
  renderings_quest_free (k->quest);
  k->quest = NULL;
}

void
keyword_list_forget (struct keyword_list *k)
{
  ask_no_more (k);
  VEC_FREE (&k->saids);
  free (k->renderings);
  k->renderings = NULL;
  k->shown = 0;
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

/* Goes on to find out how ROW is rendered; where it is under the cursor, that is
   SHOWN.  */
static bool
find_renderings (struct app *app, struct keyword_list *k,
                 const struct keyword_row *row, bool show)
{
  struct err err = ERR_INIT;
  struct renderings found = { .pairs = 0 };
  if (k->asked != row->id)
    ask_no_more (k);
  if (!k->quest)
    k->quest = renderings_quest_new (
      app->session->library, k->document, row, SEEN_DOCUMENTS,
      app->session->shelf ? shelf_aids (app->session->shelf) : NULL);
  k->asked = row->id;
  if (renderings_quest_go (k->quest, &found, &err))
    return true;
  ask_no_more (k);
  note_said (k, row->id, !err.code && renderings_differ (&found));
  if (show)
    {
      free (k->renderings);
      k->renderings = err.code ? err_fact (&err)
                               : renderings_text (k, row, &found);
      k->shown = row->id;
    }
  renderings_free (&found);
  return true;
}

/* Finds a piece of what a filter asks for, in either language; false where all
   is found.  */
static bool
narrow_on (struct app *app, struct keyword_list *k)
{
  bool busy = false;
  for (enum tongue t = TONGUE_ZH; t < TONGUES; t++)
    if (k->pane[t].busy)
      {
        keyword_pane_go_on (app, &k->pane[t]);
        busy = true;
      }
  if (busy)
    keyword_list_settle (k);
  return busy;
}

/* One piece of work while no key waits: what is asked for, then the term under
   the cursor, then those on the screen.  */
bool
keyword_list_rest (struct app *app, void *state)
{
  struct keyword_list *k = state;
  if (narrow_on (app, k))
    return true;
  const struct keyword_row *row = keyword_list_row (k);
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
  const struct keyword_row *row = keyword_list_row (k);
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

void
keyword_list_draw (struct app *app, void *state, size_t rows)
{
  struct keyword_list *k = state;
  size_t foot = foot_rows (rows);
  size_t height = rows > foot + HEAD ? rows - foot - HEAD : 0;
  for (enum tongue t = TONGUE_ZH; t < TONGUES; t++)
    {
      struct keyword_query query = keyword_list_query (k, t);
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
      && !k->pane[TONGUE_ZH].busy && !k->pane[TONGUE_EN].busy && height > 2)
    draw_nothing (&app->canvas, k);
}
