/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was found, line by line: a place in its context, or a pair of sentences
   with its places.  */
#ifndef READ_FOUND_LINE_H
#define READ_FOUND_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/range.h"
#include "base/vec.h"
#include "store/search.h"

/* A document that lines are of; no text is NULL.  */
struct line_source
{
  long long id;
  char *date;
  char *page;
  char *title[SIDES];
  char *collection;
  char *path;
  size_t users;
};

struct found_line
{
  struct line_source *source;
  bool title;           /* it is of the document's titles */
  enum side side;       /* of the occurrence, or the first of several */
  struct range range;   /* the same: bytes of the side's text, or its title */
  size_t start, end;    /* the same in code points */
  size_t bead;
  char *text;           /* what surrounds it, as it stands in the source */
  struct ranges lit;    /* the occurrences in TEXT */
  char *facing;         /* what faces it; "" where nothing does */
  struct ranges facing_lit;
};

struct found_lines VEC (struct found_line *);

void found_line_free (struct found_line *line);
void found_lines_free (struct found_lines *lines);

/* The title to show for LINE: of the original, else of the translation, else the
   path.  */
const char *found_line_title (const struct found_line *line);

/* Appends a line for each place of FOUND to OUT: its text is what stands in its
   paragraph, a few hundred bytes either side at most; in a text of more than a
   megabyte its bead.  The paragraph is read from LIBRARY.  */
void found_lines_by_place (struct library *library,
                           const struct search_found *found,
                           struct found_lines *out);

/* Appends a line for each bead of FOUND: its text is the side that has the first
   place, with all places on either side lit.  */
void found_lines_by_bead (const struct search_found *found,
                          struct found_lines *out);

#endif
