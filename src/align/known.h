/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What dictionaries say about the tokens of the texts at hand.  */
#ifndef ALIGN_KNOWN_H
#define ALIGN_KNOWN_H

#include "align/dictionary.h"
#include "align/lexicon.h"
#include "base/vocabulary.h"

/* The tokens of the texts: side ORIGINAL is the one in Chinese.  */
struct known_texts
{
  const struct vocabulary *vocabulary[SIDES];
  const uint32_t *count[SIDES]; /* how often each token occurs */
};

/* WORDS: translations of all tokens that are words of the DICTIONARIES (LEN of
   them): t (e | z) = d^2 c(e)^0.3 / sum of d c^0.3, d = 1 / content words in the
   gloss, c how often the token occurs (measured: ALIGN, "dictionary t"); the
   same with sides exchanged.  HINTS: what their single characters stand for.
   known_free frees either.  */
void known_read (struct known_rows *words, struct known_rows *hints,
                 const struct known_texts *texts,
                 const struct dictionary *const *dictionaries, size_t len);

#endif
