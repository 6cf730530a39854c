/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The folder and file of a database, before SQLite opens it.  Internal to
   store/.  */
#ifndef STORE_DATABASE_FILE_H
#define STORE_DATABASE_FILE_H

#include <stdbool.h>

#include "base/err.h"

/* Makes FOLDER with its parents where they are missing, each 0700 whatever the
   umask.  False with errno.  */
bool folder_make (const char *folder);

/* Makes the empty file PATH, 0600 whatever the umask; one that is there stays
   as it is.  False with errno.  */
bool file_make (const char *path);

/* Whether PATH is there, and a regular file (through links); else
   ERR_DB_OPEN.  */
bool file_is_regular (const char *path, struct err *err);

/* Whether the file PATH and its folder FOLDER can be written.  */
bool file_is_writable (const char *path, const char *folder);

/* Whether a file system of the type TYPE (statfs) is reached over a network,
   or through FUSE, which most often is one: no shared memory, so no WAL
   (sqlite.org/wal.html).  */
bool type_is_network (unsigned long type);
bool folder_is_network (const char *folder);

/* Brings what was written to PATH, and its name in FOLDER, to the disk.  False
   with errno.  */
bool file_sync (const char *path, const char *folder);

/* FOLDER/NAME, never read by SQLite as a URI; the caller frees it.  */
char *file_path (const char *folder, const char *name);

/* The URI that opens PATH without locks; the caller frees it; NULL where PATH
   can't be resolved.  */
char *file_immutable_uri (const char *path);

#endif
