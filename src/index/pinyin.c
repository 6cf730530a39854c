/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pinyin with tone marks, and without any.  */
#include "index/pinyin.h"

#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"

/* A vowel with its four marks, and without.  */
struct vowel
{
  unsigned plain;
  unsigned marked[4];
};

static const struct vowel vowels[] = {
  { 'a', { 0x101, 0xE1, 0x1CE, 0xE0 } },   { 'A', { 0x100, 0xC1, 0x1CD, 0xC0 } },
  { 'e', { 0x113, 0xE9, 0x11B, 0xE8 } },   { 'E', { 0x112, 0xC9, 0x11A, 0xC8 } },
  { 'i', { 0x12B, 0xED, 0x1D0, 0xEC } },   { 'I', { 0x12A, 0xCD, 0x1CF, 0xCC } },
  { 'o', { 0x14D, 0xF3, 0x1D2, 0xF2 } },   { 'O', { 0x14C, 0xD3, 0x1D1, 0xD2 } },
  { 'u', { 0x16B, 0xFA, 0x1D4, 0xF9 } },   { 'U', { 0x16A, 0xDA, 0x1D3, 0xD9 } },
  { 0xFC, { 0x1D6, 0x1D8, 0x1DA, 0x1DC } },
  { 0xDC, { 0x1D5, 0x1D7, 0x1D9, 0x1DB } },
};

enum { VOWELS = sizeof vowels / sizeof *vowels, SYLLABLE_MOST = 8 };

/* The marks that are put on letters that have no forms of their own.  */
static const unsigned combining[4] = { 0x304, 0x301, 0x30C, 0x300 };

static const struct vowel *
vowel_of (unsigned cp)
{
  for (size_t k = 0; k < VOWELS; k++)
    if (vowels[k].plain == cp)
      return &vowels[k];
  return NULL;
}

/* CP without its tone mark, and which that was in *TONE, 0 for none.  */
static unsigned
unmark (unsigned cp, unsigned *tone)
{
  *tone = 0;
  for (size_t k = 0; cp >= 0x80 && k < VOWELS; k++)
    for (unsigned t = 0; t < 4; t++)
      if (vowels[k].marked[t] == cp)
        {
          *tone = t + 1;
          return vowels[k].plain;
        }
  return cp;
}

/* CP without its tone mark.  */
static unsigned
unmarked (unsigned cp)
{
  unsigned tone;
  return unmark (cp, &tone);
}

static bool
is_letter (unsigned cp)
{
  return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z') || cp == 0xFC
         || cp == 0xDC;
}

/* CP in lower case where it is one of pinyin's letters.  */
static unsigned
lower (unsigned cp)
{
  return (cp >= 'A' && cp <= 'Z') || cp == 0xDC ? cp + 32 : cp;
}

/* A run of letters: code points, u: made one.  */
struct syllable
{
  unsigned cp[SYLLABLE_MOST];
  size_t len;
};

/* The letters at *AT, which moves behind them; one of more letters than a
   syllable can have is left as it is.  */
static void
take_letters (const char *text, size_t len, size_t *at,
              struct syllable *syllable)
{
  syllable->len = 0;
  while (*at < len && syllable->len < SYLLABLE_MOST)
    {
      size_t next = *at;
      unsigned cp = utf8_next (text, len, &next);
      if (cp == ':' && syllable->len > 0
          && lower (syllable->cp[syllable->len - 1]) == 'u')
        {
          unsigned *last = &syllable->cp[syllable->len - 1];
          *last = *last == 'u' ? 0xFC : 0xDC;
        }
      else if (is_letter (cp))
        syllable->cp[syllable->len++] = cp;
      else
        break;
      *at = next;
    }
}

/* Which letter has the mark; the syllable's length where none can.  */
static size_t
marked_letter (const struct syllable *s)
{
  size_t last = s->len;
  for (size_t k = 0; k < s->len; k++)
    {
      unsigned cp = lower (s->cp[k]);
      if (cp == 'a' || cp == 'e')
        return k;
      if (cp == 'o' && k + 1 < s->len && lower (s->cp[k + 1]) == 'u')
        return k;
      if (vowel_of (cp))
        last = k;
    }
  for (size_t k = 0; last == s->len && k < s->len; k++)
    if (lower (s->cp[k]) == 'm' || lower (s->cp[k]) == 'n')
      return k;
  return last;
}

/* Adds the syllable in TONE (1 to 5; 0: none is told).  */
static void
add_syllable (const struct syllable *s, unsigned tone, struct buf *out)
{
  size_t marked = tone >= 1 && tone <= 4 ? marked_letter (s) : s->len;
  for (size_t k = 0; k < s->len; k++)
    {
      const struct vowel *vowel = vowel_of (s->cp[k]);
      if (k == marked && vowel)
        buf_add_cp (out, vowel->marked[tone - 1]);
      else
        buf_add_cp (out, s->cp[k]);
      if (k == marked && !vowel)
        buf_add_cp (out, combining[tone - 1]);
    }
}

/* Whether S is the r of a word like 花儿, which is said with the syllable
   before.  */
static bool
is_retroflex (const struct syllable *s)
{
  return s->len == 1 && s->cp[0] == 'r';
}

void
pinyin_mark (const char *text, size_t len, struct buf *out)
{
  size_t start = out->len;
  for (size_t at = 0; at < len;)
    {
      struct syllable syllable;
      take_letters (text, len, &at, &syllable);
      unsigned tone = 0;
      if (syllable.len > 0 && at < len && text[at] >= '1' && text[at] <= '5')
        tone = (unsigned) (text[at++] - '0');
      if (tone == 5 && is_retroflex (&syllable) && out->len > start + 1
          && out->data[out->len - 1] == ' ')
        out->data[--out->len] = '\0';
      add_syllable (&syllable, tone, out);
      if (syllable.len == 0)
        {
          size_t from = at;
          utf8_next (text, len, &at);
          buf_add (out, text + from, at - from);
        }
    }
}

void
pinyin_bare (const char *text, size_t len, struct buf *out)
{
  for (size_t at = 0; at < len;)
    {
      unsigned cp = lower (unmarked (utf8_next (text, len, &at)));
      if (cp == 0xFC || cp == 'v')
        cp = 'u';
      if (cp >= 'a' && cp <= 'z')
        buf_add_byte (out, (char) cp);
    }
}

/* The tone that the mark CP gives to the letter before it, 0 for none.  */
static unsigned
tone_of (unsigned cp)
{
  for (unsigned t = 0; t < 4; t++)
    if (combining[t] == cp)
      return t + 1;
  return 0;
}

void
pinyin_typed (const char *text, size_t len, struct buf *out)
{
  enum { DIAERESIS = 0x308 };
  size_t start = out->len;
  for (size_t at = 0; at < len;)
    {
      unsigned tone, read = utf8_next (text, len, &at);
      unsigned cp = lower (unmark (read, &tone));
      char *last = out->len > start ? &out->data[out->len - 1] : NULL;
      if (is_letter (cp))
        buf_add_byte (out, cp == 0xFC ? 'v' : (char) cp);
      else if (last && *last == 'u' && (cp == ':' || cp == DIAERESIS))
        *last = 'v';
      else if (last && cp >= '1' && cp <= '5' && *last != ' ')
        buf_add_format (out, "%c ", (char) cp);
      else if (last && is_letter ((unsigned char) *last))
        tone = tone_of (cp);
      if (tone)
        buf_add_byte (out, (char) ('0' + tone));
    }
}
