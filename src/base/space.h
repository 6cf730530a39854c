/* SPDX-License-Identifier: GPL-3.0-or-later */
/* White space of Unicode in UTF-8.  */
#ifndef BASE_SPACE_H
#define BASE_SPACE_H

#include <stdbool.h>

#include "base/range.h"

/* Whether CP is white space (Unicode's White_Space property, U+200B and
   U+FEFF added because scans use them so).  */
static inline bool
space_is (unsigned cp)
{
  if (cp < 0x80)
    return cp == ' ' || (cp >= '\t' && cp <= '\r');
  return cp == 0x85 || cp == 0xA0 || cp == 0x1680
         || (cp >= 0x2000 && cp <= 0x200B) || cp == 0x2028 || cp == 0x2029
         || cp == 0x202F || cp == 0x205F || cp == 0x3000 || cp == 0xFEFF;
}

/* RANGE of TEXT (valid UTF-8) without the white space at its ends; empty at
   its start where there is nothing else.  */
struct range space_trim (const char *text, struct range range);

/* The first byte at or after AT that is no white space, at most END.  */
size_t space_skip (const char *text, size_t at, size_t end);

/* Whether CP is of a writing without spaces, Han or kana or their punctuation,
   so that white space beside it means nothing.  */
bool space_needless (unsigned cp);

#endif
