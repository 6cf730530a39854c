/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page word by word: moving, the foot, what is done with a word.  */
#include "view/page_word.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "read/lookup.h"
#include "read/wording.h"
#include "view/screens.h"

/* --- the foot ----------------------------------------------------------- */

size_t
page_word_rows (size_t rows)
{
  enum { LEAST = 4, MOST = 10 };
  size_t foot = rows / 3;
  foot = foot < LEAST ? LEAST : foot > MOST ? MOST : foot;
  return rows > foot + 3 ? foot : 0;
}

void
page_word_draw (struct app *app, struct page *page, size_t row, size_t rows)
{
  struct canvas *canvas = &app->canvas;
  struct look_text text;
  size_t room = rows - 1;
  if (rows < 2)
    return;
  look_text_fill (&text, app->session, false, canvas->columns);
  page->word_most = text.rows > room ? text.rows - room : 0;
  if (page->word_top > page->word_most)
    page->word_top = page->word_most;
  size_t column = 0;
  if (page->word_most > 0)
    column = canvas_string (canvas, row, 0, canvas->columns, STYLE_FRAME,
                            page->word_top < page->word_most ? "--- ... "
                                                             : "--- ");
  canvas_fill (canvas, row, column, STYLE_FRAME, '-');
  look_text_draw (&text, canvas, row + 1, page->word_top, room);
  look_text_clear (&text);
}

/* The row of block BLOCK in which byte AT of SIDE stands.  */
static size_t
row_of (const struct grid_block *block, enum side side, size_t at)
{
  const struct glyphs *glyphs = &block->glyphs[side];
  for (size_t i = 0; i < block->lines[side].len; i++)
    {
      const struct line *line = &block->lines[side].items[i];
      size_t last = line->first + line->count;
      if (line->count > 0 && at < glyphs->items[last - 1].range.end)
        return block->first_row[side] + i;
    }
  return block->first_row[side];
}

void
page_word_show (struct page *page, const struct session *session)
{
  const struct reading *reading = session->reading;
  struct port *port = page_port (page, reading);
  struct range word = session_word_range (session);
  if (range_len (word) == 0 || port->height == 0)
    return;
  const struct grid_block *block = grid_block (port->grid, reading->bead);
  struct grid_place place
    = { reading->bead, row_of (block, reading->side, word.start) };
  if (port->top.block == place.block && port->top.row > place.row)
    port_scroll (port, -(long) (port->top.row - place.row));
  else if (port->top.block <= place.block)
    {
      size_t rows = grid_distance (port->grid, port->top, place,
                                   port->height + place.row + 1);
      if (rows >= port->height)
        port_scroll (port, (long) (rows - port->height + 1));
    }
}

/* --- doing -------------------------------------------------------------- */

static void
move (struct app *app, bool forward)
{
  if (!session_word_move (app->session, forward))
    app_say (app, "%s", forward ? _("This is the last word.")
                                : _("This is the first word."));
}

static void
turn (struct app *app, struct page *page)
{
  struct session *session = app->session;
  const struct document *document = session->reading->document;
  if (!document_has (document, ORIGINAL)
      || !document_has (document, TRANSLATION))
    {
      app_say (app, "%s", _("This document has one side only."));
      return;
    }
  session_word_turn (session);
  if (page->shape.layout == LAYOUT_ORIGINAL
      || page->shape.layout == LAYOUT_TRANSLATION)
    session->layout = session->reading->side == ORIGINAL
                        ? LAYOUT_ORIGINAL : LAYOUT_TRANSLATION;
}

void
word_note (struct app *app)
{
  struct reading *reading = app->session->reading;
  session_word_select (app->session);
  struct note note = reading_new_note (reading);
  reading->selecting = false;
  writer_open (app, &note, NULL);
}

