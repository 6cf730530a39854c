/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline: a plot with a cursor that goes from point to point.  */
#include "view/timeline.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "export/plot.h"
#include "view/number_draw.h"
#include "view/plot_view.h"
#include "view/saving.h"
#include "view/screens.h"

static struct plot
plot_of (const struct timeline *t)
{
  return (struct plot) { .points = t->points.items,
                         .count = t->points.len,
                         .scale = t->scale,
                         .title = t->title,
                         .unit = t->unit };
}

/* --- drawing ------------------------------------------------------------ */

/* What is drawn, and in which unit.  */
static char *
subject (const struct timeline *t)
{
  if (!*t->unit)
    return mem_string (_("Over time, numbers without a unit"));
  return mem_format (t->stated ? _("Over time, in %s")
                               : _("Over time, in %s (others converted)"),
                     number_unit (t->unit));
}

static void
draw_head (struct canvas *canvas, const struct timeline *t)
{
  char *what = subject (t);
  char *head = mem_format (ngettext (" %s: %zu number, %s%s",
                                     " %s: %zu numbers, %s%s", t->told.shown),
                           what, t->told.shown,
                           t->told.log ? _("logarithmic") : _("linear"),
                           t->more ? _("; only the first ones") : "");
  size_t column
    = canvas_string (canvas, 0, 0, canvas->columns, STYLE_HEADER, head);
  canvas_fill (canvas, 0, column, STYLE_HEADER, ' ');
  free (head);
  free (what);
}

static void
draw_plot (struct canvas *canvas, struct timeline *t, size_t rows)
{
  struct plot plot = plot_of (t);
  if (!plot_view (canvas, 1, rows, &plot, t->at, &t->told))
    canvas_string (canvas, 1, 1, canvas->columns, STYLE_PLAIN,
                   t->told.shown ? _("The window is too small for a plot.")
                                 : _("No value is above nought."));
}

static void
draw (struct app *app, void *state, size_t rows)
{
  struct timeline *t = state;
  struct canvas *canvas = &app->canvas;
  if (rows < 3)
    return;
  draw_plot (canvas, t, rows - 2);
  draw_head (canvas, t);
  if (t->at >= t->points.len)
    return;
  const struct plot_point *point = &t->points.items[t->at];
  char *told = mem_format (" %s  %s", point->date, point->label);
  canvas_string (canvas, rows - 1, 0, canvas->columns, STYLE_STRONG, told);
  free (told);
}

/* --- doing -------------------------------------------------------------- */

static bool
is_shown (const struct timeline *t, size_t i)
{
  const struct plot_point *point = &t->points.items[i];
  return !t->told.log || point->low > 0 || point->high > 0;
}

/* Moves the cursor by STEP points that are shown, at most to the last.  */
static void
move (struct timeline *t, bool on, size_t step)
{
  for (size_t i = t->at; step > 0;)
    {
      if (on ? i + 1 >= t->points.len : i == 0)
        return;
      i = on ? i + 1 : i - 1;
      if (is_shown (t, i))
        {
          t->at = i;
          step--;
        }
    }
}

/* The cursor on a point that is shown.  */
static void
settle (struct timeline *t)
{
  if (t->at < t->points.len && !is_shown (t, t->at))
    move (t, true, 1);
  if (t->at < t->points.len && !is_shown (t, t->at))
    move (t, false, 1);
}

/* Appends that COUNT are as WORDS say, unless none is.  */
static void
add_missing (struct buf *out, size_t count, const char *words)
{
  if (count == 0)
    return;
  buf_add_string (out, out->len > 0 ? _(", ") : _("Not shown: "));
  buf_add_format (out, "%zu %s", count, words);
}

static void
tell_missing (struct app *app, const struct timeline *t)
{
  struct buf out = BUF_INIT;
  add_missing (&out, t->undated, _("without a date"));
  add_missing (&out, t->unvalued, _("without a value"));
  add_missing (&out, t->told.nought, _("not above nought"));
  if (out.len > 0)
    app_say (app, "%s", buf_string (&out));
  buf_free (&out);
}

/* Finds out what will be shown.  */
static void
look (struct app *app, struct timeline *t)
{
  struct plot plot = plot_of (t);
  struct buf out = BUF_INIT;
  plot_rows (&plot, PLOT_COLUMNS, PLOT_ROWS, &out, &t->told);
  buf_free (&out);
  settle (t);
  tell_missing (app, t);
}

static bool
make_file (struct app *app, const char *path, void *data, struct buf *out,
           size_t *count, struct err *err)
{
  struct plot plot = plot_of (data);
  const char *dot = strrchr (path, '.');
  (void) app;
  (void) err;
  if (dot && strcmp (dot, ".tsv") == 0)
    {
      plot_tsv (&plot, out);
      *count = plot.count;
    }
  else
    {
      struct plot_told told;
      plot_svg (&plot, out, &told);
      *count = told.shown;
    }
  return true;
}

static void
tell_file (struct app *app, const char *path, size_t count)
{
  if (count == 0)
    app_say (app, "%s", _("There are no numbers to write."));
  else
    app_say (app,
             ngettext ("%zu number is in %s", "%zu numbers are in %s", count),
             count, path);
}

/* The screen goes on owning what is written.  */
static void
keep (void *data)
{
  (void) data;
}

static bool
act_move (struct timeline *t, enum action action)
{
  enum { FAR = 10 };
  bool on = action == ACTION_NEXT || action == ACTION_PAGE_DOWN
            || action == ACTION_HALF_DOWN || action == ACTION_LAST;
  switch (action)
    {
    case ACTION_NEXT:
    case ACTION_PREVIOUS:
      move (t, on, 1);
      return true;
    case ACTION_PAGE_DOWN:
    case ACTION_PAGE_UP:
    case ACTION_HALF_DOWN:
    case ACTION_HALF_UP:
      move (t, on, FAR);
      return true;
    case ACTION_FIRST:
    case ACTION_LAST:
      move (t, on, (size_t) -1);
      return true;
    default:
      return false;
    }
}

static void
jump (struct app *app, const struct entry *entry)
{
  number_jump (app, entry->document, entry->side, entry->at);
}

static bool
act (struct app *app, void *state, enum action action)
{
  static const struct saving saving = { make_file, tell_file, keep };
  struct timeline *t = state;
  if (act_move (t, action))
    return true;
  switch (action)
    {
    case ACTION_ACCEPT:
      if (t->at < t->entries.len)
        jump (app, &t->entries.items[t->at]);
      return true;
    case ACTION_TIMELINE_SCALE:
      t->scale = t->told.log ? PLOT_LINEAR : PLOT_LOG;
      look (app, t);
      return true;
    case ACTION_EXPORT:
      saving_ask (app, _("The timeline to (.svg .tsv): "),
                  "enface-timeline.svg", &saving, t);
      return true;
    case ACTION_NUMBERS:
      return true;
    default:
      return false;
    }
}

static void
free_state (void *state)
{
  timeline_free (state);
}

static const struct screen timeline_screen = {
  .in = CONTEXT_NUMBERS,
  .draw = draw,
  .act = act,
  .free = free_state,
  .hint[CONTEXT_NUMBERS]
  = N_("{next} next  {previous} previous  {accept} go there  "
       "{scale} log or linear  {export} to a file\t{back} back"),
};

void
timeline_open (struct app *app, struct timeline *t, bool more)
{
  t->more = more;
  timeline_sort (t);
  look (app, t);
  if (t->points.len > 0)
    app_push (app, &timeline_screen, t);
  else
    {
      app_say (app, "%s",
               _("None of these numbers has both a date and a value."));
      timeline_free (t);
    }
}
