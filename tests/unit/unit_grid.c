/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of read/grid.h and view/port.h: blocks, places, windows.  */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "check.h"
#include "grid_help.h"
#include "store_help.h"
#include "view/port.h"

/* Joined in one paragraph a side, so that no blank rows come between.  */
static struct document *
one_paragraph (const char *original, const char *translation)
{
  struct document *document = document_sample (original, translation);
  for (enum side s = 0; s < SIDES; s++)
    {
      struct side_text *side = &document->side[s];
      side->paragraphs.len = 0;
      if (side->len > 0)
        VEC_PUSH (&side->paragraphs,
                  (struct paragraph) { { 0, side->len }, BLOCK_BODY });
      for (size_t i = 0; i < side->sentences.len; i++)
        side->sentences.items[i].paragraph = 0;
    }
  CHECK (document_is_whole (document));
  return document;
}

static struct grid *
grid_of (const struct document *document, enum flow flow, size_t original,
         size_t translation)
{
  struct grid_shape shape = { flow, { original, translation } };
  return grid_new (document, &shape);
}

static void
layouts (void)
{
  for (enum layout l = 0; l < LAYOUTS; l++)
    CHECK_NUMBER (layout_named (layout_name (l)), l);
  CHECK_NUMBER (layout_named ("auto"), LAYOUTS);
  CHECK_NUMBER (layout_named (""), LAYOUTS);
  struct document *both = document_sample ("炉。\n", "Fire.\n");
  struct document *one = document_sample ("炉。\n", "");
  struct document *other = document_sample ("", "Fire.\n");
  CHECK_NUMBER (layout_for (both, 60, 4), LAYOUT_SIDES);
  CHECK_NUMBER (layout_for (both, 59, 16), LAYOUT_STACKED);
  CHECK_NUMBER (layout_for (both, 59, 15), LAYOUT_INTERLEAVED);
  CHECK_NUMBER (layout_for (one, 200, 50), LAYOUT_ORIGINAL);
  CHECK_NUMBER (layout_for (other, 20, 50), LAYOUT_TRANSLATION);
  document_free (both);
  document_free (one);
  document_free (other);
  CHECK (flow_shows (FLOW_FACING, ORIGINAL));
  CHECK (flow_shows (FLOW_INTERLEAVED, TRANSLATION));
  CHECK (flow_shows (FLOW_ORIGINAL, ORIGINAL));
  CHECK (!flow_shows (FLOW_ORIGINAL, TRANSLATION));
  CHECK (!flow_shows (FLOW_TRANSLATION, ORIGINAL));
}

/* The heights of a grid's blocks: rows with text and all rows.  */
static void
check_heights (const struct document *document, enum flow flow,
               size_t original, size_t translation, const char *want)
{
  struct grid *grid = grid_of (document, flow, original, translation);
  struct buf is = BUF_INIT;
  for (size_t i = 0; i < grid_blocks (grid); i++)
    {
      const struct grid_block *b = grid_block (grid, i);
      buf_add_format (&is, "%s%zu/%zu", i ? " " : "", b->text_rows, b->rows);
    }
  CHECK_STRING (buf_string (&is), want);
  buf_free (&is);
  grid_free (grid);
}

static void
heights (void)
{
  struct document *d
    = one_paragraph ("炉火不熄。\n稻谷归仓。\n好。\n",
                     "The fires burn.\nRice.\nAll of it is very good.\n");
  check_heights (d, FLOW_FACING, 10, 20, "1/1 1/1 2/2");
  check_heights (d, FLOW_FACING, 4, 20, "3/3 3/3 2/2");
  check_heights (d, FLOW_FACING, 10, 8, "3/3 1/1 4/4");
  check_heights (d, FLOW_INTERLEAVED, 10, 20, "2/3 2/3 3/3");
  check_heights (d, FLOW_ORIGINAL, 10, 20, "1/1 1/1 1/1");
  check_heights (d, FLOW_TRANSLATION, 1, 8, "3/3 1/1 4/4");
  document_free (d);

  /* Paragraphs part, and a bead with one side is as tall as that.  */
  d = document_sample ("炉火不熄。\n好。\n", "Fire.\nGood.\nOne more here.\n");
  check_heights (d, FLOW_FACING, 10, 8, "1/2 1/2 2/2");
  check_heights (d, FLOW_ORIGINAL, 10, 8, "1/2 1/2 1/1");
  document_free (d);
}

