/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A crew of threads around a ring of jobs.  */
#include "ingest/crew.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

#include "collate/collate.h"
#include "ingest/source.h"

/* Enough jobs to keep the threads busy while the writer commits, which writes the
   full-text index; and so many bytes of text that wait for the writer that memory
   does not grow with the archive.  */
enum { RING = 512, HELD_MOST = 8 << 20 };

enum slot_state
{
  SLOT_WAITING,
  SLOT_RUNNING,
  SLOT_DONE
};

struct crew
{
  pthread_mutex_t lock;
  pthread_cond_t given; /* a job may be begun, or the end has come */
  pthread_cond_t done;  /* a job is done */
  struct job ring[RING];
  enum slot_state state[RING];
  size_t head; /* jobs given */
  size_t next; /* jobs begun */
  size_t tail; /* jobs taken */
  size_t held; /* bytes of text in jobs that are done */
  bool ending;
  const struct align_aids *aids;
  const struct wordbook *book; /* or NULL */
  struct collator *collator; /* shared by the threads */
  size_t threads;
  pthread_t *thread;
};

/* Whether the beads of A and B are the same but for their confidence.  */
static bool
beads_face_alike (const struct beads *a, const struct beads *b)
{
  bool alike = a->len == b->len;
  for (size_t k = 0; alike && k < a->len; k++)
    for (enum side s = 0; s < SIDES; s++)
      alike = alike && a->items[k].count[s] == b->items[k].count[s];
  return alike;
}

/* Aligns the document of JOB anew.  */
static void
align_anew (const struct crew *crew, struct job *job)
{
  struct document *document = job->document;
  struct beads old = document->beads;
  document->beads = (struct beads) { 0 };
  align_document (document, crew->aids);
  job->moved = !beads_face_alike (&old, &document->beads);
  VEC_FREE (&old);
  if (job->moved)
    collate_apparatus (crew->collator, document, &job->apparatus);
}

static void
make_document (const struct crew *crew, struct job *job)
{
  job->document
    = source_document (job->path, crew->aids, &job->warnings, &job->stamp,
                       &job->err);
  if (job->document)
    collate_apparatus (crew->collator, job->document, &job->apparatus);
}

static void
run_job (const struct crew *crew, struct job *job)
{
  job->err = (struct err) ERR_INIT;
  if (job->given)
    align_anew (crew, job);
  else
    make_document (crew, job);
  if (crew->book && job->document)
    keywords_of (crew->book, job->document, job->keywords);
}

static size_t
held_by (const struct job *job)
{
  size_t held = 0;
  for (enum side s = 0; job->document && s < SIDES; s++)
    held += job->document->side[s].len;
  return held;
}

/* Whether a job waits that may be begun: the oldest one always.  */
static bool
may_begin (const struct crew *crew)
{
  return crew->next < crew->head
         && (crew->held < HELD_MOST || crew->next == crew->tail);
}

static void *
work (void *data)
{
  struct crew *crew = data;
  pthread_mutex_lock (&crew->lock);
  for (;;)
    {
      while (!crew->ending && !may_begin (crew))
        pthread_cond_wait (&crew->given, &crew->lock);
      if (crew->ending)
        break;
      size_t slot = crew->next++ % RING;
      crew->state[slot] = SLOT_RUNNING;
      pthread_mutex_unlock (&crew->lock);
      run_job (crew, &crew->ring[slot]);
      pthread_mutex_lock (&crew->lock);
      crew->state[slot] = SLOT_DONE;
      crew->held += held_by (&crew->ring[slot]);
      pthread_cond_signal (&crew->done);
    }
  pthread_mutex_unlock (&crew->lock);
  return NULL;
}

/* Starts the threads with all signals blocked, so that the caller's thread
   gets them.  */
static void
start_threads (struct crew *crew, size_t threads)
{
  sigset_t all, old;
  sigfillset (&all);
  pthread_sigmask (SIG_BLOCK, &all, &old);
  for (size_t i = 0; i < threads; i++)
    if (pthread_create (&crew->thread[crew->threads], NULL, work, crew) == 0)
      crew->threads++;
  pthread_sigmask (SIG_SETMASK, &old, NULL);
}

struct crew *
crew_new (size_t threads, const struct align_aids *aids)
{
  struct crew *crew = mem_new (1, sizeof *crew);
  crew->aids = aids;
  pthread_mutex_init (&crew->lock, NULL);
  pthread_cond_init (&crew->given, NULL);
  pthread_cond_init (&crew->done, NULL);
  crew->collator = collator_new ();
  crew->thread = mem_new (threads, sizeof *crew->thread);
  start_threads (crew, threads);
  return crew;
}

void
crew_find_keywords (struct crew *crew, const struct wordbook *book)
{
  crew->book = book;
}

void
crew_free (struct crew *crew)
{
  pthread_mutex_lock (&crew->lock);
  crew->ending = true;
  pthread_cond_broadcast (&crew->given);
  pthread_mutex_unlock (&crew->lock);
  for (size_t i = 0; i < crew->threads; i++)
    pthread_join (crew->thread[i], NULL);
  while (crew->tail < crew->head)
    job_clear (&crew->ring[crew->tail++ % RING]);
  pthread_mutex_destroy (&crew->lock);
  pthread_cond_destroy (&crew->given);
  pthread_cond_destroy (&crew->done);
  collator_free (crew->collator);
  free (crew->thread);
  free (crew);
}

bool
crew_has_room (const struct crew *crew)
{
  return crew->head - crew->tail < RING;
}

static void
give (struct crew *crew, struct job job)
{
  size_t slot = crew->head % RING;
  crew->ring[slot] = job;
  crew->state[slot] = SLOT_WAITING;
  pthread_mutex_lock (&crew->lock);
  crew->head++;
  pthread_cond_signal (&crew->given);
  pthread_mutex_unlock (&crew->lock);
}

void
crew_give (struct crew *crew, const char *path, size_t index)
{
  give (crew, (struct job) { .path = mem_string (path), .index = index });
}

void
crew_give_document (struct crew *crew, struct document *document,
                    size_t index)
{
  give (crew, (struct job) { .document = document, .index = index,
                             .given = true });
}

/* Where no thread could be started, the caller does the work itself.  */
static void
run_alone (struct crew *crew, size_t slot)
{
  run_job (crew, &crew->ring[slot]);
  crew->state[slot] = SLOT_DONE;
  crew->held += held_by (&crew->ring[slot]);
  crew->next++;
}

bool
crew_take (struct crew *crew, struct job *job)
{
  if (crew->tail == crew->head)
    return false;
  size_t slot = crew->tail % RING;
  if (crew->threads == 0)
    run_alone (crew, slot);
  pthread_mutex_lock (&crew->lock);
  while (crew->state[slot] != SLOT_DONE)
    pthread_cond_wait (&crew->done, &crew->lock);
  *job = crew->ring[slot];
  crew->ring[slot] = (struct job) { 0 };
  crew->tail++;
  if (crew->held >= HELD_MOST)
    pthread_cond_broadcast (&crew->given);
  crew->held -= held_by (job);
  pthread_mutex_unlock (&crew->lock);
  return true;
}

void
job_clear (struct job *job)
{
  free (job->path);
  document_free (job->document);
  apparatus_free (&job->apparatus);
  keywords_free (job->keywords);
  VEC_FREE (&job->warnings);
  *job = (struct job) { 0 };
}
