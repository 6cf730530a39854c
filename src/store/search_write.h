/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeping the full-text index in step with the documents.  Internal to store/.

   FTS5 gathers what it is given in memory and writes it in one piece when the
   batch ends.  It is given many documents at a time: what it gathers is large,
   and stays in the processor's caches meanwhile.  */
#ifndef STORE_SEARCH_WRITE_H
#define STORE_SEARCH_WRITE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "book/document.h"
#include "store/library_private.h"
#include "store/library_write.h"

/* Writes the row of document ID (0: a new one) as write_row, and sees to it that
   the index holds the words of DOCUMENT in place of what was there.  Returns
   the number, 0 on error.  */
long long write_searched (struct library *library,
                          const struct document *document,
                          const struct place_of *place, long long id,
                          long long print, struct err *err);

/* Whether so much waits that it should be written now.  */
bool index_is_full (const struct library *library);

/* Writes what waits.  */
bool index_flush (struct library *library, struct err *err);

/* Forgets what waits, as its documents were not kept.  */
void index_forget (struct library *library);

#endif
