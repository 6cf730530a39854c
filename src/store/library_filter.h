/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The folded lines by which a document is found without its text.  Pure.
   Internal to store/.  */
#ifndef STORE_LIBRARY_FILTER_H
#define STORE_LIBRARY_FILTER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/vec.h"
#include "book/document.h"

/* The lines of the folded text: the first three name the document.  */
enum filter_line
{
  LINE_PATH,
  LINE_ORIGINAL,
  LINE_TRANSLATION,
  LINE_NAMES, /* how many of them name the document */
  LINE_DATE = LINE_NAMES,
  LINE_AUTHOR,
  LINE_AUTHOR_FACING,
  LINE_COLUMN,
  FILTER_LINES
};

/* What DOCUMENT at PATH is found by: FILTER_LINES folded lines, each ended by
   a newline.  The caller frees it.  */
char *filter_lines (const struct document *document, const char *path);

/* TEXT folded (fold_search); "" where it is not UTF-8.  The caller frees
   it.  */
char *filter_fold (const char *text);

/* The words of a filter, folded.  */
struct filter VEC (char *);

/* The words of TEXT (NULL: none).  */
struct filter filter_make (const char *text);
void filter_free (struct filter *filter);

/* Whether all words stand in the LEN bytes of LINES.  */
bool filter_fits (const struct filter *filter, const char *lines, size_t len);

/* How NAME (folded, not empty) stands in the lines that name a document.  */
enum filter_match
{
  MATCH_NONE,
  MATCH_PART,
  MATCH_LINE /* a whole line is NAME */
};

enum filter_match filter_match (const char *name, const char *lines,
                                size_t len);

#endif
