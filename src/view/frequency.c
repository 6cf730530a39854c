/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often a term stands in each year or month: a plot whose points lead to
   their lines.  */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "read/trend.h"
#include "view/concordance.h"
#include "view/plot_view.h"
#include "view/saving.h"

struct frequency
{
  struct wanted wanted;
  struct survey *survey;
  struct trend trend; /* of what is known so far */
  bool years;         /* not months */
  bool counts;        /* how often, not how often in a million */
  bool done;
  bool failed;
  size_t at; /* the point under the cursor */
};

static void
frequency_free (void *state)
{
  struct frequency *f = state;
  survey_free (f->survey);
  trend_free (&f->trend);
  wanted_clear (&f->wanted);
  free (f);
}

static const char *
unit_of (const struct frequency *f)
{
  return f->counts ? _("places") : _("in a million characters or words");
}

/* --- drawing ------------------------------------------------------------ */

static void
draw_head (struct canvas *canvas, const struct frequency *f)
{
  char *title = concordance_title (&f->wanted);
  char *head = mem_format (_(" How often %s stands, by %s, %s: %zu%s"), title,
                           f->years ? _("year") : _("month"), unit_of (f),
                           survey_places_count (f->survey),
                           f->done ? "" : _(" so far"));
  size_t column
    = canvas_string (canvas, 0, 0, canvas->columns, STYLE_HEADER, head);
  canvas_fill (canvas, 0, column, STYLE_HEADER, ' ');
  free (head);
  free (title);
}

static void
draw_point (struct canvas *canvas, size_t row, const struct frequency *f)
{
  const struct survey_period *p = &f->trend.periods.items[f->at];
  char *places = mem_format (ngettext ("%zu place", "%zu places", p->places),
                             p->places);
  char *documents = mem_format (
    ngettext ("%zu document", "%zu documents", p->documents), p->documents);
  char *told = mem_format (_(" %s  %s, %s, %.1f in a million"), p->name, places,
                           documents, trend_rate (p));
  canvas_string (canvas, row, 0, canvas->columns, STYLE_STRONG, told);
  free (told);
  free (documents);
  free (places);
}

static void
draw (struct app *app, void *state, size_t rows)
{
  struct frequency *f = state;
  struct canvas *canvas = &app->canvas;
  struct plot plot = trend_plot (&f->trend, f->wanted.text, unit_of (f));
  if (rows < 3)
    return;
  draw_head (canvas, f);
  if (f->at >= plot.count)
    canvas_string (canvas, 1, 1, canvas->columns, STYLE_PLAIN,
                   f->done ? _("No document with a date has this.")
                           : _("Looking ..."));
  else if (!plot_view (canvas, 1, rows - 2, &plot, f->at, NULL))
    canvas_string (canvas, 1, 1, canvas->columns, STYLE_PLAIN,
                   _("The window is too small for a plot."));
  else
    draw_point (canvas, rows - 1, f);
}

/* --- doing -------------------------------------------------------------- */

/* Makes the points anew; the cursor stays on its period or, where NAME is NULL,
   goes to the highest.  */
static void
remake (struct frequency *f, const char *name)
{
  trend_free (&f->trend);
  trend_make (&f->trend, f->survey, f->years, !f->counts);
  f->at = 0;
  for (size_t i = 0; i < f->trend.periods.len; i++)
    if (name ? strcmp (f->trend.periods.items[i].name, name) <= 0
             : f->trend.points.items[i].high
                 > f->trend.points.items[f->at].high)
      f->at = i;
}

/* Another way to count: the cursor stays.  */
static void
change (struct frequency *f, bool *what)
{
  char name[8] = "";
  if (f->at < f->trend.periods.len)
    memcpy (name, f->trend.periods.items[f->at].name, sizeof name);
  *what = !*what;
  remake (f, name);
}

