/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a long run is: a bar on a terminal, now and then a line elsewhere.  */
#include "cli/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/intl.h"
#include "base/mem.h"
#include "cli/say.h"
#include "text/width.h"

/* Columns of the bar itself; it and the words fit 79.  */
enum { BAR = 20 };

/* Seconds between two signs of life: often enough to look alive on a terminal,
   seldom enough not to fill a log.  */
#define BAR_EVERY 0.1
#define LINE_EVERY 10.0

static double
now (void)
{
  struct timespec time;
  clock_gettime (CLOCK_MONOTONIC, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

struct progress
progress_start (void)
{
  double time = now ();
  return (struct progress) { .terminal = isatty (STDERR_FILENO) == 1,
                             .started = time,
                             .told = time };
}

/* "120 of 400 files, 35 a second, 0:08 left"; the caller frees it.  */
static char *
describe (const struct progress *progress, double time, size_t done,
          size_t total)
{
  double rate = (double) done / (time - progress->started + 1e-9);
  double left = rate > 0 ? (double) (total - done) / rate : 0;
  unsigned long seconds = (unsigned long) (left + 0.5);
  if (progress->kilobytes)
    return mem_format (_ ("%zu of %zu kB, %lu:%02lu left"), done, total,
                       seconds / 60, seconds % 60);
  return mem_format (_ ("%zu of %zu files, %.0f a second, %lu:%02lu left"),
                     done, total, rate, seconds / 60, seconds % 60);
}

/* Writes LINE over what stands on the terminal's line, without escapes.  */
static void
overwrite (struct progress *progress, const char *line)
{
  size_t width = width_text (line, strlen (line));
  int rest = progress->width > width ? (int) (progress->width - width) : 0;
  fprintf (stderr, "\r%s%*s", line, rest, "");
  if (width == 0)
    fputc ('\r', stderr);
  fflush (stderr);
  progress->width = width;
}

void
progress_clear (struct progress *progress)
{
  if (progress->width > 0)
    overwrite (progress, "");
}

static void
draw (struct progress *progress, const char *words, size_t done, size_t total)
{
  struct buf line = BUF_INIT;
  size_t full = done * BAR / total;
  buf_add_byte (&line, '[');
  for (size_t i = 0; i < BAR; i++)
    buf_add_byte (&line, i < full ? '#' : '.');
  buf_add_format (&line, "] %s", words);
  overwrite (progress, buf_string (&line));
  buf_free (&line);
}

void
progress_show (struct progress *progress, size_t done, size_t total)
{
  double time = now ();
  if (time - progress->told < (progress->terminal ? BAR_EVERY : LINE_EVERY)
      || total == 0)
    return;
  progress->told = time;
  char *words = describe (progress, time, done, total);
  if (progress->terminal)
    draw (progress, words, done, total);
  else
    say ("%s", words);
  free (words);
}
