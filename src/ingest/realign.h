/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Aligning the documents of the library anew, when there is more to align them
   with than there was when they were added; their keywords follow what terms
   are known now.  */
#ifndef INGEST_REALIGN_H
#define INGEST_REALIGN_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

#include "align/align.h"
#include "base/err.h"
#include "store/library.h"
#include "store/notebook.h"

/* What became of the documents.  */
struct realign_report
{
  size_t aligned;   /* anew, from the texts in the library */
  size_t moved;     /* of these have other beads than before */
  size_t failed;    /* could not be read, which was told */
  bool interrupted; /* *STOP was set before all were done */
};

/* Who is told; each may be NULL.  */
struct realign_watch
{
  void (*progress) (size_t done, size_t total, void *data);
  void (*failure) (const struct err *err, void *data);
  void *data;
};

/* Aligns with AIDS, in JOBS threads (0: one a processor), all documents of
   LIBRARY that were aligned with others; their numbers and discrepancies follow
   their beads, and their keywords are looked for anew, with the reader's own terms
   from NOTEBOOK (may be NULL).  Corrections of the reader stand in the notebook and hold as
   before.  Each document that is done is kept: an interrupt (STOP, may be NULL)
   or an error loses nothing, and the next call goes on from there.  False, with
   ERR filled, where the library can't be read or written.  */
bool realign_library (struct library *library, struct notebook *notebook,
                      const struct align_aids *aids,
                      size_t jobs, const volatile sig_atomic_t *stop,
                      const struct realign_watch *watch,
                      struct realign_report *report, struct err *err);

#endif
