/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts without the white space that re-wrapping moves, for anchors.  */
#ifndef BOOK_PLAIN_H
#define BOOK_PLAIN_H

#include <stddef.h>

#include "base/buf.h"
#include "base/range.h"
#include "base/vec.h"

struct places VEC (size_t);

/* A text whose runs of white space are one space, or none beside Han and at
   the ends; MAP has the place of each of its bytes in the source.  */
struct plain
{
  struct buf text;
  struct places map;
};

/* The plain form of the LEN bytes at TEXT; plain_free frees it.  */
struct plain plain_make (const char *text, size_t len);
void plain_free (struct plain *plain);

/* Where the bytes RANGE, not empty, of PLAIN stand in the source.  */
struct range plain_source (const struct plain *plain, struct range range);

/* Appends to OUT the start of every occurrence of NEEDLE, overlapping ones too,
   in PLAIN; none of an empty one.  Knuth, Morris and Pratt, SIAM J. Comput. 6
   (1977): linear whatever the texts.  */
void plain_find (const struct plain *plain, const char *needle, size_t len,
                 struct places *out);

#endif
