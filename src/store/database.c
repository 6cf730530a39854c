/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a database so that nothing in it can do harm, and its errors.  */
#include <config.h>

#include "store/database.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "store/database_file.h"

/* How long to wait for the lock of another process, in milliseconds: long
   enough for its fsyncs, short enough for someone who waits at a key.  */
enum { BUSY_MS = 2000 };

int
database_version (const struct database_kind *kind)
{
  int version = 1;
  while (kind->upgrades[version - 1])
    version++;
  return version;
}

/* --- errors ------------------------------------------------------------- */

/* The code for an error of the operating system below SQLite.  */
static enum err_code
code_of_errno (int number, enum err_code other)
{
  switch (number)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return ERR_DB_FULL;
    case EROFS:
    case EACCES:
    case EPERM:
      return ERR_DB_READONLY;
    default:
      return other;
    }
}

static enum err_code
code_of (const struct database *database, int code)
{
  int number = sqlite3_system_errno (database->handle);
  switch (code & 0xFF)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return ERR_DB_BUSY;
    case SQLITE_FULL:
      return ERR_DB_FULL;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return ERR_DB_READONLY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
      return ERR_DB_DAMAGED;
    case SQLITE_TOOBIG:
      return ERR_TOO_LARGE;
    case SQLITE_CANTOPEN:
      return code_of_errno (number, ERR_DB_OPEN);
    case SQLITE_IOERR:
      return code_of_errno (number, ERR_DB);
    default:
      return ERR_DB;
    }
}

bool
database_fail (const struct database *database, int code, struct err *err)
{
  if (code == SQLITE_READONLY_DBMOVED)
    return err_set (err, ERR_DB_OPEN, database->path,
                    "another file has taken its place since it was opened");
  return err_set (err, code_of (database, code), database->path, "%s (%d)",
                  sqlite3_errmsg (database->handle), code);
}

bool
database_damaged (const struct database *database, const char *what,
                  struct err *err)
{
  return err_set (err, ERR_DB_DAMAGED, database->path, "%s", what);
}

bool
database_run (struct database *database, const char *sql, struct err *err)
{
  int code = sqlite3_exec (database->handle, sql, NULL, NULL, NULL);
  return code == SQLITE_OK || database_fail (database, code, err);
}

/* Prepares SQL and goes to its first row, which the caller finalizes.  */
static sqlite3_stmt *
first_row (struct database *database, const char *sql, struct err *err)
{
  sqlite3_stmt *statement;
  int code = sqlite3_prepare_v2 (database->handle, sql, -1, &statement, NULL);
  if (code == SQLITE_OK && (code = sqlite3_step (statement)) == SQLITE_ROW)
    return statement;
  if (code == SQLITE_DONE)
    database_damaged (database, sql, err);
  else
    database_fail (database, code, err);
  sqlite3_finalize (statement);
  return NULL;
}

bool
database_number (struct database *database, const char *sql,
                 long long *number, struct err *err)
{
  sqlite3_stmt *statement = first_row (database, sql, err);
  if (statement)
    *number = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return statement != NULL;
}

bool
database_word (struct database *database, const char *sql, char *to,
               size_t size, struct err *err)
{
  sqlite3_stmt *statement = first_row (database, sql, err);
  if (statement)
    {
      const void *text = sqlite3_column_text (statement, 0);
      snprintf (to, size, "%s", text ? (const char *) text : "");
    }
  sqlite3_finalize (statement);
  return statement != NULL;
}

/* --- opening ------------------------------------------------------------ */

void
database_secure (sqlite3 *handle)
{
  static const struct
  {
    int option, value;
  } options[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
    { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },
  };
  static const struct
  {
    int limit, value;
  } limits[] = {
    { SQLITE_LIMIT_LENGTH, 512 << 20 },
    { SQLITE_LIMIT_SQL_LENGTH, 100000 },
    { SQLITE_LIMIT_COLUMN, 100 },
    { SQLITE_LIMIT_EXPR_DEPTH, 50 },
    { SQLITE_LIMIT_COMPOUND_SELECT, 8 },
    { SQLITE_LIMIT_VDBE_OP, 25000 },
    { SQLITE_LIMIT_FUNCTION_ARG, 8 },
    { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 99 },
    { SQLITE_LIMIT_VARIABLE_NUMBER, 64 },
    { SQLITE_LIMIT_TRIGGER_DEPTH, 1 },
    { SQLITE_LIMIT_ATTACHED, 1 }, /* VACUUM INTO needs one */
    { SQLITE_LIMIT_WORKER_THREADS, 0 },
  };
  for (size_t i = 0; i < sizeof options / sizeof *options; i++)
    sqlite3_db_config (handle, options[i].option, options[i].value, NULL);
  for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
    sqlite3_limit (handle, limits[i].limit, limits[i].value);
}

static void
close_handle (struct database *database)
{
  sqlite3_close (database->handle);
  database->handle = NULL;
}

/* Opens the handle on NAME (a path, or a URI).  */
static bool
open_handle (struct database *database, const char *name, int flags,
             struct err *err)
{
  /* Nobody asks how much memory SQLite has taken, and without counting that it
     needs no lock for each piece.  Only before its first use: later it is
     refused, which does no harm.  */
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  flags |= SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  int code = sqlite3_open_v2 (name, &database->handle, flags, NULL);
  if (code != SQLITE_OK)
    return database_fail (database, code, err);
  database_secure (database->handle);
  sqlite3_busy_timeout (database->handle, BUSY_MS);
  return (!database->kind->prepare || database->kind->prepare (database, err))
         && database_run (database,
                          "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0",
                          err);
}

