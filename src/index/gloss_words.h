/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The English words of glosses, and how well a gloss says a word.  */
#ifndef INDEX_GLOSS_WORDS_H
#define INDEX_GLOSS_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/vec.h"
#include "text/stem.h"

/* A word of the glosses of an entry.  */
struct gloss_word
{
  char stem[STEM_SIZE];
  char lower[STEM_SIZE]; /* as it stands, in small letters */
  unsigned meaning; /* from 0: glosses and their parts between semicolons */
  bool aside;       /* it stands in parentheses */
  char ending;      /* what the stem lacks: 0 nothing, 'e' that letter alone,
                       '~' an ending */
};

struct gloss_words VEC (struct gloss_word);

/* Appends the words of the LEN bytes at GLOSSES (parted by slashes); what
   stands in brackets (pinyin), Chinese and measure words ("CL:") left out.  */
void gloss_words_read (const char *glosses, size_t len,
                       struct gloss_words *words);

/* Whether A and B are forms of one word: their stems are the same, and not one
   of them "lin" and the other "line".  */
bool gloss_words_alike (const struct gloss_word *a,
                        const struct gloss_word *b);

/* How well the entry whose glosses have WORDS says the COUNT stems from word
   AT on: the less the better; CHARACTERS is the length of its form.  It is
   less by GLOSS_INEXACT than where the words stand in another form.  */
enum { GLOSS_INEXACT = 1 << 16 };
uint32_t gloss_words_rank (const struct gloss_words *words, size_t at,
                           size_t count, size_t characters);

#endif
