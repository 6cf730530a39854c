/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeping the full-text index in step with the documents.  Internal to store/.

   FTS5 gathers what it is given in memory and writes it in one piece, but it
   does so at every savepoint too, and each document of a batch has one.  So what
   a batch changes waits here and goes into the index when the batch ends.  */
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

/* How many changes wait; and to forget all from MARK on, as their documents
   were not kept.  */
size_t index_mark (const struct library *library);
void index_forget (struct library *library, size_t mark);

/* Whether so much waits that it should be written now.  */
bool index_is_full (const struct library *library);

/* Writes what waits.  */
bool index_flush (struct library *library, struct err *err);

#endif
