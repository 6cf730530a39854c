/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stepping through UTF-8.  */
#include "base/utf8.h"

#include <stdint.h>
#include <string.h>

/* How many bytes follow LEAD, and the range of the first of them: table 3-7
   of the Unicode standard, which is what keeps overlong forms and surrogates
   out.  Returns 0 for a byte that can't lead.  */
static int
lead_info (unsigned char lead, unsigned char *low, unsigned char *high)
{
  *low = 0x80;
  *high = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF)
    return 1;
  if (lead >= 0xE0 && lead <= 0xEF)
    {
      if (lead == 0xE0)
        *low = 0xA0;
      else if (lead == 0xED)
        *high = 0x9F;
      return 2;
    }
  if (lead >= 0xF0 && lead <= 0xF4)
    {
      if (lead == 0xF0)
        *low = 0x90;
      else if (lead == 0xF4)
        *high = 0x8F;
      return 3;
    }
  return 0;
}

unsigned
utf8_next_any (const char *s, size_t len, size_t *at)
{
  const unsigned char *p = (const unsigned char *) s;
  size_t i = *at;
  unsigned char lead = p[i++];
  if (lead < 0x80)
    {
      *at = i;
      return lead;
    }
  unsigned char low, high;
  int more = lead_info (lead, &low, &high);
  unsigned cp = lead & (0x3Fu >> more);
  for (int k = 0; k < more; k++)
    {
      if (i >= len || p[i] < low || p[i] > high)
        {
          *at = i;
          return UTF8_ERROR;
        }
      cp = cp << 6 | (p[i++] & 0x3Fu);
      low = 0x80;
      high = 0xBF;
    }
  *at = i;
  return more ? cp : UTF8_ERROR;
}

unsigned
utf8_prev (const char *s, size_t *at)
{
  size_t i = *at - 1;
  while (i > 0 && ((unsigned char) s[i] & 0xC0) == 0x80)
    i--;
  size_t next = i;
  unsigned cp = utf8_next (s, *at, &next);
  *at = i;
  return cp;
}

size_t
utf8_put (char *to, unsigned cp)
{
  if (cp < 0x80)
    {
      to[0] = (char) cp;
      return 1;
    }
  size_t n = cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
  static const unsigned char lead[] = { 0, 0, 0xC0, 0xE0, 0xF0 };
  for (size_t k = n - 1; k > 0; k--, cp >>= 6)
    to[k] = (char) (0x80 | (cp & 0x3F));
  to[0] = (char) (lead[n] | cp);
  return n;
}

/* Behind the Han and other characters of three bytes that stand in a row at
   AT: the greater part of them, told without stepping.  */
static size_t
skip_threes (const char *s, size_t len, size_t at)
{
  const unsigned char *p = (const unsigned char *) s;
  while (at + 3 <= len && p[at] >= 0xE1 && p[at] <= 0xEF && p[at] != 0xED
         && (p[at + 1] & 0xC0) == 0x80 && (p[at + 2] & 0xC0) == 0x80)
    at += 3;
  return at;
}

size_t
utf8_check (const char *s, size_t len)
{
  size_t i = 0;
  while ((i = skip_threes (s, len, i)) < len)
    {
      uint64_t eight;
      if (i + 8 <= len
          && (memcpy (&eight, s + i, 8), !(eight & 0x8080808080808080u)))
        {
          i += 8;
          continue;
        }
      size_t start = i;
      if (utf8_next (s, len, &i) == UTF8_ERROR)
        return start;
    }
  return len;
}

size_t
utf8_count (const char *s, size_t len)
{
  size_t count = 0;
  for (size_t i = 0; i < len; i++)
    count += ((unsigned char) s[i] & 0xC0) != 0x80;
  return count;
}

size_t
utf8_offset (const char *s, size_t len, size_t count)
{
  size_t i = 0;
  for (; i < len; i++)
    if (((unsigned char) s[i] & 0xC0) != 0x80 && count-- == 0)
      break;
  return i;
}
