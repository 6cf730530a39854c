/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema of a database: looked at before anything is written, made, and
   upgraded after a backup.  */
#include <config.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "store/database.h"
#include "store/database_file.h"

static unsigned long
big_endian (const unsigned char *bytes)
{
  return (unsigned long) bytes[0] << 24 | (unsigned long) bytes[1] << 16
         | (unsigned long) bytes[2] << 8 | bytes[3];
}

/* What is wrong with the 100 bytes of the HEADER of a file of SIZE bytes
   (sqlite.org/fileformat2.html, 1.3) that SQLite itself would not see at once
   and would make worse by writing; NULL where nothing is.  In WAL mode the
   counts may be older than the file.  */
static const char *
header_fault (const unsigned char *header, long long size)
{
  unsigned long page = (unsigned long) header[16] << 8 | header[17];
  long long bytes = (long long) (page == 1 ? 65536 : page)
                    * (long long) big_endian (header + 28);
  if (header[20] != 0 || big_endian (header + 52) != 0
      || big_endian (header + 56) != 1)
    return "its header is not one that enface writes";
  if (header[18] == 1 && header[19] == 1 && bytes != size)
    return "the file is not as long as its header says";
  if (header[18] == 1 && header[19] == 1
      && (big_endian (header + 32) == 0) != (big_endian (header + 36) == 0))
    return "its list of free pages is broken";
  return NULL;
}

/* Reads the header through SQLite's own file: opening and closing the file
   once more would drop the locks of this process.  */
static bool
check_header (struct database *database, struct err *err)
{
  sqlite3_file *file = NULL;
  sqlite3_int64 size = 0;
  unsigned char header[100];
  sqlite3_file_control (database->handle, "main", SQLITE_FCNTL_FILE_POINTER,
                        &file);
  if (!file || !file->pMethods
      || file->pMethods->xFileSize (file, &size) != SQLITE_OK
      || size < (int) sizeof header
      || file->pMethods->xRead (file, header, sizeof header, 0) != SQLITE_OK)
    return true;
  const char *fault = header_fault (header, size);
  return !fault || database_damaged (database, fault, err);
}

/* Whether the row (TYPE, NAME, SQL) of sqlite_schema is SQLite's own.  */
static bool
is_internal (const char *type, const char *name, const char *sql)
{
  if (strcmp (type, "index") == 0)
    return !sql && strncmp (name, "sqlite_autoindex_", 17) == 0;
  return strcmp (type, "table") == 0 && strncmp (name, "sqlite_stat", 11) == 0;
}

static bool
is_ours (const struct database_kind *kind, const char *sql)
{
  for (const char *const *at = kind->schema; *at; at++)
    if (sql && strcmp (*at, sql) == 0)
      return true;
  return false;
}

static bool
says_no (struct database *database, const char *type, const char *name,
         struct err *err)
{
  char what[160];
  snprintf (what, sizeof what, "%s \"%s\" is not enface's", type, name);
  return database_damaged (database, what, err);
}

/* Goes through the rows of sqlite_schema.  EXACT: they must be those of
   KIND->schema and no others; else (an older version) there may be neither
   trigger nor view, nor a virtual table that is not of today's schema too.  */
static bool
check_rows (struct database *database, sqlite3_stmt *statement, bool exact,
            struct err *err)
{
  size_t ours = 0, want = 0;
  int code;
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const char *type = (const char *) sqlite3_column_text (statement, 0);
      const char *name = (const char *) sqlite3_column_text (statement, 1);
      const char *sql = (const char *) sqlite3_column_text (statement, 2);
      bool fits = type && name
                  && (is_internal (type, name, sql)
                      || is_ours (database->kind, sql)
                      || (!exact
                          && (strcmp (type, "index") == 0
                              || (strcmp (type, "table") == 0 && sql
                                  && !strncmp (sql, "CREATE TABLE", 12)))));
      if (!fits)
        return says_no (database, type ? type : "?", name ? name : "?", err);
      ours += !is_internal (type, name, sql);
    }
  if (code != SQLITE_DONE)
    return database_fail (database, code, err);
  while (database->kind->schema[want])
    want++;
  return !exact || ours == want
         || database_damaged (database, "a table or index is missing", err);
}

static bool
check_schema (struct database *database, bool exact, struct err *err)
{
  sqlite3_stmt *statement;
  int code = sqlite3_prepare_v2 (database->handle,
                                 "SELECT type, name, sql FROM sqlite_schema",
                                 -1, &statement, NULL);
  if (code != SQLITE_OK)
    return database_fail (database, code, err);
  bool fits = check_rows (database, statement, exact, err);
  sqlite3_finalize (statement);
  return fits;
}

/* Whether the database holds nothing at all yet.  */
static bool
is_empty (struct database *database, bool *empty, struct err *err)
{
  long long rows;
  if (!database_number (database, "SELECT count (*) FROM sqlite_schema", &rows,
                        err))
    return false;
  *empty = rows == 0;
  return true;
}

