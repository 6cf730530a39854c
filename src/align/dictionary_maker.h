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

/* Writes the image of all that was added to IMAGE (empty before), with what
   single characters stand for where HINTS.  */
void dictionary_maker_image (struct dictionary_maker *maker, bool hints,
                             struct buf *image);

#endif
