/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weighs how well the words of both sides of a bead stand for each other, for
   word_links.c.  */
#ifndef ALIGN_WORD_WEIGH_H
#define ALIGN_WORD_WEIGH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "align/word_links.h"
#include "base/vocabulary.h"
#include "text/stem.h"

/* An English word as it is compared.  */
struct english
{
  char lower[STEM_SIZE];
  uint32_t stem; /* in the vocabulary */
  uint32_t next; /* the next word of that stem; UINT32_MAX: none */
  bool capital;
  bool serves;
};

struct weighing
{
  const struct link_words *words;
  size_t len[SIDES];
  struct english *english;
  bool *serves; /* which Chinese words are single characters that serve */
  struct vocabulary stems;
  uint32_t *first; /* the first word of each stem, and 1; 0: none */
  float *score;    /* [chinese * len[TRANSLATION] + english] */
};

/* The score of Chinese word Z and English word E, 0 where nothing is
   known.  */
static inline float *
weighing_score (const struct weighing *w, size_t z, size_t e)
{
  return &w->score[z * w->len[TRANSLATION] + e];
}

/* Weighs all pairs of WORDS (some on both sides) by the COUNT dictionaries, as
   word_links_find says.  weighing_free frees what it holds.  */
void weighing_fill (struct weighing *w, const struct link_words words[SIDES],
                    const struct dictionary *const *dictionary, size_t count);
void weighing_free (struct weighing *w);

#endif
