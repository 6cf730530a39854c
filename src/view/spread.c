/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dispersion of a term: where in each document it stands.  */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "export/plot_strip.h"
#include "read/found_documents.h"
#include "read/survey.h"
#include "view/concordance.h"
#include "view/screens.h"

struct spread
{
  struct wanted wanted;
  struct found_documents *documents;
  struct survey *survey; /* the figures of all */
  bool listed;           /* what is shown is at hand, and how many there are */
  bool counted;          /* the survey is whole */
  bool failed;
  struct list list;
};

static void
spread_free (void *state)
{
  struct spread *s = state;
  found_documents_free (s->documents);
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
    = s->counted
        ? mem_format (_(" Where %s stands: places: %zu, documents: %zu, "
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
          const struct found_document *document, bool lit)
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
  plot_strip (document->pieces, FOUND_PIECES, room - title, &dots);
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
  size_t height = rows > 1 ? rows - 1 : 0;
  list_fit (&s->list, height);
  if (rows > 0)
    draw_head (canvas, s);
  for (size_t i = 0; i < height && s->list.top + i < s->list.count; i++)
    {
      size_t index = s->list.top + i;
      const struct found_document *document
        = found_documents_at (s->documents, index);
      if (document)
        draw_row (canvas, 1 + i, document, index == s->list.at);
      else
        s->listed = false;
    }
  if (s->list.count == 0 && height > 1)
    canvas_string (canvas, 2, 1, canvas->columns, STYLE_PLAIN,
                   s->listed ? _("No document has this.") : _("Looking ..."));
}

/* --- doing -------------------------------------------------------------- */

/* What is shown comes first, the figures of all then.  */
static bool
rest (struct app *app, void *state)
{
  struct spread *s = state;
  struct err err = ERR_INIT;
  if ((s->listed && s->counted) || s->failed)
    return false;
  enum search_state is
    = s->listed ? survey_go (s->survey, CONCORDANCE_SLICE, &err)
                : found_documents_go (s->documents, s->list.top,
                                      s->list.top + s->list.rows,
                                      CONCORDANCE_SLICE, &err);
  *(s->listed ? &s->counted : &s->listed) = is == SEARCH_END;
  s->failed = is == SEARCH_FAILED;
  s->list.count = found_documents_count (s->documents);
  if (s->failed)
    app_fail (app, &err);
  return true;
}

static bool
act (struct app *app, void *state, enum action action)
{
  struct spread *s = state;
  const struct found_document *document
    = found_documents_at (s->documents, s->list.at);
  if (list_move (&s->list, action))
    return true;
  switch (action)
    {
    case ACTION_ACCEPT:
      if (document)
        page_go_found (app, document->id, document->side, document->first);
      return true;
    case ACTION_FREQUENCY:
      frequency_open (app, &s->wanted);
      return true;
    case ACTION_DISPERSION: /* it is open */
      return true;
    case ACTION_EXPORT: /* which would read all the documents, and wait */
      app_say (app, "%s",
               _("\"enface concordance --plot=dispersion\" writes this."));
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
  struct err err = ERR_INIT;
  struct session *session = app->session;
  struct spread *s = mem_new (1, sizeof *s);
  s->wanted = wanted_copy (wanted);
  s->documents = found_documents_new (session->library, session->notebook,
                                      wanted, &err);
  s->survey = s->documents ? survey_new (session->library, session->notebook,
                                         wanted, &err)
                           : NULL;
  if (s->survey)
    app_push (app, &spread_screen, s);
  else
    {
      concordance_fail (app, &err);
      spread_free (s);
    }
}
