/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader's own pattern for new notes.  */
#ifndef READ_NOTE_TEMPLATE_H
#define READ_NOTE_TEMPLATE_H

#include <stddef.h>

#include "base/err.h"
#include "book/note.h"

/* PATTERN filled in for NOTE, which is new; the caller frees it.  Each {field} is
   replaced by what it says, without line ends: {date}, {page}, {title},
   {translated-title}, {author}, {quotation} (what the note is on), {sentence}
   (the original's), {translation} (the facing one), {citation}, {today} (TODAY);
   {cursor} is taken out, and *CURSOR is the byte where it stood (the end where it
   does not stand).  What is no field stays as it is.  */
char *note_template_fill (const char *pattern, const struct note *note,
                          const char *today, size_t *cursor);

/* The file PATH ("~/" is HOME) without its last line end, freed by the caller.  NULL: ERR_OPEN, ERR_READ,
   ERR_ENCODING where it is not UTF-8, or is longer than 64 KB.  */
char *note_template_read (const char *path, struct err *err);

#endif
