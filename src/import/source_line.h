/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going through a source file line by line, and saying what was odd in it.  */
#ifndef IMPORT_SOURCE_LINE_H
#define IMPORT_SOURCE_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/range.h"
#include "import/importer.h"

/* A file that is being read.  */
struct source
{
  const char *text; /* valid UTF-8, line ends LF */
  size_t len;       /* bytes */
  struct warnings *warnings; /* may be NULL */
};

/* Of the same warning no more than so many are kept: a file of ten thousand
   odd lines is told by the first of them.  */
enum { SOURCE_SAME_WARNINGS = 3 };

/* For AT below: the whole file is meant.  */
#define SOURCE_WHOLE ((size_t) -1)

/* Adds a warning MESSAGE (a constant) about the line that holds byte AT.  */
void source_warn (const struct source *source, size_t at, const char *message);

/* The line that starts at AT, its LF left out, at most up to END.  */
struct range source_line (const char *text, size_t at, size_t end);

/* Where the line behind LINE starts, at most END.  */
size_t source_next (struct range line, size_t end);

/* The first line of WITHIN that is not blank, white space at its ends kept;
   empty at the end of WITHIN where there is none.  */
struct range source_first (const char *text, struct range within);

/* Whether RANGE holds nothing but white space.  */
bool source_blank (const char *text, struct range range);

/* RANGE as a string in one line, white space at its ends left out, a line end
   with what white space is around it made one space; NULL where nothing is
   left.  The caller frees it.  */
char *source_string (const char *text, struct range range);

/* Whether RANGE of TEXT begins with PREFIX, ASCII letters compared without
   case.  */
bool source_starts (const char *text, struct range range, const char *prefix);

/* Whether WORD stands anywhere in RANGE, ASCII letters compared without case.
   Takes O(range * word).  */
bool source_has (const char *text, struct range range, const char *word);

/* Whether any of WORDS (ended by NULL) stands in RANGE.  */
bool source_has_any (const char *text, struct range range,
                     const char *const words[]);

/* RANGE without the asterisks (of Markdown) and white space at its ends.  */
struct range source_unmarked (const char *text, struct range range);

/* Whether CP is a letter of ASCII.  */
bool source_is_letter (unsigned cp);

/* Whether CP is a Han character.  */
bool source_is_han (unsigned cp);

/* Whether RANGE has a Han character.  */
bool source_has_han (const char *text, struct range range);

/* The last code point of RANGE, closing quotes, closing brackets and white
   space behind it left out; 0 where there is none.  */
unsigned source_last (const char *text, struct range range);

/* Whether CP ends a sentence or a part of one: full stop, comma and the like;
   false for exclamation and question marks, which headlines have too.  */
bool source_is_stop (unsigned cp);

/* Whether RANGE can be a line of a headline: not empty, of at most MAX code
   points, and not ended like a part of a sentence.  */
bool source_is_heading (const char *text, struct range range, size_t max);

/* Whether RANGE is "by" (or "By") and a NAME: one to eight words that begin
   with a capital letter, no figures; *NAME is where it stands.  */
bool source_by_name (const char *text, struct range range,
                     struct range *name);

#endif