static bool
rest (struct app *app, void *state)
{
  enum { MONTHS_MOST = 60 };
  struct frequency *f = state;
  struct err err = ERR_INIT;
  if (f->done || f->failed)
    return false;
  enum search_state is = survey_go (f->survey, CONCORDANCE_SLICE, &err);
  f->done = is == SEARCH_END;
  f->failed = is == SEARCH_FAILED;
  remake (f, NULL);
  if (f->trend.periods.len > MONTHS_MOST && !f->years)
    change (f, &f->years);
  if (f->failed)
    app_fail (app, &err);
  else if (f->done && f->trend.undated > 0)
    app_say (app,
             ngettext ("Not shown: %zu place in documents without a date.",
                       "Not shown: %zu places in documents without a date.",
                       f->trend.undated),
             f->trend.undated);
  return true;
}

static void
open_lines (struct app *app, const struct frequency *f)
{
  if (f->at >= f->trend.periods.len)
    return;
  struct wanted wanted = wanted_copy (&f->wanted);
  free (wanted.period);
  wanted.period = mem_string (f->trend.periods.items[f->at].name);
  concordance_show (app, wanted);
}

static bool
make_file (struct app *app, const char *path, void *data, struct buf *out,
           size_t *count, struct err *err)
{
  const struct frequency *f = data;
  struct plot plot = trend_plot (&f->trend, f->wanted.text, unit_of (f));
  const char *dot = strrchr (path, '.');
  (void) app;
  (void) err;
  *count = plot.count;
  if (dot && strcmp (dot, ".tsv") == 0)
    plot_tsv (&plot, out);
  else if (plot.count > 0)
    plot_svg (&plot, out, NULL);
  return true;
}

static void
tell_file (struct app *app, const char *path, size_t count)
{
  if (count == 0)
    app_say (app, "%s", _("There are no periods to write."));
  else
    app_say (app,
             ngettext ("%zu period is in %s", "%zu periods are in %s", count),
             count, path);
}

/* The screen goes on owning what is written.  */
static void
keep (void *data)
{
  (void) data;
}

/* The cursor goes over the periods as over the rows of a list.  */
static bool
act_move (struct frequency *f, enum action action)
{
  struct list list = { .count = f->trend.periods.len,
                       .at = f->at,
                       .rows = 12 };
  bool moved = list_move (&list, action);
  f->at = list.at;
  return moved;
}

static bool
act (struct app *app, void *state, enum action action)
{
  static const struct saving saving = { make_file, tell_file, keep };
  struct frequency *f = state;
  if (act_move (f, action))
    return true;
  switch (action)
    {
    case ACTION_ACCEPT:
      open_lines (app, f);
      return true;
    case ACTION_FREQUENCY:
      change (f, &f->years);
      return true;
    case ACTION_ORDER:
      change (f, &f->counts);
      return true;
    case ACTION_DISPERSION:
      dispersion_open (app, &f->wanted);
      return true;
    case ACTION_EXPORT:
      saving_ask (app, _("The frequency to (.svg .tsv): "),
                  "enface-frequency.svg", &saving, f);
      return true;
    default:
      return false;
    }
}

static const struct screen frequency_screen = {
  .in = CONTEXT_LINES,
  .draw = draw,
  .act = act,
  .rest = rest,
  .free = frequency_free,
  .hint[CONTEXT_LINES]
  = N_("{accept} its lines  {frequency} years or months  "
       "{order} in a million or not  {export} to a file\t{back} back"),
};

void
frequency_open (struct app *app, const struct wanted *wanted)
{
  struct err err = ERR_INIT;
  struct survey *survey = survey_new (
    app->session->library, app->session->notebook, wanted, &err);
  if (!survey)
    {
      concordance_fail (app, &err);
      return;
    }
  struct frequency *f = mem_new (1, sizeof *f);
  f->wanted = wanted_copy (wanted);
  f->survey = survey;
  app_push (app, &frequency_screen, f);
}
