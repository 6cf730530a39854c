/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What encoding bytes look like that are not UTF-8.  */
#include "text/encoding.h"

#include <string.h>

typedef unsigned char byte;

enum { SAMPLE = 65536 }; /* bytes looked at */

static const char WINDOWS[] = "windows-1252", LATIN[] = "ISO-8859-1";

const char *
encoding_mark (const char *s, size_t len)
{
  if (len >= 4 && memcmp (s, "\xFF\xFE\0\0", 4) == 0)
    return "UTF-32LE";
  if (len >= 4 && memcmp (s, "\0\0\xFE\xFF", 4) == 0)
    return "UTF-32BE";
  if (len >= 2 && memcmp (s, "\xFF\xFE", 2) == 0)
    return "UTF-16LE";
  if (len >= 2 && memcmp (s, "\xFE\xFF", 2) == 0)
    return "UTF-16BE";
  return NULL;
}

static bool
within (byte b, byte low, byte high)
{
  return b >= low && b <= high;
}

/* The character at the LEFT bytes at S in one encoding: its length, 0 where
   there is none; *COMMON whether it is one that texts are full of.  */
typedef size_t step_function (const byte *s, size_t left, bool *common);

/* GB 18030: pairs 81-FE, 40-FE without 7F, and fours with digits second and
   last.  Common: the punctuation and first-level Han of GB 2312.  */
static size_t
step_gb18030 (const byte *s, size_t left, bool *common)
{
  if (left < 2 || !within (s[0], 0x81, 0xFE))
    return 0;
  if (within (s[1], 0x30, 0x39))
    return left >= 4 && within (s[2], 0x81, 0xFE) && within (s[3], 0x30, 0x39)
             ? 4
             : 0;
  *common = s[1] >= 0xA1
            && (within (s[0], 0xB0, 0xD7) || s[0] == 0xA1 || s[0] == 0xA3);
  return within (s[1], 0x40, 0xFE) && s[1] != 0x7F ? 2 : 0;
}

/* Big5: pairs A1-F9, 40-7E or A1-FE.  Common: punctuation, first level.  */
static size_t
step_big5 (const byte *s, size_t left, bool *common)
{
  if (left < 2 || !within (s[0], 0xA1, 0xF9))
    return 0;
  *common = within (s[0], 0xA4, 0xC6) || s[0] == 0xA1;
  return within (s[1], 0x40, 0x7E) || within (s[1], 0xA1, 0xFE) ? 2 : 0;
}

/* Shift_JIS: pairs, and half-width Kana in one byte.  Common: punctuation,
   Kana, first level.  */
static size_t
step_shift_jis (const byte *s, size_t left, bool *common)
{
  if (within (s[0], 0xA1, 0xDF))
    return 1;
  if (left < 2 || !(within (s[0], 0x81, 0x9F) || within (s[0], 0xE0, 0xFC)))
    return 0;
  *common = within (s[0], 0x81, 0x83) || within (s[0], 0x88, 0x98);
  return within (s[1], 0x40, 0xFC) && s[1] != 0x7F ? 2 : 0;
}

/* How many in a hundred of the characters beyond ASCII are common ones in the
   encoding of STEP; 0 where more than one in twenty is none of it.  */
static size_t
score (const byte *s, size_t len, step_function *step)
{
  size_t all = 0, common = 0, wrong = 0;
  for (size_t at = 0; at < len;)
    {
      if (s[at] < 0x80)
        {
          at++;
          continue;
        }
      bool is_common = false;
      size_t n = step (s + at, len - at, &is_common);
      all++;
      wrong += n == 0 && at + 4 < len; /* the sample may cut the last */
      common += n > 0 && is_common;
      at += n ? n : 1;
    }
  return all == 0 || wrong * 20 > all ? 0 : common * 100 / all;
}

/* Which of the encodings with pairs of bytes fits best; they are tried in the
   order of what is likely here, and the later must fit better.  */
static const char *
guess_pairs (const byte *s, size_t len)
{
  static const struct
  {
    const char *name;
    step_function *step;
  } table[] = {
    { "GB18030", step_gb18030 },
    { "Big5", step_big5 },
    { "Shift_JIS", step_shift_jis },
  };
  const char *best = NULL;
  size_t high = 49;
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      size_t points = score (s, len, table[i].step);
      if (points > high)
        {
          best = table[i].name;
          high = points;
        }
    }
  return best;
}

/* One byte a character: bytes above 0x7F mostly alone among ASCII.  80-9F are
   controls in ISO 8859-1 and dashes and curly quotes in windows-1252.  */
static const char *
guess_single (const byte *s, size_t len)
{
  size_t high = 0, pairs = 0;
  bool windows = false;
  for (size_t i = 0; i < len; i++)
    if (s[i] >= 0x80)
      {
        high++;
        pairs += i + 1 < len && s[i + 1] >= 0x80;
        windows |= s[i] <= 0x9F;
      }
  if (high == 0 || high * 3 > len || pairs * 4 > high)
    return NULL;
  return windows ? WINDOWS : LATIN;
}

bool
encoding_is_single (const char *name)
{
  return strcmp (name, WINDOWS) == 0 || strcmp (name, LATIN) == 0;
}

/* UTF-16 and UTF-32 without a mark, where there are NUL bytes: the places they
   stand at, by fours.  */
static const char *
guess_nul (const byte *s, size_t len)
{
  size_t zero[4] = { 0, 0, 0, 0 };
  for (size_t i = 0; i < len; i++)
    zero[i % 4] += s[i] == 0;
  size_t most = len / 4 - len / 40;
  if (len >= 8 && zero[3] >= most && zero[2] >= most && zero[0] < most)
    return "UTF-32LE";
  if (len >= 8 && zero[0] >= most && zero[1] >= most && zero[3] < most)
    return "UTF-32BE";
  size_t even = zero[0] + zero[2], odd = zero[1] + zero[3];
  if (odd > 1 && odd > even * 4 && odd * 20 > len)
    return "UTF-16LE";
  if (even > 1 && even > odd * 4 && even * 20 > len)
    return "UTF-16BE";
  return NULL;
}

/* Chinese in UTF-16 without a mark: every second byte is the upper half of a
   Han character or of its punctuation, and the others are anything.  */
static const char *
guess_utf16 (const byte *s, size_t len)
{
  size_t han[2] = { 0, 0 };
  for (size_t i = 0; i < len; i++)
    han[i % 2] += within (s[i], 0x4E, 0x9F) || s[i] == 0x30 || s[i] == 0xFF
                  || s[i] == 0;
  size_t most = len / 2 - len / 20;
  if (len < 16 || (han[0] < most && han[1] < most))
    return NULL;
  if (han[0] * 4 < len / 2 * 3)
    return "UTF-16LE";
  return han[1] * 4 < len / 2 * 3 ? "UTF-16BE" : NULL;
}

const char *
encoding_guess (const char *text, size_t len)
{
  const byte *s = (const byte *) text;
  const char *name = encoding_mark (text, len);
  if (name)
    return name;
  size_t skip = 0;
  bool nul = memchr (s, '\0', len) != NULL;
  while (!nul && skip < len && s[skip] < 0x80)
    skip++;
  skip &= ~(size_t) 1;
  size_t left = len - skip < SAMPLE ? len - skip : SAMPLE;
  s += skip;
  name = nul ? guess_nul (s, left) : guess_single (s, left);
  if (!name && !nul)
    name = guess_pairs (s, left);
  return name ? name : guess_utf16 (s, left);
}
