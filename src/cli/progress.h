/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a long run is: a bar on a terminal, now and then a line elsewhere.  */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

struct progress
{
  bool terminal;  /* standard error is one */
  double started; /* seconds of a clock that never goes back */
  double told;    /* when something was shown last */
  size_t width;   /* columns of the bar that stands there now */
  bool kilobytes; /* it is these that are counted, not files */
};

struct progress progress_start (void);

/* Shows that DONE of TOTAL files, or kilobytes, are through, where it is time to.  */
void progress_show (struct progress *progress, size_t done, size_t total);

/* Takes the bar away, for a message or the end.  */
void progress_clear (struct progress *progress);

#endif
