/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file system below SQLite that fails, or ends the process, at the Nth thing
   it is asked to change.  It has no shared memory, so a database on it can't
   have a WAL.  */
#ifndef FAULT_VFS_H
#define FAULT_VFS_H

#include <stdbool.h>

enum fault
{
  FAULT_NONE,
  FAULT_FULL,   /* SQLITE_FULL */
  FAULT_IO,     /* SQLITE_IOERR_WRITE */
  FAULT_KILL,   /* SIGKILL before it is done */
  FAULT_TORN    /* SIGKILL when half of a write is done */
};

/* Puts it in front of the system's; for the whole process.  */
void fault_install (void);

/* From now on the Nth change (from 1) is met by FAULT: a write, a truncation, a
   sync, a deletion, or the making of a file.  FOREVER: and all after it.  */
void fault_at (enum fault fault, long n, bool forever);

/* How many changes there were since fault_at.  */
long fault_count (void);

/* Runs WORK (which returns whether it was done) on FOLDER in a child that meets
   FAULT at change N.  Returns whether it was killed; where it was not, its work
   must have been done.  */
bool killed_in (enum fault fault, long n, bool (*work) (const char *),
                const char *folder);

#endif
