/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How strongly two words go together, or a word and a text.  */
#ifndef INDEX_ASSOCIATION_H
#define INDEX_ASSOCIATION_H

/* A table of two by two: of ALL tokens, ROW are of the first kind (near the term,
   or of the text at hand), COLUMN are of the second (the other word), BOTH are
   both.  BOTH is at most ROW and COLUMN, and these at most ALL.  */
struct contingency
{
  double both;
  double row;
  double column;
  double all;
};

/* How often both are to be expected if the two had nothing to do with each
   other; 0 where there is nothing.  */
double association_expected (const struct contingency *table);

/* The log-likelihood ratio G2 (T. Dunning, "Accurate Methods for the Statistics
   of Surprise and Coincidence", Computational Linguistics 19, 1993): twice the
   sum of O ln (O/E) over the four cells.  Negative where BOTH is less than
   expected.  3.84, 6.63 and 10.83 are reached by chance once in 20, 100 and
   1,000 times.  */
double association_log_likelihood (const struct contingency *table);

/* logDice (P. Rychly, "A Lexicographer-Friendly Association Score", RASLAN 2008):
   14 + log2 of the Dice coefficient of words that occur A and B times and BOTH
   times together.  At most 14; one more is twice as often.  It does not depend
   on the size of the library.  BOTH must not be nought.  */
double association_log_dice (double both, double a, double b);

#endif
