/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of a concordance as they leave: as text in columns, as records.  */
#ifndef READ_LINE_TEXT_H
#define READ_LINE_TEXT_H

#include <stddef.h>

#include "base/buf.h"
#include "read/found_line.h"

/* The narrowest text.  */
enum { LINE_TEXT_LEAST = 50 };

/* Appends LINE in WIDTH columns, at least LINE_TEXT_LEAST, cleaned: number and
   date of the document, what stands left, the term in its column, what stands
   right; and in a second row what faces it, cut with "...".  */
void line_text_add (const struct found_line *line, size_t width,
                    struct buf *out);

/* Appends LINE as a record: number, path, side, start, end, left, match, right,
   facing text; the contexts have WIDTH columns together, and nothing in them is
   changed but white space.  */
void line_record_add (const struct found_line *line, size_t width,
                      struct buf *out);

#endif
