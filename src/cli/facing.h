/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document en face as plain text.  */
#ifndef CLI_FACING_H
#define CLI_FACING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "book/document.h"
#include "read/grid.h"

struct facing
{
  enum layout layout;
  size_t width; /* columns of all, at least FACING_LEAST */
  bool numbers; /* of the beads, from 1, in a margin */
};

enum { FACING_LEAST = 20, FACING_MOST = 10000 };

/* Appends what DOCUMENT says of itself to OUT: titles, authors, date, page,
   column, path.  */
void facing_header (const struct document *document, size_t width,
                    struct buf *out);

/* Appends the texts to OUT, cleaned: every sentence of the sides that the
   layout shows once; sentences that face each other begin in the same row; a
   blank row behind each paragraph.  */
void facing_print (const struct document *document,
                   const struct facing *facing, struct buf *out);

/* The layout number CHOSEN of --layout (0: none was given) for DOCUMENT in
   WIDTH columns.  */
enum layout facing_layout (const struct document *document, size_t chosen,
                           size_t width);

/* The names of the layouts, for --layout.  */
const char *facing_choice (size_t index);

#endif
