/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window that slides over all that was found, so that what is kept does not
   grow with it.  */
#ifndef READ_FOUND_WINDOW_H
#define READ_FOUND_WINDOW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "read/finder.h"
#include "read/found_line.h"

/* What is kept of the lines, in order.  Those of a document are kept all or
   none.  */
struct found_window
{
  struct library *library;   /* borrowed */
  struct notebook *notebook; /* borrowed; may be NULL */
  struct wanted wanted;      /* owned */
  bool by_bead;              /* a line a pair of sentences, not a place */
  struct finder *finder[2];  /* [1] looks for what stands before; NULL until it
                                is needed */
  struct found_lines lines;
  bool at_start;             /* nothing comes before the lines */
  bool at_end;               /* nothing comes behind */
};

/* Begins with the first lines of WANTED, which is taken over (also on error), or
   the last ones where END.  The window is all zero or in use.  False with ERR
   filled where the query is wrong: the window is empty then.  */
bool found_window_open (struct found_window *window, struct library *library,
                        struct notebook *notebook, struct wanted wanted,
                        bool end, struct err *err);
void found_window_close (struct found_window *window);

enum found_window_state
{
  WINDOW_READY, /* nothing is left to do */
  WINDOW_BUSY,  /* the time was over */
  WINDOW_FAILED /* ERR is filled */
};

/* Sees to it that there are MARGIN lines before and behind the one with index *AT
   (where there are so many at all), and lets go of those far away; *AT goes with
   its line.  Takes about MILLISECONDS at most.  */
enum found_window_state found_window_need (struct found_window *window,
                                           size_t *at, size_t margin,
                                           unsigned milliseconds,
                                           struct err *err);

/* Milliseconds on a clock that goes evenly.  */
double found_window_clock (void);

#endif
