/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the page looks: header, facing texts, the note below.  */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "text/clean.h"
#include "text/width.h"
#include "view/page.h"
#include "view/page_foot.h"
#include "view/page_word.h"

void
page_free (void *state)
{
  struct page *page = state;
  for (size_t i = 0; i < SIDES; i++)
    grid_free (page->port[i].grid);
  free (page);
}

static size_t
at_least_one (size_t columns)
{
  return columns ? columns : 1;
}

/* Columns for the text of a side that has the whole width.  */
static size_t
whole_width (size_t columns)
{
  return at_least_one (columns > MARGIN + 1 ? columns - MARGIN - 1 : 1);
}

/* Side by side: margin, original, a space, the rule, a space, margin,
   translation.  */
static void
set_facing (struct page *page, size_t columns, unsigned split)
{
  size_t text = columns > 2 * MARGIN + 3 ? columns - 2 * MARGIN - 3 : 2;
  size_t left = at_least_one (text * split / 100);
  size_t right = at_least_one (text > left ? text - left : 1);
  page->rule = MARGIN + left + 1;
  struct stripe original = { 0, left };
  struct stripe translation = { page->rule + 1, right };
  page->stripe[0][ORIGINAL] = original;
  page->stripe[page->ports - 1][TRANSLATION] = translation;
}

static void
set_stripes (struct page *page, const struct page_shape *shape)
{
  struct stripe whole = { 0, whole_width (shape->columns) };
  memset (page->stripe, 0, sizeof page->stripe);
  page->rule = 0;
  page->ports = shape->layout == LAYOUT_STACKED
                    || (shape->layout == LAYOUT_SIDES && shape->free)
                  ? 2
                  : 1;
  if (shape->layout == LAYOUT_SIDES)
    set_facing (page, shape->columns, shape->split);
  if (shape->layout != LAYOUT_SIDES && shape->layout != LAYOUT_TRANSLATION)
    page->stripe[0][ORIGINAL] = whole;
  if (shape->layout != LAYOUT_SIDES && shape->layout != LAYOUT_ORIGINAL)
    page->stripe[page->ports - 1][TRANSLATION] = whole;
}

/* How the beads of port INDEX flow.  */
static enum flow
flow_of (const struct page *page, size_t index)
{
  if (!page->stripe[index][TRANSLATION].width)
    return FLOW_ORIGINAL;
  if (!page->stripe[index][ORIGINAL].width)
    return FLOW_TRANSLATION;
  return page->shape.layout == LAYOUT_SIDES ? FLOW_FACING : FLOW_INTERLEAVED;
}

/* Makes the grids anew; the lit bead stays about where it was.  */
static void
make_grids (struct page *page, const struct document *document,
            const struct page_shape *shape)
{
  bool same = page->shape.opened == shape->opened;
  page->shape = *shape;
  set_stripes (page, shape);
  for (size_t i = 0; i < SIDES; i++)
    {
      struct port *port = &page->port[i];
      grid_free (port->grid);
      port->grid = NULL;
      port->top.row = 0;
      if (!same)
        port->top.block = 0;
      if (i >= page->ports)
        continue;
      struct grid_shape grid = { .flow = flow_of (page, i) };
      for (enum side s = 0; s < SIDES; s++)
        grid.columns[s] = at_least_one (page->stripe[i][s].width);
      port->grid = grid_new (document, &grid);
    }
  if (page->ports == 2 && same && page->port[1].top.block == 0)
    page->port[1].top = page->port[0].top;
}

/* Shares the rows between header, ports and the note.  Returns whether a height
   changed.  */
static bool
set_heights (struct page *page, size_t rows, size_t foot)
{
  size_t text = rows > 1 + foot ? rows - 1 - foot : 0;
  size_t before[SIDES] = { page->port[0].height, page->port[1].height };
  page->port_row[0] = page->port_row[1] = 1;
  page->port[0].height = page->port[1].height = text;
  if (page->ports == 2 && page->shape.layout == LAYOUT_STACKED)
    {
      page->port[0].height = text / 2;
      page->port_row[1] = 1 + text / 2 + 1;
      page->port[1].height = text > text / 2 + 1 ? text - text / 2 - 1 : 0;
    }
  return before[0] != page->port[0].height
         || before[1] != page->port[1].height;
}

/* The shape that the session asks for in ROWS by COLUMNS.  One side alone is the
   one that the reader is on, so that what was found or noted is seen.  */
static struct page_shape
shape_of (const struct page *page, const struct session *session, size_t rows,
          size_t columns)
{
  const struct document *document = session->reading->document;
  struct page_shape shape = { .opened = session->opened,
                              .layout = session->layout,
                              .split = session_split (session),
                              .columns = columns,
                              .free = page->free };
  if (shape.layout == LAYOUTS || !document_has (document, ORIGINAL)
      || !document_has (document, TRANSLATION))
    shape.layout = layout_for (document, columns, rows);
  else if (shape.layout == LAYOUT_ORIGINAL
           || shape.layout == LAYOUT_TRANSLATION)
    shape.layout = session->reading->side == ORIGINAL ? LAYOUT_ORIGINAL
                                                      : LAYOUT_TRANSLATION;
  return shape;
}

