/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of files for documents: safe on every file system, and the same for the
   same document.  */
#ifndef EXPORT_FILE_NAME_H
#define EXPORT_FILE_NAME_H

#include <stdbool.h>

#include "base/buf.h"
#include "book/note.h"

/* Appends a file name for the document of CITATION and identity HASH: letters
   and digits of where it lies, in lower case, hyphens between, at most 80 bytes
   of them; eight digits that tell it from all others; EXTENSION (".md").  */
void file_name_of (const struct citation *citation, const char *hash,
                   const char *extension, struct buf *out);

/* Whether NAME is one that file_name_of makes with EXTENSION.  */
bool file_name_is_ours (const char *name, const char *extension);

#endif
