/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold of every grid: for the unit tests of read/ and the chain.  */
#ifndef GRID_HELP_H
#define GRID_HELP_H

#include "read/grid.h"

/* Lays out all blocks of DOCUMENT in SHAPE and returns what is wrong with any:
   text of the sentences left out or shown twice, heights, widths; or NULL.  */
const char *grid_wrong (const struct document *document,
                        const struct grid_shape *shape);

#endif