static void
level_rows (void)
{
  struct document *d
    = one_paragraph ("炉火不熄。\n好。\n", "The fires burn on.\nGood.\n");
  struct grid *grid = grid_of (d, FLOW_FACING, 6, 9);
  const struct grid_block *b = grid_block (grid, 0);
  CHECK_NUMBER (b->first_row[ORIGINAL], 0);
  CHECK_NUMBER (b->first_row[TRANSLATION], 0);
  CHECK (grid_line (b, ORIGINAL, 0) == &b->lines[ORIGINAL].items[0]);
  CHECK (grid_line (b, ORIGINAL, 1) == &b->lines[ORIGINAL].items[1]);
  CHECK (!grid_line (b, ORIGINAL, 2));
  CHECK (!grid_line (b, TRANSLATION, b->lines[TRANSLATION].len));
  grid_free (grid);
  grid = grid_of (d, FLOW_INTERLEAVED, 6, 9);
  b = grid_block (grid, 0);
  CHECK_NUMBER (b->first_row[TRANSLATION], 2);
  CHECK (!grid_line (b, TRANSLATION, 1));
  CHECK (grid_line (b, TRANSLATION, 2) == &b->lines[TRANSLATION].items[0]);
  CHECK (!grid_line (b, ORIGINAL, 2));
  CHECK (!grid_line (b, TRANSLATION, b->text_rows));
  grid_free (grid);
  grid_free (NULL);
  document_free (d);
}

static void
any_width (void)
{
  static const char *const originals[]
    = { "炉火不熄，稻谷归仓。\n一、“钢”（一千零七十万吨）！？\n\n　\n",
        "e\u0301e\u0301\u202E\x1B[31m 炉\U0001F1E8\U0001F1F3火\n", "",
        "\u3131e\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308"
        "\u0309\u030A\n\U0001F468\u200D\U0001F469好\n" };
  static const char *const translations[]
    = { "The furnaces stay lit, rice goes to the barn.\n10,700,000 tons!\n",
        "Antidisestablishmentarianism\n", "One\nTwo\nThree\n" };
  for (size_t o = 0; o < sizeof originals / sizeof *originals; o++)
    for (size_t t = 0; t < sizeof translations / sizeof *translations; t++)
      {
        struct document *d = document_sample (originals[o], translations[t]);
        for (enum flow flow = 0; flow <= FLOW_TRANSLATION; flow++)
          for (size_t a = 1; a <= 41; a += a < 13 ? 1 : 7)
            {
              struct grid_shape shape = { flow, { a, 43 - a } };
              CHECK_STRING (grid_wrong (d, &shape), NULL);
            }
        document_free (d);
      }
}

/* A document of COUNT beads of one row each (with the blank one: two).  */
static struct document *
rows_of (size_t count)
{
  struct buf o = BUF_INIT, t = BUF_INIT;
  for (size_t i = 0; i < count; i++)
    {
      buf_add_format (&o, "炉%zu。\n", i);
      buf_add_format (&t, "Fire %zu.\n", i);
    }
  struct document *d = one_paragraph (buf_string (&o), buf_string (&t));
  buf_free (&o);
  buf_free (&t);
  return d;
}

static void
places (void)
{
  struct document *d
    = document_sample ("炉火不熄。\n好。\n火。\n", "Fire.\nGood.\nHot.\n");
  /* Rows 3+1, 1+1, 1.  */
  struct grid *grid = grid_of (d, FLOW_FACING, 4, 20);
  for (long from = 0; from < 7; from++)
    for (long by = -9; by <= 9; by++)
      {
        struct grid_place start = { 0, 0 }, is, want = { 0, 0 };
        CHECK_NUMBER (grid_move (grid, &start, from), from);
        is = start;
        long moved = grid_move (grid, &is, by);
        long to = from + by < 0 ? 0 : from + by > 6 ? 6 : from + by;
        CHECK_NUMBER (moved, to - from);
        grid_move (grid, &want, to);
        CHECK (is.block == want.block && is.row == want.row);
        if (to >= from)
          for (size_t most = 0; most < 9; most++)
            CHECK_NUMBER (grid_distance (grid, start, is, most),
                          (size_t) (to - from) < most ? (size_t) (to - from)
                                                      : most);
      }
  struct grid_place end = { 0, 0 };
  grid_move (grid, &end, 1000000);
  CHECK_NUMBER (end.block, 2);
  CHECK_NUMBER (end.row, 0);
  grid_free (grid);
  document_free (d);

  d = document_new ();
  grid = grid_of (d, FLOW_FACING, 4, 20);
  struct grid_place nowhere = { 0, 0 };
  CHECK_NUMBER (grid_blocks (grid), 0);
  CHECK_NUMBER (grid_move (grid, &nowhere, 3), 0);
  CHECK_NUMBER (grid_move (grid, &nowhere, -3), 0);
  grid_free (grid);
  document_free (d);
}

