/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The unit-test frame: counting and saying.  */
#include "check.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct
{
  const char *name;
  int passed, failed, skipped;
} now;

void
check_true (const char *file, int line, const char *what, bool held)
{
  if (held)
    now.passed++;
  else
    {
      now.failed++;
      printf ("%s:%d: %s: not true: %s\n", file, line, now.name, what);
    }
}

void
check_number (const char *file, int line, const char *what, long long is,
              long long want)
{
  if (is == want)
    now.passed++;
  else
    {
      now.failed++;
      printf ("%s:%d: %s: %s is %lld, not %lld\n", file, line, now.name, what,
              is, want);
    }
}

void
check_string (const char *file, int line, const char *what, const char *is,
              const char *want)
{
  if (is && want ? strcmp (is, want) == 0 : is == want)
    now.passed++;
  else
    {
      now.failed++;
      printf ("%s:%d: %s: %s is \"%s\", not \"%s\"\n", file, line, now.name,
              what, is ? is : "(null)", want ? want : "(null)");
    }
}

void
check_skip (const char *why)
{
  now.skipped++;
  printf ("skipped: %s: %s\n", now.name, why);
}

const char *
check_shared (const char *name)
{
  static char path[4096];
  const char *shared = getenv ("SHARED");
  const char *srcdir = getenv ("srcdir");
  if (shared && *shared)
    snprintf (path, sizeof path, "%s/%s", shared, name);
  else
    snprintf (path, sizeof path, "%s/../shared/%s", srcdir ? srcdir : ".",
              name);
  return access (path, R_OK) == 0 ? path : NULL;
}

char *
check_read_file (const char *path, size_t *len)
{
  FILE *file = fopen (path, "rb");
  if (!file)
    return NULL;
  char *data = NULL;
  size_t used = 0, room = 0, got;
  do
    {
      room = room ? room * 2 : 65536;
      data = realloc (data, room + 1);
      got = fread (data + used, 1, room - used, file);
      used += got;
    }
  while (used == room);
  fclose (file);
  data[used] = '\0';
  if (len)
    *len = used;
  return data;
}

static bool
wanted (int argc, char **argv, const char *name)
{
  for (int i = 1; i < argc; i++)
    if (strcmp (argv[i], name) == 0)
      return true;
  return argc < 2;
}

int
check_main (int argc, char **argv, const struct check_case *table)
{
  if (!setlocale (LC_ALL, "C.UTF-8"))
    setlocale (LC_ALL, "C.utf8");
  for (; table->name; table++)
    if (wanted (argc, argv, table->name))
      {
        now.name = table->name;
        table->run ();
      }
  printf ("%d passed, %d failed, %d skipped\n", now.passed, now.failed,
          now.skipped);
  return now.failed > 0 || now.passed + now.skipped == 0;
}
