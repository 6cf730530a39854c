/* SPDX-License-Identifier: GPL-3.0-or-later */
/* White space of Unicode in UTF-8.  */
#include "base/space.h"

#include "base/utf8.h"

size_t
space_skip (const char *text, size_t at, size_t end)
{
  while (at < end)
    {
      size_t next = at;
      if (!space_is (utf8_next (text, end, &next)))
        break;
      at = next;
    }
  return at;
}

struct range
space_trim (const char *text, struct range range)
{
  size_t start = space_skip (text, range.start, range.end);
  if (start == range.end)
    return (struct range) { range.start, range.start };
  size_t end = range.end;
  for (size_t at = end; at > start; end = at)
    if (!space_is (utf8_prev (text, &at)))
      break;
  return (struct range) { start, end };
}

bool
space_needless (unsigned cp)
{
  return cp >= 0x2E80
         && (cp <= 0xABFF || (cp >= 0xF900 && cp <= 0xFAFF)
             || (cp >= 0xFE30 && cp <= 0xFE4F)
             || (cp >= 0xFF01 && cp <= 0xFF0F)
             || (cp >= 0xFF1A && cp <= 0xFF20)
             || (cp >= 0xFF5F && cp <= 0xFF64)
             || (cp >= 0x20000 && cp <= 0x3FFFD));
}
