/* SPDX-License-Identifier: GPL-3.0-or-later */
/* English words without their endings.  */
#include "text/stem.h"

#include <stdbool.h>
#include <string.h>

#include "text/irregular.h"

static inline unsigned
letter_bit (char c)
{
  return c >= 'a' && c <= 'z' ? 1u << (c - 'a') : 0;
}

static inline bool
is_vowel (char c)
{
  static const unsigned vowels = 1u << ('a' - 'a') | 1u << ('e' - 'a')
                                 | 1u << ('i' - 'a') | 1u << ('o' - 'a')
                                 | 1u << ('u' - 'a') | 1u << ('y' - 'a');
  return (letter_bit (c) & vowels) != 0;
}

/* Whether the word of LEN bytes ends in END and LEAST bytes with a vowel among
   them stand before it.  */
static inline bool
ends (const char *word, size_t len, const char *end, size_t least)
{
  size_t n = strlen (end);
  if (len < n + least || word[len - 1] != end[n - 1]
      || memcmp (word + len - n, end, n) != 0)
    return false;
  for (size_t i = 0; i < len - n; i++)
    if (is_vowel (word[i]))
      return true;
  return false;
}

/* What is left when -ed, -ing have gone: one letter of two goes too.  */
static size_t
undouble (const char *word, size_t len)
{
  if (len > 3 && word[len - 1] == word[len - 2] && !is_vowel (word[len - 1])
      && !strchr ("lsz", word[len - 1]))
    return len - 1;
  return len;
}

static size_t
without_plural (char *word, size_t len)
{
  if (ends (word, len, "ies", 2))
    {
      word[len - 3] = 'y';
      return len - 2;
    }
  if (ends (word, len, "sses", 1) || ends (word, len, "xes", 2)
      || ends (word, len, "ches", 2) || ends (word, len, "shes", 2))
    return len - 2;
  if (ends (word, len, "s", 3) && !strchr ("sui", word[len - 2]))
    return len - 1;
  return len;
}

static size_t
without_ending (char *word, size_t len)
{
  if (ends (word, len, "ied", 2))
    {
      word[len - 3] = 'y';
      return len - 2;
    }
  if (ends (word, len, "ed", 3) && word[len - 3] != 'e')
    return undouble (word, len - 2);
  if (ends (word, len, "ing", 3))
    return undouble (word, len - 3);
  if (ends (word, len, "ly", 4))
    return len - 2;
  return len;
}

/* Takes the endings off STEM, LEN bytes long.  */
static size_t
without_endings (char *stem, size_t len)
{
  len = without_plural (stem, len);
  len = without_ending (stem, len);
  if (len > 3 && stem[len - 1] == 'e')
    len--;
  else if (len > 3 && stem[len - 1] == 'y')
    stem[len - 1] = 'i';
  stem[len] = '\0';
  return len;
}

/* Copies the word of LEN bytes to STEM, cut; returns its length.  */
static size_t
copy_word (const char *word, size_t len, char stem[STEM_SIZE])
{
  if (len >= STEM_SIZE)
    len = STEM_SIZE - 1;
  memcpy (stem, word, len);
  stem[len] = '\0';
  return len;
}

size_t
stem_word (const char *word, size_t len, char stem[STEM_SIZE])
{
  len = copy_word (word, len, stem);
  const char *base = irregular_base (stem);
  if (!base)
    return without_endings (stem, len);
  strcpy (stem, base);
  return without_endings (stem, strlen (stem));
}
