/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frame of a plot: its axes and the ticks on them, for any size.  */
#ifndef EXPORT_PLOT_FRAME_H
#define EXPORT_PLOT_FRAME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/vec.h"
#include "export/plot.h"

enum { PLOT_TICK_TEXT = 40 };

struct plot_tick
{
  double at;                 /* from 0 to 1 along the axis */
  char text[PLOT_TICK_TEXT]; /* ASCII */
};

struct plot_ticks VEC (struct plot_tick);

struct plot_frame
{
  struct plot_told told;
  double low; /* the ends of the axis of values; log10 of them where log */
  double high;
  long first; /* the ends of the axis of dates */
  long last;
  bool lone; /* all points are of one day, which is in the middle */
  struct plot_ticks values; /* ascending */
  struct plot_ticks dates;
};

/* Where a point stands: from 0 to 1 along each axis.  */
struct plot_spot
{
  double x;
  double low;  /* low == high where a bound is open */
  double high;
};

/* Makes the axes of PLOT with about VALUES ticks of values; release with
   plot_frame_free.  The dates get theirs by plot_frame_dates.  */
void plot_frame_make (const struct plot *plot, size_t values,
                      struct plot_frame *frame);

/* Makes the ticks of the dates, for an axis on which ROOM characters have
   room.  */
void plot_frame_dates (struct plot_frame *frame, size_t room);

void plot_frame_free (struct plot_frame *frame);

/* Where POINT stands on FRAME; false where it isn't shown.  */
bool plot_frame_spot (const struct plot_frame *frame,
                      const struct plot_point *point, struct plot_spot *spot);

/* The day and the two values (an open bound made equal to the other) of POINT;
   what is missing is counted in TOLD.  */
bool plot_point_read (const struct plot_point *point, long *day, double *low,
                      double *high, struct plot_told *told);

/* Writes VALUE as axes have it: "20,000", "0.5", "2e12".  Returns TO.  */
char *plot_value_text (double value, char to[PLOT_TICK_TEXT]);

/* The year, month and day of DAY.  */
void plot_civil (long day, int *year, int *month, int *date);

/* The day of a year (1 to 9999), month and day.  */
long plot_day_of (int year, int month, int date);

#endif
