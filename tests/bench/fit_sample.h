/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The candidates of a text, and the likelihood of its beads among them.  */
#ifndef FIT_SAMPLE_H
#define FIT_SAMPLE_H

#include "align/pool.h"
#include "set.h"

struct sample;

/* All beads near those of the gold of TEXT, which is number INDEX in POOL; ends
   the program where one of the gold is none of them.  Freed with sample_free.  */
struct sample *sample_new (struct pool *pool, size_t index,
                           const struct set_text *text);
void sample_free (struct sample *sample);

/* The negative logarithm of the likelihood of the gold among all ways by the weights
   W, TERMS of them, where wrong beads gain COST; adds its derivatives to
   GRADIENT.  */
double sample_loss (struct sample *sample, const double *w, double cost,
                    double *gradient);

#endif
