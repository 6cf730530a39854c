/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The identity of a text: a digest of its words.  */
#include <sys/types.h>

#include <sha2.h>
#include <stdlib.h>
#include <uninorm.h>

#include "base/space.h"
#include "base/utf8.h"
#include "text/fold.h"

/* Whether CP surely stands unchanged in NFC whatever is beside it: Latin-1 and
   its neighbours, common punctuation, Han, full-width forms.  A quick check as
   in UAX #15, section 9, over the ranges that matter here.  */
static bool
is_stable (unsigned cp)
{
  return cp < 0x300 || (cp >= 0x2010 && cp <= 0x2027)
         || (cp >= 0x3000 && cp <= 0x3029) || (cp >= 0x3400 && cp <= 0x9FFF)
         || (cp >= 0xFF01 && cp <= 0xFF9D);
}

static bool
is_composed (const char *text, size_t len)
{
  for (size_t at = 0; at < len;)
    if ((unsigned char) text[at] < 0x80)
      at++;
    else if (!is_stable (utf8_next (text, len, &at)))
      return false;
  return true;
}

/* Whether white space may begin with byte C.  */
static bool
may_space (unsigned char c)
{
  return c <= ' ' || c == 0xC2 || c == 0xE1 || c == 0xE2 || c == 0xE3
         || c == 0xEF;
}

/* The end of the word that starts at byte AT: the next white space.  */
static size_t
word_end (const char *text, size_t at, size_t len)
{
  while (at < len)
    {
      size_t next = at + 1;
      if (may_space ((unsigned char) text[at]))
        {
          next = at;
          if (space_is (utf8_next (text, len, &next)))
            return at;
        }
      at = next;
    }
  return at;
}

static void
digest_words (SHA2_CTX *sha, const char *text, size_t len)
{
  size_t at = space_skip (text, 0, len);
  for (bool first = true; at < len; first = false)
    {
      size_t end = word_end (text, at, len);
      if (!first)
        SHA256Update (sha, (const uint8_t *) " ", 1);
      SHA256Update (sha, (const uint8_t *) text + at, end - at);
      at = space_skip (text, end, len);
    }
}

void
fold_identity (const char *text, size_t len, char hash[33])
{
  size_t composed_len;
  uint8_t *composed = NULL;
  if (!is_composed (text, len) && utf8_check (text, len) == len)
    composed = u8_normalize (UNINORM_NFC, (const uint8_t *) text, len, NULL,
                             &composed_len);
  SHA2_CTX sha;
  SHA256Init (&sha);
  if (composed)
    digest_words (&sha, (const char *) composed, composed_len);
  else
    digest_words (&sha, text, len);
  free (composed);
  uint8_t digest[SHA256_DIGEST_LENGTH];
  SHA256Final (digest, &sha);
  static const char hex[] = "0123456789abcdef";
  for (size_t i = 0; i < 16; i++)
    {
      hash[2 * i] = hex[digest[i] >> 4];
      hash[2 * i + 1] = hex[digest[i] & 15];
    }
  hash[32] = '\0';
}
