/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words and terms that are known when keywords are looked for.  */
#ifndef INGEST_TERMS_KNOWN_H
#define INGEST_TERMS_KNOWN_H

#include "align/align.h"
#include "index/wordbook.h"
#include "store/library.h"
#include "store/notebook.h"

/* A book of the common words, the dictionaries of AIDS (may be NULL; must
   outlive it), the terms that the reader added to NOTEBOOK (may be NULL) and those
   that were found in LIBRARY, and those that show in the
   documents which SAMPLE gives, one after the other until NULL; they are freed
   here.  The caller frees it with wordbook_free.  */
struct wordbook *wordbook_make (struct library *library,
                                struct notebook *notebook,
                                const struct align_aids *aids,
                                struct document *(*sample) (void *data),
                                void *data);

#endif