/* Opens the handle and looks at what is in the file.  ALONE: no other process
   can use the database meanwhile.  */
static bool
open_and_look (struct database *database, bool alone, int *version,
               struct err *err)
{
  int flags = database->read_only ? SQLITE_OPEN_READONLY
                                  : SQLITE_OPEN_READWRITE;
  if (!open_handle (database, database->path, flags, err)
      || (alone
          && !database_run (database, "PRAGMA locking_mode=EXCLUSIVE", err)))
    return false;
  if (sqlite3_db_readonly (database->handle, "main") == 1)
    database->read_only = true;
  return schema_look (database, version, err);
}

/* A database in WAL mode on a medium where its -shm can't be made: read as a
   file that nobody changes.  Not while a journal lies beside it, which would
   have to be rolled back first.  */
static bool
open_immutable (struct database *database, int *version, struct err *err)
{
  char *journal = mem_format ("%s-journal", database->path);
  char *uri = file_immutable_uri (database->path);
  bool done = false;
  if (uri && access (journal, F_OK) != 0)
    {
      close_handle (database);
      database->immutable = true;
      done = open_handle (database, uri,
                          SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, err)
             && schema_look (database, version, err);
    }
  free (journal);
  free (uri);
  return done;
}

/* Tries another way to open what could not be opened, as ERR says.  */
static bool
look_again (struct database *database, const char *folder, int *version,
            struct err *err)
{
  if (!database->handle)
    return false;
  if (err->code == ERR_DB_FULL && !database->read_only)
    {
      /* A full disk has no room for the -shm of WAL mode either; one process
         alone does without (sqlite.org/wal.html).  */
      close_handle (database);
      return open_and_look (database, true, version, err);
    }
  return !file_is_writable (database->path, folder)
         && (err->code == ERR_DB_OPEN || err->code == ERR_DB_READONLY)
         && open_immutable (database, version, err);
}

/* The journal and how often to wait for the disk.  A journal mode that can't
   be had now (another process reads) leaves the one that is there.  */
static bool
set_journal (struct database *database, struct err *err)
{
  if (database->read_only)
    return true;
  bool wal = !database->kind->precious && !database->network;
  char journal[16] = "";
  struct err ignored;
  database_word (database,
                 wal ? "PRAGMA journal_mode=WAL" : "PRAGMA journal_mode=DELETE",
                 journal, sizeof journal, &ignored);
  wal = strcmp (journal, "wal") == 0;
  return database_run (database,
                       database->kind->precious ? "PRAGMA synchronous=EXTRA"
                       : wal ? "PRAGMA synchronous=NORMAL;"
                               "PRAGMA cache_size=-16384;"
                               "PRAGMA journal_size_limit=16777216"
                             : "PRAGMA synchronous=FULL;"
                               "PRAGMA cache_size=-16384",
                       err);
}

/* Makes the folder and an empty file where they are missing.  */
static bool
make_file (struct database *database, const char *folder, bool read_only,
           struct err *err)
{
  if (!read_only && access (database->path, F_OK) != 0
      && (!folder_make (folder) || !file_make (database->path)))
    return err_set_errno (err, ERR_DB_OPEN, database->path, errno);
  if (!file_is_regular (database->path, err))
    return false;
  database->read_only
    = read_only || !file_is_writable (database->path, folder);
  database->network = folder_is_network (folder);
  return true;
}

/* Opens what is there, makes or upgrades the schema.  */
static bool
open_schema (struct database *database, const char *folder, struct err *err)
{
  int version;
  if (!open_and_look (database, false, &version, err)
      && !look_again (database, folder, &version, err))
    return false;
  if (version == database_version (database->kind))
    return set_journal (database, err);
  if (database->read_only)
    return err_set (err, ERR_DB_READONLY, database->path,
                    "schema %d must be made %d", version,
                    database_version (database->kind));
  return schema_make (database, err) && set_journal (database, err);
}

bool
database_open (struct database *database, const struct database_kind *kind,
               const char *folder, bool read_only, struct err *err)
{
  struct err found = ERR_INIT;
  *database = (struct database) { .kind = kind };
  database->path = file_path (folder, kind->name);
  database->statements
    = mem_new (kind->statement_count, sizeof *database->statements);
  if (make_file (database, folder, read_only, &found)
      && open_schema (database, folder, &found))
    return true;
  database_close (database);
  if (err)
    *err = found;
  return false;
}

bool
database_peek (struct database *database, const struct database_kind *kind,
               const char *path, int *version, struct err *err)
{
  struct err found = ERR_INIT;
  *database = (struct database) { .kind = kind, .read_only = true };
  database->path = mem_string (path);
  database->statements
    = mem_new (kind->statement_count, sizeof *database->statements);
  if (file_is_regular (path, &found)
      && open_and_look (database, false, version, &found))
    return true;
  database_close (database);
  if (err)
    *err = found;
  return false;
}

void
database_close (struct database *database)
{
  if (database->statements)
    for (size_t i = 0; i < database->kind->statement_count; i++)
      sqlite3_finalize (database->statements[i]);
  close_handle (database);
  free (database->statements);
  free (database->path);
  *database = (struct database) { .kind = NULL };
}
