/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dictionary, read in place.  */
#include "align/dictionary.h"

#include <stdlib.h>
#include <string.h>

#include "align/dictionary_image.h"
#include "base/intl.h"
#include "base/mem.h"
#include "base/utf8.h"

struct dictionary
{
  const struct dictionary_header *head;
  size_t bytes; /* of all */
  const uint32_t *word_start;
  const uint32_t *gloss_start;
  const uint32_t *hint_start;
  const uint32_t *stem_start;
  const uint32_t *first;
  const struct dictionary_gloss *glosses;
  const struct dictionary_hint *hints;
  const char *word_bytes;
  const char *stem_bytes;
};

/* The LEN numbers of SIZE bytes at *AT, which moves behind them; NULL where
   fewer are left before END.  */
static const void *
section (const char **at, const char *end, size_t len, size_t size)
{
  const void *found = *at;
  if ((size_t) (end - *at) / size < len)
    return NULL;
  *at += len * size;
  return found;
}

/* Whether the LEN numbers at START rise from 0 to LAST.  */
static bool
rises (const uint32_t *start, size_t len, uint32_t last)
{
  if (start[0] != 0 || start[len - 1] != last)
    return false;
  for (size_t i = 1; i < len; i++)
    if (start[i] < start[i - 1])
      return false;
  return true;
}

static bool
find_sections (struct dictionary *d, const char *at, const char *end)
{
  size_t words = d->head->words, stems = d->head->stems;
  return (d->word_start = section (&at, end, words + 1, 4))
         && (d->gloss_start = section (&at, end, words + 1, 4))
         && (d->hint_start = section (&at, end, words + 1, 4))
         && (d->stem_start = section (&at, end, stems + 1, 4))
         && (d->first = section (&at, end, DICTIONARY_FIRSTS, 4))
         && (d->glosses = section (&at, end, d->head->glosses,
                                   sizeof *d->glosses))
         && (d->hints = section (&at, end, d->head->hints, sizeof *d->hints))
         && (d->word_bytes = section (&at, end, d->head->word_bytes, 1))
         && (d->stem_bytes = section (&at, end, d->head->stem_bytes, 1))
         && at == end;
}

static bool
is_sound (const struct dictionary *d)
{
  const struct dictionary_header *h = d->head;
  if (!rises (d->word_start, h->words + 1u, h->word_bytes)
      || !rises (d->gloss_start, h->words + 1u, h->glosses)
      || !rises (d->hint_start, h->words + 1u, h->hints)
      || !rises (d->stem_start, h->stems + 1u, h->stem_bytes)
      || !rises (d->first, DICTIONARY_FIRSTS, h->words))
    return false;
  for (size_t i = 0; i < h->glosses; i++)
    if (d->glosses[i].stem >= h->stems || d->glosses[i].parts == 0)
      return false;
  for (size_t i = 0; i < h->hints; i++)
    if (d->hints[i].stem >= h->stems
        || !(d->hints[i].given_char >= 0 && d->hints[i].given_char <= 1)
        || !(d->hints[i].given_stem >= 0 && d->hints[i].given_stem <= 1))
      return false;
  return true;
}

struct dictionary *
dictionary_open (const void *image, size_t len, const char *where,
                 struct err *err)
{
  struct dictionary *d = mem_new (1, sizeof *d);
  const struct dictionary_header *head = image;
  d->head = head;
  d->bytes = len;
  if (len >= sizeof *head
      && memcmp (head->magic, DICTIONARY_MAGIC, sizeof head->magic) == 0
      && head->order == 0x01020304 && head->version == DICTIONARY_VERSION
      && head->words < UINT32_MAX && head->stems < UINT32_MAX
      && find_sections (d, (const char *) (head + 1),
                        (const char *) image + len)
      && is_sound (d))
    return d;
  free (d);
  err_set (err, ERR_FORMAT, where, NULL);
  return NULL;
}

void
dictionary_close (struct dictionary *dictionary)
{
  free (dictionary);
}

/* FNV-1a over words of eight bytes, the high bits folded in: an image is read at
   the speed of memory.  */
