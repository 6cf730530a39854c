/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often a term stands in each period, as points of a plot.  */
#ifndef READ_TREND_H
#define READ_TREND_H

#include <stdbool.h>
#include <stddef.h>

#include "export/plot.h"
#include "read/survey.h"

struct trend
{
  struct survey_periods periods; /* those with a date */
  struct
  VEC (struct plot_point) points; /* one a period; they own their labels */
  size_t undated;                 /* places in documents without a date */
};

/* How often in a million characters of Chinese or words of English the places of
   PERIOD are; 0 where there is no text.  */
double trend_rate (const struct survey_period *period);

/* Fills TREND, empty before, from SURVEY: months or YEARS, how often or the RATE
   of it.  */
void trend_make (struct trend *trend, const struct survey *survey, bool years,
                 bool rate);
void trend_free (struct trend *trend);

/* The plot of TREND, which lives as long as that and TITLE.  */
struct plot trend_plot (const struct trend *trend, const char *title,
                        const char *unit);

#endif
