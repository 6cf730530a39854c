/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moving on the page, and marking its text.  */
#include "view/page.h"

void
page_follow (struct app *app, struct page *page)
{
  const struct reading *reading = app->session->reading;
  if (!page_fits (page, app->session))
    return;
  for (size_t i = 0; i < page->ports; i++)
    if (!page->free || &page->port[i] == page_port (page, reading))
      port_show (&page->port[i], reading->bead);
}

void
page_jump (struct app *app, struct page *page)
{
  const struct reading *reading = app->session->reading;
  if (!page_fits (page, app->session))
    return;
  for (size_t i = 0; i < page->ports; i++)
    port_jump (&page->port[i], reading->bead);
}

static void
go_next (struct app *app, struct page *page)
{
  struct reading *reading = app->session->reading;
  struct port *port = page_port (page, reading);
  size_t below = port_below (port, reading->bead);
  size_t most = port->height > 2 ? port->height - 2 : 1;
  if (below > 0)
    port_scroll (port, (long) (below < most ? below : most));
  else if (reading->bead + 1 < reading->document->beads.len)
    {
      reading_go (reading, reading->bead + 1);
      page_follow (app, page);
    }
}

static void
go_previous (struct app *app, struct page *page)
{
  struct reading *reading = app->session->reading;
  struct port *port = page_port (page, reading);
  if (port->top.block == reading->bead && port->top.row > 0)
    port_scroll (port, -(long) (port->top.row < port->height
                                  ? port->top.row : port->height));
  else if (reading->bead > 0)
    {
      reading_go (reading, reading->bead - 1);
      page_follow (app, page);
    }
}

/* Scrolls by ROWS; the lit bead goes along: to the first one seen when it is no
   longer, and to the end when there is nothing more to scroll.  */
static void
scroll (struct page *page, struct reading *reading, long rows)
{
  struct port *port = page_port (page, reading);
  struct grid_place before = port->top;
  port_scroll (port, rows);
  bool moved = before.block != port->top.block || before.row != port->top.row;
  size_t first = port_first (port), last = port_last (port);
  if (!moved)
    reading_go (reading, rows > 0 ? reading->document->beads.len : 0);
  else if (reading->bead < first || rows > 0)
    reading_go (reading, first);
  else if (reading->bead > last)
    reading_go (reading, last);
  for (size_t i = 0; i < page->ports; i++)
    if (!page->free && &page->port[i] != port)
      port_show (&page->port[i], reading->bead);
}

bool
page_move (struct app *app, struct page *page, enum action action)
{
  struct reading *reading = app->session->reading;
  long height = (long) page_port (page, reading)->height;
  long whole = height > 2 ? height - 1 : 1, half = height / 2 + 1;
  switch (action)
    {
    case ACTION_NEXT:
      go_next (app, page);
      return true;
    case ACTION_PREVIOUS:
      go_previous (app, page);
      return true;
    case ACTION_PAGE_DOWN:
    case ACTION_PAGE_UP:
      scroll (page, reading, action == ACTION_PAGE_DOWN ? whole : -whole);
      return true;
    case ACTION_HALF_DOWN:
    case ACTION_HALF_UP:
      scroll (page, reading, action == ACTION_HALF_DOWN ? half : -half);
      return true;
    case ACTION_FIRST:
    case ACTION_LAST:
      session_mark_step (app->session);
      reading_go (reading, action == ACTION_FIRST ? 0 : (size_t) -1);
      page_follow (app, page);
      return true;
    case ACTION_PARAGRAPH_NEXT:
    case ACTION_PARAGRAPH_PREVIOUS:
      reading_go (reading, reading_paragraph (
                             reading, action == ACTION_PARAGRAPH_NEXT));
      page_follow (app, page);
      return true;
    default:
      return false;
    }
}

bool
page_select (struct app *app, struct page *page, enum action action)
{
  struct reading *reading = app->session->reading;
  switch (action)
    {
    case ACTION_MARK_LEFT:
    case ACTION_MARK_RIGHT:
      reading_select_move (reading, action == ACTION_MARK_RIGHT, false);
      break;
    case ACTION_MARK_WORD:
    case ACTION_MARK_WORD_BACK:
      reading_select_move (reading, action == ACTION_MARK_WORD, true);
      break;
    case ACTION_MARK_WORD_END:
      reading_select_word_end (reading);
      break;
    case ACTION_MARK_START:
    case ACTION_MARK_END:
      reading_select_edge (reading, action == ACTION_MARK_END);
      break;
    case ACTION_MARK_ANCHOR:
    case ACTION_MARK_SWAP:
      reading_select_anchor (reading, action == ACTION_MARK_SWAP);
      break;
    case ACTION_NEXT:
      reading_select_bead (reading, reading->bead + 1);
      break;
    case ACTION_PREVIOUS:
      if (reading->bead > 0)
        reading_select_bead (reading, reading->bead - 1);
      break;
    case ACTION_PARAGRAPH_NEXT:
    case ACTION_PARAGRAPH_PREVIOUS:
      reading_select_bead (
        reading,
        reading_paragraph (reading, action == ACTION_PARAGRAPH_NEXT));
      break;
    case ACTION_CANCEL:
      reading->selecting = false;
      break;
    default:
      return false;
    }
  page_follow (app, page);
  return true;
}