/* More blocks than are kept, asked for in any order.  */
static void
many_blocks (void)
{
  struct document *d = rows_of (1000);
  struct grid *grid = grid_of (d, FLOW_FACING, 20, 20);
  for (size_t i = 0; i < 1000; i++)
    {
      size_t index = i * 617 % 1000;
      const struct grid_block *b = grid_block (grid, index);
      CHECK_NUMBER (b->bead, index);
      size_t at = b->glyphs[ORIGINAL].items[0].range.start;
      CHECK_NUMBER (at, d->side[ORIGINAL].sentences.items[index].range.start);
    }
  const struct grid_block *kept = grid_block (grid, 300);
  for (size_t i = 301; i < 300 + 256; i++)
    grid_block (grid, i);
  CHECK_NUMBER (kept->bead, 300);
  grid_free (grid);
  document_free (d);
}

/* Row ROW of the document of 20 rows, as a place in it.  */
static struct port
port_at (struct grid *grid, size_t row, size_t height)
{
  return (struct port) { .grid = grid, .top = { row, 0 }, .height = height };
}

static void
ports_scroll (void)
{
  struct document *d = rows_of (20);
  struct grid *grid = grid_of (d, FLOW_FACING, 20, 20);
  static const struct
  {
    size_t top;
    long by;
    size_t height, want;
  } table[] = {
    { 0, 1, 5, 1 },    { 0, 14, 5, 14 }, { 0, 15, 5, 15 }, { 0, 16, 5, 15 },
    { 0, 999, 5, 15 }, { 15, 1, 5, 15 }, { 15, -1, 5, 14 }, { 3, -9, 5, 0 },
    { 0, 5, 20, 0 },   { 0, 5, 30, 0 },  { 0, 3, 1, 3 },   { 0, 99, 1, 19 },
    { 4, 0, 5, 4 },    { 0, 3, 0, 3 },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      struct port port = port_at (grid, table[i].top, table[i].height);
      port_scroll (&port, table[i].by);
      CHECK_NUMBER (port.top.block, table[i].want);
    }
  grid_free (grid);
  document_free (d);
}

static void
ports_show (void)
{
  struct document *d = rows_of (20);
  struct grid *grid = grid_of (d, FLOW_FACING, 20, 20);
  static const struct
  {
    size_t top, index, shown, jumped, below;
  } table[] = {
    /* Six rows: a jump leaves a row of the five above, and no row empty below
       the end.  */
    { 5, 5, 5, 5, 0 },   { 5, 10, 5, 5, 0 },  { 5, 11, 6, 10, 1 },
    { 5, 19, 14, 14, 1 }, { 5, 4, 4, 3, 0 },  { 5, 0, 0, 0, 0 },
    { 5, 20, 5, 5, 0 },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      struct port port = port_at (grid, table[i].top, 6);
      if (table[i].index < 20)
        CHECK_NUMBER (port_below (&port, table[i].index), table[i].below);
      port_show (&port, table[i].index);
      CHECK_NUMBER (port.top.block, table[i].shown);
      port = port_at (grid, table[i].top, 6);
      port_jump (&port, table[i].index);
      CHECK_NUMBER (port.top.block, table[i].jumped);
    }
  struct port none = port_at (grid, 3, 0);
  port_show (&none, 9);
  port_jump (&none, 9);
  CHECK_NUMBER (none.top.block, 3);
  CHECK_NUMBER (port_last (&none), 3);
  grid_free (grid);
  document_free (d);
}

/* A block taller than the port.  */
static void
ports_tall (void)
{
  struct document *d = one_paragraph ("炉火不熄稻谷。\n好。\n", "F.\nG.\n");
  struct grid *grid = grid_of (d, FLOW_FACING, 2, 20);
  size_t tall = grid_block (grid, 0)->rows;
  CHECK (tall >= 6);
  struct port port = port_at (grid, 0, 3);
  CHECK_NUMBER (port_below (&port, 0), tall - 3);
  CHECK_NUMBER (port_first (&port), 0);
  CHECK_NUMBER (port_last (&port), 0);
  port.top.row = 1;
  CHECK_NUMBER (port_below (&port, 0), tall - 4);
  CHECK_NUMBER (port_first (&port), 0);
  port.top.row = tall - 2;
  CHECK_NUMBER (port_below (&port, 0), 0);
  CHECK_NUMBER (port_first (&port), 1);
  CHECK_NUMBER (port_last (&port), 1);
  CHECK_NUMBER (port_below (&port, 1), grid_block (grid, 1)->rows - 1);
  port_show (&port, 0);
  CHECK_NUMBER (port.top.row, 0);
  grid_free (grid);
  document_free (d);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "layouts", layouts },
    { "heights", heights },
    { "level-rows", level_rows },
    { "any-width", any_width },
    { "places", places },
    { "many-blocks", many_blocks },
    { "ports-scroll", ports_scroll },
    { "ports-show", ports_show },
    { "ports-tall", ports_tall },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
