/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The grid of beads: each bead is a block of rows as tall as its taller side, so
   that facing sentences stand level however their lines wrap.  Blocks are laid
   out when they are asked for, so that a document of any length opens at
   once.  */
#ifndef READ_GRID_H
#define READ_GRID_H

#include <stdbool.h>
#include <stddef.h>

#include "book/document.h"
#include "text/wrap.h"

/* What the reader chooses.  */
enum layout
{
  LAYOUT_SIDES,       /* side by side, level */
  LAYOUT_STACKED,     /* the original above, the translation below */
  LAYOUT_INTERLEAVED, /* bead by bead, one side under the other */
  LAYOUT_ORIGINAL,    /* one side alone */
  LAYOUT_TRANSLATION,
  LAYOUTS
};

/* "sides", "stacked", "interleaved", "original", "translation": the names on the
   command line and in the settings.  */
const char *layout_name (enum layout layout);

/* The layout of that name; LAYOUTS where there is none.  */
enum layout layout_named (const char *name);

/* The layout that suits DOCUMENT in a window of COLUMNS by ROWS: one side alone
   where the other is empty; side by side from 60 columns on (two lines of
   fifteen Han each); stacked where there are at least 16 rows; else
   interleaved.  */
enum layout layout_for (const struct document *document, size_t columns,
                        size_t rows);

/* How beads flow down a grid.  */
enum flow
{
  FLOW_FACING,
  FLOW_INTERLEAVED,
  FLOW_ORIGINAL,
  FLOW_TRANSLATION
};

/* Whether SIDE is drawn in FLOW.  */
bool flow_shows (enum flow flow, enum side side);

struct grid_shape
{
  enum flow flow;
  size_t columns[SIDES]; /* at least 1 for each side that is drawn */
};

/* A bead laid out.  */
struct grid_block
{
  size_t bead;
  struct glyphs glyphs[SIDES];
  struct lines lines[SIDES];
  size_t first_row[SIDES]; /* where the side's lines begin in the block */
  size_t text_rows;        /* rows with text, at least 1 */
  size_t rows;             /* and the blank row behind a paragraph */
};

struct grid;

/* A grid of DOCUMENT, which must outlive it and not change.  */
struct grid *grid_new (const struct document *document,
                       const struct grid_shape *shape);
void grid_free (struct grid *grid);

/* The number of blocks: the document's beads.  */
size_t grid_blocks (const struct grid *grid);

/* Block INDEX, laid out now if it was not; it lives until a block 256 or more
   before or behind it is asked for.  */
const struct grid_block *grid_block (struct grid *grid, size_t index);

/* The line of BLOCK that SIDE has in ROW; NULL where it has none there.  */
const struct line *grid_line (const struct grid_block *block, enum side side,
                               size_t row);

/* A place in a grid: row ROW of block BLOCK.  */
struct grid_place
{
  size_t block;
  size_t row;
};

/* PLACE moved by COUNT rows (negative: up), kept within the grid.  Returns by
   how many rows it moved.  */
long grid_move (struct grid *grid, struct grid_place *place, long count);

/* How many rows lie from FROM to TO (FROM not behind TO), counted up to MOST.  */
size_t grid_distance (struct grid *grid, struct grid_place from,
                      struct grid_place to, size_t most);

#endif
