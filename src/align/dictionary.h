/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dictionary from Chinese into English as the aligner uses it: a block of
   bytes that is made once and read in place.  */
#ifndef ALIGN_DICTIONARY_H
#define ALIGN_DICTIONARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"

/* A stem of a gloss.  */
struct dictionary_gloss
{
  uint32_t stem;
  uint32_t parts; /* content words of the shortest gloss that has it */
};

/* What a single character stands for, over all words that hold it: IBM model 1
   over the dictionary itself.  */
struct dictionary_hint
{
  uint32_t stem;
  float given_char; /* t (stem | character) */
  float given_stem; /* t (character | stem) */
};

struct dictionary;

/* Reads IMAGE, LEN bytes aligned as memory from malloc is, which must outlive
   the result.  All of it is checked; ERR_FORMAT where it is damaged or of
   another version (WHERE is named in the error).  The caller frees it with
   dictionary_close; NULL on error.  */
struct dictionary *dictionary_open (const void *image, size_t len,
                                    const char *where, struct err *err);
void dictionary_close (struct dictionary *dictionary);

/* A number that tells whether it is the same dictionary.  */
uint64_t dictionary_digest (const struct dictionary *dictionary);

/* How many words and stems it has.  */
size_t dictionary_words (const struct dictionary *dictionary);
size_t dictionary_stems (const struct dictionary *dictionary);

/* Which numbers of characters, 1 to MOST in rising order, make a word that has
   a meaning at TEXT;
   STARTS[0] to STARTS[MOST] are the offsets of the characters, STARTS[0] that
   of TEXT.  Written to FOUND; returns how many there are.  */
size_t dictionary_prefixes (const struct dictionary *dictionary,
                            const char *text, const size_t *starts,
                            size_t most, size_t *found);

/* The number of the word of LEN bytes at TEXT, UINT32_MAX where it is none.  */
uint32_t dictionary_find (const struct dictionary *dictionary,
                          const char *text, size_t len);

/* What word WORD means; *LEN how many of them.  */
const struct dictionary_gloss *
dictionary_glosses (const struct dictionary *dictionary, uint32_t word,
                    size_t *len);
const struct dictionary_hint *
dictionary_hints (const struct dictionary *dictionary, uint32_t word,
                  size_t *len);

/* The bytes of stem STEM, *LEN of them.  */
const char *dictionary_stem (const struct dictionary *dictionary,
                             uint32_t stem, size_t *len);

/* The number of the stem of LEN bytes at TEXT, UINT32_MAX where no gloss or hint
   has it.  */
uint32_t dictionary_find_stem (const struct dictionary *dictionary,
                               const char *text, size_t len);

#endif
