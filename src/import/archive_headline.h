/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a body repeats its title, and where it names its author.  */
#ifndef IMPORT_ARCHIVE_HEADLINE_H
#define IMPORT_ARCHIVE_HEADLINE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/range.h"

/* How many bytes of BODY (of TEXT), from its start, are the lines of TITLE
   repeated; 0 where it does not begin so.  White space, punctuation, case and
   the width of figures are ignored; the lines may have another order or be
   worded a little otherwise, a line or two not in the title may stand before
   them and a subtitle behind.  A line that is just AUTHOR's name is none of
   them.  TITLE and AUTHOR may be NULL.  */
size_t headline_end (const char *text, struct range body, const char *title,
                     const char *author);

/* Whether LINE of TEXT names AUTHOR and little else, or is plainly a reporter's
   line; AUTHOR may be NULL.  */
bool headline_is_byline (const char *text, struct range line,
                         const char *author);

#endif
