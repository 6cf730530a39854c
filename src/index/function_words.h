/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that serve the sentence and say nothing of its matter.  */
#ifndef INDEX_FUNCTION_WORDS_H
#define INDEX_FUNCTION_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/* Whether the LEN bytes at WORD (folded as by fold_search: small letters, plain
   apostrophes) are one: English articles, pronouns, prepositions, auxiliaries;
   Chinese particles, pronouns, prepositions, adverbs, measure words that go with
   anything, in simplified and traditional characters.  Our own list.  */
bool function_word (const char *word, size_t len);

/* Whether the Chinese character of LEN bytes at CHARACTER can neither begin
   nor end a term: the particles (的了着) and what joins (和与而).  */
bool function_character (const char *character, size_t len);

#endif
