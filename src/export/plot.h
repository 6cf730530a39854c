/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A timeline: values over dates, as rows of text, as SVG and as records.  */
#ifndef EXPORT_PLOT_H
#define EXPORT_PLOT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

struct plot_point
{
  const char *date;  /* YYYY, YYYY-MM or YYYY-MM-DD; a year or month stands at
                        its first day */
  double low;        /* NAN: the bound is open, the other one is drawn */
  double high;
  const char *label; /* UTF-8, untrusted; may be NULL */
};

enum plot_scale
{
  PLOT_AUTO,   /* log where all values are above nought and the largest is a
                  thousand times the smallest or more; else linear */
  PLOT_LINEAR, /* from nought where the values reach down to half of the
                  largest */
  PLOT_LOG
};

/* What is shown; everything is borrowed.  */
struct plot
{
  const struct plot_point *points;
  size_t count;
  enum plot_scale scale;
  const char *title; /* of the SVG, untrusted */
  const char *unit;  /* untrusted; "" for none */
};

/* What became of the points.  */
struct plot_told
{
  size_t shown;
  size_t undated;  /* the date is missing, or no date of the years 1 to 9999 */
  size_t unvalued; /* both bounds are open, or beyond 10^100 */
  size_t nought;   /* on a log scale: no bound is above nought.  Where only the
                      low one is not, the point reaches down to the foot */
  bool log;        /* the scale chosen */
};

/* The day of DATE (see plot_point), counted from 1970-01-01 in the Gregorian
   calendar, also before it was made.  False where it is no date.  */
bool plot_day (const char *date, long *day);

/* The smallest plot in text.  */
enum { PLOT_COLUMNS = 24, PLOT_ROWS = 5 };

/* Appends the plot to OUT, ROWS rows of at most COLUMNS characters of one column
   each, all ended by LF, without blanks at their ends: the values at the left
   in braille dots (U+2800, two by four a character), the dates below.  A point
   with both bounds is a bar between them.  False, and nothing is appended,
   where it would be smaller than the smallest or no point can be shown.  Takes
   time as the points are many.  TOLD may be NULL.  */
bool plot_rows (const struct plot *plot, size_t columns, size_t rows,
                struct buf *out, struct plot_told *told);

/* Where point INDEX stands in that plot: the row and column of its upper end,
   from 0.  False where it isn't shown.  */
bool plot_where (const struct plot *plot, size_t columns, size_t rows,
                 size_t index, size_t *row, size_t *column);

/* Appends the plot as a file of SVG 1.1 to OUT, self-contained, black on white;
   labels are told when the mouse rests on a point.  False as plot_rows.  */
bool plot_svg (const struct plot *plot, struct buf *out,
               struct plot_told *told);

/* Appends all points to OUT, also those that no plot can show, one a line: date,
   low, high ("-" for an open bound), unit, label.  */
void plot_tsv (const struct plot *plot, struct buf *out);

#endif
