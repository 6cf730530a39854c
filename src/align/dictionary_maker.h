/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the bytes of a dictionary.  */
#ifndef ALIGN_DICTIONARY_MAKER_H
#define ALIGN_DICTIONARY_MAKER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

struct dictionary_maker;

struct dictionary_maker *dictionary_maker_new (void);
void dictionary_maker_free (struct dictionary_maker *maker);

/* Adds a meaning of the word of WORD_LEN bytes at WORD: the words of the GLOSS,
   what stands in parentheses or brackets and words that only serve left out.
   Nothing where none are left.  Several meanings are told apart by
   semicolons.  */
void dictionary_maker_add (struct dictionary_maker *maker, const char *word,
                           size_t word_len, const char *gloss,
                           size_t gloss_len);

/* Adds what is known of the WORD and the STEM of a word of the other side, and
   is no meaning: t (stem | word) and t (word | stem).  */
void dictionary_maker_hint (struct dictionary_maker *maker, const char *word,
                            size_t word_len, const char *stem,
                            size_t stem_len, const float given[2]);

/* Learns from the meanings what single characters stand for, and adds it.  */
void dictionary_maker_learn (struct dictionary_maker *maker);

/* Writes the image of all that was added to IMAGE (empty before).  */
void dictionary_maker_image (struct dictionary_maker *maker,
                             struct buf *image);

#endif