static bool
same_shape (const struct page_shape *a, const struct page_shape *b)
{
  return a->opened == b->opened && a->layout == b->layout
         && a->split == b->split && a->columns == b->columns
         && a->free == b->free;
}

bool
page_fits (const struct page *page, const struct session *session)
{
  return page->shape.opened == session->opened;
}

void
page_fit (struct page *page, const struct session *session, size_t rows,
          size_t columns, size_t foot)
{
  const struct reading *reading = session->reading;
  struct page_shape shape = shape_of (page, session, rows, columns);
  bool fresh = !page_fits (page, session);
  bool changed = !same_shape (&shape, &page->shape);
  if (changed)
    make_grids (page, reading->document, &shape);
  changed |= set_heights (page, rows, foot);
  for (size_t i = 0; changed && i < page->ports; i++)
    {
      if (fresh)
        port_jump (&page->port[i], reading->bead);
      else
        port_show (&page->port[i], reading->bead);
      port_scroll (&page->port[i], 0);
    }
}

struct port *
page_port (struct page *page, const struct reading *reading)
{
  return &page->port[page->ports == 2 ? reading->side : 0];
}

/* The place in the text; before it how many notes are on the whole document and
   how many are detached, where there are such.  The caller frees it.  */
static char *
header_place (const struct session *session, size_t columns)
{
  const struct reading *reading = session->reading;
  size_t beads = reading->document->beads.len;
  size_t whole = reading_whole_notes (reading);
  size_t detached = reading_detached_notes (reading);
  bool words = columns >= 100;
  struct buf out = BUF_INIT;
  if (session->attaching)
    buf_add_string (&out, _(" [a note waits to be attached]"));
  if (whole && words)
    buf_add_format (&out, ngettext (" %zu note on the document ",
                                    " %zu notes on the document ", whole),
                    whole);
  else if (whole)
    buf_add_format (&out, " *%zu", whole);
  if (detached && words)
    buf_add_format (&out, ngettext (" %zu note detached ",
                                    " %zu notes detached ", detached),
                    detached);
  else if (detached)
    buf_add_format (&out, " ?%zu", detached);
  buf_add_format (&out, " %zu/%zu %3zu%%", beads ? reading->bead + 1 : 0,
                  beads, beads ? (reading->bead + 1) * 100 / beads : 100);
  return buf_take (&out);
}

/* DATE p.PAGE  TITLE  TITLE; the caller frees it.  */
static char *
header_titles (const struct document *document)
{
  /* TRANSLATORS: the page of a newspaper, in few columns.  */
  char *number = document->page ? mem_format (_("p.%s"), document->page)
                                : mem_string ("");
  const char *own = document->side[ORIGINAL].title;
  const char *other = document->side[TRANSLATION].title;
  if (!own && !other)
    own = document_title (document, ORIGINAL);
  char *titles = mem_format (
    " %s%s%s%s%s%s%s", document->date ? document->date : "",
    document->page ? " " : "", number,
    document->date || document->page ? "  " : "", own ? own : "",
    own && other ? "  " : "", other ? other : "");
  free (number);
  return titles;
}

static void
draw_header (struct canvas *canvas, const struct session *session)
{
  char *place = header_place (session, canvas->columns);
  char *titles = header_titles (session->reading->document);
  size_t width = width_text (place, strlen (place));
  size_t room = canvas->columns > width ? canvas->columns - width : 0;
  size_t column
    = canvas_string (canvas, 0, 0, room, STYLE_HEADER, titles);
  for (; column < room; column++)
    canvas_put (canvas, 0, column, STYLE_HEADER, " ", 1);
  canvas_put (canvas, 0, column, STYLE_HEADER, place, strlen (place));
  free (place);
  free (titles);
}

static void
draw_ports (struct app *app, struct page *page, size_t columns)
{
  struct session *session = app->session;
  for (size_t i = 0; i < page->ports; i++)
    paint_port (&app->canvas, page->port_row[i], &page->port[i],
                session->reading, session->sought, page->stripe[i],
                page->ports == 1 || i == 1 ? page->rule : 0);
  if (page->shape.layout == LAYOUT_STACKED && columns > 0)
    canvas_fill (&app->canvas, page->port_row[1] - 1, 0, STYLE_FRAME, '-');
}

void
page_draw (struct app *app, struct page *page, size_t rows, bool note)
{
  struct reading *reading = app->session->reading;
  size_t columns = app->canvas.columns;
  struct foot foot = { .len = 0 };
  /* The header, and half of the rest for the texts, come first.  */
  size_t most = rows > 4 ? rows - 4 : 0;
  bool words = note && reading->wording && !reading->selecting;
  size_t word_rows = words ? page_word_rows (rows) : 0;
  reading_count_links (reading, app->session->notebook);
  if (note && !words)
    foot_fill (&foot, reading, whole_width (columns),
               most > rows / 2 + 2 ? rows / 2 + 2 : most);
  page->rows = rows;
  page_fit (page, app->session, rows, columns, foot.rows + word_rows);
  if (words)
    page_word_show (page, app->session);
  if (rows > 0)
    draw_header (&app->canvas, app->session);
  draw_ports (app, page, columns);
  if (word_rows > 0)
    page_word_draw (app, page, rows - word_rows, word_rows);
  if (foot.rows > 0)
    foot_draw (&foot, &app->canvas, rows - foot.rows);
  foot_clear (&foot);
}
