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
  char *query;                /* what it means: another one where it is @NAME;
                                 NULL where none has that name */
  struct err err;             /* what is wrong with it, if anything */
  struct search_count count;
  bool counted;               /* COUNT is whole */
  bool folds;                 /* other forms are found that could differ */
  bool done;                  /* all that is to be shown is at hand */
  size_t at;                  /* the line under the cursor */
  size_t top;                 /* the first one shown */
  size_t rows;                /* for lines, when they were drawn last */
};

/* What TEXT, as typed, means; the caller frees it; NULL where it is @NAME and no
   query has that name.  */
char *hits_meaning (struct app *app, const char *text);

/* Keeps the query in the history, where it can be looked for.  */
void hits_keep (struct app *app, const struct hits *hits);

/* The history, for app_ask_again.  */
struct entered hits_history (struct app *app);

/* Asks for a name for the query and keeps it so.  */
void hits_ask_name (struct app *app, struct hits *hits);

/* Draws the queries whose names begin as TEXT does ("@", some of the name; "": all)
   from row ROW on, above ROWS.  */
void hits_draw_named (struct app *app, const char *text, size_t row,
                      size_t rows);

void hits_draw (struct app *app, void *hits, size_t rows);

/* How many lines are seen from TOP on.  */
size_t hits_seen (const struct hits *hits, size_t columns);

#endif
