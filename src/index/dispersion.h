/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How evenly occurrences are spread.  */
#ifndef INDEX_DISPERSION_H
#define INDEX_DISPERSION_H

#include <stddef.h>

/* The occurrences in parts of a whole, a part after the other; all zero at the
   start.  For DP (S. Th. Gries, "Dispersions and adjusted frequencies in
   corpora", International Journal of Corpus Linguistics 13, 2008) the sizes are
   needed only up to a factor.  */
struct dispersion
{
  double occurrences; /* so far */
  double size;        /* of the parts that were added */
  size_t parts;
  double *sizes;      /* of each part, PARTS of them */
  double *counts;
  size_t room;
};

void dispersion_free (struct dispersion *dispersion);

/* Adds a part of SIZE in which the term stands COUNT times.  */
void dispersion_add (struct dispersion *dispersion, double size,
                     double count);

/* Gries' DP of the parts and of the REST of the whole, in which the term doesn't
   stand: half the sum of the differences between each part's share of the whole
   and its share of the occurrences.  0: spread as the text is; towards 1: all in
   a small part of it.  0 where nothing occurs.  */
double dispersion_dp (const struct dispersion *dispersion, double rest);

/* Juilland's D over COUNT equal parts with COUNTS occurrences each (A. Juilland
   and E. Chang-Rodriguez, "Frequency Dictionary of Spanish Words", 1964):
   1 - V / sqrt (COUNT - 1), where V is the standard deviation over the mean.
   1: evenly; 0: all in one part.  0 where nothing occurs or there is one part
   only.  */
double dispersion_juilland (const size_t *counts, size_t count);

/* Counts the LEN positions AT, each less than WHOLE, in COUNT equal parts.  */
void dispersion_parts (const size_t *at, size_t len, size_t whole,
                       size_t *counts, size_t count);

#endif
