/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How hits are drawn: below the title of each document its sentences, the
   original and the translation, with what was found lit in both.  */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "view/hits.h"
#include "view/lit.h"

/* From so many columns on the two sides stand side by side.  */
enum { FACING = 110 };

/* --- the head ----------------------------------------------------------- */

/* How much was found; the caller frees it.  */
static char *
tell_count (const struct hits *h)
{
  if (!*h->text || h->err.code)
    return mem_string ("");
  if (!h->counted)
    return mem_format (_("%lld places so far"), h->count.occurrences);
  char *places = mem_format (
    ngettext ("%lld place", "%lld places",
              (unsigned long) h->count.occurrences),
    h->count.occurrences);
  char *documents = mem_format (
    ngettext ("%lld document", "%lld documents",
              (unsigned long) h->count.documents),
    h->count.documents);
  char *both = mem_format (_("%s in %s"), places, documents);
  free (documents);
  free (places);
  return both;
}

static void
draw_head (struct canvas *canvas, const struct hits *h)
{
  char *count = tell_count (h);
  const char *order = h->relevance ? _("by relevance") : _("by date");
  const char *forms = h->exact   ? _(", exactly so")
                      : h->folds ? _(", other forms too") : "";
  char *head = *count ? mem_format (_(" Search: %s: %s, %s%s"), h->text, count,
                                    order, forms)
                      : mem_format (_(" Search: %s"), h->text);
  size_t column
    = canvas_string (canvas, 0, 0, canvas->columns, STYLE_HEADER, head);
  canvas_fill (canvas, 0, column, STYLE_HEADER, ' ');
  free (head);
  free (count);
}

/* --- lines -------------------------------------------------------------- */

/* Whether line INDEX begins with the title of its document.  */
static bool
has_title (const struct hits *h, size_t index)
{
  const struct found_lines *lines = &h->window.lines;
  return index == 0
         || lines->items[index - 1]->source != lines->items[index]->source;
}

/* The rows of line INDEX.  */
static size_t
height_of (const struct hits *h, size_t index, size_t columns)
{
  const struct found_line *line = h->window.lines.items[index];
  size_t own = line->title                          ? 0
               : columns >= FACING || !*line->facing ? 1
                                                     : 2;
  return own + has_title (h, index);
}

/* DATE  TITLE  TITLE, with what was found in them.  */
static void
draw_title (struct canvas *canvas, size_t row, const struct found_line *line,
            bool lit)
{
  struct lit_text title[SIDES];
  enum style style = STYLE_STRONG;
  for (enum side s = 0; s < SIDES; s++)
    title[s] = (struct lit_text) { .text = line->source->title[s],
                                   .style = style };
  if (line->title)
    {
      title[line->side].lit = &line->lit;
      title[side_facing (line->side)].lit = &line->facing_lit;
    }
  if (!*title[ORIGINAL].text && !*title[TRANSLATION].text)
    title[ORIGINAL].text = line->source->path;
  canvas_put (canvas, row, 0, STYLE_SIGN, lit ? ">" : " ", 1);
  size_t column = 1;
  if (*line->source->date)
    column = canvas_string (canvas, row, column, 10, style,
                            line->source->date);
  column = canvas_put (canvas, row, column, style, "  ", 2);
  size_t room = canvas->columns > column ? canvas->columns - column : 0;
  size_t half = *title[ORIGINAL].text && *title[TRANSLATION].text
                  ? room * 45 / 100 : room;
  for (enum side s = 0; s < SIDES; s++)
    if (*title[s].text && column < canvas->columns)
      {
        column = lit_line (canvas, row, column,
                           s == ORIGINAL ? half : canvas->columns - column,
                           &title[s]);
        column = canvas_put (canvas, row, column, style, "  ", 2);
      }
}

/* Both sides of LINE, the original first.  */
static void
draw_sides (struct canvas *canvas, size_t row, const struct found_line *line,
            bool lit)
{
  enum { INDENT = 4 };
  struct lit_text text[SIDES];
  enum style style = lit ? STYLE_LIT : STYLE_PLAIN;
  bool wide = canvas->columns >= FACING;
  size_t room = canvas->columns > INDENT ? canvas->columns - INDENT : 0;
  text[line->side] = (struct lit_text) { line->text, &line->lit, style };
  text[side_facing (line->side)]
    = (struct lit_text) { line->facing, &line->facing_lit, style };
  canvas_put (canvas, row, 0, STYLE_SIGN, lit ? "  >" : "   ", 3);
  if (wide && *line->facing)
    {
      size_t half = room * 45 / 100;
      lit_line (canvas, row, INDENT, half, &text[ORIGINAL]);
      lit_line (canvas, row, INDENT + half + 3, room - half - 3,
                &text[TRANSLATION]);
      return;
    }
  for (enum side s = 0; s < SIDES; s++)
    if (*text[s].text)
      lit_line (canvas, row++, INDENT, room, &text[s]);
}

