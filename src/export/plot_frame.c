/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The axis of values: its ends and round ticks.  */
#include "export/plot_frame.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* Beyond these a value is none, and nought: so no sum or product gets out of the
   range of double.  */
#define LARGEST 1e100
#define SMALLEST 1e-100

/* Values nearer than this, as part of the larger, are one: a step between them
   could not be told from rounding.  */
#define SAME 1e-9

/* The days shown before and behind a lone date.  */
enum { LONE = 15 };

static bool
is_value (double value)
{
  return !isnan (value) && fabs (value) <= LARGEST;
}

static double
flush (double value)
{
  return fabs (value) < SMALLEST ? 0 : value;
}

bool
plot_point_read (const struct plot_point *point, long *day, double *low,
                 double *high, struct plot_told *told)
{
  bool has_low = is_value (point->low), has_high = is_value (point->high);
  if (!plot_day (point->date, day))
    {
      told->undated++;
      return false;
    }
  if (!has_low && !has_high)
    {
      told->unvalued++;
      return false;
    }
  double a = flush (has_low ? point->low : point->high);
  double b = flush (has_high ? point->high : point->low);
  *low = fmin (a, b);
  *high = fmax (a, b);
  return true;
}

/* The ends of all values, and of those above nought.  */
struct extent
{
  double low;
  double high;
  double above; /* the smallest above nought; INFINITY where there is none */
  long first;
  long last;
  size_t count;
};

static void
widen (struct extent *e, long day, double low, double high)
{
  if (e->count++ == 0)
    *e = (struct extent) { low, high, INFINITY, day, day, 1 };
  e->low = fmin (e->low, low);
  e->high = fmax (e->high, high);
  e->first = day < e->first ? day : e->first;
  e->last = day > e->last ? day : e->last;
  if (high > 0)
    e->above = fmin (e->above, low > 0 ? low : high);
}

static struct extent
measure (const struct plot *plot, bool above, struct plot_told *told)
{
  struct extent e = { .above = INFINITY };
  for (size_t i = 0; i < plot->count; i++)
    {
      long day;
      double low, high;
      if (!plot_point_read (&plot->points[i], &day, &low, &high, told))
        continue;
      if (above && high <= 0)
        told->nought++;
      else
        widen (&e, day, low, high);
    }
  told->shown = e.count;
  return e;
}

char *
plot_value_text (double value, char to[PLOT_TICK_TEXT])
{
  double size = fabs (value);
  char digits[PLOT_TICK_TEXT];
  if (size != 0 && (size >= 1e10 || size < 1e-4))
    {
      double power = floor (log10 (size) + 1e-9);
      snprintf (to, PLOT_TICK_TEXT, "%.9ge%.0f", value / pow (10, power),
                power);
      return to;
    }
  snprintf (digits, sizeof digits, "%.12g", size);
  size_t whole = strcspn (digits, "."), n = 0;
  if (value < 0)
    to[n++] = '-';
  for (size_t i = 0; digits[i] && n < PLOT_TICK_TEXT - 1; i++)
    {
      if (i > 0 && i < whole && (whole - i) % 3 == 0)
        to[n++] = ',';
      to[n++] = digits[i];
    }
  to[n] = '\0';
  return to;
}

static void
add_tick (struct plot_frame *frame, double at, double value)
{
  struct plot_tick tick
    = { .at = (at - frame->low) / (frame->high - frame->low) };
  plot_value_text (value, tick.text);
  VEC_PUSH (&frame->values, tick);
}

/* --- linear ------------------------------------------------------------- */

/* The smallest of 1, 2, 5, 10 ... that is at least VALUE.  */
static double
round_step (double value)
{
  double power = pow (10, floor (log10 (value)));
  static const double parts[] = { 1, 2, 5 };
  for (size_t i = 0; i < 3; i++)
    if (parts[i] * power >= value * (1 - SAME))
      return parts[i] * power;
  return 10 * power;
}

