/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a search of the library found: what its files share.  */
#ifndef VIEW_HITS_H
#define VIEW_HITS_H

#include <stdbool.h>
#include <stddef.h>

#include "read/found_window.h"
#include "view/app.h"

struct hits
{
  struct found_window window; /* a line a pair of sentences, by document */
  bool exact;                 /* other forms of the words are not found */
  bool relevance;             /* the best document first */
  char *text;                 /* the query as it was typed; may be "" */
  struct err err;             /* what is wrong with it, if anything */
  struct search_count count;
  bool counted;               /* COUNT is whole */
  bool folds;                 /* other forms are found that could differ */
  bool done;                  /* all that is to be shown is at hand */
  size_t at;                  /* the line under the cursor */
  size_t top;                 /* the first one shown */
  size_t rows;                /* for lines, when they were drawn last */
};

void hits_draw (struct app *app, void *hits, size_t rows);

/* How many lines are seen from TOP on.  */
size_t hits_seen (const struct hits *hits, size_t columns);

#endif
