/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A backup put in the place of the notebook; neither is ever lost.  */
#include <config.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "store/backup_private.h"
#include "store/database_file.h"
#include "store/notebook_private.h"

void
restored_free (struct restored *restored)
{
  free (restored->aside);
  restored->aside = NULL;
}

/* How many notes DATABASE has, deleted ones too; -1 where that can't be told.  */
static long long
notes_of (struct database *database)
{
  long long notes = -1;
  database_number (database, "SELECT count (*) FROM note", &notes, NULL);
  return notes;
}

/* Whether all of the notebook DATABASE is sound.  */
static bool
is_whole (struct database *database, int version, struct err *err)
{
  char found[160] = "";
  if (version < 1)
    return database_damaged (database, "it holds nothing", err);
  if (!database_word (database, "PRAGMA integrity_check(1)", found,
                      sizeof found, err)
      || (strcmp (found, "ok") == 0
          && !database_check (database, found, sizeof found, err)))
    return false;
  return strcmp (found, "ok") == 0 || database_damaged (database, found, err);
}

/* Copies the notebook FROM, if it is sound, to the new file TO.  */
static bool
take_copy (const char *from, const char *to, long long *notes,
           struct err *err)
{
  struct database database;
  int version;
  if (!database_peek (&database, &notebook_kind, from, &version, err))
    return false;
  *notes = notes_of (&database);
  bool done = is_whole (&database, version, err)
              && backup_copy (&database, to, err);
  database_close (&database);
  return done;
}

/* Gives the file FROM the second name TO; where the file system has no such
   thing, moves it.  */
static bool
keep_aside (const char *from, const char *to)
{
  return link (from, to) == 0
         || (errno != EEXIST && errno != ENOENT && file_move_new (from, to));
}

/* Puts the file PART in the place of PATH, which stays as ASIDE.  A journal of
   what was there goes along with it first: beside the new file it would be taken
   for its own.  At each step what was there before or what is to come stands
   under the name.  */
static bool
exchange (const char *part, const char *path, const char *aside,
          struct err *err)
{
  char *journal = mem_format ("%s-journal", path);
  char *along = mem_format ("%s-journal", aside);
  char *folder = mem_copy (path, (size_t) (strrchr (path, '/') - path) + 1);
  bool there = access (path, F_OK) == 0;
  bool hot = access (journal, F_OK) == 0;
  bool done = (!there || keep_aside (path, aside))
              && (!hot || (keep_aside (journal, along)
                           && (unlink (journal) == 0 || errno == ENOENT)))
              && rename (part, path) == 0 && file_sync (path, folder);
  if (!done)
    err_set_errno (err, ERR_WRITE, path, errno);
  free (folder);
  free (along);
  free (journal);
  return done;
}

/* Counts the notes of the notebook PATH, deleted ones too; -1 where it can't be
   read.  False (ERR_DB_BUSY) where another process holds it.  */
static bool
count_notes (const char *path, long long *notes, struct err *err)
{
  struct database database;
  struct err found = ERR_INIT;
  int version;
  *notes = -1;
  if (database_peek (&database, &notebook_kind, path, &version, &found))
    {
      *notes = version > 0 ? notes_of (&database) : 0;
      database_close (&database);
    }
  else if (found.code == ERR_DB_BUSY)
    {
      *err = found;
      return false;
    }
  return true;
}

/* Waits until no other process writes to the notebook PATH, and takes the lock
   for *HELD, which the caller closes.  */
static bool
lock (const char *path, sqlite3 **held, struct err *err)
{
  if (sqlite3_open_v2 (path, held,
                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE, NULL)
      != SQLITE_OK)
    return true;
  database_secure (*held);
  sqlite3_busy_timeout (*held, 2000);
  int code = sqlite3_exec (*held, "BEGIN EXCLUSIVE", NULL, NULL, NULL);
  return (code & 0xFF) != SQLITE_BUSY
         || err_set (err, ERR_DB_BUSY, path, NULL);
}

/* Makes the notebook PATH of the copy PART, under a lock; one that can't be read
   is not touched even for that, for SQLite might begin to mend it.  */
static bool
put_in_place (const char *folder, const char *part, const char *path,
              struct restored *restored, struct err *err)
{
  sqlite3 *held = NULL;
  bool there = access (path, F_OK) == 0;
  char *aside = backup_free_name (folder, "notes-before-");
  bool done = (!there || count_notes (path, &restored->was, err))
              && (restored->was < 0 || lock (path, &held, err))
              && exchange (part, path, aside, err);
  sqlite3_close (held);
  if (done && there)
    restored->aside = aside;
  else
    free (aside);
  return done;
}

bool
backup_restore (const char *folder, const char *from,
                struct restored *restored, struct err *err)
{
  *restored = (struct restored) { .was = -1 };
  if (!folder_make (folder))
    return err_set_errno (err, ERR_WRITE, folder, errno);
  char *path = file_path (folder, notebook_kind.name);
  char *part = mem_format ("%s.restore-%ld", path, (long) getpid ());
  bool done = take_copy (from, part, &restored->notes, err);
  if (done)
    {
      done = put_in_place (folder, part, path, restored, err);
      unlink (part);
    }
  free (part);
  free (path);
  /* One of an older version is brought up to date.  */
  struct notebook *notebook
    = done ? notebook_open (folder, false, err) : NULL;
  notebook_close (notebook);
  return notebook != NULL;
}
