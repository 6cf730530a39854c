/* SPDX-License-Identifier: GPL-3.0-or-later */
/* term: runs a program in an emulated terminal as a script says, and prints
   what is on its screen; README has the language of the script.  */
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "termscript.h"

enum { EXIT_CANNOT = 77 };

static int
cannot (const char *what)
{
  fprintf (stderr, "term: %s: %s\n", what, strerror (errno));
  return EXIT_CANNOT;
}

/* The factor for deadlines, for slow machines and checkers.  */
static int
slow_factor (void)
{
  const char *text = getenv ("TERM_SLOW");
  long n = text ? strtol (text, NULL, 10) : 1;
  return n < 1 ? 1 : n > 100 ? 100 : (int) n;
}

/* Executes FILE; the programs it starts find no size in the environment but
   that of their terminal.  */
static int
execute (FILE *file, const char *path)
{
  const char *slash = strrchr (path, '/');
  struct script script
      = { .name = slash ? slash + 1 : path, .slow = slow_factor () };
  setenv ("TERM", "xterm-256color", 1);
  unsetenv ("COLUMNS");
  unsetenv ("LINES");
  int error = run_open (&script.run);
  if (error)
    {
      errno = error;
      return cannot ("the driver can't start");
    }
  script.run.deadline *= script.slow;
  int status = script_execute (&script, file);
  if (script.run.interrupted)
    status = 128 + script.run.interrupted;
  run_close (&script.run);
  bytes_free (&script.error);
  return status;
}

int
main (int argc, char **argv)
{
  const char *path = argc == 2 ? argv[1] : "-";
  if (argc > 2)
    {
      fprintf (stderr, "usage: term [SCRIPT]\n");
      return EXIT_FAILURE;
    }
  if (!setlocale (LC_CTYPE, "C.UTF-8") && !setlocale (LC_CTYPE, ""))
    return cannot ("no UTF-8 locale");
  FILE *file = strcmp (path, "-") == 0 ? stdin : fopen (path, "re");
  if (!file)
    {
      fprintf (stderr, "term: %s: %s\n", path, strerror (errno));
      return EXIT_FAILURE;
    }
  int status = execute (file, path);
  if (file != stdin)
    fclose (file);
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      fprintf (stderr, "term: standard output: %s\n", strerror (errno));
      return EXIT_FAILURE;
    }
  return status;
}
