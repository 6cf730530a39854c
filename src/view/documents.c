/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of documents: a window on the library, read piece by piece, so that
   it opens at once however many there are.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "text/width.h"
#include "view/list.h"
#include "view/page_foot.h"
#include "view/reading_list.h"
#include "view/row_window.h"
#include "view/screens.h"

struct documents
{
  struct list list;
  struct row_window window;
  char *filter;
};

static void
documents_free (void *state)
{
  struct documents *documents = state;
  row_window_restart (&documents->window, 0);
  free (documents->filter);
  free (documents);
}

static bool
read_rows (struct app *app, const void *of, const void *edge, bool backwards,
           size_t limit, void **rows, size_t *count, struct err *err)
{
  const struct documents *d = of;
  const struct listed *last = edge;
  struct listing piece = { 0 };
  struct library_query query = { .filter = d->filter,
                                 .after = last ? last->sort : NULL,
                                 .after_id = last ? last->id : 0,
                                 .backwards = backwards,
                                 .limit = limit };
  bool done = library_list (app->session->library, &query, &piece, err);
  *rows = piece.items;
  *count = piece.len;
  return done;
}

static void
free_rows (void *rows, size_t count)
{
  struct listing listing = { rows, count, count };
  listing_free (&listing);
}

static const struct row_kind listed_kind
  = { sizeof (struct listed), read_rows, free_rows };

static const struct listed *
row_at (const struct documents *d, size_t index)
{
  return row_window_at (&d->window, index);
}

/* Adds blanks to HEAD up to COLUMN.  */
static void
pad (struct buf *head, size_t column)
{
  size_t at = width_text (buf_string (head), head->len);
  for (; at < column; at++)
    buf_add_byte (head, ' ');
}

/* Adds the page, at most four columns of its name.  */
static void
add_page (struct buf *head, const char *page)
{
  char *cut = mem_copy (page, width_fit (page, strlen (page), 4, NULL));
  /* TRANSLATORS: the page of a newspaper, in few columns.  */
  buf_add_format (head, _("p.%s"), cut);
  free (cut);
}

/* DATE p.PAGE NOTES DISCREPANCIES READ , or what of it leaves room for a
   title.  */
static void
make_head (struct notebook *notebook, const struct listed *listed,
           size_t columns, struct buf *head)
{
  struct place place;
  static const char statuses[READING_STATUSES] = " urd";
  char share[8] = "", notes[24] = "";
  if (notebook_place (notebook, listed->hash, &place))
    snprintf (share, sizeof share, "%d%%", (int) (place.share * 100));
  long long count = notebook_count (notebook, listed->hash);
  if (count > 0)
    snprintf (notes, sizeof notes, "*%lld", count);
  buf_add_byte (head, ' ');
  if (columns < 30)
    return;
  buf_add_format (head, "%.10s", listed->date);
  pad (head, 12);
  if (columns >= 60 && listed->page[0])
    add_page (head, listed->page);
  pad (head, columns >= 60 ? 18 : 12);
  buf_add_format (head, "%4s ", notes);
  if (columns < 60)
    return;
  size_t told = listed->grave + listed->minor;
  if (told > 0)
    buf_add_format (head, "%s%zu", sign_differs (), told);
  pad (head, 26);
  buf_add_format (head, "%c %4s ",
                  statuses[notebook_status (notebook, listed->hash)], share);
}

/* DATE p.PAGE NOTES DISCREPANCIES READ TITLE  TITLE  */
static void
draw_row (struct app *app, size_t row, const struct listed *listed,
          enum style style)
{
  struct canvas *canvas = &app->canvas;
  struct buf head = BUF_INIT;
  make_head (app->session->notebook, listed, canvas->columns, &head);
  size_t column = canvas_string (canvas, row, 0, canvas->columns, style,
                                 buf_string (&head));
  buf_free (&head);
  size_t room = canvas->columns > column + 1 ? canvas->columns - column - 1
                                             : 0;
  const char *own = listed->title[ORIGINAL];
  const char *other = listed->title[TRANSLATION];
  if (canvas->columns < 60 && *own)
    other = "";
  size_t half = *own && *other ? room * 45 / 100 : room;
  size_t start = column;
  column = canvas_string (canvas, row, column, half, style,
                          *own ? own : *other ? other : listed->path);
  for (; *own && *other && column < start + half + 2; column++)
    canvas_put (canvas, row, column, style, " ", 1);
  if (*own && *other)
    column = canvas_string (canvas, row, column,
                            room > half + 1 ? room - half - 1 : 0, style,
                            other);
  if (style == STYLE_MARKED)
    canvas_fill (canvas, row, column, style, ' ');
}

