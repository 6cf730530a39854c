/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts a text into words: Chinese by the words that are known, the fewest that
   make it up; other scripts at their letters.  */
#ifndef INDEX_WORD_CUT_H
#define INDEX_WORD_CUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/range.h"

struct cut_word
{
  struct range range;
  bool han;   /* it begins with Han */
  bool fixed; /* it is one of the ranges that had better be a word */
};

struct cut_words VEC (struct cut_word);

/* Who knows words.  FIND calls FOUND with the length in bytes of every word
   that begins the LEN bytes at TEXT.  */
struct word_finder
{
  void (*find) (void *data, const char *text, size_t len,
                void (*found) (void *sink, size_t len), void *sink);
  void *data;
};

/* Appends the words of RANGE of TEXT (valid UTF-8) to WORDS, in order; white
   space and punctuation are none.  FIXED are ranges that had better be a word
   each, quantities for instance, in the order of their starts; where they
   contradict a longer known word that wins.  Among the ways to cut Chinese the
   one with the fewest words is taken, single characters counting for more than
   others unless they serve the sentence (function_words.h); a character that
   no word begins stands alone.  Source of the principle: K.-J. Chen, S.-H.
   Liu, "Word identification for Mandarin Chinese sentences", COLING 1992.
   Takes time and memory by the length of the range.  */
void word_cut (const char *text, struct range range,
               const struct ranges *fixed, const struct word_finder *finder,
               struct cut_words *words);

#endif
