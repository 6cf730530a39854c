/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window on a grid.  */
#include "view/port.h"

static bool
before (struct grid_place a, struct grid_place b)
{
  return a.block < b.block || (a.block == b.block && a.row < b.row);
}

/* Keeps the foot filled: the last row stays at the bottom.  */
static void
fill (struct port *port)
{
  struct grid_place foot = port->top;
  long below = grid_move (port->grid, &foot, (long) port->height - 1);
  long missing = (long) port->height - 1 - below;
  if (missing > 0)
    grid_move (port->grid, &port->top, -missing);
}

void
port_scroll (struct port *port, long count)
{
  if (grid_blocks (port->grid) == 0)
    return;
  grid_move (port->grid, &port->top, count);
  fill (port);
}

/* Puts the first row of block INDEX ROWS rows below the top.  */
static void
put_at (struct port *port, size_t index, size_t rows)
{
  port->top = (struct grid_place) { index, 0 };
  grid_move (port->grid, &port->top, -(long) rows);
}

size_t
port_below (struct port *port, size_t index)
{
  struct grid_place first = { index, 0 };
  if (before (first, port->top) && index != port->top.block)
    return 0;
  size_t rows = grid_block (port->grid, index)->text_rows;
  size_t ahead = before (first, port->top)
                   ? 0
                   : grid_distance (port->grid, port->top, first,
                                    port->height);
  size_t hidden = before (first, port->top) ? port->top.row : 0;
  size_t end = ahead + rows - (hidden < rows ? hidden : rows);
  return end > port->height ? end - port->height : 0;
}

void
port_show (struct port *port, size_t index)
{
  if (port->height == 0 || index >= grid_blocks (port->grid))
    return;
  struct grid_place first = { index, 0 };
  size_t rows = grid_block (port->grid, index)->text_rows;
  if (before (first, port->top) || rows >= port->height)
    port->top = first;
  else if (grid_distance (port->grid, port->top, first, port->height + 1)
             + rows > port->height)
    put_at (port, index, port->height - rows);
}

void
port_jump (struct port *port, size_t index)
{
  if (port->height == 0 || index >= grid_blocks (port->grid))
    return;
  struct grid_place first = { index, 0 };
  size_t rows = grid_block (port->grid, index)->text_rows;
  if (!before (first, port->top)
      && grid_distance (port->grid, port->top, first, port->height + 1) + rows
           <= port->height)
    return;
  put_at (port, index,
          rows < port->height ? (port->height - rows) / 3 : 0);
  fill (port);
}

size_t
port_first (struct port *port)
{
  return port->top.row > 0
             && port->top.block + 1 < grid_blocks (port->grid)
             && grid_block (port->grid, port->top.block)->rows
                    - port->top.row
                  < port->height
           ? port->top.block + 1
           : port->top.block;
}

size_t
port_last (struct port *port)
{
  struct grid_place foot = port->top;
  if (port->height > 0)
    grid_move (port->grid, &foot, (long) port->height - 1);
  return foot.block;
}
