/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold of every grid: for the unit tests of read/ and the chain.  */
#include "grid_help.h"

#include <stdlib.h>

#include "base/space.h"

/* Whether the lines of SIDE in BLOCK draw each byte of RANGE once and nothing
   else, white space aside, in rows that are SIDE's.  */
static const char *
wrong_side (const struct document *document, const struct grid_block *block,
            enum side side, struct range range, size_t columns)
{
  const char *text = document->side[side].text;
  const struct glyphs *glyphs = &block->glyphs[side];
  size_t at = range.start, glyph = 0, seen = 0;
  for (size_t row = 0; row < block->rows; row++)
    {
      const struct line *line = grid_line (block, side, row);
      if (!line)
        continue;
      seen++;
      if (row >= block->text_rows)
        return "text in the blank row";
      if (line->first != glyph)
        return "a glyph left out or shown twice";
      for (; glyph < line->first + line->count; glyph++)
        {
          struct range r = glyphs->items[glyph].range;
          if (r.start < at || r.end <= r.start || r.end > range.end
              || range_len (space_trim (text, (struct range) { at, r.start })))
            return "bytes left out or shown twice";
          at = r.end;
        }
      size_t drawn = line->count;
      drawn -= glyphs->items[glyph - 1].kind == GLYPH_SPACE;
      if (line->width > columns && drawn > 1)
        return "a line wider than its side";
    }
  if (seen != block->lines[side].len || glyph != glyphs->len)
    return "a line left out";
  return range_len (space_trim (text, (struct range) { at, range.end }))
           ? "bytes left out at the end"
           : NULL;
}

static const char *
wrong_block (const struct document *document, const struct grid_block *block,
             const struct grid_shape *shape)
{
  size_t height[SIDES];
  for (enum side s = 0; s < SIDES; s++)
    {
      bool shown = flow_shows (shape->flow, s);
      struct range range = document_bead_range (document, block->bead, s);
      height[s] = block->lines[s].len;
      if (!shown && height[s] > 0)
        return "a side that is not shown";
      const char *wrong = shown ? wrong_side (document, block, s, range,
                                              shape->columns[s])
                                : NULL;
      if (wrong)
        return wrong;
    }
  size_t tall = height[ORIGINAL] > height[TRANSLATION]
                  ? height[ORIGINAL]
                  : height[TRANSLATION];
  if (shape->flow == FLOW_INTERLEAVED)
    tall = height[ORIGINAL] + height[TRANSLATION];
  if (block->text_rows != (tall ? tall : 1))
    return "not as tall as its text";
  return block->rows == block->text_rows
             || block->rows == block->text_rows + 1
           ? NULL
           : "more than a blank row";
}

const char *
grid_wrong (const struct document *document, const struct grid_shape *shape)
{
  struct grid *grid = grid_new (document, shape);
  const char *wrong = grid_blocks (grid) == document->beads.len
                        ? NULL
                        : "not a block a bead";
  size_t shown[SIDES] = { 0, 0 };
  for (size_t i = 0; !wrong && i < grid_blocks (grid); i++)
    {
      const struct grid_block *block = grid_block (grid, i);
      const struct bead *bead = &document->beads.items[i];
      wrong = block->bead == i ? wrong_block (document, block, shape)
                               : "another block";
      for (enum side s = 0; s < SIDES; s++)
        {
          if (bead->first[s] != shown[s])
            wrong = "a sentence left out or shown twice";
          shown[s] += bead->count[s];
        }
    }
  grid_free (grid);
  return wrong;
}
