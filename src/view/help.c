/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The help screen, made from the table of actions.  */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "text/wrap.h"
#include "view/list.h"
#include "view/screens.h"

/* One row of the screen: KEYS, and a line of what they do; or a heading.  */
struct help_row
{
  const char *heading; /* untranslated; or NULL */
  enum action action;  /* whose keys stand here; or ACTION_NONE */
  char *text;          /* or NULL */
};

struct help
{
  struct list list;
  size_t columns; /* the rows are made for */
  struct
  VEC (struct help_row) rows;
};

static void
clear (struct help *help)
{
  for (size_t i = 0; i < help->rows.len; i++)
    free (help->rows.items[i].text);
  help->rows.len = 0;
}

static void
help_free (void *state)
{
  struct help *help = state;
  clear (help);
  VEC_FREE (&help->rows);
  free (help);
}

/* The column where it is said what keys do.  */
static size_t
text_column (size_t columns)
{
  enum { KEYS = 28 };
  return columns >= 60 ? KEYS : columns / 3;
}

/* What ACTION does, in as many rows as it takes.  */
static void
add_action (struct help *help, enum action action)
{
  const char *text = _(action_row (action)->help);
  struct glyphs glyphs = { 0 };
  struct lines lines = { 0 };
  size_t column = text_column (help->columns);
  wrap_glyphs (text, (struct range) { 0, strlen (text) }, false, &glyphs);
  wrap_lines (&glyphs,
              help->columns > column + 1 ? help->columns - column - 1 : 1,
              &lines);
  for (size_t i = 0; i < lines.len; i++)
    {
      struct buf drawn = BUF_INIT;
      const struct line *line = &lines.items[i];
      for (size_t k = 0; k < line->count; k++)
        wrap_draw (text, &glyphs.items[line->first + k], &drawn);
      VEC_PUSH (&help->rows,
                (struct help_row) { .action = i == 0 ? action : ACTION_NONE,
                                    .text = buf_take (&drawn) });
    }
  VEC_FREE (&glyphs);
  VEC_FREE (&lines);
}

/* Makes the rows for a screen of COLUMNS.  */
static void
make_rows (struct help *help, size_t columns)
{
  if (help->columns == columns)
    return;
  help->columns = columns;
  clear (help);
  for (enum action_group g = 0; g < GROUPS; g++)
    {
      if (g > 0)
        VEC_PUSH (&help->rows, (struct help_row) { .heading = NULL });
      VEC_PUSH (&help->rows,
                (struct help_row) { .heading = action_group_title (g) });
      for (enum action a = 1; a < ACTION_COUNT; a++)
        if (action_row (a)->group == g)
          add_action (help, a);
    }
  help->list.count = help->rows.len;
}

static void
draw_row (struct app *app, size_t row, const struct help_row *help)
{
  struct canvas *canvas = &app->canvas;
  size_t column = text_column (canvas->columns);
  if (help->heading)
    canvas_string (canvas, row, 1, canvas->columns, STYLE_STRONG,
                   _(help->heading));
  if (help->action)
    canvas_string (canvas, row, 3, column > 4 ? column - 4 : 1, STYLE_PLAIN,
                   keymap_keys (app->session->settings->keymap,
                                help->action));
  if (help->text)
    canvas_string (canvas, row, column, canvas->columns, STYLE_PLAIN,
                   help->text);
}

static void
draw (struct app *app, void *state, size_t rows)
{
  struct help *help = state;
  size_t height = rows > 1 ? rows - 1 : 0;
  size_t column
    = canvas_string (&app->canvas, 0, 0, app->canvas.columns, STYLE_HEADER,
                     _(" Keys; each can be changed in the settings file"));
  canvas_fill (&app->canvas, 0, column, STYLE_HEADER, ' ');
  make_rows (help, app->canvas.columns);
  list_fit (&help->list, height);
  for (size_t i = 0; i < height && help->list.top + i < help->list.count; i++)
    draw_row (app, 1 + i, &help->rows.items[help->list.top + i]);
}

/* The help has no cursor: moving scrolls.  */
static bool
act (struct app *app, void *state, enum action action)
{
  struct list *list = &((struct help *) state)->list;
  (void) app;
  size_t before = list->at;
  bool down = action == ACTION_NEXT || action == ACTION_PAGE_DOWN
              || action == ACTION_HALF_DOWN;
  list->at = down && list->rows ? list->top + list->rows - 1 : list->top;
  if (list_move (list, action))
    return true;
  list->at = before;
  if (action == ACTION_HELP)
    return true;
  return false;
}

static const struct screen help_screen = {
  .in = CONTEXT_LIST,
  .draw = draw,
  .act = act,
  .free = help_free,
  .hint[CONTEXT_LIST]
  = N_("{next} {page-down} on  {previous} {page-up} back  "
       "{cancel} leave the help"),
};

void
help_open (struct app *app)
{
  app_push (app, &help_screen, mem_new (1, sizeof (struct help)));
}
