/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often a term stands in each period.  */
#include "read/trend.h"

#include <stdlib.h>

#include "base/mem.h"

double
trend_rate (const struct survey_period *period)
{
  return period->size > 0 ? (double) period->places / period->size * 1e6 : 0;
}

/* A bar from nought up.  */
static struct plot_point
point_of (const struct survey_period *period, bool rate)
{
  return (struct plot_point) {
    .date = period->name,
    .high = rate ? trend_rate (period) : (double) period->places,
    .label = mem_format ("%zu / %zu", period->places, period->documents)
  };
}

void
trend_make (struct trend *trend, const struct survey *survey, bool years,
            bool rate)
{
  struct survey_periods *periods = &trend->periods;
  size_t kept = 0;
  long day;
  survey_periods (survey, years, periods);
  for (size_t i = 0; i < periods->len; i++)
    if (plot_day (periods->items[i].name, &day))
      periods->items[kept++] = periods->items[i];
    else
      trend->undated += periods->items[i].places;
  periods->len = kept;
  for (size_t i = 0; i < kept; i++)
    VEC_PUSH (&trend->points, point_of (&periods->items[i], rate));
}

void
trend_free (struct trend *trend)
{
  for (size_t i = 0; i < trend->points.len; i++)
    free ((char *) trend->points.items[i].label);
  VEC_FREE (&trend->points);
  VEC_FREE (&trend->periods);
  *trend = (struct trend) { .undated = 0 };
}

struct plot
trend_plot (const struct trend *trend, const char *title, const char *unit)
{
  return (struct plot) { .points = trend->points.items,
                         .count = trend->points.len,
                         .scale = PLOT_LINEAR,
                         .title = title,
                         .unit = unit };
}
