/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bookmarks: each letter with its place and the text there.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "text/wrap.h"
#include "view/list.h"
#include "view/screens.h"

struct place_row
{
  struct bookmark bookmark;
  long long document; /* 0: not in the library */
  char *text;         /* date, title and sentence, in one line */
};

struct bookmark_list
{
  struct list list;
  struct
  VEC (struct place_row) rows;
};

static void
bookmark_list_free (void *state)
{
  struct bookmark_list *b = state;
  for (size_t i = 0; i < b->rows.len; i++)
    free (b->rows.items[i].text);
  VEC_FREE (&b->rows);
  free (b);
}

/* What stands in a row for BOOKMARK in DOCUMENT, freed by the caller.  */
static char *
row_text (const struct document *document, const struct bookmark *bookmark)
{
  const struct side_text *side = &document->side[bookmark->side];
  size_t bead = document_bead_at (document, bookmark->side, bookmark->at);
  struct range range = { 0, 0 };
  if (bead < document->beads.len)
    range = document_bead_range (document, bead, bookmark->side);
  char *sentence = mem_copy (side->text + range.start, range_len (range));
  char *line = wrap_string (sentence);
  char *text = mem_format ("%-10.10s  %s  %s",
                           document->date ? document->date : "",
                           document_title (document, bookmark->side), line);
  free (line);
  free (sentence);
  return text;
}

/* Adds the bookmark LETTER, where it is set.  */
static void
add_letter (struct app *app, struct bookmark_list *b, char letter)
{
  struct place_row row = { .document = 0 };
  struct session *session = app->session;
  if (!notebook_bookmark (session->notebook, letter, &row.bookmark))
    return;
  row.document
    = library_find_hash (session->library, row.bookmark.document);
  struct document *document
    = row.document ? library_document (session->library, row.document, NULL)
                   : NULL;
  row.text = document
               ? row_text (document, &row.bookmark)
               : mem_string (_("its document is not in the library"));
  document_free (document);
  VEC_PUSH (&b->rows, row);
}

static void
draw (struct app *app, void *state, size_t rows)
{
  struct bookmark_list *b = state;
  struct canvas *canvas = &app->canvas;
  size_t height = rows > 1 ? rows - 1 : 0;
  list_fit (&b->list, height);
  char *head = mem_format (_(" Bookmarks: %zu"), b->rows.len);
  size_t column
    = canvas_string (canvas, 0, 0, canvas->columns, STYLE_HEADER, head);
  canvas_fill (canvas, 0, column, STYLE_HEADER, ' ');
  free (head);
  for (size_t i = 0; i < height && b->list.top + i < b->rows.len; i++)
    {
      const struct place_row *row = &b->rows.items[b->list.top + i];
      bool at = b->list.top + i == b->list.at;
      char *line = mem_format (" %c  %s", row->bookmark.letter, row->text);
      column = canvas_string (canvas, 1 + i, 0, canvas->columns,
                              at ? STYLE_MARKED : STYLE_PLAIN, line);
      if (at)
        canvas_fill (canvas, 1 + i, column, STYLE_MARKED, ' ');
      free (line);
    }
  if (b->rows.len == 0 && height > 1)
    app_draw_none (app, _("There are no bookmarks yet; {bookmark} on the page "
                          "sets one."));
}

static bool
act (struct app *app, void *state, enum action action)
{
  struct bookmark_list *b = state;
  if (list_move (&b->list, action))
    return true;
  if (action != ACTION_ACCEPT)
    return action == ACTION_BOOKMARKS;
  if (b->list.at >= b->rows.len)
    return true;
  const struct place_row *row = &b->rows.items[b->list.at];
  if (row->document)
    page_go_kept (app, row->document, row->bookmark.side, row->bookmark.at);
  else
    app_say (app, "%s", _("The bookmark's document is not in the library."));
  return true;
}

static const struct screen bookmarks_screen = {
  .in = CONTEXT_LIST,
  .draw = draw,
  .act = act,
  .free = bookmark_list_free,
  .hint[CONTEXT_LIST] = N_("{accept} go there\t{back} back  {help} help"),
};

void
bookmarks_open (struct app *app)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz"
                                "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  struct bookmark_list *b = mem_new (1, sizeof *b);
  for (const char *letter = letters; *letter; letter++)
    add_letter (app, b, *letter);
  b->list.count = b->rows.len;
  app_push (app, &bookmarks_screen, b);
}
