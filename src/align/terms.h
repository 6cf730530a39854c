/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The evidence for a bead, as numbers; a bead's score is the sum of them, each
   with its weight.  */
#ifndef ALIGN_TERMS_H
#define ALIGN_TERMS_H

#include "align/attraction.h"
#include "align/length.h"

/* The numbers.  Z is the Chinese side, E the English one.  Sources: ALIGN, "The
   score", unless another is given.  */
enum term
{
  TERM_KIND,                /* 1 for the bead's kind; 1-0 and 0-1 share one */
  TERM_LENGTH = TERM_KIND + BEAD_KINDS - 1, /* half the squared deviation of
                               the lengths (Gale and Church), at most 12.5 */
  TERM_LENGTH_ABSOLUTE,     /* its absolute value */
  TERM_LENGTH_TAIL,         /* ln erfc (it / sqrt 2) */
  TERM_CLAUSES,             /* |ln| of the ratio of how many clauses (parts that
                               marks set apart) the sides have; ours, for
                               translators keep clauses where they don't keep
                               sentences */
  TERM_CLAUSES_SPREAD,      /* the difference of the two, in units of about one
                               standard deviation */
  TERM_LENGTH_EMPTY,        /* ln of the bytes of a 1-0 or 0-1 */
  TERM_EMPTY_DRAWN,         /* how strongly it is drawn to the two sentences
                               of the other side that it stands between */
  TERM_DRAWN_E,             /* F_E: tokens of E drawn to Z */
  TERM_DRAWN_Z,
  TERM_MEAN_E,              /* F_E per token */
  TERM_MEAN_Z,
  TERM_WEAKEST_E,           /* the least drawn member of E, per token */
  TERM_WEAKEST_Z,
  TERM_OUTSIDE_E,           /* how strongly the sentences of E beside the bead
                               are drawn to Z */
  TERM_OUTSIDE_Z,
  TERM_LONE_PLAIN,          /* figures, months, Latin strings that are not in
                               the other side */
  TERM_LONE_SPELT_Z,        /* the same with numbers in words */
  TERM_LONE_SPELT_E,
  TERM_MET,                 /* numbers that are in both sides, at most 4 */
  TERM_MARK,                /* how far the counts of each mark differ, at most
                               3 */
  TERM_BOTH_BEGIN_QUOTE = TERM_MARK + MARKS,
  TERM_ONE_BEGINS_QUOTE,
  TERM_BOTH_END_QUOTE,
  TERM_ONE_ENDS_QUOTE,
  TERM_INSIDE_DIFFERS,      /* a quotation is open at one side's end */
  TERM_BOTH_END_QUESTION,
  TERM_ONE_ENDS_QUESTION,
  TERM_BOTH_END_EXCLAMATION,
  TERM_BOTH_END_COLON,
  TERM_ENDS_DIFFER,         /* one ends like a sentence, one does not */
  TERM_CUT_Z_STOP,          /* ends of sentences inside the bead */
  TERM_CUT_Z_SEMICOLON,
  TERM_CUT_Z_COMMA,
  TERM_CUT_Z_OTHER,
  TERM_CUT_Z_INSIDE,        /* those inside a quotation */
  TERM_CUT_Z_QUOTE,         /* those at the end of one */
  TERM_CUT_E_STOP,
  TERM_CUT_E_SEMICOLON,
  TERM_CUT_E_COMMA,
  TERM_CUT_E_OTHER,
  TERM_CUT_E_INSIDE,
  TERM_CUT_E_QUOTE,
  TERM_CUT_SMALL,           /* a sentence in the middle begins small */
  TERM_BEGINS_SMALL,        /* the English side begins small */
  TERM_PARAGRAPH_BOTH,      /* both sides end a paragraph */
  TERM_PARAGRAPH_ONE,
  TERM_PARAGRAPH_CUT,       /* ends of paragraphs inside the bead */
  TERMS
};

/* What is needed to weigh the beads of two sides.  */
struct scene
{
  const struct matter *matter[SIDES];
  const struct length_model *length;
  const float *ratio;   /* of lengths, near each sentence of the original */
  const struct attraction *attraction; /* of the rows at hand */
  float *tokens[SIDES]; /* how many tokens sentence i has that can be drawn */
  bool paragraphs;      /* both sides have more than one */
};

/* The numbers of the bead of KIND from sentences I and J on: all TERMS of
   them.  */
void terms_of (const struct scene *scene, size_t i, size_t j, unsigned kind,
               float terms[TERMS]);

/* Parts of it, for whoever adds up the score in another way (weigh.h).  Whether
   COUNT sentences from FIRST on of R have the like of ANCHOR of the other
   side.  */
bool terms_side_has (const struct matter *r, size_t first, size_t count,
                     const struct anchor *anchor);

/* The two numbers of Z and E clauses, at most CLAUSES_MOST of either, into
   TERMS.  */
enum { CLAUSES_MOST = 31 };
void terms_clauses (size_t z, size_t e, float *terms);

/* Whether sentence K of R is the last of its paragraph.  The lines of a headline,
   or of bylines, are one.  */
bool terms_ends_paragraph (const struct matter *r, size_t k);

/* TERM_PARAGRAPH_ONE of a sentence that stands alone: whether a paragraph of its
   side ends BEFORE it and at its END, and one of the OTHER side there.  Where that
   one has ended, what counts is the change: a sentence that was added at the end of
   a paragraph takes back what the bead before it paid for an end on one side
   alone, so that it is no worse than joined to that bead.  */
int terms_lone_ends (bool before, bool end, bool other);

/* Adds the numbers of the end of a sentence of side S, inside a bead, that looks
   like LOOK and is followed by NEXT.  */
void terms_cut (enum side s, const struct look *look,
                const struct look *next, float *terms);

/* The weight of last marks Z and E, enum look_last, at the two ends.  */
float terms_lasts (unsigned z, unsigned e, const float weights[TERMS]);

/* Weights for what there is to go by.  */
enum weight_set
{
  WEIGHTS_FIRST,            /* no lexicon learned yet, no dictionary */
  WEIGHTS_FIRST_DICTIONARY,
  WEIGHTS_LEARNED,
  WEIGHTS_LEARNED_DICTIONARY,
  WEIGHT_SETS
};

/* Fitted by tests/bench/align_fit; see weights.c.  */
extern const float align_weights[TERMS][WEIGHT_SETS];

/* The column SET of it.  */
void weights_of (enum weight_set set, float weights[TERMS]);

#endif
