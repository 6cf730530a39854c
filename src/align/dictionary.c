/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dictionary, read in place.  */
#include "align/dictionary.h"

#include <stdlib.h>
#include <string.h>

#include "align/dictionary_private.h"
#include "base/mem.h"

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
    {
      dictionary_chain_stems (d);
      return d;
    }
  free (d);
  err_set (err, ERR_FORMAT, where, NULL);
  return NULL;
}

void
dictionary_close (struct dictionary *dictionary)
{
  if (dictionary)
    {
      free (dictionary->stem_chain);
      free (dictionary->stem_heads);
    }
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
