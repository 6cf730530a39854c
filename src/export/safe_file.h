/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a file so that either all of it is there or what stood before.  */
#ifndef EXPORT_SAFE_FILE_H
#define EXPORT_SAFE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

/* Writes the LEN bytes at DATA as the file PATH: into a temporary file beside
   it, fsync, rename.  A symbolic link is followed; the permissions of a file
   that is there are kept, a new one gets what umask leaves of 0666.  On error
   (ERR_WRITE) the old file is as it was and no temporary file stays.  */
bool safe_file_write (const char *path, const char *data, size_t len,
                      struct err *err);

#endif
