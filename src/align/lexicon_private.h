/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A lexicon in the making.  Internal to align/.  */
#ifndef ALIGN_LEXICON_PRIVATE_H
#define ALIGN_LEXICON_PRIVATE_H

#include "align/lexicon.h"

/* The tokens of the original are dealt with in so many parts, each by one worker;
   always as many, since what is summed up part by part depends on it.  */
enum { LEXICON_PARTS = 16 };

/* A place where a token of the original stands: its bag, its number among the
   tokens that are kept, and where its cells begin in its part: one for each token of the
   translation in that bag.  */
struct place
{
  uint32_t bag;
  uint32_t at;
  uint32_t cell;
};

/* The tokens of a bag that are kept, from START on: LEN[ORIGINAL] of the original,
   then those of the translation.  */
struct kept_bag
{
  size_t start;
  uint32_t len[SIDES];
};

struct kept_bags VEC (struct kept_bag);

/* The bags without rare tokens.  */
struct kept
{
  struct kept_bags bags;
  uint32_t *terms;          /* all tokens, bag by bag */
  size_t len;               /* of them */
  uint32_t *bags_of[SIDES]; /* in how many bags each token is */
  struct place *places;     /* those of a token together, in order of the bags */
  size_t *place_start;      /* of each token of the original; one more */
  size_t cells;
  uint32_t part[LEXICON_PARTS + 1]; /* the first token of the original of each
                                       part, and the number of tokens */
  size_t part_cells[LEXICON_PARTS];
};

/* TERMS tokens a side; freed with kept_free.  */
void kept_open (struct kept *kept, const struct bags *bags,
                const size_t terms[SIDES]);
void kept_free (struct kept *kept);

/* t of a pair, by whose is given; [TRANSLATION] not divided by the whole of the
   token's until that is known.  */
struct given
{
  float by[SIDES];
};

/* What is known of a pair beforehand.  */
struct prior
{
  uint32_t pair; /* in the row */
  float given[SIDES];
};

struct pair_terms VEC (uint32_t);
struct givens VEC (struct given);
struct priors VEC (struct prior);

/* A part of the tokens of the original.  */
struct part
{
  uint32_t *cells;         /* of each place: numbers in the token's row */
  struct pair_terms terms; /* of each pair: the token of the translation */
  struct givens given;     /* of each pair */
  struct priors priors;
  float *whole;            /* of each token of the translation, in this part */
};

struct learning
{
  struct kept kept;
  const size_t *terms;
  const struct known_rows *known;
  double alpha;
  struct workers *workers;
  struct part part[LEXICON_PARTS];
  size_t *row;        /* of each token of the original in its part's pairs */
  size_t *prior;      /* the same in its priors */
  float *share;       /* of each token that is kept: 1 / the sum of t that the
                         other side of its bag gives it */
  float *null[SIDES]; /* t (token | nothing) */
  float *whole;       /* 1 / what each token of the translation was the reason
                         for, and alpha */
};

/* How many pairs the row of token Z has, which is in part INDEX.  */
size_t learning_row (const struct learning *l, size_t index, uint32_t z);

/* The most pairs of a row of part INDEX.  */
size_t learning_longest (const struct learning *l, size_t index);

void learning_free (struct learning *l);

/* Frees what PART has learned.  */
void part_free (struct part *part);

/* Makes LEXICON (empty but for TERMS) of what was learned, when the sums of the
   last round stand in SHARE; frees L, so that both are never there whole.  */
void lexicon_gather (struct lexicon *lexicon, struct learning *l);

#endif
