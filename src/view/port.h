/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window on a grid: which of its rows are seen.  */
#ifndef VIEW_PORT_H
#define VIEW_PORT_H

#include <stdbool.h>
#include <stddef.h>

#include "read/grid.h"

struct port
{
  struct grid *grid; /* owned; NULL while there is none */
  struct grid_place top;
  size_t height;
};

/* Scrolls as little as makes block INDEX seen whole, or its first rows where it
   is taller than the port.  */
void port_show (struct port *port, size_t index);

/* Puts block INDEX at the middle where it is not seen whole.  */
void port_jump (struct port *port, size_t index);

/* How many rows of block INDEX stand below the port, 0 where it is seen to its
   end or stands above it.  */
size_t port_below (struct port *port, size_t index);

/* Scrolls by COUNT rows; never beyond the first row, nor so far that the last
   row leaves the foot.  */
void port_scroll (struct port *port, long count);

/* The first block that is seen from its first row on, else the one that fills
   the port; the last block that is seen.  */
size_t port_first (struct port *port);
size_t port_last (struct port *port);

#endif
