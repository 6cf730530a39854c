/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The concordance: every place of a term, a line each, the term in a column.  */
#include "view/concordance.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "index/kwic.h"
#include "view/lit.h"
#include "view/screens.h"

/* Milliseconds that a slice of work takes, and lines at hand before and behind
   the window.  */
enum { SLICE = 20, MARGIN = 60 };

struct concordance
{
  struct concordance_of of;
  struct found_window lines;
  struct finder_counts counts;
  bool failed;
  size_t at;  /* the line under the cursor */
  size_t top; /* the first one shown */
  size_t rows;
};

/* --- what it is of ------------------------------------------------------ */

struct concordance_of
concordance_of_copy (const struct concordance_of *of)
{
  struct concordance_of copy = *of;
  copy.term = mem_string (of->term);
  copy.near = mem_string (of->near);
  copy.period = mem_string (of->period);
  return copy;
}

void
concordance_of_clear (struct concordance_of *of)
{
  free (of->term);
  free (of->near);
  free (of->period);
  *of = (struct concordance_of) { .term = NULL };
}

struct finder *
concordance_finder (struct app *app, const struct concordance_of *of,
                    struct err *err)
{
  struct finder *finder = finder_new (app->session->library, of->term,
                                      !of->query, of->exact, err);
  if (finder)
    finder_narrow (finder, of->near, of->window, of->period);
  return finder;
}

char *
concordance_title (const struct concordance_of *of)
{
  char *title = of->near ? mem_format (_("%s near %s"), of->term, of->near)
                         : mem_string (of->term);
  if (!of->period)
    return title;
  char *dated = mem_format ("%s, %s", title, of->period);
  free (title);
  return dated;
}

/* --- drawing ------------------------------------------------------------ */

static void
draw_head (struct canvas *canvas, const struct concordance *c)
{
  char *title = concordance_title (&c->of);
  char *head
    = c->counts.done
        ? mem_format (_(" Concordance of %s: %zu lines, %zu documents"),
                      title, c->counts.places, c->counts.documents)
        : mem_format (_(" Concordance of %s: %zu lines so far"), title,
                      c->counts.places);
  size_t column
    = canvas_string (canvas, 0, 0, canvas->columns, STYLE_HEADER, head);
  canvas_fill (canvas, 0, column, STYLE_HEADER, ' ');
  free (head);
  free (title);
}

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
  kwic_fit (line->text, (struct range) { 0, strlen (line->text) },
            line->lit.items[0],
            ruler.term > ruler.left + 1 ? ruler.term - ruler.left - 1 : 0,
            ruler.end - ruler.term, &kwic);
  canvas_put (canvas, row, 0, STYLE_SIGN, lit ? ">" : " ", 1);
  if (ruler.left > 2)
    canvas_string (canvas, row, 2, 10, STYLE_FRAME,
                   line->source->row.items[0].date);
  size_t start = ruler.term > kwic.left_columns + 1
                   ? ruler.term - kwic.left_columns - 1 : 0;
  lit_put (canvas, row, start, kwic.left_columns, &text, kwic.left);
  size_t column = lit_put (canvas, row, ruler.term, ruler.end - ruler.term,
                           &text, kwic.match);
  if (column + 1 < ruler.end)
    lit_put (canvas, row, column + 1, ruler.end - column - 1, &text,
             kwic.right);
}

/* How many of ROWS rows tell of the line under the cursor.  */
static size_t
foot_rows (size_t rows)
{
  return rows >= 30 ? 6 : rows >= 14 ? 5 : 0;
}

/* The document of LINE, and what faces it.  */
static void
draw_foot (struct canvas *canvas, size_t row, size_t rows,
           const struct found_line *line)
{
  const struct listed *document = &line->source->row.items[0];
  struct lit_text text
    = { *line->facing ? line->facing : _("Nothing faces it."),
        &line->facing_lit, STYLE_PLAIN };
  canvas_fill (canvas, row, 0, STYLE_FRAME, '-');
  char *head = mem_format (" %s  %s  %s", document->date,
                           found_line_title (line),
                           *document->title[ORIGINAL]
                             ? document->title[TRANSLATION] : "");
  canvas_string (canvas, row + 1, 0, canvas->columns, STYLE_STRONG, head);
  free (head);
  lit_wrap (canvas, row + 2, 2, canvas->columns - 3, rows - 2, &text);
}

static void
fit_window (struct concordance *c, size_t height)
{
  size_t count = c->lines.items.len;
  c->rows = height;
  if (c->at >= count)
    c->at = count ? count - 1 : 0;
  if (c->top > c->at)
    c->top = c->at;
  if (height > 0 && c->at - c->top >= height)
    c->top = c->at - height + 1;
}

