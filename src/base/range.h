/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Half-open ranges of bytes: the way every place in a text is named.  */
#ifndef BASE_RANGE_H
#define BASE_RANGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/vec.h"

/* The bytes START <= i < END.  */
struct range
{
  size_t start;
  size_t end;
};

struct ranges VEC (struct range);

static inline size_t
range_len (struct range r)
{
  return r.end - r.start;
}

static inline bool
range_has (struct range r, size_t at)
{
  return at >= r.start && at < r.end;
}

/* Whether A and B have a byte in common; an empty range has none.  */
static inline bool
range_overlaps (struct range a, struct range b)
{
  return a.start < b.end && b.start < a.end;
}

#endif
