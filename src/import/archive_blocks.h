/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the parts of an article to a side: its text and what its paragraphs
   are.  */
#ifndef IMPORT_ARCHIVE_BLOCKS_H
#define IMPORT_ARCHIVE_BLOCKS_H

#include "base/range.h"
#include "book/document.h"

/* Gives SIDE of DOCUMENT (with its title and author) the text of BODY, a part
   of the file's TEXT; where the body does not begin with the title, the title
   and a line end stand before it.  Returns where in the side's text the
   headlines end.  */
size_t blocks_compose (struct document *document, enum side side,
                       const char *text, struct range body);

/* Makes the paragraphs of both sides, whose headlines end at HEAD, by enum
   side: headlines, one byline, captions, and the rest.  A line is a byline
   also where it looks like one and stands where the other side has its.  */
void blocks_classify (struct document *document, const size_t head[SIDES]);

#endif