static void
draw (struct app *app, void *state, size_t rows)
{
  struct concordance *c = state;
  struct canvas *canvas = &app->canvas;
  size_t foot = foot_rows (rows), head = rows > 0;
  size_t height = rows - head - foot;
  fit_window (c, height);
  if (rows > 0)
    draw_head (canvas, c);
  for (size_t i = 0; i < height && c->top + i < c->lines.items.len; i++)
    draw_line (canvas, head + i, c->lines.items.items[c->top + i],
               c->top + i == c->at);
  if (c->lines.items.len > 0 && foot > 0)
    draw_foot (canvas, rows - foot, foot, c->lines.items.items[c->at]);
  else if (c->lines.items.len == 0 && height > 1)
    canvas_string (canvas, 2, 1, canvas->columns, STYLE_PLAIN,
                   c->counts.done ? _("No document has this.")
                                  : _("Looking ..."));
}

/* --- looking ------------------------------------------------------------ */

static bool
rest (struct app *app, void *state)
{
  struct concordance *c = state;
  struct err err = ERR_INIT;
  size_t at = c->at;
  if (c->failed)
    return false;
  enum found_window_state is = found_window_need (&c->lines, &c->at, MARGIN, SLICE, &err);
  c->top = c->top + c->at > at ? c->top + c->at - at : 0;
  bool more = is == FOUND_MORE;
  if (is == FOUND_READY && !c->counts.done)
    {
      more = true;
      if (!finder_count (c->lines.finder, &c->counts, SLICE, &err))
        is = FOUND_FAILED;
    }
  if (is != FOUND_FAILED)
    return more;
  c->failed = true;
  app_fail (app, &err);
  return true;
}

/* --- moving ------------------------------------------------------------- */

/* Begins anew at one end.  */
static void
go_to_end (struct app *app, struct concordance *c, bool end)
{
  bool there = end ? c->lines.at_end : c->lines.at_start;
  if (!there)
    {
      struct finder *finder = concordance_finder (app, &c->of, NULL);
      found_window_start (&c->lines, finder, end);
      c->at = c->top = 0;
    }
  else
    c->at = end && c->lines.items.len > 0 ? c->lines.items.len - 1 : 0;
}

static void
step_by (struct concordance *c, size_t step, bool on)
{
  size_t last = c->lines.items.len ? c->lines.items.len - 1 : 0;
  if (on)
    c->at = last - c->at > step ? c->at + step : last;
  else
    c->at = c->at > step ? c->at - step : 0;
}

static bool
act_move (struct app *app, struct concordance *c, enum action action)
{
  size_t page = c->rows > 2 ? c->rows - 1 : 1;
  switch (action)
    {
    case ACTION_NEXT:
    case ACTION_PREVIOUS:
      step_by (c, 1, action == ACTION_NEXT);
      return true;
    case ACTION_PAGE_DOWN:
    case ACTION_PAGE_UP:
      step_by (c, page, action == ACTION_PAGE_DOWN);
      return true;
    case ACTION_HALF_DOWN:
    case ACTION_HALF_UP:
      step_by (c, page / 2 + 1, action == ACTION_HALF_DOWN);
      return true;
    case ACTION_FIRST:
    case ACTION_LAST:
      go_to_end (app, c, action == ACTION_LAST);
      return true;
    default:
      return false;
    }
}

/* --- doing -------------------------------------------------------------- */

static bool
act (struct app *app, void *state, enum action action)
{
  struct concordance *c = state;
  if (act_move (app, c, action))
    return true;
  switch (action)
    {
    case ACTION_ACCEPT:
      if (c->at < c->lines.items.len)
        {
          const struct found_line *line = c->lines.items.items[c->at];
          page_go_found (app, line->source->row.items[0].id, line->side,
                         line->range);
        }
      return true;
    case ACTION_FIND:
      concordance_ask (app, c->of.term);
      return true;
    case ACTION_NOTES:
      notes_open (app);
      return true;
    default:
      return false;
    }
}

static void
concordance_free (void *state)
{
  struct concordance *c = state;
  found_window_clear (&c->lines);
  finder_at_clear (&c->counts.at);
  concordance_of_clear (&c->of);
  free (c);
}

static const struct screen concordance_screen = {
  .in = CONTEXT_LINES,
  .draw = draw,
  .act = act,
  .rest = rest,
  .free = concordance_free,
  .hint[CONTEXT_LINES]
  = N_("{accept} go there  {sort-left} {sort-right} sort  "
       "{collocates} collocates  {dispersion} {frequency} plots  "
       "{back} back"),
};

/* --- opening ------------------------------------------------------------ */

void
concordance_show (struct app *app, struct concordance_of of)
{
  struct err err = ERR_INIT;
  struct finder *finder = concordance_finder (app, &of, &err);
  if (!finder)
    {
      app_fail (app, &err);
      concordance_of_clear (&of);
      return;
    }
  struct concordance *c = mem_new (1, sizeof *c);
  c->of = of;
  found_window_start (&c->lines, finder, false);
  app_push (app, &concordance_screen, c);
}

void
concordance_open (struct app *app, const char *term, bool query)
{
  concordance_show (app, (struct concordance_of) { .term = mem_string (term),
                                                   .query = query });
}

static void
term_done (struct app *app, const char *text, void *data)
{
  (void) data;
  if (text && *text)
    concordance_open (app, text, true);
}

void
concordance_ask (struct app *app, const char *text)
{
  app_ask (app, _("Concordance of: "), text, term_done, NULL, NULL);
}
