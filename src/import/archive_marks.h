/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines that part an article of the archive, and its outline.  */
#ifndef IMPORT_ARCHIVE_MARKS_H
#define IMPORT_ARCHIVE_MARKS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/range.h"
#include "book/document.h"
#include "import/source_line.h"
#include "import/stated.h"

enum mark
{
  MARK_NONE,     /* text, or a blank line */
  MARK_RULE,     /* <hr /> */
  MARK_ORIGINAL, /* Original: */
  MARK_ENTITIES, /* **Named Entities** */
  MARK_HEADING   /* ### and a title, which may be missing */
};

/* What LINE is.  */
enum mark mark_of (const char *text, struct range line);

/* Whether LINE holds no text: white space, <br>, <hr> or a rule of three or
   more hyphens or asterisks.  */
bool mark_is_filler (const char *text, struct range line);

/* WITHIN from the indent of its first line of text to behind the LF of its
   last, lines without text at both ends left out.  */
struct range mark_body (const char *text, struct range within);

/* Where the two sides of an article are.  Where nothing parts them, all there
   is is in the translation's place.  Blocks of named entities, from their own
   first line on, are cut out of both.  */
struct outline
{
  bool parted;
  struct range side[SIDES];
  struct range entities[SIDES];
};

/* The outline of what is behind byte FROM of SOURCE.  Says in warnings which
   marks are missing or stand twice.  */
struct outline mark_outline (const struct source *source, size_t from);

/* Reads the header lines ("Title: ...") at the start of SOURCE into *STATED and
   returns where they end: at 0 where there are none.  */
size_t header_read (const struct source *source, struct stated *stated);

/* Whether LINE is a header line with a known key; fills *KEY and *VALUE.  */
bool header_line (const char *text, struct range line, enum stated_key *key,
                  struct range *value);

/* Reads the title, author, date, page and column that stand above the original
   in WITHIN into *STATED and returns where they end.  */
size_t masthead_read (const struct source *source, struct range within,
                      struct stated *stated);

#endif