static void
draw_head (struct app *app, const struct documents *d)
{
  struct canvas *canvas = &app->canvas;
  char *head
    = d->filter
        ? mem_format (_(" Documents with \"%s\": %zu"), d->filter,
                      d->list.count)
        : mem_format (_(" Documents: %zu"), d->list.count);
  size_t column = canvas_string (canvas, 0, 0, canvas->columns, STYLE_HEADER,
                                 head);
  canvas_fill (canvas, 0, column, STYLE_HEADER, ' ');
  free (head);
}

static void
draw (struct app *app, void *state, size_t rows)
{
  struct documents *d = state;
  size_t height = rows > 1 ? rows - 1 : 0;
  list_fit (&d->list, height);
  row_window_need (app, &d->window, &d->list, d);
  if (rows > 0)
    draw_head (app, d);
  notebook_hold (app->session->notebook);
  for (size_t i = 0; i < height; i++)
    {
      const struct listed *listed = row_at (d, d->list.top + i);
      if (listed)
        draw_row (app, 1 + i, listed,
                  d->list.top + i == d->list.at ? STYLE_MARKED
                                                : STYLE_PLAIN);
    }
  notebook_let_go (app->session->notebook);
  if (d->list.count == 0 && height > 1)
    canvas_string (&app->canvas, 2, 1, app->canvas.columns, STYLE_PLAIN,
                   d->filter ? _("No document has these words.")
                             : _("The library is empty; \"enface add PATH\" "
                                 "adds files and folders."));
}

static void
set_filter (struct app *app, const char *text, void *state)
{
  struct documents *d = state;
  struct err err = ERR_INIT;
  free (d->filter);
  d->filter = text && *text ? mem_string (text) : NULL;
  long long count
    = library_count (app->session->library, d->filter, &err);
  if (count < 0)
    app_fail (app, &err);
  d->list = (struct list) { .count = count > 0 ? (size_t) count : 0 };
  row_window_restart (&d->window, 0);
}

static void
ask_filter (struct app *app, const char *text, void *state)
{
  app_ask (app, _("Show those with: "), text, set_filter, set_filter, state);
}

static bool
act (struct app *app, void *state, enum action action)
{
  struct documents *d = state;
  if (list_move (&d->list, action))
    return true;
  const struct listed *listed = row_at (d, d->list.at);
  switch (action)
    {
    case ACTION_ACCEPT:
      if (listed)
        page_go (app, listed->id, ORIGINAL, (size_t) -1);
      return true;
    case ACTION_FIND:
      ask_filter (app, d->filter ? d->filter : "", d);
      return true;
    case ACTION_READING_STATUS:
      if (listed)
        reading_ask (app, listed->hash, listed->id);
      return true;
    case ACTION_EXPORT:
      note_ask_export (app, listed ? listed->hash : NULL);
      return true;
    case ACTION_CANCEL:
      if (!d->filter)
        return false;
      set_filter (app, NULL, d);
      return true;
    default:
      return false;
    }
}

/* A letter that is no key begins a filter: above all the Chinese ones.  */
static void
type (struct app *app, void *state, const char *text, size_t len)
{
  app_typed (app, text, len, ask_filter, set_filter, state);
}

static const struct screen documents_screen = {
  .in = CONTEXT_LIST,
  .draw = draw,
  .act = act,
  .type = type,
  .free = documents_free,
  .hint[CONTEXT_LIST]
  = N_("{accept} open  {find} show those with  {search} search  "
       "{notes} notes  {keywords} keywords  {back} back  {numbers} numbers  "
       "{reading-list} reading list  {tags} tags\t"
       "{help} help  {quit} leave"),
};

/* Puts the cursor on the document that is open, else on the one read last.  */
static void
find_last (struct app *app, struct documents *d)
{
  char hash[DOCUMENT_HASH_SIZE];
  struct listing own = { 0 };
  const struct reading *reading = app->session->reading;
  long long id = reading ? reading->document->id : 0;
  if (!id && notebook_last_read (app->session->notebook, hash))
    id = library_find_hash (app->session->library, hash);
  if (id && library_row (app->session->library, id, &own, NULL)
      && own.len == 1)
    {
      long long rank = library_rank (app->session->library,
                                     own.items[0].sort, id, NULL);
      if (rank > 0)
        {
          d->list.at = (size_t) rank;
          row_window_set (&d->window, (size_t) rank, own.items, own.len);
          return;
        }
    }
  listing_free (&own);
}

void
documents_open (struct app *app)
{
  session_keep_place (app->session);
  for (size_t i = 0; i < app->layers.len; i++)
    if (app->layers.items[i].screen == &documents_screen)
      {
        while (app->layers.len > i + 1)
          app_pop (app);
        return;
      }
  struct documents *d = mem_new (1, sizeof *d);
  d->window.kind = &listed_kind;
  set_filter (app, NULL, d);
  find_last (app, d);
  app_push (app, &documents_screen, d);
}
