/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding in the whole library what a reader wants to see: a search, narrowed to
   what stands near another word or to a year.  */
#ifndef READ_FINDER_H
#define READ_FINDER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "store/search.h"

/* What is looked for.  All zero but TEXT: the words of TEXT as they are, in other
   forms too, by date.  */
struct wanted
{
  char *text;
  bool query;     /* TEXT is in the language of queries (index/query.h) */
  bool exact;     /* other forms and the other writing are not found */
  bool relevance; /* the best document first, not the earliest */
  char *near;     /* NULL, or a word (of index/collocates.h) that stands near ... */
  size_t window;  /* ... at most so many words away */
  char *period;   /* NULL, or what the date begins with: "1958", "1958-09" */
};

struct wanted wanted_copy (const struct wanted *wanted);
void wanted_clear (struct wanted *wanted);

struct finder;

/* Begins to look for WANTED, which is copied: from the beginning or BACKWARDS,
   behind document AFTER (0: all; by date only).  LIBRARY and NOTEBOOK (may be
   NULL) must outlive the finder.  NULL with ERR filled as search_open does.  */
struct finder *finder_open (struct library *library,
                            struct notebook *notebook,
                            const struct wanted *wanted, bool backwards,
                            long long after, struct err *err);
void finder_close (struct finder *finder);

/* Told of a document with how many places it has on each side.  */
typedef void finder_counted (long long id, const size_t places[SIDES],
                             void *data);

/* Begins to count WANTED alone (finder_count), and tells COUNTED of each document,
   in the order of the numbers but where something must stand near.  */
struct finder *finder_open_count (struct library *library,
                                  struct notebook *notebook,
                                  const struct wanted *wanted,
                                  finder_counted *counted, void *data,
                                  struct err *err);

/* Whether the query has words that could stand in another form, so that it
   matters whether those are found too.  */
bool finder_folds (const struct finder *finder);

/* As search_next: a bounded piece of work.  */
enum search_state finder_next (struct finder *finder,
                               struct search_found *found, struct err *err);

/* The same, but only the number of the document, into *ID.  */
enum search_state finder_next_id (struct finder *finder, long long *id,
                                  struct err *err);

/* What was found in document ID, of which finder_next told.  False where there is
   nothing, or on an error, which fills ERR (ERR_NONE else).  */
bool finder_look (struct finder *finder, long long id,
                  struct search_found *found, struct err *err);

/* As search_count, the places too; what stands near a word must be looked up in
   the texts.  */
enum search_state finder_count (struct finder *finder,
                                struct search_count *count, struct err *err);

#endif
