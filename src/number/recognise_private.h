/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the recognisers of the languages share.  */
#ifndef NUMBER_RECOGNISE_PRIVATE_H
#define NUMBER_RECOGNISE_PRIVATE_H

#include <stdint.h>

#include "number/wordlist.h"
#include "number/recognise.h"

/* A character below U+10000 has a bit in BEGINS where a quantity, or a phrase
   that must be passed over, may begin with it.  */
struct recogniser
{
  struct wordlist *wordlist;
  void (*run) (const struct recogniser *recogniser, const char *text,
               struct range within, struct quantities *out);
  uint8_t begins[65536 / 8];
};

/* Whether the character at AT has that bit.  */
static inline bool
recogniser_begins (const struct recogniser *r, const char *text, size_t at,
                   size_t end)
{
  const unsigned char *s = (const unsigned char *) text + at;
  unsigned cp = s[0];
  if (cp >= 0xE0 && cp < 0xF0 && end - at >= 3)
    cp = (cp & 0xFu) << 12 | (s[1] & 0x3Fu) << 6 | (s[2] & 0x3Fu);
  else if (cp >= 0xC0 && cp < 0xE0 && end - at >= 2)
    cp = (cp & 0x1Fu) << 6 | (s[1] & 0x3Fu);
  else if (cp >= 0x80)
    return false;
  return r->begins[cp / 8] >> cp % 8 & 1;
}

/* A language as a table row.  */
struct language
{
  const char *name;
  const struct word *const *tables; /* ended by NULL */
  unsigned beginnings; /* the classes of words that a quantity begins with */
  const char *also;    /* other characters that it may begin with */
  void (*run) (const struct recogniser *recogniser, const char *text,
               struct range within, struct quantities *out);
};

extern const struct language language_zh, language_en;

#endif