static bool
look (struct database *database, int *version, struct err *err)
{
  const struct database_kind *kind = database->kind;
  int ours = database_version (kind);
  long long id, theirs;
  bool empty = false;
  *version = 0;
  if (!database_number (database, "PRAGMA application_id", &id, err)
      || !database_number (database, "PRAGMA user_version", &theirs, err)
      || (id == 0 && theirs == 0 && !is_empty (database, &empty, err)))
    return false;
  if (empty)
    return true;
  if ((unsigned) id != kind->application_id)
    return err_set (err, ERR_DB_FOREIGN, database->path,
                    "application_id %#x, not %#x", (unsigned) id,
                    kind->application_id);
  if (theirs > ours)
    return err_set (err, ERR_DB_NEWER, database->path,
                    "schema %lld, this program knows %d", theirs, ours);
  if (theirs < 1)
    return database_damaged (database, "it has no version", err);
  *version = (int) theirs;
  return check_header (database, err)
         && check_schema (database, theirs == ours, err);
}

bool
schema_look (struct database *database, int *version, struct err *err)
{
  /* In a transaction of the caller's or in one of its own, so that all is of
     one moment.  */
  bool own = sqlite3_get_autocommit (database->handle) != 0;
  if (own && !database_run (database, "BEGIN", err))
    return false;
  bool seen = look (database, version, err);
  /* SQLite reports a schema it can't read as an error of the statement.  */
  if (!seen && err->code == ERR_DB)
    err->code = ERR_DB_DAMAGED;
  if (own)
    sqlite3_exec (database->handle, "ROLLBACK", NULL, NULL, NULL);
  return seen;
}

/* --- making ------------------------------------------------------------- */

/* Writes whose database it is and, last of all, its version.  */
static bool
stamp (struct database *database, struct err *err)
{
  char sql[96];
  snprintf (sql, sizeof sql,
            "PRAGMA application_id=%d; PRAGMA user_version=%d",
            (int) database->kind->application_id,
            database_version (database->kind));
  return database_run (database, sql, err);
}

static bool
make_new (struct database *database, struct err *err)
{
  const struct database_kind *kind = database->kind;
  for (const char *const *at = kind->schema; *at; at++)
    if (strncmp (*at, "CREATE TABLE '", 14) != 0
        && !database_run (database, *at, err))
      return false;
  return (!kind->settings || database_run (database, kind->settings, err))
         && stamp (database, err);
}

/* Runs the statements SQL of an upgrade; what they do not fit is not what the
   version says.  */
static bool
upgrade_step (struct database *database, const char *sql, struct err *err)
{
  if (database_run (database, sql, err))
    return true;
  if ((sqlite3_errcode (database->handle) & 0xFF) == SQLITE_ERROR)
    database_damaged (database, "it is not what its version says", err);
  return false;
}

static bool
upgrade_from (struct database *database, int version, struct err *err)
{
  for (const char *const *at = database->kind->upgrades + version - 1; *at;
       at++)
    if (!upgrade_step (database, *at, err))
      return false;
  return (!database->kind->upgraded
          || database->kind->upgraded (database, version, err))
         && stamp (database, err) && check_schema (database, true, err);
}

/* A free name for the backup of version VERSION, the file made, empty and
   private; NULL with errno.  */
static char *
backup_file (struct database *database, int version)
{
  char when[32];
  time_t now = time (NULL);
  struct tm parts;
  strftime (when, sizeof when, "%Y%m%dT%H%M%SZ", gmtime_r (&now, &parts));
  for (int i = 0; i < 100; i++)
    {
      char *path = mem_format ("%s.v%d-%s-%d", database->path, version, when,
                               i);
      if (access (path, F_OK) != 0 && file_make (path))
        return path;
      free (path);
    }
  return NULL;
}

/* Fills the empty file PATH with a copy of the database.  */
static bool
copy_into (struct database *database, const char *path, struct err *err)
{
  char *sql = sqlite3_mprintf ("VACUUM INTO %Q", path);
  char *folder = mem_copy (path, (size_t) (strrchr (path, '/') - path) + 1);
  bool done = database_run (database, sql, err);
  if (done && !file_sync (path, folder))
    done = err_set_errno (err, ERR_WRITE, path, errno);
  if (!done)
    unlink (path);
  sqlite3_free (sql);
  free (folder);
  return done;
}

bool
database_copy (struct database *database, const char *to, struct err *err)
{
  char *path = *to == '/' ? mem_string (to) : mem_format ("./%s", to);
  errno = EEXIST;
  bool made = access (path, F_OK) != 0 && file_make (path);
  bool done = made ? copy_into (database, path, err)
                   : err_set_errno (err, ERR_WRITE, to, errno);
  free (path);
  return done;
}

/* Copies the database as it is beside itself, to the disk.  */
static bool
back_up (struct database *database, int version, struct err *err)
{
  char *path = backup_file (database, version);
  if (!path)
    return err_set_errno (err, ERR_WRITE, database->path, errno);
  bool done = copy_into (database, path, err);
  free (path);
  return done;
}

bool
schema_make (struct database *database, struct err *err)
{
  int before, version;
  if (!schema_look (database, &before, err)
      || (before > 0 && before < database_version (database->kind)
          && database->kind->precious && !back_up (database, before, err))
      || !database_begin (database, err))
    return false;
  /* Another process may have been faster.  */
  bool done = schema_look (database, &version, err);
  if (done && version == 0)
    done = make_new (database, err);
  else if (done && version < database_version (database->kind))
    done = upgrade_from (database, version, err);
  return database_end (database, done, err);
}
