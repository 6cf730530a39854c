/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Aligns sets of texts (set.h), pooled or each alone (-a), with a dictionary
   (-d CEDICT) or without, or by lengths alone (-g), which is the floor, in one
   thread or several (-j N); says how many beads are right, how long it took and
   how much memory was in use at most, and writes the beads to OUTDIR (-o), a file
   each, for tools/score_align.py.  The time is that of the processor in one
   thread, that of the clock in several.  */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "align/pool.h"
#include "base/mem.h"
#include "base/workers.h"
#include "set.h"

static void
numbers_print (FILE *out, size_t first, size_t count)
{
  fputc ('[', out);
  for (size_t k = 0; k < count; k++)
    fprintf (out, "%s%zu", k ? ", " : "", first + k);
  fputc (']', out);
}

static void
beads_write (const struct beads *beads, const char *dir, const char *name)
{
  char *path = mem_format ("%s/%s.align", dir, name);
  FILE *out = fopen (path, "w");
  if (!out)
    {
      perror (path);
      exit (2);
    }
  for (size_t k = 0; k < beads->len; k++)
    {
      const struct bead *bead = &beads->items[k];
      numbers_print (out, bead->first[ORIGINAL], bead->count[ORIGINAL]);
      fputc (':', out);
      numbers_print (out, bead->first[TRANSLATION], bead->count[TRANSLATION]);
      fputc ('\n', out);
    }
  fclose (out);
  free (path);
}

static double
now (bool threads)
{
  struct timespec t;
  clock_gettime (threads ? CLOCK_MONOTONIC : CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double) t.tv_sec + (double) t.tv_nsec / 1e9;
}

/* The beads by W. Gale and K. Church's programme alone.  */
static void
align_by_length (const struct set *set)
{
  for (size_t k = 0; k < set->texts.len; k++)
    {
      struct pool *pool = pool_new (NULL);
      struct document *d = set->texts.items[k].document;
      pool_add (pool, &d->side[ORIGINAL], &d->side[TRANSLATION]);
      pool_close (pool);
      VEC_FREE (&d->beads);
      d->beads = pool_beads (pool, 0);
      pool_free (pool);
    }
}

static void
align_set (const struct set *set, const struct align_aids *aids, bool alone)
{
  struct align_texts texts = { 0 };
  for (size_t k = 0; k < set->texts.len; k++)
    {
      struct document *d = set->texts.items[k].document;
      struct align_text text = { &d->side[ORIGINAL], &d->side[TRANSLATION],
                                 &d->beads };
      VEC_PUSH (&texts, text);
      if (alone)
        {
          align_together (&texts, aids);
          texts.len = 0;
        }
    }
  align_together (&texts, aids);
  VEC_FREE (&texts);
}

struct score_options
{
  const char *out;
  const char *cedict;
  bool alone;
  bool lengths;
  size_t threads;
};

static bool
read_options (int argc, char **argv, struct score_options *options)
{
  for (int c; (c = getopt (argc, argv, "agd:j:o:")) >= 0;)
    if (c == 'a')
      options->alone = true;
    else if (c == 'g')
      options->lengths = true;
    else if (c == 'o')
      options->out = optarg;
    else if (c == 'd')
      options->cedict = optarg;
    else if (c == 'j')
      options->threads = strtoul (optarg, NULL, 10);
    else
      return false;
  return optind < argc;
}

/* Scores the texts of SET, which took TOOK seconds, and says so.  */
static void
score_set (const struct set *set, const char *out, double took)
{
  struct set_score score = { 0 };
  struct rusage usage;
  size_t sentences = 0;
  for (size_t k = 0; k < set->texts.len; k++)
    {
      const struct set_text *text = &set->texts.items[k];
      const struct document *d = text->document;
      sentences += d->side[ORIGINAL].sentences.len
                   + d->side[TRANSLATION].sentences.len;
      if (text->gold.len > 0)
        set_score_add (&score, &text->gold, &d->beads);
      if (out)
        beads_write (&d->beads, out, text->name);
    }
  getrusage (RUSAGE_SELF, &usage);
  printf ("%s: ", set->dir);
  if (score.gold > 0)
    printf ("strict F1 %.4f, %zu of %zu beads, ", set_score_f1 (&score),
            score.recalled, score.gold);
  printf ("%zu sentences, %.0f a second, %ld MB\n", sentences,
          (double) sentences / took, usage.ru_maxrss / 1024);
}

int
main (int argc, char **argv)
{
  struct score_options options = { NULL, NULL, false, false, 1 };
  struct set_aids aids;
  if (!read_options (argc, argv, &options))
    {
      fputs ("usage: align_score [-a] [-g] [-d CEDICT] [-j N] [-o OUTDIR] "
             "SET...\n",
             stderr);
      return 2;
    }
  mem_give_back ();
  set_aids_open (&aids, options.cedict);
  bool threads = options.threads > 1;
  aids.aids.workers = threads ? workers_new (options.threads) : NULL;
  for (; optind < argc; optind++)
    {
      struct set set;
      set_read (&set, argv[optind]);
      double start = now (threads);
      if (options.lengths)
        align_by_length (&set);
      else
        align_set (&set, &aids.aids, options.alone);
      score_set (&set, options.out, now (threads) - start);
      set_free (&set);
    }
  workers_free (aids.aids.workers);
  set_aids_close (&aids);
  return 0;
}
