/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Minimises a smooth function of many variables.  */
#include "lbfgs.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { MEMORY = 10 };

/* The last steps and how the gradient changed in them.  */
struct history
{
  double *step[MEMORY];
  double *change[MEMORY];
  double rho[MEMORY];
  size_t len;
};

static double
dot (const double *a, const double *b, size_t len)
{
  double sum = 0;
  for (size_t k = 0; k < len; k++)
    sum += a[k] * b[k];
  return sum;
}

static void
add (double *a, double by, const double *b, size_t len)
{
  for (size_t k = 0; k < len; k++)
    a[k] += by * b[k];
}

/* The direction of descent for GRADIENT.  */
static void
find_direction (const struct history *h, const double *gradient,
                double *direction, size_t len)
{
  double alpha[MEMORY];
  size_t from = h->len > MEMORY ? h->len - MEMORY : 0;
  for (size_t k = 0; k < len; k++)
    direction[k] = -gradient[k];
  for (size_t n = h->len; n-- > from;)
    {
      size_t m = n % MEMORY;
      alpha[m] = h->rho[m] * dot (h->step[m], direction, len);
      add (direction, -alpha[m], h->change[m], len);
    }
  double scale = 1 / fmax (1, sqrt (dot (gradient, gradient, len)));
  if (h->len > 0)
    {
      size_t m = (h->len - 1) % MEMORY;
      scale = 1 / (h->rho[m] * dot (h->change[m], h->change[m], len));
    }
  for (size_t k = 0; k < len; k++)
    direction[k] *= scale;
  for (size_t n = from; n < h->len; n++)
    {
      size_t m = n % MEMORY;
      double beta = h->rho[m] * dot (h->change[m], direction, len);
      add (direction, alpha[m] - beta, h->step[m], len);
    }
}

/* Remembers the step from X to NEXT.  */
static void
remember (struct history *h, const double *x, const double *next,
          const double *gradient, const double *next_gradient, size_t len)
{
  size_t m = h->len % MEMORY;
  for (size_t k = 0; k < len; k++)
    {
      h->step[m][k] = next[k] - x[k];
      h->change[m][k] = next_gradient[k] - gradient[k];
    }
  double curve = dot (h->step[m], h->change[m], len);
  if (curve > 1e-12)
    {
      h->rho[m] = 1 / curve;
      h->len++;
    }
}

double
lbfgs (lbfgs_function *function, void *data, double *x, size_t len,
       unsigned steps, double enough)
{
  struct history h = { .len = 0 };
  double *buffers = mem_new (4 + 2 * MEMORY, len * sizeof *buffers);
  double *gradient = buffers, *next = buffers + len;
  double *next_gradient = buffers + 2 * len, *direction = buffers + 3 * len;
  for (size_t m = 0; m < MEMORY; m++)
    {
      h.step[m] = buffers + (4 + m) * len;
      h.change[m] = buffers + (4 + MEMORY + m) * len;
    }
  double value = function (data, x, gradient), gain = INFINITY;
  for (unsigned s = 0; s < steps && gain > enough; s++)
    {
      find_direction (&h, gradient, direction, len);
      double slope = dot (direction, gradient, len), by = 1, reached;
      for (;; by /= 2)
        {
          memcpy (next, x, len * sizeof *x);
          add (next, by, direction, len);
          reached = function (data, next, next_gradient);
          if (reached <= value + 1e-4 * by * slope || by < 1e-6)
            break;
        }
      gain = value - reached;
      if (gain < 0)
        break;
      remember (&h, x, next, gradient, next_gradient, len);
      memcpy (x, next, len * sizeof *x);
      memcpy (gradient, next_gradient, len * sizeof *x);
      value = reached;
    }
  free (buffers);
  return value;
}
