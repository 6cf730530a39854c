/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A side as the aligner reads it: lengths, tokens, figures, punctuation.  */
#ifndef ALIGN_MATTER_H
#define ALIGN_MATTER_H

#include <stddef.h>
#include <stdint.h>

#include "align/dictionary.h"
#include "align/lattice.h"
#include "align/marks.h"
#include "base/vocabulary.h"
#include "book/document.h"

/* A token: a word's stem; on a side written without spaces every character,
   every two neighbouring ones, and the words of the dictionary.  Long texts have
   millions of them.  */
struct token
{
  uint32_t term : 29;   /* in the vocabulary */
  uint32_t weight : 2;  /* for the dictionary, in halves: 2 a word of the best
                           segmentation, 1 another one, 0 none */
  uint32_t learned : 1; /* takes part in learning */
};

/* The most tokens a vocabulary may have.  */
enum { TERMS_MOST = 1 << 29 };

struct tokens VEC (struct token);

/* A number or, where WORD, a string of Latin letters among Chinese: KEY is the
   token that it would be on the other side, TERM_NONE where that has none (until
   matter_meet: its vocabulary_hash).  */
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
  size_t *clauses;          /* in the first i sentences */
  uint16_t (*marks)[MARK_LANES]; /* in the first i sentences, modulo 65,536 */
  struct tokens tokens;
  size_t *drawn_start;      /* of sentence i in DRAWN, a multiple of LANES */
  struct term_starts drawn; /* the tokens that must find their like: those that
                               take part in learning and are no single
                               characters; behind those of a sentence NOTHING */
  uint32_t nothing;         /* TERM_NONE; since matter_meet the number of tokens
                               in the vocabulary */
  struct anchors anchors;
  const struct side_text *text; /* not owned */
};

/* How many clauses the COUNT sentences from FIRST on have, at most MOST.  */
static inline size_t
matter_clauses (const struct matter *matter, size_t first, size_t count,
                size_t most)
{
  const size_t *clauses = matter->clauses + first;
  size_t have = clauses[count] - clauses[0];
  return have < most ? have : most;
}

/* Whether more of TEXT is Han (or kana) than letters with spaces between.  */
bool matter_is_han (const struct side_text *text);

/* Reads TEXT; HAN says that it is the side that is written without spaces.  New
   tokens are added to VOCABULARY; the COUNT dictionaries at DICTIONARY say which
   words there are.  TEXT must outlive MATTER; matter_free frees the rest.  */
void matter_open (struct matter *matter, const struct side_text *text,
                   bool han, const struct dictionary *const *dictionary,
                   size_t count, struct vocabulary *vocabulary);
void matter_free (struct matter *matter);

/* To be called when all texts of the vocabularies have been read, that of MATTER
   and that of the other side: sets what is known only then.  */
void matter_meet (struct matter *matter, const struct vocabulary *own,
                  const struct vocabulary *other);

#endif
