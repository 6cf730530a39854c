/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The help screen, made from the table of actions.  */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "text/width.h"
#include "view/list.h"
#include "view/screens.h"

struct help
{
  struct list list;
};

/* Row INDEX of the help: a heading, an action, or nothing between groups.
   Returns false behind the last.  */
static bool
help_row (size_t index, enum action_group *heading, enum action *action)
{
  size_t row = 0;
  for (enum action_group g = 0; g < GROUPS; g++)
    {
      *heading = GROUPS;
      *action = ACTION_NONE;
      if (g > 0 && row++ == index)
        return true;
      *heading = g;
      if (row++ == index)
        return true;
      *heading = GROUPS;
      for (enum action a = 1; a < ACTION_COUNT; a++)
        if (action_row (a)->group == g && row++ == index)
          {
            *action = a;
            return true;
          }
    }
  return false;
}

static void
draw_row (struct app *app, size_t row, size_t index)
{
  enum { KEYS = 28 };
  enum action_group heading;
  enum action action;
  struct canvas *canvas = &app->canvas;
  if (!help_row (index, &heading, &action))
    return;
  if (heading < GROUPS)
    canvas_string (canvas, row, 1, canvas->columns, STYLE_STRONG,
                   _(action_group_title (heading)));
  else if (action)
    {
      size_t wide = canvas->columns >= 60 ? KEYS : canvas->columns / 3;
      canvas_string (canvas, row, 3, wide > 4 ? wide - 4 : 1, STYLE_PLAIN,
                     keymap_keys (app->session->settings->keymap, action));
      canvas_string (canvas, row, wide, canvas->columns, STYLE_PLAIN,
                     _(action_row (action)->help));
    }
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
  list_fit (&help->list, height);
  for (size_t i = 0; i < height && help->list.top + i < help->list.count; i++)
    draw_row (app, 1 + i, help->list.top + i);
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

static enum context
context (const struct app *app, const void *state)
{
  (void) app;
  (void) state;
  return CONTEXT_LIST;
}

static const char *
hint (const struct app *app, const void *state)
{
  (void) app;
  (void) state;
  return N_("{next} {page-down} on  {previous} {page-up} back  "
           "{cancel} leave the help");
}

static const struct screen help_screen = {
  .context = context,
  .draw = draw,
  .act = act,
  .free = free,
  .hint = hint,
};

void
help_open (struct app *app)
{
  struct help *help = mem_new (1, sizeof *help);
  enum action_group heading;
  enum action action;
  while (help_row (help->list.count, &heading, &action))
    help->list.count++;
  app_push (app, &help_screen, help);
}
