/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dispersion of a term: where in each document it stands.  */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "export/plot_strip.h"
#include "view/concordance.h"
#include "view/screens.h"

struct spread
{
  struct wanted wanted;
  struct survey *survey;
  bool done;
  bool failed;
  struct list list;
};

static void
spread_free (void *state)
{
  struct spread *s = state;
  survey_free (s->survey);
  wanted_clear (&s->wanted);
  free (s);
}

/* --- drawing ------------------------------------------------------------ */

static void
draw_head (struct canvas *canvas, const struct spread *s)
{
  char *title = concordance_title (&s->wanted);
  size_t places = survey_places_count (s->survey);
  size_t documents = survey_documents_count (s->survey);
  char *head
    = s->done ? mem_format (_(" Where %s stands: places: %zu, documents: %zu, "
                              "DP %.2f"),
                            title, places, documents, survey_dp (s->survey))
              : mem_format (_(" Where %s stands: %zu places so far"), title,
                            places);
  size_t column
    = canvas_string (canvas, 0, 0, canvas->columns, STYLE_HEADER, head);
  canvas_fill (canvas, 0, column, STYLE_HEADER, ' ');
  free (head);
  free (title);
}

/* > DATE  TITLE  strip  places  D  */
static void
draw_row (struct canvas *canvas, size_t row,
          const struct survey_document *document, bool lit)
{
  enum { DATE = 12, NUMBERS = 12 };
  enum style style = lit ? STYLE_LIT : STYLE_PLAIN;
  bool wide = canvas->columns >= 60;
  size_t date = wide ? DATE : 0;
  size_t room = canvas->columns > date + NUMBERS + 6
                  ? canvas->columns - date - NUMBERS - 4 : 2;
  size_t title = room * 36 / 100, strip = 2 + date + title + 1;
  struct buf dots = BUF_INIT;
  const char *name = *document->title[ORIGINAL] ? document->title[ORIGINAL]
                     : *document->title[TRANSLATION]
                       ? document->title[TRANSLATION] : document->path;
  canvas_put (canvas, row, 0, STYLE_SIGN, lit ? ">" : " ", 1);
  if (wide)
    canvas_string (canvas, row, 2, 10, style, document->date);
  canvas_string (canvas, row, 2 + date, title, style, name);
  plot_strip (document->pieces, SURVEY_PIECES, room - title, &dots);
  canvas_put (canvas, row, strip, style, dots.data, dots.len);
  buf_free (&dots);
  char *numbers
    = mem_format ("%5zu %5.2f", document->places, document->juilland);
  canvas_string (canvas, row, strip + room - title, NUMBERS, style, numbers);
  free (numbers);
}

static void
draw (struct app *app, void *state, size_t rows)
{
  struct spread *s = state;
  struct canvas *canvas = &app->canvas;
  const struct survey_documents *documents = survey_documents (s->survey);
  size_t height = rows > 1 ? rows - 1 : 0;
  s->list.count = documents->len;
  list_fit (&s->list, height);
  if (rows > 0)
    draw_head (canvas, s);
  for (size_t i = 0; i < height && s->list.top + i < documents->len; i++)
    draw_row (canvas, 1 + i, &documents->items[s->list.top + i],
              s->list.top + i == s->list.at);
  if (documents->len == 0 && height > 1)
    canvas_string (canvas, 2, 1, canvas->columns, STYLE_PLAIN,
                   s->done ? _("No document has this.") : _("Looking ..."));
}

/* --- doing -------------------------------------------------------------- */

static bool
rest (struct app *app, void *state)
{
  struct spread *s = state;
  struct err err = ERR_INIT;
  if (s->done || s->failed)
    return false;
  enum search_state is = survey_go (s->survey, CONCORDANCE_SLICE, &err);
  s->done = is == SEARCH_END;
  s->failed = is == SEARCH_FAILED;
  if (s->failed)
    app_fail (app, &err);
  else if (s->done && survey_documents_count (s->survey) > SURVEY_DOCUMENTS)
    app_say (app, _("Only the first %d documents are shown."),
             SURVEY_DOCUMENTS);
  return true;
}

static bool
act (struct app *app, void *state, enum action action)
{
  struct spread *s = state;
  const struct survey_documents *documents = survey_documents (s->survey);
  if (list_move (&s->list, action))
    return true;
  switch (action)
    {
    case ACTION_ACCEPT:
      if (s->list.at < documents->len)
        {
          const struct survey_document *d = &documents->items[s->list.at];
          page_go_found (app, d->id, d->side, d->first);
        }
      return true;
    case ACTION_FREQUENCY:
      frequency_open (app, &s->wanted);
      return true;
    case ACTION_DISPERSION: /* it is open */
      return true;
    default:
      return false;
    }
}

static const struct screen spread_screen = {
  .in = CONTEXT_LINES,
  .draw = draw,
  .act = act,
  .rest = rest,
  .free = spread_free,
  .hint[CONTEXT_LINES]
  = N_("{accept} to the first place  {frequency} over time\t{back} back"),
};

void
dispersion_open (struct app *app, const struct wanted *wanted)
{
  struct survey *survey = concordance_survey (app, wanted);
  if (!survey)
    return;
  struct spread *s = mem_new (1, sizeof *s);
  s->wanted = wanted_copy (wanted);
  s->survey = survey;
  app_push (app, &spread_screen, s);
}
