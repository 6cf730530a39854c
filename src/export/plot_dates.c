/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The axis of dates.  Days and dates are converted as Howard Hinnant does,
   "chrono-Compatible Low-Level Date Algorithms": in years that begin in March,
   so that the leap day comes last.  */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "export/plot_frame.h"

enum
{
  ERA = 146097,   /* days in 400 years */
  EPOCH = 719468, /* days from 0000-03-01 to 1970-01-01 */
  DATE_TEXT = 10  /* characters of a whole date */
};

long
plot_day_of (int year, int month, int date)
{
  long y = month <= 2 ? year - 1 : year;
  long of_era = y % 400;
  long of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + date - 1;
  return y / 400 * ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year
         - EPOCH;
}

void
plot_civil (long day, int *year, int *month, int *date)
{
  long z = day + EPOCH;
  long of_era = z % ERA;
  long y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  long of_year = of_era - (365 * y + y / 4 - y / 100);
  long m = (5 * of_year + 2) / 153;
  *date = (int) (of_year - (153 * m + 2) / 5 + 1);
  *month = (int) (m < 10 ? m + 3 : m - 9);
  *year = (int) (y + z / ERA * 400 + (*month <= 2));
}

/* Reads COUNT digits at *AT, which moves behind them; -1 where they are not
   there.  */
static int
read_digits (const char **at, int count)
{
  int value = 0;
  for (; count > 0; count--, ++*at)
    if (!isdigit ((unsigned char) **at))
      return -1;
    else
      value = value * 10 + (**at - '0');
  return value;
}

/* Reads "-NN" where it is there; else VALUE stays as it was.  */
static bool
read_part (const char **at, int *value)
{
  if (**at == '\0')
    return true;
  if (*(*at)++ != '-')
    return false;
  *value = read_digits (at, 2);
  return *value > 0;
}

bool
plot_day (const char *date, long *day)
{
  int month = 1, of_month = 1;
  if (!date)
    return false;
  int year = read_digits (&date, 4);
  if (year <= 0 || !read_part (&date, &month) || !read_part (&date, &of_month)
      || *date || month > 12)
    return false;
  int y, m, d;
  *day = plot_day_of (year, month, of_month);
  plot_civil (*day, &y, &m, &d);
  return m == month && d == of_month;
}

/* The steps from tick to tick: 1, 2, 5 or 10 days, some months, some years.  */
struct step
{
  int days;
  int months;
  int years;
};

static const struct step steps[] = {
  { 1, 0, 0 },   { 2, 0, 0 },   { 5, 0, 0 },   { 10, 0, 0 },  { 0, 1, 0 },
  { 0, 2, 0 },   { 0, 3, 0 },   { 0, 6, 0 },   { 0, 0, 1 },   { 0, 0, 2 },
  { 0, 0, 5 },   { 0, 0, 10 },  { 0, 0, 20 },  { 0, 0, 50 },  { 0, 0, 100 },
  { 0, 0, 200 }, { 0, 0, 500 }, { 0, 0, 1000 },
};

enum { STEPS = sizeof steps / sizeof *steps };

/* The least days from tick to tick.  */
static long
step_days (const struct step *step)
{
  return step->days + step->months * 28L + step->years * 365L;
}

/* The characters of a label.  */
static size_t
step_text (const struct step *step)
{
  return step->days ? DATE_TEXT : step->months ? 7 : 4;
}

/* The first tick of STEP after DAY.  Days begin anew with each month, so that
   5 gives the 1st, 6th ... 26th.  */
static long
next_tick (const struct step *step, long day)
{
  int year, month, date;
  plot_civil (day, &year, &month, &date);
  if (step->days)
    {
      date += step->days - (date - 1) % step->days;
      if (date + step->days <= 32)
        return plot_day_of (year, month, date);
      month++;
    }
  else if (step->months)
    month += step->months - (month - 1) % step->months;
  else
    {
      month = 1;
      year += step->years - year % step->years;
    }
  if (month > 12)
    {
      month = 1;
      year++;
    }
  return plot_day_of (year, month, 1);
}

static void
add_tick (struct plot_frame *frame, long day, size_t length)
{
  int year, month, date;
  char text[PLOT_TICK_TEXT];
  plot_civil (day, &year, &month, &date);
  snprintf (text, sizeof text, "%04d-%02d-%02d", year, month, date);
  text[length] = '\0';
  struct plot_tick tick
    = { .at = (double) (day - frame->first)
              / (double) (frame->last - frame->first) };
  memcpy (tick.text, text, sizeof text);
  VEC_PUSH (&frame->dates, tick);
}

/* The finest step whose labels stand clear of each other.  */
static const struct step *
choose_step (long days, size_t room)
{
  size_t i = 0;
  while (i + 1 < STEPS
         && (double) step_days (&steps[i]) / (double) days * (double) room
              < (double) step_text (&steps[i]) + 2)
    i++;
  return &steps[i];
}

/* A lone date is the one tick; and where fewer than two lie on the axis, its
   ends say more.  */
void
plot_frame_dates (struct plot_frame *frame, size_t room)
{
  const struct step *step = choose_step (frame->last - frame->first, room);
  long day = next_tick (step, frame->first - 1);
  frame->dates.len = 0;
  if (frame->lone)
    {
      add_tick (frame, (frame->first + frame->last) / 2, DATE_TEXT);
      return;
    }
  for (; day <= frame->last; day = next_tick (step, day))
    add_tick (frame, day, step_text (step));
  if (frame->dates.len >= 2)
    return;
  frame->dates.len = 0;
  add_tick (frame, frame->first, DATE_TEXT);
  if (room >= 2 * DATE_TEXT + 2)
    add_tick (frame, frame->last, DATE_TEXT);
}
