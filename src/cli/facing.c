/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document en face as plain text.  */
#include "cli/facing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "cli/paper.h"
#include "text/wrap.h"

/* Columns by which the translation is indented where the sides take turns, so
   that they are told apart.  */
enum { TURN_INDENT = 2 };

static const char between[] = " | ";

/* A page being printed.  */
struct page
{
  const struct document *document;
  struct grid *grid;
  enum flow flow;
  size_t columns[SIDES];
  size_t margin; /* columns of the numbers, 0: none */
  bool gap;      /* a blank row is due */
  struct buf *out;
};

const char *
facing_choice (size_t index)
{
  return index < LAYOUTS ? layout_name ((enum layout) index) : NULL;
}

enum layout
facing_layout (const struct document *document, size_t chosen, size_t width)
{
  /* A text that is printed has no window to be stacked in.  */
  return chosen ? (enum layout) (chosen - 1)
                : layout_for (document, width, 0);
}

/* --- header ------------------------------------------------------------- */

static void
add_part (struct buf *line, const char *before, const char *part)
{
  if (part && *part)
    buf_add_format (line, "%s%s", line->len ? before : "", part);
}

/* Adds LINE, where there is anything in it, and frees it.  */
static void
add_line (struct buf *out, struct buf *line, size_t width)
{
  if (line->len > 0)
    paper_wrap (out, line->data, TURN_INDENT, width);
  buf_free (line);
}

void
facing_header (const struct document *document, size_t width,
               struct buf *out)
{
  struct buf line = BUF_INIT;
  for (enum side s = 0; s < SIDES; s++)
    {
      add_part (&line, "", document->side[s].title);
      add_line (out, &line, width);
    }
  for (enum side s = 0; s < SIDES; s++)
    add_part (&line, " / ", document->side[s].author);
  add_line (out, &line, width);
  /* TRANSLATORS: parts the date, the page and the column.  */
  const char *comma = _ (", ");
  add_part (&line, "", document->date);
  if (document->page && *document->page)
    {
      /* TRANSLATORS: of a newspaper.  */
      char *page = mem_format (_ ("page %s"), document->page);
      add_part (&line, comma, page);
      free (page);
    }
  add_part (&line, comma, document->column);
  add_line (out, &line, width);
  add_part (&line, "", document->collection);
  add_part (&line, "/", document->path);
  add_line (out, &line, width);
  buf_add_byte (out, '\n');
}

/* --- rows --------------------------------------------------------------- */

/* Adds a line of SIDE (may be NULL), padded to COLUMNS.  */
static void
add_text (struct page *page, const struct grid_block *block, enum side side,
          const struct line *line, size_t columns)
{
  const char *text = page->document->side[side].text;
  size_t width = line ? line->width : 0;
  size_t end = line ? line->first + line->count : 0;
  while (line && end > line->first
         && block->glyphs[side].items[end - 1].kind == GLYPH_SPACE)
    end--;
  for (size_t i = line ? line->first : 0; i < end; i++)
    wrap_draw (text, &block->glyphs[side].items[i], page->out);
  paper_spaces (page->out, columns > width ? columns - width : 0);
}

static void
trim (struct buf *out)
{
  while (out->len > 0 && out->data[out->len - 1] == ' ')
    out->data[--out->len] = '\0';
}

/* Adds row ROW of BLOCK.  */
static void
add_row (struct page *page, const struct grid_block *block, size_t row)
{
  const struct line *original = grid_line (block, ORIGINAL, row);
  const struct line *translation = grid_line (block, TRANSLATION, row);
  if (page->gap)
    buf_add_byte (page->out, '\n');
  page->gap = false;
  if (page->margin > 0 && row == 0)
    buf_add_format (page->out, "%*zu  ", (int) page->margin - 2,
                    block->bead + 1);
  else
    paper_spaces (page->out, page->margin);
  if (page->flow == FLOW_FACING)
    {
      add_text (page, block, ORIGINAL, original, page->columns[ORIGINAL]);
      buf_add_string (page->out, between);
      add_text (page, block, TRANSLATION, translation, 0);
    }
  else if (original)
    add_text (page, block, ORIGINAL, original, 0);
  else
    {
      if (page->flow == FLOW_INTERLEAVED)
        paper_spaces (page->out, TURN_INDENT);
      add_text (page, block, TRANSLATION, translation, 0);
    }
  trim (page->out);
  buf_add_byte (page->out, '\n');
}

static void
add_block (struct page *page, const struct grid_block *block)
{
  for (size_t row = 0; row < block->text_rows; row++)
    if (page->flow == FLOW_FACING || grid_line (block, ORIGINAL, row)
        || grid_line (block, TRANSLATION, row))
      add_row (page, block, row);
  page->gap = page->gap || block->rows > block->text_rows;
}

/* The columns that the sides have in FLOW when WIDTH are left for them.  */
static void
share (struct page *page, size_t width)
{
  page->columns[ORIGINAL] = page->columns[TRANSLATION] = width;
  if (page->flow == FLOW_INTERLEAVED)
    page->columns[TRANSLATION] = width - TURN_INDENT;
  if (page->flow != FLOW_FACING)
    return;
  width -= strlen (between);
  page->columns[ORIGINAL] = width / 2;
  page->columns[TRANSLATION] = width - width / 2;
}

static void
add_flow (const struct document *document, const struct facing *facing,
          enum flow flow, struct buf *out)
{
  struct page page = { .document = document, .flow = flow, .out = out };
  if (facing->numbers)
    page.margin
      = (size_t) snprintf (NULL, 0, "%zu", document->beads.len) + 2;
  share (&page, facing->width - page.margin);
  struct grid_shape shape
    = { flow, { page.columns[ORIGINAL], page.columns[TRANSLATION] } };
  page.grid = grid_new (document, &shape);
  for (size_t i = 0; i < grid_blocks (page.grid); i++)
    add_block (&page, grid_block (page.grid, i));
  grid_free (page.grid);
}

void
facing_print (const struct document *document, const struct facing *facing,
              struct buf *out)
{
  static const enum flow flows[LAYOUTS] = {
    [LAYOUT_SIDES] = FLOW_FACING,
    [LAYOUT_STACKED] = FLOW_ORIGINAL,
    [LAYOUT_INTERLEAVED] = FLOW_INTERLEAVED,
    [LAYOUT_ORIGINAL] = FLOW_ORIGINAL,
    [LAYOUT_TRANSLATION] = FLOW_TRANSLATION,
  };
  add_flow (document, facing, flows[facing->layout], out);
  if (facing->layout == LAYOUT_STACKED)
    {
      buf_add_byte (out, '\n');
      for (size_t i = 0; i < facing->width; i++)
        buf_add_byte (out, '-');
      buf_add_string (out, "\n\n");
      add_flow (document, facing, FLOW_TRANSLATION, out);
    }
}
