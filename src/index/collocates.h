/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Collocates: the words that stand near a term more often than elsewhere.  */
#ifndef INDEX_COLLOCATES_H
#define INDEX_COLLOCATES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/range.h"
#include "base/vec.h"
#include "index/word_cut.h"

/* Words that are counted: English words, those of one stem as one; runs of one to
   six Chinese characters without punctuation between them.  What stands near is
   what begins and ends at most WINDOW words left or right of an occurrence in
   the same sentence, where two Chinese characters count as a word; what is near
   two occurrences counts once.  Left out: function words, runs that begin or end
   with a particle, plain numbers, what is near but once (runs of three and more:
   twice), runs that are hardly ever seen but as part of a longer one, those
   whose parts meet no more often than by chance, and those that a dictionary
   mostly cuts elsewhere.  Of very many only what is seen again and again is
   counted.  */
struct collocates;

enum { COLLOCATES_WINDOW = 5, COLLOCATES_WIDEST = 50 };

/* FINDER, copied, knows words of Chinese; NULL where none are known.  */
struct collocates *collocates_new (size_t window,
                                   const struct word_finder *finder);
void collocates_free (struct collocates *collocates);

/* The first round: takes in SENTENCE of TEXT, in which the term stands at
   MATCHES, in order.  */
void collocates_near (struct collocates *collocates, const char *text,
                      struct range sentence, const struct ranges *matches);

/* Between the rounds: chooses what is worth being counted, a piece of some
   milliseconds at a time.  False until it is done: call again.  */
bool collocates_choose (struct collocates *collocates);

/* The second round: counts RANGE of TEXT, which is part of what the term is
   compared with: all sentences of the documents it stands in, those of the first
   round too.  */
void collocates_count (struct collocates *collocates, const char *text,
                       struct range range);

enum collocate_score
{
  COLLOCATES_BY_LIKELIHOOD,
  COLLOCATES_BY_DICE,
  COLLOCATES_BY_COUNT, /* how often near */
  COLLOCATE_SCORES
};

/* "likelihood", "dice", "count".  */
const char *collocate_score_name (enum collocate_score score);

struct collocate
{
  char *word;       /* folded; of one stem, the form that was most often near */
  size_t near;      /* how often near the term */
  size_t left;      /* of these, left of it */
  size_t all;       /* how often in all that was counted */
  double likelihood; /* index/association.h: of standing near and being this
                        word, among all words, or all runs of that length */
  double dice;
};

struct collocate_list VEC (struct collocate);

/* Appends the words that are nearer than to be expected, the highest SCORE first.
   The term occurs OCCURRENCES times.  */
void collocates_list (const struct collocates *collocates, size_t occurrences,
                      enum collocate_score score, struct collocate_list *out);
void collocate_list_free (struct collocate_list *list);

/* Whether WORD, as collocates_list gives it, stands near MATCH in SENTENCE of
   TEXT.  */
bool collocates_stands_near (const char *text, struct range sentence,
                             struct range match, const char *word,
                             size_t window);

#endif
