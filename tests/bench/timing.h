/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the programs that measure share: clocks and the median.  */
#ifndef BENCH_TIMING_H
#define BENCH_TIMING_H

#include <stdlib.h>
#include <time.h>

static inline double
timing_ms (clockid_t clock)
{
  struct timespec now;
  clock_gettime (clock, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* Milliseconds by the clock, and of the processor's time.  */
static inline double
wall_ms (void)
{
  return timing_ms (CLOCK_MONOTONIC);
}

static inline double
processor_ms (void)
{
  return timing_ms (CLOCK_PROCESS_CPUTIME_ID);
}

static inline int
compare_ms (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;
  return (x > y) - (x < y);
}

/* The median of COUNT numbers at VALUES, at least 1, which are sorted.  */
static inline double
median_ms (double *values, size_t count)
{
  qsort (values, count, sizeof *values, compare_ms);
  return values[count / 2];
}

#endif
