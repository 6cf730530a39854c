/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A side as the aligner reads it: lengths, tokens, figures, punctuation.  */
#ifndef ALIGN_MATTER_H
#define ALIGN_MATTER_H

#include <stddef.h>
#include <stdint.h>

#include "align/dictionary.h"
#include "align/marks.h"
#include "base/vocabulary.h"
#include "book/document.h"

/* A token: a word's stem; on a side written without spaces every character,
   every two neighbouring ones, and the words of the dictionary.  */
struct token
{
  uint32_t term;    /* in the vocabulary */
  uint32_t hash;    /* vocabulary_hash of it */
  uint8_t weight;   /* for the dictionary, in halves: 2 a word of the best
                       segmentation, 1 another one, 0 none */
  bool learned;     /* takes part in learning */
};

struct tokens VEC (struct token);

/* A number or, where WORD, a string of Latin letters among Chinese.  */
struct anchor
{
  uint32_t key;
  bool plain;
  bool word;
};

struct anchors VEC (struct anchor);

/* So many anchors of a sentence are looked at: a bit each.  */
enum { ANCHORS_MOST = 32 };

/* MARKS, up to what a machine adds at once.  */
enum { MARK_LANES = 16 };

struct matter
{
  size_t len;               /* sentences */
  size_t *done;             /* bytes in the first i; LEN + 1 numbers, as all */
  size_t *paragraph;
  size_t *token_start;      /* of sentence i */
  size_t *anchor_start;
  float *words;             /* how many words sentence i has; LEN numbers */
  struct look *looks;
  uint16_t (*marks)[MARK_LANES]; /* in the first i sentences, modulo 65,536 */
  struct tokens tokens;
  size_t *drawn_start;      /* of sentence i in DRAWN */
  struct term_starts drawn; /* the tokens that must find their like: those that
                               take part in learning and are no single
                               characters */
  struct anchors anchors;
  const struct side_text *text; /* not owned */
};

/* Whether more of TEXT is Han (or kana) than letters with spaces between.  */
bool matter_is_han (const struct side_text *text);

/* Reads TEXT; HAN says that it is the side that is written without spaces.  New
   tokens are added to VOCABULARY; the COUNT dictionaries at DICTIONARY say which
   words there are.  TEXT must outlive MATTER; matter_free frees the rest.  */
void matter_open (struct matter *matter, const struct side_text *text,
                   bool han, const struct dictionary *const *dictionary,
                   size_t count, struct vocabulary *vocabulary);
void matter_free (struct matter *matter);

#endif
