/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines that a search or a concordance shows: a window that slides over all
   of them, so that what is kept does not grow with what is found.  */
#ifndef READ_FOUND_WINDOW_H
#define READ_FOUND_WINDOW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "read/finder.h"

/* A document that lines are of.  */
struct line_source
{
  struct listing row; /* one */
  size_t users;
};

/* A place with what stands around it.  */
struct found_line
{
  struct line_source *source;
  enum side side;
  struct range range;   /* the occurrence; of several in one sentence the first */
  size_t bead;
  size_t point;         /* where the occurrence begins, in code points */
  size_t point_end;
  char *text;           /* what surrounds it, as it stands in the source */
  struct ranges lit;    /* the occurrences in TEXT */
  char *facing;         /* the facing sentences; "" where there are none */
  struct ranges facing_lit;
};

void found_line_free (struct found_line *line);

/* The title to show for LINE.  */
const char *found_line_title (const struct found_line *line);

/* Makes the line of place INDEX of FOUND: TEXT is what stands in its paragraph, at
   most a few hundred bytes either side.  The caller frees it.  */
struct found_line *found_line_of (const struct found *found,
                                  struct line_source *source, size_t index);

/* The same for all the places from INDEX on that are in one sentence pair and on
   one side: TEXT is the bead's; those on its other side are lit in FACING.
   *COUNT is how many places on one side or the other that are.  */
struct found_line *found_line_of_bead (const struct found *found,
                                       struct line_source *source,
                                       size_t index, size_t *count);

struct found_lines VEC (struct found_line *);

/* The window.  */
struct found_window
{
  struct finder *finder;    /* owned; NULL: nothing is looked for */
  bool by_bead;             /* a line a pair of sentences, not a place */
  struct found_lines items; /* the lines at hand, in order */
  struct finder_at first;   /* where they begin ... */
  struct finder_at last;    /* ... and end */
  bool at_start;            /* nothing comes before */
  bool at_end;              /* nothing comes behind */
};

/* Looks for FINDER's places anew, from the beginning or from the END; takes over
   FINDER (may be that of LINES).  */
void found_window_start (struct found_window *lines, struct finder *finder, bool end);
void found_window_clear (struct found_window *lines);

enum found_window_state
{
  FOUND_READY, /* nothing is left to do */
  FOUND_MORE,  /* the time was over */
  FOUND_FAILED
};

/* Sees to it that there are lines MARGIN before and behind the one with index *AT
   (where there are so many at all), and lets those go that are far away; *AT
   goes with its line.  Takes about MILLISECONDS at most.  */
enum found_window_state found_window_need (struct found_window *lines, size_t *at, size_t margin,
                             unsigned milliseconds, struct err *err);

#endif
