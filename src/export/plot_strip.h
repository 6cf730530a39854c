/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strip: where in a text something stands, in one row of braille dots.  */
#ifndef EXPORT_PLOT_STRIP_H
#define EXPORT_PLOT_STRIP_H

#include <stddef.h>

#include "base/buf.h"

/* Appends a strip of COLUMNS characters of one column each to OUT: a line at the
   foot, and a stroke, two to a character, wherever one of the COUNT bits at BITS
   (the lowest first) that fall there is set.  */
void plot_strip (const unsigned char *bits, size_t count, size_t columns,
                 struct buf *out);

#endif
