/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long terminal programs take to their first screen, side by side in one
   run: first_screen [-n ROUNDS] [-k KEYS] NAME 'COMMAND' [NAME 'COMMAND']...
   Each round starts each command once, in turn, on a terminal of 100 by 30, and
   measures from its start to the last byte before 60 ms of silence.  Prints a
   line for each: the median time and processor time in milliseconds, both also
   as ratios to the first one's (the median of the rounds' own ratios), bytes,
   and the largest memory (MB).  With -k it types KEYS when the first screen is
   there, and measures from then to the first bytes of the answer.  */
#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "timing.h"

enum { PROGRAMS_MOST = 8, ROUNDS_MOST = 1001, SILENCE_MS = 60 };

struct program
{
  const char *name;
  const char *command;
  double ms[ROUNDS_MOST];
  double cpu[ROUNDS_MOST];
  size_t bytes;
  long memory; /* kB */
};

static double
median (const double *values, size_t count)
{
  static double sorted[ROUNDS_MOST];
  memcpy (sorted, values, count * sizeof *values);
  return median_ms (sorted, count);
}

/* Starts PROGRAM; its terminal is *MASTER.  */
static pid_t
start (const struct program *program, int *master)
{
  struct winsize size = { .ws_row = 30, .ws_col = 100 };
  pid_t child = forkpty (master, NULL, NULL, &size);
  if (child < 0)
    {
      perror ("first_screen: forkpty");
      exit (3);
    }
  if (child == 0)
    {
      setenv ("TERM", "xterm-256color", 1);
      execl ("/bin/sh", "sh", "-c", program->command, (char *) NULL);
      _exit (127);
    }
  return child;
}

/* Reads until the terminal is silent: when the last byte came.  */
static double
wait_silence (int master, size_t *bytes)
{
  double last = wall_ms ();
  for (;;)
    {
      struct pollfd poll_fd = { .fd = master, .events = POLLIN };
      if (poll (&poll_fd, 1, *bytes ? SILENCE_MS : 10000) <= 0)
        return last;
      char block[65536];
      ssize_t got = read (master, block, sizeof block);
      if (got <= 0)
        return last;
      *bytes += (size_t) got;
      last = wall_ms ();
    }
}

/* The largest memory that process CHILD has had, in kB.  */
static long
memory_of (pid_t child)
{
  char name[64], line[256];
  long most = 0;
  snprintf (name, sizeof name, "/proc/%ld/status", (long) child);
  FILE *status = fopen (name, "r");
  while (status && fgets (line, sizeof line, status))
    if (sscanf (line, "VmHWM: %ld", &most) == 1)
      break;
  if (status)
    fclose (status);
  return most;
}

static double
cpu_ms (const struct rusage *usage)
{
  return (double) (usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) * 1e3
         + (double) (usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) / 1e3;
}

/* Types KEYS: how long the answer takes.  */
static double
answer (int master, const char *keys)
{
  char block[65536];
  struct pollfd poll_fd = { .fd = master, .events = POLLIN };
  double begin = wall_ms ();
  if (write (master, keys, strlen (keys)) < 0
      || poll (&poll_fd, 1, 10000) <= 0
      || read (master, block, sizeof block) <= 0)
    {
      fprintf (stderr, "first_screen: no answer to %s\n", keys);
      exit (3);
    }
  return wall_ms () - begin;
}

/* Starts PROGRAM, and types KEYS where they are not NULL.  */
static void
measure (struct program *program, size_t round, const char *keys)
{
  int master, status;
  double begin = wall_ms ();
  pid_t child = start (program, &master);
  program->bytes = 0;
  program->ms[round] = wait_silence (master, &program->bytes) - begin;
  if (keys)
    program->ms[round] = answer (master, keys);
  program->memory = memory_of (child);
  if (waitpid (child, &status, WNOHANG) == child)
    {
      fprintf (stderr, "first_screen: %s ended by itself (%d)\n",
               program->name, status);
      exit (3);
    }
  kill (child, SIGKILL);
  close (master);
  struct rusage usage;
  wait4 (child, &status, 0, &usage);
  program->cpu[round] = cpu_ms (&usage);
}

/* The median of the ratios of VALUES to BASE.  */
static double
ratio (const double *values, const double *base, size_t rounds)
{
  static double ratios[ROUNDS_MOST];
  for (size_t r = 0; r < rounds; r++)
    ratios[r] = values[r] / base[r];
  return median (ratios, rounds);
}

static void
report (const struct program *programs, size_t count, size_t rounds)
{
  printf ("%-12s %8s %8s %8s %8s %8s %8s\n", "program", "ms", "ratio",
          "cpu ms", "ratio", "bytes", "MB");
  for (size_t i = 0; i < count; i++)
    printf ("%-12s %8.2f %8.2f %8.2f %8.2f %8zu %8.1f\n", programs[i].name,
            median (programs[i].ms, rounds),
            ratio (programs[i].ms, programs[0].ms, rounds),
            median (programs[i].cpu, rounds),
            ratio (programs[i].cpu, programs[0].cpu, rounds),
            programs[i].bytes, (double) programs[i].memory / 1024);
}

int
main (int argc, char **argv)
{
  static struct program programs[PROGRAMS_MOST];
  size_t rounds = 21, count = 0;
  const char *keys = NULL;
  int first = 1;
  for (; argc > first + 1 && argv[first][0] == '-'; first += 2)
    if (strcmp (argv[first], "-n") == 0)
      rounds = strtoul (argv[first + 1], NULL, 10);
    else if (strcmp (argv[first], "-k") == 0)
      keys = argv[first + 1];
  if (rounds < 1 || rounds > ROUNDS_MOST || argc <= first
      || (argc - first) % 2 != 0 || (argc - first) / 2 > PROGRAMS_MOST)
    {
      fputs ("usage: first_screen [-n ROUNDS] [-k KEYS] NAME COMMAND...\n", stderr);
      return 2;
    }
  for (int i = first; i < argc; i += 2)
    programs[count++]
      = (struct program) { .name = argv[i], .command = argv[i + 1] };
  for (size_t round = 0; round < rounds; round++)
    for (size_t i = 0; i < count; i++)
      measure (&programs[i], round, keys);
  report (programs, count, rounds);
  return 0;
}
