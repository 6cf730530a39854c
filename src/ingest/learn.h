/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Learning from the library which words go together.  */
#ifndef INGEST_LEARN_H
#define INGEST_LEARN_H

#include <signal.h>

#include "align/align.h"
#include "store/library.h"

/* Who is told how far it is; may be NULL.  */
typedef void learn_progress (size_t done, size_t total, void *data);

/* Writes what the documents of LIBRARY teach to IMAGE (empty before), as a
   dictionary (align_learn).  From a large library documents are taken evenly, as
   many as memory allows (some 40,000 sentences a side).  Returns how many
   documents were read; 0 where none has two sides, or, with ERR filled, on
   error.  */
size_t learn_library (struct library *library, const struct align_aids *aids,
                      learn_progress *progress, void *data,
                      struct buf *image, struct err *err);

#endif