uint64_t
dictionary_digest (const struct dictionary *d)
{
  const char *bytes = (const char *) d->head;
  uint64_t digest = 0xcbf29ce484222325u ^ d->bytes, word;
  for (size_t at = 0; at < d->bytes; at += sizeof word)
    {
      size_t left = d->bytes - at;
      word = 0;
      memcpy (&word, bytes + at, left < sizeof word ? left : sizeof word);
      digest = (digest ^ word) * 0x100000001b3u;
      digest ^= digest >> 32;
    }
  return digest;
}

size_t
dictionary_words (const struct dictionary *dictionary)
{
  return dictionary->head->words;
}

size_t
dictionary_stems (const struct dictionary *dictionary)
{
  return dictionary->head->stems;
}

/* Less than 0, 0 or more, as word WORD stands before, is or stands behind the
   LEN bytes at TEXT.  */
static int
compare (const struct dictionary *d, uint32_t word, const char *text,
         size_t len)
{
  size_t own = d->word_start[word + 1] - d->word_start[word];
  int order = memcmp (d->word_bytes + d->word_start[word], text,
                      own < len ? own : len);
  return order ? order : (own > len) - (own < len);
}

/* The first of the words from LOW to HIGH that does not stand before TEXT.  */
static uint32_t
lower_bound (const struct dictionary *d, uint32_t low, uint32_t high,
             const char *text, size_t len)
{
  /* Often it is the first: a word stands before those that it begins.  */
  if (low < high && compare (d, low, text, len) >= 0)
    return low;
  while (low < high)
    {
      uint32_t middle = low + (high - low) / 2;
      if (compare (d, middle, text, len) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The words that begin with the code point at TEXT: from *LOW to *HIGH.  */
static void
bucket (const struct dictionary *d, const char *text, size_t len,
        uint32_t *low, uint32_t *high)
{
  size_t at = 0;
  unsigned cp = utf8_next (text, len, &at);
  if (cp >= DICTIONARY_FIRSTS - 1)
    cp = DICTIONARY_FIRSTS - 2;
  *low = d->first[cp];
  *high = cp == DICTIONARY_FIRSTS - 2 ? d->head->words : d->first[cp + 1];
}

/* Whether word WORD begins with the LEN bytes at TEXT.  */
static bool
begins (const struct dictionary *d, uint32_t word, const char *text,
        size_t len)
{
  return d->word_start[word + 1] - d->word_start[word] >= len
         && memcmp (d->word_bytes + d->word_start[word], text, len) == 0;
}

size_t
dictionary_prefixes (const struct dictionary *d, const char *text,
                     const size_t *starts, size_t most, size_t *found)
{
  uint32_t low, high;
  size_t count = 0;
  bucket (d, text, starts[1] - starts[0], &low, &high);
  for (size_t chars = 1; chars <= most && low < high; chars++)
    {
      size_t len = starts[chars] - starts[0];
      low = lower_bound (d, low, high, text, len);
      if (low == high || !begins (d, low, text, len))
        break;
      if (d->word_start[low + 1] - d->word_start[low] == len
          && d->gloss_start[low + 1] > d->gloss_start[low])
        found[count++] = chars;
    }
  return count;
}

uint32_t
dictionary_find (const struct dictionary *d, const char *text, size_t len)
{
  uint32_t low, high;
  if (len == 0)
    return UINT32_MAX;
  bucket (d, text, len, &low, &high);
  low = lower_bound (d, low, high, text, len);
  return low < high && compare (d, low, text, len) == 0 ? low : UINT32_MAX;
}

const struct dictionary_gloss *
dictionary_glosses (const struct dictionary *d, uint32_t word, size_t *len)
{
  *len = d->gloss_start[word + 1] - d->gloss_start[word];
  return d->glosses + d->gloss_start[word];
}

const struct dictionary_hint *
dictionary_hints (const struct dictionary *d, uint32_t word, size_t *len)
{
  *len = d->hint_start[word + 1] - d->hint_start[word];
  return d->hints + d->hint_start[word];
}

const char *
dictionary_stem (const struct dictionary *d, uint32_t stem, size_t *len)
{
  *len = d->stem_start[stem + 1] - d->stem_start[stem];
  return d->stem_bytes + d->stem_start[stem];
}
