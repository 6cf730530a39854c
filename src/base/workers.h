/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Threads that share a piece of work: a "parallel for".  It stands on the ground
   floor so that pure rooms, which start no threads themselves, can be given
   one.  */
#ifndef BASE_WORKERS_H
#define BASE_WORKERS_H

#include <stddef.h>

/* How many threads to start where none are asked for: as many as there are
   processors, at least 1.  */
size_t workers_usual (void);

/* A set of workers; NULL is the caller alone.  */
struct workers;

/* THREADS workers, one of which is the caller; workers_usual where it is 0; fewer
   where no more threads could be started.  They have all signals blocked.  Freed
   with workers_free.  */
struct workers *workers_new (size_t threads);
void workers_free (struct workers *workers);

/* How many there are, at least 1.  */
size_t workers_len (const struct workers *workers);

/* Part INDEX of a piece of work, done by WORKER (below workers_len), who does
   nothing else meanwhile.  */
typedef void workers_task (void *data, size_t index, size_t worker);

/* Calls TASK for each INDEX below COUNT, in any order and several at a time;
   returns when all are done.  What TASK writes must depend on INDEX alone, so that
   the number of workers is not seen.  Not from within a task.  */
void workers_run (struct workers *workers, size_t count, workers_task *task,
                  void *data);

#endif
