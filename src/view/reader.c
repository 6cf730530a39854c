/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader: from the start to the end of a session on the screen.  */
#include "view/reader.h"

#include <stdlib.h>

#include "view/app.h"
#include "view/screens.h"

static void
open_first (struct app *app, const struct reader_start *start)
{
  if (start->document)
    page_open (app);
  else
    documents_open (app);
  writer_offer_draft (app);
  if (start->message)
    app_say (app, "%s", start->message);
}

static void
app_clear (struct app *app)
{
  while (app->layers.len > 0)
    app_pop (app);
  VEC_FREE (&app->layers);
  app_drop_aside (app);
  question_drop (app);
  for (size_t i = 0; i < app->entered.len; i++)
    free (app->entered.items[i]);
  VEC_FREE (&app->entered);
  canvas_free (&app->canvas);
  free (app->message);
}

static bool
key_waits (void *terminal)
{
  return term_pending (terminal);
}

static bool
reader_run (const struct reader_start *start, struct err *err)
{
  struct app app = { .session = session_new (
                       start->library, start->notebook, start->settings) };
  bool done = !start->document
              || session_open (app.session, start->document, false, err);
  if (done)
    {
      app.terminal = term_open (start->settings->colour, err);
      done = app.terminal != NULL;
    }
  if (done)
    {
      library_heed (start->library, key_waits, app.terminal);
      open_first (&app, start);
      app_run (&app);
      app_clear (&app);
      library_heed (start->library, NULL, NULL);
    }
  session_free (app.session);
  term_close (app.terminal);
  return done;
}

const struct screen_door reader_door
  = { reader_run, term_library, term_describe };
