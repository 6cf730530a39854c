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
  size_t columns;       /* the rows are made for; 0: for none */
  enum context context; /* of the screen that it was called from */
  char *filter;         /* NULL: all */
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
  free (help->filter);
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

/* What the first hour needs.  */
static const enum action essential[] = {
  ACTION_NEXT,   ACTION_PREVIOUS, ACTION_PAGE_DOWN,  ACTION_LIBRARY,
  ACTION_ACCEPT, ACTION_BACK,     ACTION_OTHER_SIDE, ACTION_FIND,
  ACTION_SEARCH, ACTION_WORDS,    ACTION_NOTE,       ACTION_NOTES,
  ACTION_CHECK_NEXT, ACTION_HELP, ACTION_CANCEL,     ACTION_QUIT,
};

/* Whether ACTION is to be shown: its words, keys or name have those sought.  */
static bool
is_sought (const struct app *app, const struct help *help, enum action action)
{
  const char *sought = help->filter;
  return !sought || strcasestr (_(action_row (action)->help), sought)
         || strcasestr (action_row (action)->name, sought)
         || strcmp (keymap_keys (app->session->settings->keymap, action),
                    sought)
              == 0;
}

/* Adds the COUNT ACTIONS that are sought under HEADING.  */
static void
add_section (const struct app *app, struct help *help, const char *heading,
             const enum action *actions, size_t count)
{
  bool any = false;
  for (size_t i = 0; i < count; i++)
    {
      if (!is_sought (app, help, actions[i]))
        continue;
      if (!any && help->rows.len > 0)
        VEC_PUSH (&help->rows, (struct help_row) { .heading = NULL });
      if (!any)
        VEC_PUSH (&help->rows, (struct help_row) { .heading = heading });
      any = true;
      add_action (help, actions[i]);
    }
}

/* What comes first: the essential, or the keys of the screen that the help was
   called from.  */
static void
add_first (const struct app *app, struct help *help)
{
  enum action here[ACTION_COUNT];
  size_t count = 0;
  if (action_row (ACTION_ACCEPT)->contexts & 1u << help->context)
    here[count++] = ACTION_ACCEPT;
  for (enum action a = 1; a < ACTION_COUNT; a++)
    if (action_row (a)->contexts & 1u << help->context
        && action_row (a)->group != GROUP_MOVE && a != ACTION_ACCEPT
        && a != ACTION_REDRAW && a != ACTION_SUSPEND && a != ACTION_HELP)
      here[count++] = a;
  if (help->filter)
    return;
  if (help->context == CONTEXT_PAGE || help->context == CONTEXT_LIST)
    add_section (app, help, N_ ("To begin with"), essential,
                 sizeof essential / sizeof *essential);
  else
    add_section (app, help, N_ ("On this screen"), here, count);
}

/* Makes the rows for a screen of COLUMNS.  */
static void
make_rows (const struct app *app, struct help *help, size_t columns)
{
  if (help->columns == columns)
    return;
  help->columns = columns;
  clear (help);
  add_first (app, help);
  for (enum action_group g = 0; g < GROUPS; g++)
    {
      enum action group[ACTION_COUNT];
      size_t count = 0;
      for (enum action a = 1; a < ACTION_COUNT; a++)
        if (action_row (a)->group == g)
          group[count++] = a;
      add_section (app, help, action_group_title (g), group, count);
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
  make_rows (app, help, app->canvas.columns);
  list_fit (&help->list, height);
  for (size_t i = 0; i < height && help->list.top + i < help->list.count; i++)
    draw_row (app, 1 + i, &help->rows.items[help->list.top + i]);
}

static void
set_filter (struct app *app, const char *text, void *state)
{
  struct help *help = state;
  (void) app;
  free (help->filter);
  help->filter = text && *text ? mem_string (text) : NULL;
  help->list.at = help->list.top = help->columns = 0;
}

/* The help has no cursor: moving scrolls.  */
static bool
act (struct app *app, void *state, enum action action)
{
  struct help *help = state;
  struct list *list = &help->list;
  size_t before = list->at;
  bool down = action == ACTION_NEXT || action == ACTION_PAGE_DOWN
              || action == ACTION_HALF_DOWN;
  list->at = down && list->rows ? list->top + list->rows - 1 : list->top;
  if (list_move (list, action))
    return true;
  list->at = before;
  if (action == ACTION_FIND)
    app_ask (app, _("Show the keys for: "), help->filter ? help->filter : "",
             set_filter, set_filter, help);
  else if (action == ACTION_CANCEL && help->filter)
    set_filter (app, NULL, help);
  else if (action == ACTION_QUIT)
    app_pop (app); /* as in less: it is the help that is left */
  else
    return action == ACTION_HELP;
  return true;
}

static const struct screen help_screen = {
  .in = CONTEXT_LIST,
  .draw = draw,
  .act = act,
  .free = help_free,
  .hint[CONTEXT_LIST]
  = N_("{next} {page-down} on  {previous} {page-up} back  {find} find a key\t"
       "{cancel} leave the help"),
};

void
help_open (struct app *app)
{
  struct help *help = mem_new (1, sizeof *help);
  help->context
    = app_context (app, app->layers.items[app->layers.len - 1]);
  app_push (app, &help_screen, help);
}
