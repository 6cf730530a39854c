/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a step in word mode takes: word_step [-v] FOLDER reads every bead of
   the library in FOLDER word by word, as the reader does, and looks every word
   up.  Prints the number of steps, the first one, their mean and the longest one
   of the others in milliseconds of processor time, and what part of the words
   has a counterpart; -v prints the words with their counterparts.  */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "read/lookup.h"
#include "read/session.h"
#include "read/wording.h"
#include "store/library.h"
#include "store/notebook.h"
#include "timing.h"

struct sums
{
  size_t steps;
  size_t linked;
  double first;
  double total;
  double longest;
};

static void
print_word (struct looks *looks, bool han)
{
  const char *facing = looks->len > 1 && looks->items[1].kind == LOOK_FACING
                         ? looks->items[1].text : NULL;
  if (looks->len > 0 && han)
    printf ("%s%s%s  ", looks->items[0].text, facing ? "=" : "",
            facing ? facing : "");
}

static void
walk (struct session *session, struct sums *sums, bool print)
{
  double begin = processor_ms ();
  size_t bead = (size_t) -1;
  for (bool more = session_words (session); more;)
    {
      struct looks looks = { 0 };
      struct reading *reading = session->reading;
      lookup (session, false, &looks);
      double end = processor_ms ();
      if (sums->steps++ == 0)
        sums->first = end - begin;
      else if (end - begin > sums->longest)
        sums->longest = end - begin;
      sums->total += end - begin;
      sums->linked += wording_is_linked (reading->wording, reading->side,
                                         reading->wording->at);
      if (print)
        {
          if (reading->bead != bead)
            printf ("\n%zu: ", reading->bead + 1);
          print_word (&looks, true);
          bead = reading->bead;
        }
      looks_free (&looks);
      begin = processor_ms ();
      more = session_word_move (session, true);
    }
}

int
main (int argc, char **argv)
{
  struct err err = ERR_INIT;
  struct listing listing = { 0 };
  struct sums sums = { 0 };
  bool print = argc > 2 && strcmp (argv[1], "-v") == 0;
  const char *folder = argv[argc - 1];
  setlocale (LC_ALL, "C.UTF-8");
  struct library *library = library_open (folder, true, &err);
  struct notebook *notebook = notebook_open (folder, false, &err);
  struct library_query query = { .filter = NULL };
  if (!library || !notebook || !library_list (library, &query, &listing, &err))
    {
      fprintf (stderr, "word_step: %s\n", err_text (&err));
      return 1;
    }
  struct settings *settings = settings_new ();
  struct session *session = session_new (library, notebook, settings);
  for (size_t i = 0; i < listing.len; i++)
    if (session_open (session, listing.items[i].id, false, &err))
      {
        session->reading->side = ORIGINAL;
        reading_go (session->reading, 0);
        walk (session, &sums, print);
      }
  printf ("%s%zu steps, first %.2f ms, mean %.3f ms, longest %.2f ms, "
          "%.1f%% linked\n",
          print ? "\n" : "", sums.steps, sums.first,
          sums.steps ? sums.total / (double) sums.steps : 0, sums.longest,
          sums.steps ? 100.0 * (double) sums.linked / (double) sums.steps
                     : 0);
  session_free (session);
  settings_free (settings);
  listing_free (&listing);
  notebook_close (notebook);
  library_close (library);
  return 0;
}
