/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Beads that are found anew: with which aids the documents of the library were
   aligned, and what changes when they are aligned with others.  */
#ifndef STORE_LIBRARY_BEADS_H
#define STORE_LIBRARY_BEADS_H

#include "store/library.h"

/* What library_add adds from now on was aligned with AIDS (align_digest).  */
void library_aligned_with (struct library *library, long long aids);

/* How many documents of two sides were aligned with others than AIDS; -1 on
   error.  */
long long library_stale (struct library *library, long long aids,
                         struct err *err);

/* The number of the first of them behind number AFTER; 0 where there is none,
   or, with ERR filled (ERR_NONE else), on error.  */
long long library_stale_after (struct library *library, long long aids,
                               long long after, struct err *err);

/* Puts the beads of DOCUMENT, which has the number ID and is otherwise as
   library_document gave it, in place of what is there, and notes that they were
   found with AIDS.  APPARATUS, where it is not NULL, takes the place of what
   the document states: with other beads numbers face others.  Whatever else the
   library keeps by beads is written here too.  */
bool library_put_beads (struct library *library,
                        const struct document *document, long long id,
                        const struct apparatus *apparatus, long long aids,
                        struct err *err);

#endif
