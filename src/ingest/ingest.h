/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pipeline: paths in, finished documents in the library.  */
#ifndef INGEST_INGEST_H
#define INGEST_INGEST_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "import/importer.h"
#include "store/library.h"
#include "store/notebook.h"
#include "store/shelf.h"

/* How many files had which fate.  */
struct ingest_report
{
  size_t added;
  size_t updated;
  size_t sources;   /* texts that are there already, at one more path */
  size_t unchanged;
  size_t failed;
  size_t warned;    /* files with warnings */
  bool interrupted;
  long long last_id; /* a document that was added or seen; 0 where none */
};

/* Who is told what happens; each may be NULL.  Called in the caller's thread.
   PATH is the file as the caller can name it.  */
struct ingest_watch
{
  void (*progress) (size_t done, size_t total, void *data);
  void (*warning) (const char *path, const struct warning *warning,
                   void *data);
  void (*failure) (const struct err *err, void *data);
  void *data;
};

/* Adds the COUNT files and folders at PATHS to LIBRARY; documents that changed
   keep their notes in NOTEBOOK (may be NULL).  Reading and aligning run in
   JOBS threads (0: as many as there are processors), writing in the caller's.
   What stands on SHELF (may be NULL) helps to align; it is asked for when the
   first file must be read.
   Stops between two files when *STOP (may be NULL) becomes true; what was
   added till then is kept.  False where the library can't be written; files
   that fail are told to WATCH and counted.  */
bool ingest_paths (struct library *library, struct notebook *notebook,
                   struct shelf *shelf, char *const *paths,
                   size_t count, size_t jobs,
                   const volatile sig_atomic_t *stop,
                   const struct ingest_watch *watch,
                   struct ingest_report *report, struct err *err);

#endif
