/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast quantities are recognised: megabytes a second of processor time, in
   one thread, over a file read again and again for about two seconds.  */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "check.h"
#include "number/recognise.h"

enum { SECONDS = 2 };

static double
seconds (void)
{
  return (double) clock () / CLOCKS_PER_SEC;
}

int
main (int argc, char **argv)
{
  size_t len, count = 0, rounds = 0;
  struct recogniser *recogniser = argc == 3 ? recogniser_new (argv[1]) : NULL;
  char *text = recogniser ? check_read_file (argv[2], &len) : NULL;
  if (!text)
    {
      fprintf (stderr, "usage: number_speed zh|en FILE\n");
      return 2;
    }
  double start = seconds ();
  do
    {
      struct quantities found = { 0 };
      recognise (recogniser, text, (struct range) { 0, len }, &found);
      count = found.len;
      rounds++;
      VEC_FREE (&found);
    }
  while (seconds () - start < SECONDS);
  printf ("%s: %zu quantities in %zu bytes, %.1f MB/s\n", argv[1], count, len,
          (double) len * (double) rounds / (seconds () - start) / 1e6);
  free (text);
  recogniser_free (recogniser);
  return 0;
}
