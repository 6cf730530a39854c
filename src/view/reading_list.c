/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reading list: what the reader means to read, is reading and has read.  */
#include "view/reading_list.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "view/list.h"
#include "view/screens.h"

struct reading_rows
{
  struct list list;
  struct reading_items items;
  enum reading_status only; /* READING_NONE: all */
};

const char *
reading_status_words (enum reading_status status)
{
  static const char *const words[READING_STATUSES] = {
    [READING_NONE] = "",
    [READING_UNREAD] = N_ ("to read"),
    [READING_BEGUN] = N_ ("reading"),
    [READING_DONE] = N_ ("read"),
  };
  return status < READING_STATUSES && *words[status] ? _(words[status]) : "";
}

/* --- setting it --------------------------------------------------------- */

struct asked
{
  char hash[DOCUMENT_HASH_SIZE];
  long long document; /* 0: it is in the list, but in no library */
};

static bool
set_status (struct app *app, const struct asked *asked,
            enum reading_status status, struct err *err)
{
  struct session *session = app->session;
  if (!asked->document)
    return notebook_set_status_of (session->notebook, asked->hash, status,
                                   err);
  struct document *document
    = library_document (session->library, asked->document, err);
  bool done = document
              && notebook_set_status (session->notebook, document, status,
                                      err);
  document_free (document);
  return done;
}

static void
status_done (struct app *app, unsigned key, void *data)
{
  static const char keys[READING_STATUSES] = "nurd";
  struct asked *asked = data;
  struct err err = ERR_INIT;
  const char *found = key && key < 0x80 ? memchr (keys, (int) key, sizeof keys)
                                        : NULL;
  enum reading_status status
    = found ? (enum reading_status) (found - keys) : READING_NONE;
  if (!found)
    app_say (app, "%s", _("The reading list stays as it is."));
  else if (!set_status (app, asked, status, &err))
    app_fail (app, &err);
  else if (status == READING_NONE)
    app_say (app, "%s", _("It is not in the reading list any more."));
  else
    app_say (app, _("In the reading list: %s."),
             reading_status_words (status));
  reading_list_refresh (app);
  free (asked);
}

void
reading_ask (struct app *app, const char *hash, long long document)
{
  struct asked *asked = mem_new (1, sizeof *asked);
  memcpy (asked->hash, hash, sizeof asked->hash);
  asked->document = document;
  app_ask_key (app,
               _("This document: u to read, r reading, d read, n not in the "
                 "reading list "),
               status_done, asked);
}

/* --- the list ----------------------------------------------------------- */

static void
rows_free (void *state)
{
  struct reading_rows *r = state;
  reading_items_free (&r->items);
  free (r);
}

static void
read_rows (struct app *app, struct reading_rows *r)
{
  struct err err = ERR_INIT;
  reading_items_free (&r->items);
  if (!notebook_reading (app->session->notebook, r->only, &r->items, &err))
    app_fail (app, &err);
  r->list.count = r->items.len;
}

/* STATUS  SINCE  DATE  TITLE  TITLE  */
static void
draw_row (struct canvas *canvas, size_t row, const struct reading_item *item,
          enum style style)
{
  enum { STATUS = 12 };
  const struct citation *c = &item->citation;
  const char *own = c->title[ORIGINAL], *other = c->title[TRANSLATION];
  size_t column = canvas_string (canvas, row, 0, 1, style, " ");
  column = canvas_string (canvas, row, column, STATUS - 2, style,
                          reading_status_words (item->status));
  for (; column < STATUS && column < canvas->columns; column++)
    canvas_put (canvas, row, column, style, " ", 1);
  char *text = mem_format ("%-10.10s  %-10.10s  %s%s%s",
                           item->since[item->status], c->date ? c->date : "",
                           own ? own : "", own && other ? "  " : "",
                           other ? other : "");
  column = canvas_string (canvas, row, column,
                          canvas->columns > column ? canvas->columns - column
                                                   : 0,
                          style, text);
  if (style == STYLE_MARKED)
    canvas_fill (canvas, row, column, style, ' ');
  free (text);
}

static void
draw (struct app *app, void *state, size_t rows)
{
  struct reading_rows *r = state;
  struct canvas *canvas = &app->canvas;
  size_t height = rows > 1 ? rows - 1 : 0;
  list_fit (&r->list, height);
  char *head = mem_format (_(" Reading list: %zu  %s"), r->items.len,
                           reading_status_words (r->only));
  size_t column
    = canvas_string (canvas, 0, 0, canvas->columns, STYLE_HEADER, head);
  canvas_fill (canvas, 0, column, STYLE_HEADER, ' ');
  free (head);
  for (size_t i = 0; i < height && r->list.top + i < r->items.len; i++)
    draw_row (canvas, 1 + i, &r->items.items[r->list.top + i],
              r->list.top + i == r->list.at ? STYLE_MARKED : STYLE_PLAIN);
  if (r->items.len == 0 && height > 1)
    app_draw_none (app, r->only ? _("Nothing in the reading list is so.")
                                : _("Nothing is in the reading list; "
                                    "{reading-status} on the page puts the "
                                    "document there."));
}

static void
open_item (struct app *app, const struct reading_item *item)
{
  long long id = library_find_hash (app->session->library, item->document);
  if (id)
    page_go_kept (app, id, ORIGINAL, (size_t) -1);
  else
    app_say (app, "%s", _("This document is not in the library."));
}

static bool
act (struct app *app, void *state, enum action action)
{
  struct reading_rows *r = state;
  const struct reading_item *item
    = r->list.at < r->items.len ? &r->items.items[r->list.at] : NULL;
  if (list_move (&r->list, action))
    return true;
  switch (action)
    {
    case ACTION_ACCEPT:
      if (item)
        open_item (app, item);
      return true;
    case ACTION_READING_STATUS:
      if (item)
        reading_ask (app, item->document,
                     library_find_hash (app->session->library,
                                        item->document));
      return true;
    case ACTION_NOTES_CHOOSE:
      r->only = (r->only + 1) % READING_STATUSES;
      read_rows (app, r);
      return true;
    case ACTION_READING_LIST:
      return true;
    default:
      return false;
    }
}

static void
changed (struct app *app, void *state)
{
  read_rows (app, state);
}

static const struct screen reading_screen = {
  .in = CONTEXT_NOTES,
  .draw = draw,
  .act = act,
  .changed = changed,
  .free = rows_free,
  .hint[CONTEXT_NOTES]
  = N_("{accept} open  {reading-status} change  {choose-notes} which\t"
       "{back} back  {help} help"),
};

void
reading_list_open (struct app *app)
{
  struct reading_rows *r = mem_new (1, sizeof *r);
  read_rows (app, r);
  app_push (app, &reading_screen, r);
}

void
reading_list_refresh (struct app *app)
{
  for (size_t i = 0; i < app->layers.len; i++)
    if (app->layers.items[i].screen == &reading_screen)
      read_rows (app, app->layers.items[i].state);
}
