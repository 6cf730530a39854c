/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs one fuzz target over a corpus without a fuzzer: every file of the
   folders named, then every prefix of the small ones and some mutations of
   each, made by a fixed generator so that each run is the same.  The targets
   (fuzz_*.c) link with libFuzzer as they are.  */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <locale.h>
#include <sys/stat.h>

#include "check.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

enum { SMALL = 512, MUTATIONS = 64 };

static unsigned long runs;

/* Runs a copy of just SIZE bytes, so that a sanitizer sees any byte read past
   the end.  */
static void
run (const char *data, size_t size)
{
  uint8_t *copy = malloc (size ? size : 1);
  memcpy (copy, data, size);
  LLVMFuzzerTestOneInput (copy, size);
  free (copy);
  runs++;
}

/* Marsaglia's xorshift, 64 bits.  */
static uint64_t
next_random (uint64_t *state)
{
  *state ^= *state << 13;
  *state ^= *state >> 7;
  return *state ^= *state << 17;
}

static void
run_mutations (char *data, size_t size)
{
  uint64_t state = 88172645463325252u;
  for (int i = 0; size > 0 && i < MUTATIONS; i++)
    {
      size_t at = next_random (&state) % size;
      char kept = data[at];
      data[at] = (char) next_random (&state);
      run (data, size);
      data[at] = kept;
    }
}

static void
run_file (const char *path)
{
  size_t size;
  char *data = check_read_file (path, &size);
  if (!data)
    {
      fprintf (stderr, "%s: can't be read\n", path);
      exit (2);
    }
  run (data, size);
  if (size <= SMALL)
    for (size_t cut = 0; cut < size; cut++)
      run (data, cut);
  run_mutations (data, size);
  free (data);
}

static void
run_path (const char *path)
{
  struct stat st;
  if (stat (path, &st) == 0 && !S_ISDIR (st.st_mode))
    {
      run_file (path);
      return;
    }
  struct dirent **names;
  int count = scandir (path, &names, NULL, alphasort);
  if (count < 0)
    {
      fprintf (stderr, "%s: can't be read\n", path);
      exit (2);
    }
  for (int i = 0; i < count; i++)
    {
      char file[4096];
      snprintf (file, sizeof file, "%s/%s", path, names[i]->d_name);
      if (names[i]->d_name[0] != '.')
        run_path (file);
      free (names[i]);
    }
  free (names);
}

int
main (int argc, char **argv)
{
  if (!setlocale (LC_ALL, "C.UTF-8"))
    setlocale (LC_ALL, "C.utf8");
  for (int i = 1; i < argc; i++)
    run_path (argv[i]);
  printf ("%lu inputs\n", runs);
  return runs == 0;
}
