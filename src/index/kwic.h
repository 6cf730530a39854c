/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A keyword in its context: the parts of a line of a concordance, and what lines
   are sorted by.  */
#ifndef INDEX_KWIC_H
#define INDEX_KWIC_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/range.h"

/* Bytes of a text: what stands left and right of a match, without the white
   space that parts them.  */
struct kwic
{
  struct range left;
  struct range match;
  struct range right;
  size_t left_columns; /* what `left` takes as it is drawn */
};

/* As much of WITHIN of TEXT (valid UTF-8) around MATCH as fits into LEFT and
   RIGHT columns, whole clusters.  Takes time by the columns.  Needs LC_CTYPE set
   to a UTF-8 locale.  */
void kwic_fit (const char *text, struct range within, struct range match,
               size_t left, size_t right, struct kwic *kwic);

/* Appends RANGE of TEXT in one line as it is drawn, cleaned; returns its
   columns.  */
size_t kwic_draw (const char *text, struct range range, struct buf *out);

/* Appends RANGE of TEXT in one line, a run of white space made one space, or
   nothing where a line was broken within Chinese; all else as it stands.  */
void kwic_plain (const char *text, struct range range, struct buf *out);

/* Bytes of a sort key, its NUL included.  */
enum { KWIC_KEY = 64 };

/* Writes to KEY what a line is sorted by: the words (Chinese: the characters)
   that stand right of MATCH in WITHIN of TEXT, or with LEFT left of it, the
   nearest first, folded for search, without punctuation; as many as have room.
   Keys are compared byte by byte (strcmp).  */
void kwic_key (const char *text, struct range within, struct range match,
               bool left, char key[KWIC_KEY]);

#endif