void
word_copy (struct app *app)
{
  struct looks looks = { 0 };
  struct buf text = BUF_INIT;
  lookup (app->session, false, &looks);
  for (size_t k = 0; k < looks.len; k++)
    buf_add_format (&text, "%s%s",
                    k == 0                                ? ""
                    : looks.items[k].kind == LOOK_FACING ? " = "
                                                         : "\n",
                    looks.items[k].text);
  bool done = text.len > 0 && term_copy (app->terminal, text.data, text.len);
  app_say (app, "%s",
           done ? _("Sent to the terminal's clipboard.")
                : _("Too long for the terminal's clipboard."));
  buf_free (&text);
  looks_free (&looks);
}

void
word_find (struct app *app, enum action action)
{
  const struct reading *reading = app->session->reading;
  struct range word = session_word_range (app->session);
  char *term = mem_copy (reading->document->side[reading->side].text
                           + word.start,
                         range_len (word));
  if (*term && action == ACTION_CONCORDANCE)
    concordance_open (app, term, false);
  else if (*term)
    hits_open_term (app, term);
  free (term);
}

static void
enter (struct app *app)
{
  struct session *session = app->session;
  if (!session_words (session))
    app_say (app, "%s", _("There are no words here."));
  else if (session->damaged.code)
    app_fail (app, &session->damaged);
  /* It is told once.  */
  session->damaged = (struct err) ERR_INIT;
}

/* To the next bead, or the one before, or a paragraph's first.  */
static void
go_bead (struct session *session, enum action action)
{
  struct reading *reading = session->reading;
  size_t bead = reading->bead;
  if (action == ACTION_NEXT)
    bead++;
  else if (action == ACTION_PREVIOUS)
    bead -= bead > 0;
  else
    bead = reading_paragraph (reading, action == ACTION_PARAGRAPH_NEXT);
  session_word_bead (session, bead);
}

static bool
act_move (struct app *app, struct page *page, enum action action)
{
  switch (action)
    {
    case ACTION_WORD_NEXT:
    case ACTION_WORD_PREVIOUS:
      move (app, action == ACTION_WORD_NEXT);
      break;
    case ACTION_WORD_FIRST:
    case ACTION_WORD_LAST:
      session_word_edge (app->session, action == ACTION_WORD_LAST);
      break;
    case ACTION_NEXT:
    case ACTION_PREVIOUS:
    case ACTION_PARAGRAPH_NEXT:
    case ACTION_PARAGRAPH_PREVIOUS:
      go_bead (app->session, action);
      break;
    case ACTION_OTHER_SIDE:
      turn (app, page);
      break;
    default:
      return false;
    }
  page->word_top = 0;
  page_follow (app, page);
  return true;
}

/* Scrolls what stands at the foot.  */
static void
scroll_foot (struct page *page, bool down)
{
  enum { STEP = 3 };
  if (down)
    page->word_top += STEP;
  else
    page->word_top -= page->word_top > STEP ? STEP : page->word_top;
}

bool
page_word (struct app *app, struct page *page, enum action action)
{
  if (!app->session->reading->wording)
    {
      if (action != ACTION_WORDS)
        return false;
      page->word_top = 0;
      enter (app);
      return true;
    }
  if (act_move (app, page, action))
    return true;
  switch (action)
    {
    case ACTION_PAGE_DOWN:
    case ACTION_PAGE_UP:
      scroll_foot (page, action == ACTION_PAGE_DOWN);
      return true;
    case ACTION_ENTRY:
      entry_open (app);
      return true;
    case ACTION_SELECT:
      session_word_select (app->session);
      return true;
    case ACTION_NOTE:
      word_note (app);
      return true;
    case ACTION_COPY:
      word_copy (app);
      return true;
    case ACTION_CONCORDANCE:
    case ACTION_SEARCH:
      word_find (app, action);
      return true;
    case ACTION_CANCEL:
    case ACTION_BACK:
      session_words_end (app->session);
      return true;
    default:
      return false;
    }
}
