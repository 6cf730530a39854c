/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Queries of the search screen that the notebook keeps: those looked at, and
   those with a name.  */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "store/searches.h"
#include "view/hits.h"

char *
hits_meaning (struct app *app, const char *text)
{
  if (*text != '@')
    return mem_string (text);
  return app->session->notebook
           ? notebook_named_search (app->session->notebook, text + 1)
           : NULL;
}

/* Where it can't be kept, the reader has what was looked for all the same: nothing
   is said.  */
void
hits_keep (struct app *app, const struct hits *h)
{
  struct err ignored;
  if (app->session->notebook && h->query && *h->query && !h->err.code)
    notebook_keep_search (app->session->notebook, h->query, &ignored);
}

struct entered
hits_history (struct app *app)
{
  struct entered history = { NULL, 0, 0 };
  struct kept_searches kept = { NULL, 0, 0 };
  if (app->session->notebook)
    notebook_search_history (app->session->notebook, &kept);
  for (size_t i = kept.len; i-- > 0;)
    VEC_PUSH (&history, mem_string (kept.items[i].query));
  kept_searches_free (&kept);
  return history;
}

/* --- names -------------------------------------------------------------- */

static void
name_done (struct app *app, const char *text, void *state)
{
  struct hits *h = state;
  struct err err = ERR_INIT;
  const char *name = text && *text == '@' ? text + 1 : text;
  if (!name || !*name || !app->session->notebook)
    return;
  char *before = notebook_named_search (app->session->notebook, name);
  if (!notebook_name_search (app->session->notebook, name, h->query, &err))
    {
      if (err.code == ERR_USAGE)
        app_say (app, "%s", _("A name is a word of at most 60 bytes."));
      else
        app_fail (app, &err);
    }
  else if (before && strcmp (before, h->query) != 0)
    app_say (app, _("@%s now is this query; it was: %s"), name, before);
  else
    app_say (app, _("@%s is this query."), name);
  free (before);
}

void
hits_ask_name (struct app *app, struct hits *h)
{
  if (!h->query || !*h->query || h->err.code)
    app_tell (app, _("There is no query to name: {find} asks for one."));
  else
    app_ask (app, _("A name for the query: @"), "", name_done, NULL, h);
}

void
hits_draw_named (struct app *app, const char *text, size_t row, size_t rows)
{
  enum { INDENT = 2 };
  struct canvas *canvas = &app->canvas;
  struct kept_searches kept = { NULL, 0, 0 };
  const char *begin = *text ? text + 1 : text;
  if (app->session->notebook && canvas->columns > INDENT)
    notebook_named_searches (app->session->notebook, &kept);
  for (size_t i = 0; i < kept.len && row < rows; i++)
    if (strncmp (kept.items[i].name, begin, strlen (begin)) == 0)
      {
        char *line
          = mem_format ("@%s  %s", kept.items[i].name, kept.items[i].query);
        canvas_string (canvas, row++, INDENT, canvas->columns - INDENT,
                       STYLE_PLAIN, line);
        free (line);
      }
  kept_searches_free (&kept);
}
