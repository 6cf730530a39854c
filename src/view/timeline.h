/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline: values of one unit over their dates, as a plot.  */
#ifndef VIEW_TIMELINE_H
#define VIEW_TIMELINE_H

#include <stdbool.h>

#include "export/plot.h"
#include "store/numbers.h"
#include "view/app.h"

/* A point and where it comes from.  */
struct entry
{
  struct plot_point point; /* owns its date and label */
  long day;
  long long document;
  enum side side;
  size_t at; /* byte */
};

/* The numbers shown, and how.  */
struct timeline
{
  char *title;           /* of the file; as the filter was written */
  char unit[UNIT_SYMBOL];
  bool stated;
  bool more;
  enum plot_scale scale;
  struct plot_told told; /* what the last drawing said */
  size_t undated;        /* of those added */
  size_t unvalued;
  size_t at; /* the point under the cursor */
  struct
  VEC (struct entry) entries; /* by date, once the screen is open */
  struct
  VEC (struct plot_point) points; /* the same */
};

/* An empty timeline in UNIT with TITLE.  The values are those in the base unit
   unless STATED.  */
struct timeline *timeline_new (const char *title, const char *unit,
                               bool stated);

void timeline_free (struct timeline *timeline);

/* Adds NUMBER; what has no date or no value is counted.  */
void timeline_add (struct timeline *timeline, const struct number *number);

/* Sorts the points by date and fills `points`.  */
void timeline_sort (struct timeline *timeline);

/* Opens the screen on TIMELINE, which it takes over; MORE tells that there are
   more numbers than were added.  Without a point it says so instead.  */
void timeline_open (struct app *app, struct timeline *timeline, bool more);

/* Opens the timeline of what QUERY asks for and is of the kind and unit of
   NUMBER; of NUMBERS alone where that is not NULL.  QUERY is changed.  TITLE
   says in the file what was asked for.  */
void timeline_show (struct app *app, const char *title,
                    struct number_query *query, const struct number *number,
                    const struct numbers *numbers);

/* The first number of the lit bead, one of the original before those of the
   translation; 0 where it has none.  */
long long number_lit (struct app *app);

/* Goes to byte AT of SIDE of DOCUMENT; the numbers and the timeline are kept, to
   come back to.  False where it can't be opened, which is said.  */
bool number_jump (struct app *app, long long document, enum side side,
                  size_t at);

#endif
