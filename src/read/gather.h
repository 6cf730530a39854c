/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes with their places in today's texts, made ready to leave.  */
#ifndef READ_GATHER_H
#define READ_GATHER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"
#include "export/exporter.h"
#include "store/library.h"
#include "store/notebook.h"

/* Brings NOTES into an order that is the same in all notebooks that hold them: by
   date of the document (undated last), document, place in it, time.  */
void gather_order (struct notes *notes);

/* Finds the places of NOTES, which must stand document by document, in the texts
   of LIBRARY (may be NULL), as export wants them, into PLACED, one a note, all
   zero.  gather_release frees what they then own.  */
void gather_places (struct library *library, const struct notes *notes,
                    struct export_note *placed);
void gather_release (struct export_note *placed, size_t count);

/* Gives each of the COUNT notes at PLACED its former versions, which PLACED then
   owns too.  */
bool gather_versions (struct notebook *notebook, struct export_note *placed,
                      size_t count, struct err *err);

/* Appends the notes of NOTEBOOK that QUERY asks for to OUT in the format of
   EXPORTER; *COUNT (may be NULL) is how many.  Their places are looked up in
   LIBRARY's texts; where LIBRARY is NULL or has not the document, the places are
   those of the text they were written on.  */
bool gather_notes (struct library *library, struct notebook *notebook,
                   const struct note_query *query,
                   const struct exporter *exporter,
                   const struct export_options *options, struct buf *out,
                   size_t *count, struct err *err);

#endif
