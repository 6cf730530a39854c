/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files packed by gzip, bzip2 or xz.  */
#ifndef INGEST_UNPACK_H
#define INGEST_UNPACK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"

/* The program that unpacks a file which begins with the LEN bytes at DATA,
   "gzip" for instance; NULL where it is not packed.  */
const char *unpack_program (const char *data, size_t len);

/* Runs PROGRAM on the file PATH and reads what it gives into OUT, at most MOST
   bytes.  ERR_TOO_LARGE; ERR_FORMAT where the program is not there or finds
   the file damaged (its name is the detail); ERR_OPEN, ERR_READ.  */
bool unpack_file (const char *program, const char *path, size_t most,
                  struct buf *out, struct err *err);

#endif
