/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Aligning the documents of the library anew.  */
#include "ingest/realign.h"

#include "base/workers.h"
#include "ingest/crew.h"
#include "ingest/terms_known.h"
#include "store/keywords.h"
#include "store/library_beads.h"
#include "store/numbers.h"

/* A transaction holds so many documents (as in ingest.c); between two the crew
   is idle, so that what was read in one is written in it.  */
enum { BATCH = 500 };

struct run
{
  struct library *library;
  struct crew *crew;
  long long aids;
  const volatile sig_atomic_t *stop;
  const struct realign_watch *watch;
  struct realign_report *report;
  long long last; /* the number of the document read last; 0 at first */
  size_t read;
  size_t total;
  bool end; /* there are no more */
};

static bool
is_stopped (const struct run *run)
{
  return run->stop && *run->stop;
}

static void
tell_progress (const struct run *run)
{
  size_t done = run->report->aligned + run->report->failed;
  if (run->watch->progress && done <= run->total)
    run->watch->progress (done, run->total, run->watch->data);
}

/* Reads the next document and gives it to the crew.  One that is damaged is told
   and left as it is.  */
static bool
read_next (struct run *run, struct err *err)
{
  struct err problem = ERR_INIT;
  long long id
    = library_stale_after (run->library, run->aids, run->last, &problem);
  if (id == 0)
    {
      run->end = true;
      if (problem.code != ERR_NONE)
        *err = problem;
      return problem.code == ERR_NONE;
    }
  struct document *document = library_document (run->library, id, &problem);
  run->last = id;
  run->read++;
  if (document)
    {
      crew_give_document (run->crew, document, run->read);
      return true;
    }
  run->report->failed++;
  if (run->watch->failure)
    run->watch->failure (&problem, run->watch->data);
  return true;
}

/* Takes the oldest document from the crew and writes its beads.  */
static bool
write_next (struct run *run, bool *none, struct err *err)
{
  struct job job;
  *none = !crew_take (run->crew, &job);
  if (*none)
    return true;
  bool done
    = library_put_beads (run->library, job.document, job.document->id,
                         job.moved ? &job.apparatus : NULL, run->aids, err)
      && library_put_keywords (run->library, job.document->id, job.keywords,
                               NULL, err);
  run->report->aligned += done;
  run->report->moved += done && job.moved;
  job_clear (&job);
  tell_progress (run);
  return done;
}

/* The documents of one transaction.  */
static bool
run_batch (struct run *run, struct err *err)
{
  size_t from = run->read;
  bool done = true, none = false;
  while (done && !run->end && run->read - from < BATCH && !is_stopped (run))
    if (crew_has_room (run->crew))
      done = read_next (run, err);
    else
      done = write_next (run, &none, err);
  while (done && !none)
    done = write_next (run, &none, err);
  return done;
}

/* Batch by batch; what a transaction that fails held is not counted.  */
static bool
run_batches (struct run *run, struct err *err)
{
  bool done = true;
  while (done && !run->end && !is_stopped (run))
    {
      struct realign_report safe = *run->report;
      done = library_begin (run->library, err);
      if (!done)
        break;
      done = run_batch (run, err);
      if (!library_commit (run->library, done ? err : NULL))
        {
          done = false;
          *run->report = safe;
        }
    }
  run->report->interrupted = done && !run->end;
  return done;
}

/* What is known already is learnt from no further texts.  */
static struct document *
no_sample (void *data)
{
  (void) data;
  return NULL;
}

bool
realign_library (struct library *library, struct notebook *notebook,
                 const struct align_aids *aids, size_t jobs,
                 const volatile sig_atomic_t *stop,
                 const struct realign_watch *watch,
                 struct realign_report *report, struct err *err)
{
  struct run run = { .library = library,
                     .aids = align_digest (aids),
                     .stop = stop,
                     .watch = watch,
                     .report = report };
  *report = (struct realign_report) { 0 };
  long long total = library_stale (library, run.aids, err);
  if (jobs == 0)
    jobs = workers_usual ();
  if (total <= 0)
    return total == 0;
  run.total = (size_t) total;
  run.crew = crew_new (jobs, aids);
  struct wordbook *book
    = wordbook_make (library, notebook, aids, no_sample, NULL);
  crew_find_keywords (run.crew, book);
  bool done = run_batches (&run, err);
  crew_free (run.crew);
  wordbook_free (book);
  return done
         && (report->interrupted
             || (library_sort_numbers (library, err)
                 && library_count_keywords (library, err)));
}
