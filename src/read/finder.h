/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding in the whole library, in steps that end soon: where the places of a
   query are, document by document.  */
#ifndef READ_FINDER_H
#define READ_FINDER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "store/library.h"

struct finder;

/* A finder of QUERY in LIBRARY, which must live on.  TERM: the words as they are,
   not the language of queries; EXACT: simplified and traditional characters are
   not one.  NULL with ERR filled where the query is wrong.  */
struct finder *finder_new (struct library *library, const char *query,
                           bool term, bool exact, struct err *err);
void finder_free (struct finder *finder);

/* Narrows what is found: to places with the word NEAR (of index/collocates.h) at
   most WINDOW words away, and to documents whose date begins with PERIOD.  Either
   may be NULL.  To be called before the first step.  */
void finder_narrow (struct finder *finder, const char *near, size_t window,
                    const char *period);

/* Where something was found.  */
struct found_place
{
  enum side side;
  struct range range; /* bytes */
  size_t bead;
};

struct found_places VEC (struct found_place);

/* A document and some of the places in it, in its order: by bead, the original
   before the translation.  */
struct found
{
  struct listing row;        /* of one document */
  struct document *document; /* its texts */
  struct found_places places;
};

void found_clear (struct found *found);

/* How far a finder has come; all zero at the beginning, or the end where it goes
   backwards.  */
struct finder_at
{
  char *sort; /* of the last document looked at; owned */
  long long id;
  size_t within; /* places already told of the next one */
};

void finder_at_clear (struct finder_at *at);

enum finder_step
{
  FINDER_FOUND,  /* FOUND is filled */
  FINDER_MORE,   /* the time is over */
  FINDER_END,
  FINDER_FAILED  /* ERR is filled */
};

/* Goes on from AT, which is moved, by date or BACKWARDS, until a document with
   places is found or about MILLISECONDS are over.  FOUND, which must be empty,
   gets at most FINDER_PLACES of them; the others come with the next step.  */
enum { FINDER_PLACES = 500 };
enum finder_step finder_go (struct finder *finder, struct finder_at *at,
                            bool backwards, unsigned milliseconds,
                            struct found *found, struct err *err);

/* How much there is.  */
struct finder_counts
{
  struct finder_at at; /* how far was counted */
  size_t documents;
  size_t places;
  bool done;
};

/* Counts on for about MILLISECONDS; false with ERR filled where that fails.  */
bool finder_count (struct finder *finder, struct finder_counts *counts,
                   unsigned milliseconds, struct err *err);

#endif
