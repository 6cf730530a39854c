/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Transactions that leave nothing half done, whatever fails.  */
#include <config.h>

#include <string.h>

#include "store/database.h"

/* The largest database that is checked as a whole before it is first written
   to: more would be felt.  */
enum { CHECKED_BYTES = 64 << 20 };

/* Goes back, unless SQLite did so itself, as it does on a full disk.  */
static void
roll_back (struct database *database)
{
  if (!sqlite3_get_autocommit (database->handle))
    sqlite3_exec (database->handle, "ROLLBACK", NULL, NULL, NULL);
}

/* A damaged file gets worse by writing: a wrong list of free pages lets new
   rows overwrite old ones.  So a precious one is checked before.  */
static bool
check_sound (struct database *database, struct err *err)
{
  if (database->sound || !database->kind->precious)
    return true;
  long long pages, size;
  char found[160] = "ok";
  if (!database_number (database, "PRAGMA page_count", &pages, err)
      || !database_number (database, "PRAGMA page_size", &size, err)
      || (pages * size <= CHECKED_BYTES
          && !database_word (database, "PRAGMA integrity_check(1)", found,
                             sizeof found, err)))
    return false;
  database->sound = strcmp (found, "ok") == 0;
  return database->sound || database_damaged (database, found, err);
}

static bool
begin (struct database *database, struct err *err)
{
  if (database->read_only)
    return err_set (err, ERR_DB_READONLY, database->path, NULL);
  roll_back (database);
  if (!database_run (database, "BEGIN IMMEDIATE", err))
    return false;
  if (check_sound (database, err))
    return true;
  roll_back (database);
  return false;
}

static bool
commit (struct database *database, struct err *err)
{
  bool done = database_run (database, "COMMIT", err);
  if (!done)
    roll_back (database);
  return done;
}

/* Whether the batch is still there: a full disk may have ended it.  */
static bool
batch_stands (struct database *database, struct err *err)
{
  return !sqlite3_get_autocommit (database->handle)
         || err_set (err, ERR_DB_FULL, database->path,
                     "the transaction was rolled back");
}

bool
database_begin (struct database *database, struct err *err)
{
  if (!database->batch)
    return begin (database, err);
  return batch_stands (database, err)
         && (!database->kind->precious
             || database_run (database, "SAVEPOINT one", err));
}

/* Ends the part of a batch.  Only what is precious has points to come back to:
   at each of them FTS5 would write what it gathers in memory.  */
static bool
end_part (struct database *database, bool done, struct err *err)
{
  if (done && (!database->kind->precious
               || database_run (database, "RELEASE one", err)))
    return true;
  if (!database->kind->precious)
    roll_back (database);
  else if (!sqlite3_get_autocommit (database->handle))
    sqlite3_exec (database->handle, "ROLLBACK TO one; RELEASE one", NULL,
                  NULL, NULL);
  return false;
}

bool
database_end (struct database *database, bool done, struct err *err)
{
  if (database->batch)
    return end_part (database, done, err);
  if (done)
    return commit (database, err);
  roll_back (database);
  return false;
}

bool
database_begin_batch (struct database *database, struct err *err)
{
  if (database->batch)
    return true;
  database->batch = begin (database, err);
  return database->batch;
}

bool
database_end_batch (struct database *database, struct err *err)
{
  if (!database->batch)
    return true;
  database->batch = false;
  return batch_stands (database, err) && commit (database, err);
}

void
database_drop_batch (struct database *database)
{
  database->batch = false;
  roll_back (database);
}

void
database_hold (struct database *database)
{
  if (sqlite3_get_autocommit (database->handle))
    sqlite3_exec (database->handle, "BEGIN", NULL, NULL, NULL);
}

void
database_let_go (struct database *database)
{
  if (!database->batch && !sqlite3_get_autocommit (database->handle))
    sqlite3_exec (database->handle, "COMMIT", NULL, NULL, NULL);
}
