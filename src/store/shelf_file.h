/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of the shelf: NAME.dict, what the aligner uses of a dictionary;
   NAME.entries, its entries whole.  */
#ifndef STORE_SHELF_FILE_H
#define STORE_SHELF_FILE_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/err.h"

#define SHELF_DICTIONARY ".dict"
#define SHELF_ENTRIES ".entries"

/* The path of the file of NAME and ENDING on the shelf of the library in
   FOLDER; the caller frees it.  */
char *shelf_file_path (const char *folder, const char *name,
                       const char *ending);

/* Calls TAKE with each NAME that has a file of that ENDING, in the order of
   their bytes.  */
void shelf_file_each (const char *folder, const char *ending,
                      void (*take) (void *data, const char *name),
                      void *data);

/* Writes IMAGE as that of NAME, in place of one of that name; makes the
   folder.  ERR_WRITE; ERR_USAGE where NAME can't be that of a file.  */
bool shelf_file_add (const char *folder, const char *name, const char *ending,
                     const struct buf *image, struct err *err);

/* Takes it away.  ERR_NOT_FOUND, ERR_WRITE, ERR_USAGE.  */
bool shelf_file_remove (const char *folder, const char *name,
                        const char *ending, struct err *err);

#endif