static void
draw_line (struct canvas *canvas, size_t row, size_t end, const struct hits *h,
           size_t index)
{
  const struct found_line *line = h->window.lines.items[index];
  bool lit = index == h->at;
  if (has_title (h, index) && row < end)
    draw_title (canvas, row++, line, lit && line->title);
  if (!line->title && row + height_of (h, index, canvas->columns)
                        <= end + has_title (h, index))
    draw_sides (canvas, row, line, lit);
}

/* --- all ---------------------------------------------------------------- */

/* Leaves no row empty at the foot where there are lines above.  */
static void
fill_below (struct hits *h, size_t columns)
{
  size_t used = 0, i = h->top;
  while (i < h->window.lines.len && used <= h->rows)
    used += height_of (h, i++, columns);
  while (h->top > 0
         && used + height_of (h, h->top - 1, columns) <= h->rows)
    used += height_of (h, --h->top, columns);
}

/* Scrolls as little as shows the line under the cursor.  */
static void
fit_top (struct hits *h, size_t columns)
{
  size_t used = 0;
  if (h->top > h->at)
    h->top = h->at;
  for (size_t i = h->top; i <= h->at; i++)
    used += height_of (h, i, columns);
  while (used > h->rows && h->top < h->at)
    used -= height_of (h, h->top++, columns);
  fill_below (h, columns);
}

size_t
hits_seen (const struct hits *h, size_t columns)
{
  size_t used = 0, count = 0;
  for (size_t i = h->top; i < h->window.lines.len; i++)
    {
      used += height_of (h, i, columns);
      if (used > h->rows)
        break;
      count++;
    }
  return count;
}

/* What a query can hold, while there is none.  */
static void
draw_examples (struct app *app, size_t rows)
{
  static const char *const examples[] = {
    N_("钢铁 indigenous         both in one document, in either language"),
    N_("\"iron and steel\"        one behind the other"),
    N_("steel*  furnace -coal   words that begin so; not with this one"),
    N_("铜 OR copper            either"),
    N_("土法 NEAR 铜            near each other; NEAR/3: at most 3 apart"),
    N_("o:铁  t:iron            in the original, in the translation"),
    N_("=colour                 exactly so, no other form"),
    N_("date:1958-09..1959  page:1  collection:NAME  tag:NAME  has:note"),
  };
  for (size_t i = 0; i < sizeof examples / sizeof *examples && i + 3 < rows;
       i++)
    canvas_string (&app->canvas, 2 + i, 2,
                   app->canvas.columns > 2 ? app->canvas.columns - 2 : 0,
                   STYLE_PLAIN, _(examples[i]));
  hits_draw_named (app, "", 3 + sizeof examples / sizeof *examples, rows);
}

static void
draw_nothing (struct app *app, const struct hits *h, size_t rows)
{
  char *told = NULL;
  if (!h->query)
    told = mem_format (_("No query is kept as %s."), h->text);
  else if (h->err.code == ERR_USAGE && *h->err.detail)
    told = mem_format ("%s%s%s", h->err.where, *h->err.where ? ": " : "",
                       _(h->err.detail));
  else if (h->err.code)
    told = err_text (&h->err);
  if (!*h->text)
    draw_examples (app, rows);
  else if (rows > 2)
    canvas_string (&app->canvas, 2, 1, app->canvas.columns, STYLE_PLAIN,
                   told      ? told
                   : h->done ? _("No document has this.")
                             : _("Looking ..."));
  if (!h->query)
    hits_draw_named (app, h->text, 4, rows);
  free (told);
}

void
hits_draw (struct app *app, void *state, size_t rows)
{
  struct hits *h = state;
  struct canvas *canvas = &app->canvas;
  size_t count = h->window.lines.len;
  h->rows = rows > 1 ? rows - 1 : 0;
  if (rows > 0)
    draw_head (canvas, h);
  if (count == 0)
    {
      draw_nothing (app, h, rows);
      return;
    }
  if (h->at >= count)
    h->at = count - 1;
  fit_top (h, canvas->columns);
  size_t row = 1;
  for (size_t i = h->top; i < count && row < rows; i++)
    {
      draw_line (canvas, row, rows, h, i);
      row += height_of (h, i, canvas->columns);
    }
}
