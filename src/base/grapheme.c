/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Grapheme clusters (UAX #29).  */
#include "base/grapheme.h"

#include <unictype.h>
#include <unigbrk.h>

#include "base/utf8.h"

/* Whether a cluster surely starts at byte AT: ASCII but LF, Han and the common
   punctuation never go on one.  */
static bool
surely_starts (const char *text, size_t len, size_t at)
{
  const unsigned char *p = (const unsigned char *) text + at;
  if (p[0] < 0x80)
    return p[0] != '\n';
  if (p[0] >= 0xE4 && p[0] <= 0xE9)
    return true;
  if (at + 3 > len)
    return false;
  return (p[0] == 0xE3 && p[1] == 0x80 && p[2] < 0xAA)
         || (p[0] == 0xEF && p[1] == 0xBC)
         || (p[0] == 0xE2 && p[1] == 0x80 && p[2] >= 0x90 && p[2] <= 0xA6);
}

/* Whether a cluster goes on with CP behind LAST.  libunistring's rule for two
   code points leaves out GB11, which joins pictures by U+200D.  */
static bool
goes_on (unsigned last, unsigned cp)
{
  if (last == UTF8_ERROR || cp == UTF8_ERROR)
    return false;
  if (last == 0x200D && uc_is_property_extended_pictographic (cp))
    return true;
  return !uc_is_grapheme_break (last, cp);
}

static bool
is_flag_half (unsigned cp)
{
  return cp >= 0x1F1E6 && cp <= 0x1F1FF;
}

size_t
grapheme_end (const char *text, size_t len, size_t at)
{
  unsigned last = utf8_next (text, len, &at);
  size_t halves = is_flag_half (last);
  while (at < len && !surely_starts (text, len, at))
    {
      size_t next = at;
      unsigned cp = utf8_next (text, len, &next);
      /* Two regional indicators make a flag, and no more than two (GB12).  */
      if (is_flag_half (cp) && halves > 0 ? halves != 1
                                          : !goes_on (last, cp))
        break;
      halves = is_flag_half (cp) ? halves + 1 : 0;
      last = cp;
      at = next;
    }
  return at;
}

/* The first place at or before AT where a cluster surely starts.  */
static size_t
sure_start (const char *text, size_t len, size_t at)
{
  while (at > 0
         && (((unsigned char) text[at] & 0xC0) == 0x80
             || !surely_starts (text, len, at)))
    at--;
  return at;
}

size_t
grapheme_start (const char *text, size_t len, size_t at)
{
  if (at >= len)
    return len;
  size_t start = sure_start (text, len, at);
  for (size_t end; (end = grapheme_end (text, len, start)) <= at;)
    start = end;
  return start;
}

/* How many halves of flags stand in a row before byte AT, at most 64.  */
static size_t
halves_before (const char *text, size_t at)
{
  size_t halves = 0;
  while (at > 0 && halves < 64 && is_flag_half (utf8_prev (text, &at)))
    halves++;
  return halves;
}

bool
grapheme_begins (const char *text, size_t len, size_t at)
{
  if (at == 0 || at >= len || surely_starts (text, len, at))
    return true;
  size_t before = at, next = at;
  unsigned last = utf8_prev (text, &before);
  unsigned cp = utf8_next (text, len, &next);
  if (is_flag_half (last) && is_flag_half (cp))
    return halves_before (text, at) % 2 == 0;
  return !goes_on (last, cp);
}

struct range
grapheme_widen (const char *text, size_t len, struct range range)
{
  struct range wide;
  wide.start = wide.end = grapheme_start (text, len, range.start);
  if (range_len (range) == 0)
    return wide;
  wide.end = grapheme_start (text, len, range.end);
  if (wide.end < range.end)
    wide.end = grapheme_end (text, len, wide.end);
  return wide;
}
