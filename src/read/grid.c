/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The grid of beads, laid out block by block.  */
#include "read/grid.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* More than two of the largest windows hold.  A power of two.  */
enum { KEPT = 256 };

struct grid
{
  const struct document *document;
  struct grid_shape shape;
  struct grid_block kept[KEPT]; /* block I lies at I % KEPT */
  bool filled[KEPT];
};

static const char *const layout_names[LAYOUTS]
  = { "sides", "stacked", "interleaved", "original", "translation" };

const char *
layout_name (enum layout layout)
{
  return layout_names[layout];
}

enum layout
layout_named (const char *name)
{
  enum layout layout = 0;
  while (layout < LAYOUTS && strcmp (name, layout_names[layout]) != 0)
    layout++;
  return layout;
}

enum layout
layout_for (const struct document *document, size_t columns, size_t rows)
{
  if (!document_has (document, TRANSLATION))
    return LAYOUT_ORIGINAL;
  if (!document_has (document, ORIGINAL))
    return LAYOUT_TRANSLATION;
  if (columns >= 60)
    return LAYOUT_SIDES;
  return rows >= 16 ? LAYOUT_STACKED : LAYOUT_INTERLEAVED;
}

bool
flow_shows (enum flow flow, enum side side)
{
  return flow != (side == ORIGINAL ? FLOW_TRANSLATION : FLOW_ORIGINAL);
}

struct grid *
grid_new (const struct document *document, const struct grid_shape *shape)
{
  struct grid *grid = mem_new (1, sizeof *grid);
  grid->document = document;
  grid->shape = *shape;
  return grid;
}

static void
block_clear (struct grid_block *block)
{
  for (enum side s = 0; s < SIDES; s++)
    {
      VEC_FREE (&block->glyphs[s]);
      VEC_FREE (&block->lines[s]);
    }
}

void
grid_free (struct grid *grid)
{
  if (!grid)
    return;
  for (size_t i = 0; i < KEPT; i++)
    block_clear (&grid->kept[i]);
  free (grid);
}

size_t
grid_blocks (const struct grid *grid)
{
  return grid->document->beads.len;
}

/* Whether a blank row follows block INDEX: behind paragraphs, and behind every
   bead where the sides take turns.  */
static bool
has_gap (const struct grid *grid, size_t index)
{
  return index + 1 < grid_blocks (grid)
         && (grid->shape.flow == FLOW_INTERLEAVED
             || document_bead_ends_paragraph (grid->document, index));
}

/* Lays out SIDE of block.  Verse and lists keep their lines where the document
   keeps them: each is a paragraph, so lines inside a sentence are the scan's, but
   for those of a headline.  */
static void
lay_side (const struct grid *grid, struct grid_block *block, enum side side)
{
  struct range range
    = document_bead_range (grid->document, block->bead, side);
  block->glyphs[side].len = block->lines[side].len = 0;
  if (!flow_shows (grid->shape.flow, side) || range_len (range) == 0)
    return;
  wrap_glyphs (grid->document->side[side].text, range,
               document_bead_is_heading (grid->document, block->bead, side),
               &block->glyphs[side]);
  wrap_lines (&block->glyphs[side], grid->shape.columns[side],
              &block->lines[side]);
}

static void
lay_block (const struct grid *grid, struct grid_block *block)
{
  for (enum side s = 0; s < SIDES; s++)
    lay_side (grid, block, s);
  size_t original = block->lines[ORIGINAL].len;
  size_t translation = block->lines[TRANSLATION].len;
  bool turns = grid->shape.flow == FLOW_INTERLEAVED;
  block->first_row[ORIGINAL] = 0;
  block->first_row[TRANSLATION] = turns ? original : 0;
  block->text_rows = turns                    ? original + translation
                     : original > translation ? original
                                              : translation;
  if (block->text_rows == 0)
    block->text_rows = 1;
  block->rows = block->text_rows + has_gap (grid, block->bead);
}

const struct grid_block *
grid_block (struct grid *grid, size_t index)
{
  size_t slot = index % KEPT;
  struct grid_block *block = &grid->kept[slot];
  if (!grid->filled[slot] || block->bead != index)
    {
      block->bead = index;
      lay_block (grid, block);
      grid->filled[slot] = true;
    }
  return block;
}

const struct line *
grid_line (const struct grid_block *block, enum side side, size_t row)
{
  const struct lines *lines = &block->lines[side];
  size_t first = block->first_row[side];
  return row >= first && row - first < lines->len ? &lines->items[row - first]
                                                  : NULL;
}

static long
move_down (struct grid *grid, struct grid_place *place, long count)
{
  long moved = 0;
  while (moved < count)
    {
      size_t rows = grid_block (grid, place->block)->rows;
      if (place->row + 1 < rows)
        {
          size_t step = rows - 1 - place->row;
          if ((long) step > count - moved)
            step = (size_t) (count - moved);
          place->row += step;
          moved += (long) step;
        }
      else if (place->block + 1 < grid_blocks (grid))
        {
          *place = (struct grid_place) { place->block + 1, 0 };
          moved++;
        }
      else
        break;
    }
  return moved;
}

static long
move_up (struct grid *grid, struct grid_place *place, long count)
{
  long moved = 0;
  while (moved < count)
    {
      if (place->row > 0)
        {
          size_t step = place->row;
          if ((long) step > count - moved)
            step = (size_t) (count - moved);
          place->row -= step;
          moved += (long) step;
        }
      else if (place->block > 0)
        {
          place->block--;
          place->row = grid_block (grid, place->block)->rows - 1;
          moved++;
        }
      else
        break;
    }
  return moved;
}

long
grid_move (struct grid *grid, struct grid_place *place, long count)
{
  if (grid_blocks (grid) == 0)
    return 0;
  return count >= 0 ? move_down (grid, place, count)
                    : -move_up (grid, place, -count);
}

size_t
grid_distance (struct grid *grid, struct grid_place from,
               struct grid_place to, size_t most)
{
  size_t rows = to.row - from.row;
  if (from.block < to.block)
    {
      rows = grid_block (grid, from.block)->rows - from.row;
      for (size_t i = from.block + 1; i < to.block && rows < most; i++)
        rows += grid_block (grid, i)->rows;
      rows += to.row;
    }
  return rows < most ? rows : most;
}