static void
make_linear (struct plot_frame *frame, struct extent e, size_t most)
{
  bool same = e.high - e.low <= SAME * fmax (fabs (e.high), fabs (e.low));
  if (same ? e.low > 0 : e.low >= 0 && e.low <= e.high / 2)
    e.low = 0;
  else if (same && e.high < 0)
    e.high = 0;
  if (e.high <= e.low)
    e.high = e.low + 1;
  double step = round_step ((e.high - e.low) / (double) most);
  double from = floor (e.low / step + SAME);
  double to = ceil (e.high / step - SAME);
  frame->low = from * step;
  frame->high = to * step;
  for (double i = from; i <= to; i++)
    add_tick (frame, i * step, i * step);
}

/* --- log ---------------------------------------------------------------- */

/* Member N of the series ... 0.5, 1, 2, 5, 10, 20 ..., where 0 is 1.  */
static double
series (long n)
{
  static const double parts[] = { 1, 2, 5 };
  long power = n >= 0 ? n / 3 : -((2 - n) / 3);
  return parts[n - power * 3] * pow (10, (double) power);
}

/* The last member of the series that is at most VALUE.  */
static long
series_below (double value)
{
  long n = (long) floor (log10 (value)) * 3 + 3;
  while (series (n) > value * (1 + SAME))
    n--;
  return n;
}

/* How many members of the series apart the ticks are: one, or whole powers of
   ten.  The axis ends at ticks.  */
static long
series_step (long count, size_t most)
{
  static const long steps[] = { 1, 3, 6, 15, 30, 60, 150, 300 };
  size_t i = 0;
  while (i + 1 < sizeof steps / sizeof *steps
         && count / steps[i] > (long) most)
    i++;
  return steps[i];
}

static void
make_log (struct plot_frame *frame, const struct extent *e, size_t most)
{
  long from = series_below (e->above), to = series_below (e->high);
  if (series (to) < e->high * (1 - SAME) || to == from)
    to++;
  long step = series_step (to - from, most);
  from -= (from % step + step) % step;
  to += (step - (to % step + step) % step) % step;
  frame->low = log10 (series (from));
  frame->high = log10 (series (to));
  for (long n = from; n <= to; n += step)
    add_tick (frame, log10 (series (n)), series (n));
}

/* --- all ---------------------------------------------------------------- */

static bool
choose_log (const struct plot *plot, const struct extent *e)
{
  if (plot->scale != PLOT_AUTO)
    return plot->scale == PLOT_LOG;
  return e->count > 0 && e->low > 0 && e->high / e->low >= 1000;
}

void
plot_frame_make (const struct plot *plot, size_t values,
                 struct plot_frame *frame)
{
  *frame = (struct plot_frame) { .told.log = plot->scale == PLOT_LOG };
  struct extent e = measure (plot, frame->told.log, &frame->told);
  frame->told.log = choose_log (plot, &e);
  if (e.count == 0)
    return;
  frame->lone = e.first == e.last;
  frame->first = frame->lone ? e.first - LONE : e.first;
  frame->last = frame->lone ? e.last + LONE : e.last;
  if (frame->told.log)
    make_log (frame, &e, values);
  else
    make_linear (frame, e, values);
}

void
plot_frame_free (struct plot_frame *frame)
{
  VEC_FREE (&frame->values);
  VEC_FREE (&frame->dates);
}

/* Where VALUE stands on the axis.  */
static double
value_at (const struct plot_frame *frame, double value)
{
  double at = frame->told.log ? value > 0 ? log10 (value) : frame->low : value;
  at = (at - frame->low) / (frame->high - frame->low);
  return fmin (fmax (at, 0), 1);
}

bool
plot_frame_spot (const struct plot_frame *frame,
                 const struct plot_point *point, struct plot_spot *spot)
{
  struct plot_told ignored = { 0 };
  long day;
  double low, high;
  if (!plot_point_read (point, &day, &low, &high, &ignored)
      || (frame->told.log && high <= 0))
    return false;
  spot->x = (double) (day - frame->first)
            / (double) (frame->last - frame->first);
  spot->low = value_at (frame, low);
  spot->high = value_at (frame, high);
  return true;
}
