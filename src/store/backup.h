/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of the notebook, kept beside it by date, and the way back from them.  */
#ifndef STORE_BACKUP_H
#define STORE_BACKUP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/vec.h"

/* Backups lie in the folder `backups` of the library's folder (0700), each
   notes-YYYYMMDDTHHMMSSZ.db (0600), a whole notebook that can be opened in place
   of the other.  */
struct backup
{
  char *name; /* of the file */
  char *path;
  char time[21]; /* UTC, 2026-11-20T20:03:45Z, by its name */
  long long bytes;
};

struct backups VEC (struct backup);

void backups_free (struct backups *backups);

/* Appends the backups of the notebook in FOLDER, the newest first; none where
   there is no such folder.  */
bool backups_list (const char *folder, struct backups *backups,
                   struct err *err);

/* Copies the notebook in FOLDER to TO (VACUUM INTO a name beside it, brought to
   the disk, then renamed: TO is whole or not there); a file of that name is
   ERR_WRITE.  TO NULL: into the folder of backups under the time of now; *MADE
   (may be NULL) is its path, which the caller frees.  */
bool backup_make (const char *folder, const char *to, char **made,
                  struct err *err);

/* Makes a backup where the notebook has changed since the last one and that is of
   another day (UTC), then thins them: kept are the newest 10, and of those before
   the last of each week for 10 weeks and the last of each month.  *DONE (may be
   NULL) tells whether one was made.  Cheap where there is nothing to do.  */
bool backup_daily (const char *folder, bool *done, struct err *err);

/* What backup_restore did.  */
struct restored
{
  char *aside;          /* where the notebook that was there is now; NULL where
                           there was none */
  long long notes;      /* in the notebook now, deleted ones too */
  long long was;        /* in the one before; -1 where that can't be told */
};

void restored_free (struct restored *restored);

/* Puts the notebook in the file FROM in the place of the one in FOLDER, which is
   kept beside it (notes-before-...db).  FROM is opened read-only and checked as a
   whole first, and copied, never moved; one of an older version is upgraded.
   Nothing is merged.  ERR_DB_BUSY while another process has the notebook open to
   write.  */
bool backup_restore (const char *folder, const char *from,
                     struct restored *restored, struct err *err);

/* What salvage read.  */
struct salvaged
{
  long long notes;      /* whole notes that were read */
  long long others;     /* rows of other tables */
  long long lost;       /* rows known to be there that could not be read; at
                           least so many */
  bool unsure;          /* stretches could not be read at all: nobody knows how
                           many rows they held */
};

/* Copies every row that can be read of the notebook FROM, which is damaged, into
   the new notebook TO, which must not be there.  Reads the tables by number, each
   range that fails in halves, and what an index still has; takes only rows whose
   texts are UTF-8.  FROM is not written to.  */
bool salvage (const char *from, const char *to, struct salvaged *salvaged,
              struct err *err);

#endif
