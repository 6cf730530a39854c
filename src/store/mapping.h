/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files read in place.  */
#ifndef STORE_MAPPING_H
#define STORE_MAPPING_H

#include <stddef.h>

#include "base/err.h"

/* The bytes of the regular file PATH, which is not empty, for mapping_close;
   *LEN how many.  ERR_READ; NULL on error.  Files that are read so are replaced
   as a whole, never changed.  */
void *mapping_open (const char *path, size_t *len, struct err *err);
void mapping_close (void *bytes, size_t len);

#endif
