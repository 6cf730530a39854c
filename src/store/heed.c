/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Long questions to a database, stopped where somebody waits.  A single row of
   the full-text index can take a good part of a second: all the time SQLite
   spends in there shows only when it goes on to another page.  */
#include <config.h>

#include "store/heed.h"

#include <time.h>

/* Steps of SQLite's machine between two looks at the clock, and milliseconds
   between two questions.  */
enum { STEPS = 16, PAUSE = 2 };

double
heed_clock (void)
{
  struct timespec now;
  clock_gettime (CLOCK_MONOTONIC, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static int
look (void *data)
{
  struct database *database = data;
  double now = heed_clock ();
  if (!database->stopped && now >= database->asked + PAUSE)
    {
      database->asked = now;
      database->stopped = database->waits (database->waiting);
    }
  return database->stopped;
}

void
heed_begin (struct database *database, bool yields)
{
  database->stopped = false;
  database->asked = 0;
  if (yields && database->waits)
    sqlite3_progress_handler (database->handle, STEPS, look, database);
}

bool
heed_end (struct database *database, struct err *err)
{
  bool stopped = database->stopped;
  if (database->waits)
    sqlite3_progress_handler (database->handle, 0, NULL, NULL);
  database->stopped = false;
  if (stopped && err)
    *err = (struct err) ERR_INIT;
  return stopped;
}
