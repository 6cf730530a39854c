/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Minimises a smooth function of many variables.  */
#ifndef LBFGS_H
#define LBFGS_H

#include <stddef.h>

/* The value at X; fills GRADIENT.  */
typedef double lbfgs_function (void *data, const double *x, double *gradient);

/* Moves X, LEN numbers, to where FUNCTION is least, in at most STEPS steps, or
   until a step gains less than ENOUGH; returns the value there.  J. Nocedal,
   "Updating Quasi-Newton Matrices with Limited Storage", Mathematics of
   Computation 35 (1980), with a line search by halves.  */
double lbfgs (lbfgs_function *function, void *data, double *x, size_t len,
              unsigned steps, double enough);

#endif
