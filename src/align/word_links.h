/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which words of a bead stand for each other.  */
#ifndef ALIGN_WORD_LINKS_H
#define ALIGN_WORD_LINKS_H

#include <stdbool.h>
#include <stddef.h>

#include "align/dictionary.h"
#include "base/vec.h"
#include "book/document.h"

/* A word of the bead.  */
struct link_word
{
  const char *text;
  size_t len;
  const char *sound; /* of a Chinese one: its pinyin, bare (pinyin.h); else
                        NULL */
};

struct link_words VEC (struct link_word);

/* Word WORD[s] of each side s; a word may have several.  */
struct word_link
{
  size_t word[SIDES];
};

struct word_links VEC (struct word_link);

/* Appends to LINKS, which has those that are known (equal numbers, terms of
   the glossary), which words of the Chinese text WORDS[ORIGINAL] and of the
   English one WORDS[TRANSLATION] stand for each other, by the COUNT
   dictionaries and lexicons at DICTIONARY, by equal spelling and by names
   written in pinyin.  Words of known links get no others.

   Each pair is weighed: a meaning of one word counts 1, of n words 1 / n; what
   was learned the geometric mean of both probabilities.  English words beside
   each other that share a Chinese one ("blast furnace") are weighed together,
   a little less the further apart the two sides stand in their sentences.
   Then the strongest group of free words is linked, and so on (I. D. Melamed,
   "Models of translational equivalence among words", Computational Linguistics
   26, 2000).  Last, free Chinese words beside a linked one join it where they
   mean it too.  In the order of the Chinese words.  */
void word_links_find (const struct link_words words[SIDES],
                      const struct dictionary *const *dictionary,
                      size_t count, struct word_links *links);

#endif
