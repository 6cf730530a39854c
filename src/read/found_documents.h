/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The documents in which something is found, by date, each with where in its
   texts it stands.  The texts of those alone that are asked for are read.  */
#ifndef READ_FOUND_DOCUMENTS_H
#define READ_FOUND_DOCUMENTS_H

#include <stddef.h>

#include "book/document.h"
#include "read/finder.h"

/* The text of a document is parted into so many pieces for a plot, and so many
   for Juilland's D.  */
enum { FOUND_PIECES = 512, FOUND_PARTS = 10 };

struct found_document
{
  long long id;
  char *date; /* none of these is NULL */
  char *title[SIDES];
  char *collection;
  char *path;
  size_t places;      /* those in titles too */
  enum side side;     /* of the first place in a text ... */
  struct range first; /* ... and its bytes; empty where all are in titles */
  double juilland;    /* how evenly over the text; index/dispersion.h */
  unsigned char pieces[FOUND_PIECES / 8]; /* a bit for each that has a place */
};

struct found_documents;

/* Begins to look for WANTED (copied).  LIBRARY and NOTEBOOK (may be NULL) must
   outlive it.  NULL with ERR filled where the query is wrong.  */
struct found_documents *found_documents_new (struct library *library,
                                             struct notebook *notebook,
                                             const struct wanted *wanted,
                                             struct err *err);
void found_documents_free (struct found_documents *documents);

/* Reads those with an index from FROM to below UNTIL, as far as they are not at
   hand, and goes on looking for more; takes about MILLISECONDS.  SEARCH_BUSY:
   call again; SEARCH_END: nothing is left to do; SEARCH_FAILED: ERR is
   filled.  */
enum search_state found_documents_go (struct found_documents *documents,
                                      size_t from, size_t until,
                                      unsigned milliseconds,
                                      struct err *err);

/* How many there are, so far.  */
size_t found_documents_count (const struct found_documents *documents);

/* Document INDEX, or NULL where it is not at hand; some hundred are, those asked
   for last.  */
const struct found_document *
found_documents_at (const struct found_documents *documents, size_t index);

#endif
