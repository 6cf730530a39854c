/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Threads that share a piece of work.  */
#include "base/workers.h"

#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/mem.h"

struct workers
{
  pthread_mutex_t lock;
  pthread_cond_t given; /* there is work, or the end has come */
  pthread_cond_t done;  /* the last part is done */
  workers_task *task;
  void *data;
  size_t count;
  size_t next; /* parts begun */
  size_t left; /* parts not done yet */
  size_t hired; /* threads that know their number */
  bool ending;
  size_t threads; /* without the caller */
  pthread_t *thread;
};

/* Does parts as long as there are any; the lock is held before and after.  */
static void
do_parts (struct workers *workers, size_t worker)
{
  while (workers->next < workers->count)
    {
      size_t index = workers->next++;
      pthread_mutex_unlock (&workers->lock);
      workers->task (workers->data, index, worker);
      pthread_mutex_lock (&workers->lock);
      if (--workers->left == 0)
        pthread_cond_signal (&workers->done);
    }
}

static void *
work (void *data)
{
  struct workers *workers = data;
  pthread_mutex_lock (&workers->lock);
  size_t number = ++workers->hired;
  while (!workers->ending)
    {
      do_parts (workers, number);
      if (!workers->ending)
        pthread_cond_wait (&workers->given, &workers->lock);
    }
  pthread_mutex_unlock (&workers->lock);
  return NULL;
}

size_t
workers_usual (void)
{
  long processors = sysconf (_SC_NPROCESSORS_ONLN);
  return processors > 0 ? (size_t) processors : 1;
}

struct workers *
workers_new (size_t threads)
{
  struct workers *workers = mem_new (1, sizeof *workers);
  sigset_t all, old;
  if (threads == 0)
    threads = workers_usual ();
  pthread_mutex_init (&workers->lock, NULL);
  pthread_cond_init (&workers->given, NULL);
  pthread_cond_init (&workers->done, NULL);
  workers->thread = mem_new (threads, sizeof *workers->thread);
  sigfillset (&all);
  pthread_sigmask (SIG_BLOCK, &all, &old);
  while (workers->threads + 1 < threads
         && pthread_create (&workers->thread[workers->threads], NULL, work,
                            workers)
              == 0)
    workers->threads++;
  pthread_sigmask (SIG_SETMASK, &old, NULL);
  return workers;
}

void
workers_free (struct workers *workers)
{
  if (!workers)
    return;
  pthread_mutex_lock (&workers->lock);
  workers->ending = true;
  pthread_cond_broadcast (&workers->given);
  pthread_mutex_unlock (&workers->lock);
  for (size_t k = 0; k < workers->threads; k++)
    pthread_join (workers->thread[k], NULL);
  pthread_mutex_destroy (&workers->lock);
  pthread_cond_destroy (&workers->given);
  pthread_cond_destroy (&workers->done);
  free (workers->thread);
  free (workers);
}

size_t
workers_len (const struct workers *workers)
{
  return workers ? workers->threads + 1 : 1;
}

void
workers_run (struct workers *workers, size_t count, workers_task *task,
             void *data)
{
  if (!workers || workers->threads == 0 || count < 2)
    {
      for (size_t k = 0; k < count; k++)
        task (data, k, 0);
      return;
    }
  pthread_mutex_lock (&workers->lock);
  workers->task = task;
  workers->data = data;
  workers->count = workers->left = count;
  workers->next = 0;
  pthread_cond_broadcast (&workers->given);
  do_parts (workers, 0);
  while (workers->left > 0)
    pthread_cond_wait (&workers->done, &workers->lock);
  workers->count = 0;
  pthread_mutex_unlock (&workers->lock);
}
