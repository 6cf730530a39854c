/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a concordance is drawn: the term straight in a column, and what faces the
   line under the cursor below.  */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "index/kwic.h"
#include "view/concordance.h"
#include "view/lit.h"
#include "view/row_foot.h"

char *
concordance_title (const struct wanted *wanted)
{
  char *title = wanted->near
                  ? mem_format (_("%s near %s"), wanted->text, wanted->near)
                  : mem_string (wanted->text);
  if (!wanted->period)
    return title;
  char *dated = mem_format ("%s, %s", title, wanted->period);
  free (title);
  return dated;
}

/* --- the head ----------------------------------------------------------- */

static const char *const orders[LINE_ORDERS] = {
  [LINES_BY_DATE] = N_ ("by date"),
  [LINES_BY_LEFT] = N_ ("by what stands left"),
  [LINES_BY_RIGHT] = N_ ("by what stands right"),
  [LINES_BY_DOCUMENT] = N_ ("by document"),
};

/* How many lines there are, and in which order.  */
static char *
tell_count (const struct concordance *c)
{
  if (c->sorting)
    return mem_format (_("sorting, %zu lines so far"),
                       sorted_lines_count (c->sorted));
  if (c->sorted && sorted_lines_cut (c->sorted))
    return mem_format (_("the first %d lines, %s"), SORTED_MOST,
                       _(orders[c->order]));
  if (!c->counted)
    return mem_format (_("%lld lines so far, %s"), c->count.occurrences,
                       _(orders[c->order]));
  char *lines = mem_format (
    ngettext ("%lld line", "%lld lines",
              (unsigned long) c->count.occurrences),
    c->count.occurrences);
  char *documents = mem_format (
    ngettext ("%lld document", "%lld documents",
              (unsigned long) c->count.documents),
    c->count.documents);
  char *all = mem_format (_("%s in %s, %s"), lines, documents,
                          _(orders[c->order]));
  free (documents);
  free (lines);
  return all;
}

static void
draw_head (struct canvas *canvas, const struct concordance *c)
{
  char *title = concordance_title (&c->window.wanted);
  char *count = tell_count (c);
  const char *forms = c->window.wanted.exact ? _(", exactly so")
                      : c->folds ? _(", other forms too") : "";
  char *head = mem_format (" %s%s%s%s", title, _(": "), count, forms);
  size_t column
    = canvas_string (canvas, 0, 0, canvas->columns, STYLE_HEADER, head);
  canvas_fill (canvas, 0, column, STYLE_HEADER, ' ');
  free (head);
  free (count);
  free (title);
}

/* --- lines -------------------------------------------------------------- */

/* The columns of a line: mark, date, what stands left, the term and what stands
   right of it.  */
struct ruler
{
  size_t left; /* begins here, ... */
  size_t term; /* ... is LEFT up to here less one */
  size_t end;
};

static struct ruler
ruler_for (size_t columns)
{
  enum { MARK = 2, DATE = 11 };
  size_t start = columns >= 60 ? MARK + DATE : MARK;
  size_t room = columns > start + 1 ? columns - start - 1 : 1;
  return (struct ruler) { start, start + room * 45 / 100, columns };
}

static void
draw_line (struct canvas *canvas, size_t row, const struct found_line *line,
           bool lit)
{
  struct ruler ruler = ruler_for (canvas->columns);
  struct lit_text text
    = { line->text, &line->lit, lit ? STYLE_LIT : STYLE_PLAIN };
  struct kwic kwic;
  size_t room = ruler.end - ruler.term;
  kwic_fit (line->text, (struct range) { 0, strlen (line->text) },
            line->lit.items[0],
            ruler.term > ruler.left + 1 ? ruler.term - ruler.left - 1 : 0,
            room, &kwic);
  canvas_put (canvas, row, 0, STYLE_SIGN, lit ? ">" : " ", 1);
  if (ruler.left > 2)
    canvas_string (canvas, row, 2, 10, STYLE_FRAME, line->source->date);
  /* Blanks only where the text has some.  */
  size_t before = kwic.left_columns + (kwic.left.end < kwic.match.start);
  lit_put (canvas, row, ruler.term > before ? ruler.term - before : 0,
           kwic.left_columns, &text, kwic.left);
  size_t column
    = lit_put (canvas, row, ruler.term, room, &text, kwic.match)
      + (kwic.right.start > kwic.match.end);
  if (column < ruler.end)
    lit_put (canvas, row, column, ruler.end - column, &text, kwic.right);
}

/* What faces LINE, with the counterparts of its place lit where they are
   known.  */
static void
draw_facing (struct app *app, size_t row, size_t rows,
             const struct found_line *line)
{
  struct canvas *canvas = &app->canvas;
  struct ranges lit = { 0 };
  const char *texts[SIDES];
  texts[line->side] = line->text;
  texts[side_facing (line->side)] = line->facing;
  if (*line->facing)
    session_counterparts (app->session, texts, line->side, &line->lit, &lit);
  struct lit_text text
    = { *line->facing ? line->facing : _("Nothing faces it."), &lit,
        STYLE_PLAIN };
  lit_wrap (canvas, row, 2, canvas->columns > 4 ? canvas->columns - 3 : 1,
            rows, &text);
  VEC_FREE (&lit);
}

/* The document of LINE, and what faces it.  */
static void
draw_foot (struct app *app, size_t row, size_t rows,
           const struct found_line *line)
{
  struct canvas *canvas = &app->canvas;
  const struct line_source *document = line->source;
  row_foot_head (canvas, row, document->date, found_line_title (line),
                 *document->title[ORIGINAL] ? document->title[TRANSLATION]
                                            : "");
  draw_facing (app, row + 2, rows - 2, line);
}

void
concordance_draw (struct app *app, void *state, size_t rows)
{
  struct concordance *c = state;
  struct canvas *canvas = &app->canvas;
  size_t foot = row_foot_rows (rows), head = rows > 0;
  size_t height = rows - head - foot;
  list_fit (&c->list, height);
  if (c->list.count - c->list.top < height)
    c->list.top = c->list.count > height ? c->list.count - height : 0;
  if (rows > 0)
    draw_head (canvas, c);
  for (size_t i = 0; i < height && c->list.top + i < c->list.count; i++)
    {
      size_t index = c->list.top + i;
      const struct found_line *line = concordance_line (c, index);
      if (line)
        draw_line (canvas, head + i, line, index == c->list.at);
      if (line && index == c->list.at && foot > 0)
        draw_foot (app, rows - foot, foot, line);
    }
  if (c->list.count == 0 && height > 1)
    canvas_string (canvas, 2, 1, canvas->columns, STYLE_PLAIN,
                   c->counted ? _("No document has this.")
                              : _("Looking ..."));
}
