/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stepping through UTF-8, strictly: overlong forms, surrogates and values
   above U+10FFFF are errors (Unicode 15, table 3-7).  */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

#define UTF8_ERROR ((unsigned) -1)

/* The code point that starts at byte *AT of the LEN bytes at S (*AT < LEN);
   *AT moves behind it.  On bytes that are not UTF-8: UTF8_ERROR, and *AT moves
   by the length of the maximal ill-formed part, at least 1.  */
static inline unsigned utf8_next (const char *s, size_t len, size_t *at);

/* The same, whatever the bytes are: what utf8_next falls back on.  */
unsigned utf8_next_any (const char *s, size_t len, size_t *at);

/* The code point before byte *AT (*AT > 0) of valid UTF-8; *AT moves to its
   start.  */
unsigned utf8_prev (const char *s, size_t *at);

/* Writes CP (a valid code point) at TO, 1 to 4 bytes; returns how many.  */
size_t utf8_put (char *to, unsigned cp);

/* The offset of the first byte that is not UTF-8, or LEN when all is.  */
size_t utf8_check (const char *s, size_t len);

/* How many code points begin in the LEN bytes of valid UTF-8 at S.  */
size_t utf8_count (const char *s, size_t len);

/* The byte offset of code point number COUNT (from 0) in the LEN bytes of
   valid UTF-8 at S; LEN where there are fewer.  */
size_t utf8_offset (const char *s, size_t len, size_t count);

/* ASCII, and most of Chinese: three bytes, of which the second may be
   anything.  */
static inline unsigned
utf8_next (const char *s, size_t len, size_t *at)
{
  const unsigned char *p = (const unsigned char *) s + *at;
  if (*p < 0x80)
    {
      ++*at;
      return *p;
    }
  if (*p > 0xE0 && *p < 0xED && len - *at >= 3 && (p[1] & 0xC0) == 0x80
      && (p[2] & 0xC0) == 0x80)
    {
      *at += 3;
      return (*p & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
    }
  return utf8_next_any (s, len, at);
}

#endif
