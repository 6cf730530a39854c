/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kills a process that adds notes, at random points and, where strace can, at
   every system call of a kind: each note that was said to be saved is there,
   and the notebook is sound.  */
#include <config.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"
#include "check.h"
#include "store/notebook.h"
#include "store_help.h"

enum { RUNS = 100, MOST_CALLS = 200 };

/* Adds notes that say their number, from FIRST on, COUNT of them; says "saved"
   on the file TO after each.  */
static bool
add_notes (const char *folder, int first, int count, int to)
{
  struct notebook *notebook = notebook_open (folder, false, NULL);
  for (int i = first; notebook && i < first + count; i++)
    {
      char text[32];
      snprintf (text, sizeof text, "%d", i);
      struct note note = note_sample (HASH_A, text, 0, 1);
      bool added = notebook_add (notebook, &note, NULL);
      note_clear (&note);
      int len = snprintf (text, sizeof text, "saved %d\n", i);
      if (!added || write (to, text, (size_t) len) != len)
        return false;
    }
  notebook_close (notebook);
  return notebook != NULL;
}

/* Checks that notes 0 to SAVED - 1 are in the notebook, once each, and at most
   one more; returns how many there are.  */
static int
check_saved (const char *folder, int saved)
{
  char *path = path_in (folder, "notes.db");
  check_sound (path);
  /* Killed before it was made: no table yet.  */
  long long tables = raw_number (path, "SELECT count (*) FROM sqlite_schema"
                                       " WHERE name = 'note'");
  long long count = tables == 1
                      ? raw_number (path, "SELECT count (*) FROM note")
                      : 0;
  CHECK (count == saved || count == saved + 1);
  if (count > 0)
    CHECK_NUMBER (raw_number (path, "SELECT count (DISTINCT text) ="
                                    " max (CAST (text AS INTEGER)) + 1"
                                    " FROM note"),
                  1);
  free (path);
  return (int) count;
}

/* The next number of a fixed row.  */
static unsigned
turn (unsigned *seed)
{
  *seed = *seed * 1103515245U + 12345U;
  return *seed >> 8;
}

/* Reads lines from FROM until WANT are there (or the end); returns how many
   came.  */
static int
read_lines (int from, int want)
{
  int lines = 0;
  char byte;
  while (lines < want && read (from, &byte, 1) == 1)
    lines += byte == '\n';
  return lines;
}

/* One run: kills after some notes and a moment's work.  Returns how many notes
   there are then.  */
static int
kill_once (const char *folder, int first, unsigned *seed)
{
  int ends[2];
  if (pipe (ends) != 0)
    return -1;
  fflush (stdout);
  pid_t child = fork ();
  if (child == 0)
    {
      close (ends[0]);
      add_notes (folder, first, 1000000, ends[1]);
      _exit (1);
    }
  close (ends[1]);
  int saved = read_lines (ends[0], (int) (turn (seed) % 4));
  volatile unsigned spin = turn (seed) % 600000;
  while (spin > 0)
    spin--;
  kill (child, SIGKILL);
  saved += read_lines (ends[0], 1000000);
  close (ends[0]);
  int status;
  waitpid (child, &status, 0);
  CHECK (WIFSIGNALED (status));
  return check_saved (folder, first + saved);
}

static void
random_kills (void)
{
  char *folder = folder_new ();
  unsigned seed = 1958;
  int count = 0;
  struct notebook *notebook = notebook_in (folder);
  notebook_close (notebook);
  for (int i = 0; i < RUNS && count >= 0; i++)
    count = kill_once (folder, count, &seed);
  CHECK (count > RUNS);
  folder_drop (folder);
}

/* Runs this program under strace, which kills it at the Nth CALL.  Returns its
   exit status, 128 where it was killed.  */
static int
run_traced (const char *folder, const char *call, int n, int *saved)
{
  char rule[96];
  int ends[2];
  snprintf (rule, sizeof rule, "inject=%s:signal=SIGKILL:when=%d", call, n);
  if (pipe (ends) != 0)
    return 127;
  fflush (stdout);
  pid_t child = fork ();
  if (child == 0)
    {
      char self[4096] = "";
      if (readlink ("/proc/self/exe", self, sizeof self - 1) < 0)
        _exit (127);
      dup2 (ends[1], STDOUT_FILENO);
      close (ends[0]);
      close (ends[1]);
      /* A leak checker can't work in a process that is traced.  */
      setenv ("ASAN_OPTIONS", "detect_leaks=0", 1);
      execlp ("strace", "strace", "-qq", "-o", "/dev/null", "-e", rule, self,
              "--add", folder, (char *) NULL);
      _exit (127);
    }
  close (ends[1]);
  *saved = read_lines (ends[0], 1000000);
  close (ends[0]);
  int status;
  waitpid (child, &status, 0);
  return WIFEXITED (status) ? WEXITSTATUS (status) : 128;
}

/* Kills at each CALL in turn, until there is none left.  */
static int
kill_calls (const char *call)
{
  int n = 1, status = 128;
  for (; n < MOST_CALLS && status == 128; n++)
    {
      char *folder = folder_new ();
      int saved;
      status = run_traced (folder, call, n, &saved);
      CHECK (status == 0 ? saved == 2 : status == 128);
      char *path = path_in (folder, "notes.db");
      if (mode_of (path) >= 0)
        {
          struct notebook *notebook = notebook_in (folder);
          check_saved (folder, saved);
          notebook_close (notebook);
        }
      else
        CHECK_NUMBER (saved, 0);
      free (path);
      folder_drop (folder);
    }
  return n;
}

static void
traced_kills (void)
{
  static const char *const calls[]
    = { "pwrite64", "fdatasync", "fsync", "unlink", "ftruncate", "write",
        "mkdir",    "fchmod",    "fcntl", "close",  "openat" };
  int saved, killed = 0;
  char *folder = folder_new ();
  int status = run_traced (folder, "pwrite64", 60000, &saved);
  folder_drop (folder);
  if (status != 0)
    {
      check_skip ("no strace that can trace");
      return;
    }
  for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
    {
      int n = kill_calls (calls[i]);
      CHECK (n < MOST_CALLS);
      killed += n - 2;
    }
  CHECK (killed > 50);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "random-kills", random_kills },
    { "traced-kills", traced_kills },
    { NULL, NULL },
  };
  if (argc == 3 && strcmp (argv[1], "--add") == 0)
    _exit (add_notes (argv[2], 0, 2, STDOUT_FILENO) ? 0 : 1);
  return check_main (argc, argv, table);
}
