/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Aligns a set of texts (set.h), pooled or each alone (-a), with a dictionary
   (-d CEDICT) or without, says how many beads are right, how long it took, and
   writes the beads to OUTDIR (-o), a file each, for tools/score_align.py.  */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "align/pool.h"
#include "base/mem.h"
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
now (void)
{
  struct timespec t;
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double) t.tv_sec + (double) t.tv_nsec / 1e9;
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

int
main (int argc, char **argv)
{
  const char *out = NULL;
  const char *cedict = NULL;
  struct set_aids aids;
  bool alone = false;
  for (int c; (c = getopt (argc, argv, "ad:o:")) >= 0;)
    if (c == 'a')
      alone = true;
    else if (c == 'o')
      out = optarg;
    else if (c == 'd')
      cedict = optarg;
    else
      return 2;
  set_aids_open (&aids, cedict);
  for (; optind < argc; optind++)
    {
      struct set set;
      struct set_score score = { 0 };
      size_t sentences = 0;
      set_read (&set, argv[optind]);
      double start = now ();
      align_set (&set, &aids.aids, alone);
      double took = now () - start;
      for (size_t k = 0; k < set.texts.len; k++)
        {
          const struct set_text *text = &set.texts.items[k];
          const struct document *d = text->document;
          sentences += d->side[ORIGINAL].sentences.len
                       + d->side[TRANSLATION].sentences.len;
          if (text->gold.len > 0)
            set_score_add (&score, &text->gold, &d->beads);
          if (out)
            beads_write (&d->beads, out, text->name);
        }
      printf ("%s: strict F1 %.4f, %zu of %zu beads, %.0f sentences/s\n",
              argv[optind], set_score_f1 (&score), score.recalled, score.gold,
              (double) sentences / took);
      set_free (&set);
    }
  set_aids_close (&aids);
  return 0;
}
