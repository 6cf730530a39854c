/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A crew of threads that makes documents of files, in the order of the files, or
   aligns documents anew.  */
#ifndef INGEST_CREW_H
#define INGEST_CREW_H

#include <stdbool.h>
#include <stddef.h>

#include "align/align.h"
#include "base/err.h"
#include "book/document.h"
#include "import/importer.h"
#include "index/keyword.h"
#include "number/apparatus.h"
#include "store/library.h"

/* A file and what became of it.  */
struct job
{
  char *path;                /* as the file system knows it; owned by the job */
  size_t index;              /* the caller's number for it */
  struct document *document; /* NULL where it failed */
  struct apparatus apparatus;
  struct keywords keywords[TONGUES];
  struct source_stamp stamp;
  struct warnings warnings;
  struct err err;
  bool given; /* the document was there already, and was aligned anew */
  bool moved; /* ... and has other beads now; else only their confidence may be
                 another, and the apparatus is empty */
};

struct crew;

/* A crew of THREADS (at least 1).  AIDS (may be NULL) help to align and must
   outlive it.  */
struct crew *crew_new (size_t threads, const struct align_aids *aids);

/* From now on the keywords of documents are looked for with BOOK, which must outlive
   CREW.  */
void crew_find_keywords (struct crew *crew, const struct wordbook *book);

/* Ends the threads and frees what was not taken.  */
void crew_free (struct crew *crew);

/* Whether another job may be given: the crew holds a bounded number.  */
bool crew_has_room (const struct crew *crew);

/* Gives the crew the file PATH (copied); there must be room.  */
void crew_give (struct crew *crew, const char *path, size_t index);

/* Gives the crew DOCUMENT to align anew, which is the job's from then on.  */
void crew_give_document (struct crew *crew, struct document *document,
                         size_t index);

/* Takes the oldest job given, waiting until it is done; false where there is
   none.  The caller releases it with job_clear.  */
bool crew_take (struct crew *crew, struct job *job);
void job_clear (struct job *job);

#endif
