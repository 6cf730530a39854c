/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyword index: how all is drawn.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "text/width.h"
#include "view/keyword_list.h"
#include "view/lit.h"

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

/* Draws ROW on row AT of the canvas: the term, its pinyin, occurrences and
   documents as far as they are KNOWN (may be NULL), and a mark where it is
   rendered in many ways.  */
static void
draw_term (struct canvas *canvas, size_t at, struct range columns,
           const struct keyword_row *row, const struct known_term *known,
           enum style style)
{
  enum { COUNTS = 16, GAP = 2, LEAST = 12 };
  char counts[48];
  if (known && known->counted)
    snprintf (counts, sizeof counts, "%7zu %7zu", known->found.occurrences,
              known->found.documents);
  else
    snprintf (counts, sizeof counts, "%7s %7s", "-", "-");
  size_t width = range_len (columns), from = columns.start, to = columns.end;
  size_t shown = width > COUNTS + LEAST ? strlen (counts) : 0;
  size_t end = to - shown - (shown > 0);
  size_t column
    = canvas_string (canvas, at, from, end - from, style, row->form);
  enum style quiet = style == STYLE_PLAIN ? STYLE_FRAME : style;
  if (known && known->many && column + GAP < end)
    column = canvas_put (canvas, at, column, style, " *", 2);
  if (*row->pinyin && column + GAP + LEAST < end)
    {
      column = canvas_put (canvas, at, column, style, "  ", GAP);
      column = canvas_string (canvas, at, column, end - column, quiet,
                              row->pinyin);
    }
  while (column < (shown ? to - shown : to))
    column = canvas_put (canvas, at, column, style, " ", 1);
  if (shown)
    canvas_put (canvas, at, column, style, counts, shown);
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
      bool cursor = index == pane->list.at;
      draw_term (canvas, at, columns, row, keyword_list_known (k, row->id),
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
