/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the backups share.  Internal to store/.  */
#ifndef STORE_BACKUP_PRIVATE_H
#define STORE_BACKUP_PRIVATE_H

#include "base/buf.h"
#include "store/backup.h"
#include "store/database.h"

/* The folder of the backups of the notebook in FOLDER; the caller frees it.  */
char *backup_folder (const char *folder);

/* Whether number INDEX of BACKUPS, the newest first, is to stay.  */
bool backup_is_kept (const struct backups *backups, size_t index);

/* Removes those that are not.  */
void backups_thin (const struct backups *backups);

/* FOLDER/STEM and the time of now, and ".db" behind it: a name that is free; the
   caller frees it.  */
char *backup_free_name (const char *folder, const char *stem);

/* Copies DATABASE into the file TO, which is whole or not there, and not there
   before.  */
bool backup_copy (struct database *database, const char *to, struct err *err);

/* Moves FROM to TO, which must not be there.  False with errno.  */
bool file_move_new (const char *from, const char *to);

struct notebook;

/* Copies what can be read of a damaged notebook into the new NOTEBOOK, in one
   transaction (salvage.c).  FROM is an open copy of it, NULL where none can be
   opened; BYTES are all of it, in pages of PAGE bytes.  */
bool salvage_rows (sqlite3 *from, const struct buf *bytes, size_t page,
                   struct notebook *notebook, struct salvaged *salvaged,
                   struct err *err);

/* Adds the notes and their history that stand on any page of the LEN bytes at
   BYTES, pages of SIZE bytes, to TO, where they are not there, or older there
   (salvage_pages.c).  */
void salvage_pages (const char *bytes, size_t len, size_t size, sqlite3 *to);

#endif
