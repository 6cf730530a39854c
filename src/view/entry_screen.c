/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that is known of a word, on a screen of its own.  */
#include <stdlib.h>

#include "base/intl.h"
#include "base/mem.h"
#include "view/page_word.h"
#include "view/screens.h"

struct entry_screen
{
  struct look_text text;
  size_t columns; /* it is laid out for; 0: not yet */
  size_t top;
  size_t rows;    /* shown */
};

static void
entry_free (void *state)
{
  struct entry_screen *e = state;
  look_text_clear (&e->text);
  free (e);
}

static void
lay (struct app *app, struct entry_screen *e)
{
  look_text_clear (&e->text);
  look_text_fill (&e->text, app->session, true, app->canvas.columns);
  e->columns = app->canvas.columns;
}

static void
draw (struct app *app, void *state, size_t rows)
{
  struct entry_screen *e = state;
  struct canvas *canvas = &app->canvas;
  if (e->columns != canvas->columns)
    lay (app, e);
  e->rows = rows > 1 ? rows - 1 : 0;
  size_t most = e->text.rows > e->rows ? e->text.rows - e->rows : 0;
  if (e->top > most)
    e->top = most;
  if (rows == 0)
    return;
  size_t column = canvas_string (canvas, 0, 0, canvas->columns, STYLE_HEADER,
                                 _(" What is known of the word"));
  canvas_fill (canvas, 0, column, STYLE_HEADER, ' ');
  look_text_draw (&e->text, canvas, 1, e->top, e->rows);
}

static void
scroll (struct entry_screen *e, size_t rows, bool down)
{
  if (down)
    e->top += rows;
  else
    e->top -= e->top > rows ? rows : e->top;
}

/* Moves to another word; its entry is shown from the beginning.  */
static void
move (struct app *app, struct entry_screen *e, enum action action)
{
  if (action == ACTION_OTHER_SIDE)
    session_word_turn (app->session);
  else
    session_word_move (app->session, action == ACTION_WORD_NEXT);
  e->columns = e->top = 0;
}

static bool
act (struct app *app, void *state, enum action action)
{
  struct entry_screen *e = state;
  size_t page = e->rows > 2 ? e->rows - 1 : 1;
  switch (action)
    {
    case ACTION_NEXT:
    case ACTION_PREVIOUS:
      scroll (e, 1, action == ACTION_NEXT);
      return true;
    case ACTION_PAGE_DOWN:
    case ACTION_PAGE_UP:
      scroll (e, page, action == ACTION_PAGE_DOWN);
      return true;
    case ACTION_WORD_NEXT:
    case ACTION_WORD_PREVIOUS:
    case ACTION_OTHER_SIDE:
      move (app, e, action);
      return true;
    case ACTION_NOTE:
      app_pop (app);
      word_note (app);
      return true;
    case ACTION_COPY:
      word_copy (app);
      return true;
    case ACTION_CONCORDANCE:
    case ACTION_SEARCH:
      word_find (app, action);
      return true;
    case ACTION_ENTRY:
      app_pop (app);
      return true;
    default:
      return false;
    }
}

static const struct screen entry_screen = {
  .in = CONTEXT_WORD,
  .draw = draw,
  .act = act,
  .free = entry_free,
  .hint[CONTEXT_WORD]
  = N_("{next} {previous} scroll  {previous-word} {next-word} other words  "
       "{search} search  {concordance} concordance  {note} note  "
       "{copy} copy\t{cancel} back"),
};

void
entry_open (struct app *app)
{
  app_push (app, &entry_screen, mem_new (1, sizeof (struct entry_screen)));
}
