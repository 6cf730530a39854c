/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lexicon that is learned from texts: which tokens of one side go with
   which of the other.  */
#ifndef ALIGN_LEXICON_H
#define ALIGN_LEXICON_H

#include <stddef.h>
#include <stdint.h>

#include "base/vec.h"
#include "base/workers.h"
#include "book/document.h"

/* What faces what: the tokens of both sides of a bead, none twice.  */
struct bag
{
  const uint32_t *terms[SIDES];
  size_t len[SIDES];
};

struct bags VEC (struct bag);

/* A row of what is known beforehand of a token.  */
struct known
{
  uint32_t term; /* of the other side */
  float given[SIDES]; /* t (other | own side's token), by whose is given:
                         [ORIGINAL] t (translation | original) */
};

/* Rows of KNOWN for every token of the original: those from START[z] to
   START[z + 1]; a row is sorted by term.  */
struct known_rows
{
  size_t terms;
  size_t *start;
  struct known *items;
};

void known_free (struct known_rows *rows);

enum { LEXICON_ONE = 4096 };

/* How much of the bags went to the pairs: those of a bag follow each other.  A
   share has a number for each side.  */
struct lexicon_shares
{
  size_t *start;            /* of bag b; one more at the end */
  uint32_t *pair[SIDES];    /* the number of the pair in the order of the side */
  uint16_t *count[SIDES];   /* in parts of LEXICON_ONE */
};

/* All pairs twice: [s] in the order of the tokens of side S, so that the rows of
   either side lie together in memory.  COUNT is how often the token of side S was
   the reason for the other one, in parts of LEXICON_ONE.  */
struct lexicon
{
  size_t terms[SIDES];
  size_t len;               /* pairs */
  size_t *start[SIDES];     /* of a token's row; one more at the end */
  uint32_t *term[SIDES];    /* of each pair: the token of the other side */
  uint32_t *count[SIDES];   /* of each pair */
  uint32_t *total[SIDES];   /* sum of the counts of a token's row */
  uint32_t *back;           /* where pair p of the original's order is in that
                               of the translation */
  size_t bags;
  struct lexicon_shares shares;
};

/* Learns from the bags by IBM model 1 (P. Brown et al., "The Mathematics of
   Statistical Machine Translation", Computational Linguistics 19, 1993) in both
   directions, ROUNDS times, with KNOWN (may be NULL) as ALPHA occurrences of
   each token (R. Moore, "Improving IBM Word-Alignment Model 1", ACL 2004).
   TERMS is how many tokens there are a side.  Tokens of a single bag are left
   out: they say nothing of another bead.  WORKERS share the work.  lexicon_free
   frees what LEXICON owns.  */
void lexicon_learn (struct lexicon *lexicon, const struct bags *bags,
                    const size_t terms[SIDES], const struct known_rows *known,
                    double alpha, unsigned rounds, struct workers *workers);
void lexicon_free (struct lexicon *lexicon);

/* Takes the shares of bag BAG out of COUNT, the counts of side S or a copy of
   them, or puts them back.  */
void lexicon_leave_out (const struct lexicon *lexicon, enum side s,
                        uint32_t *count, size_t bag);
void lexicon_put_back (const struct lexicon *lexicon, enum side s,
                       uint32_t *count, size_t bag);

#endif
