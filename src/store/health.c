/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What doctor says of a database: everything in it is read.  */
#include <config.h>

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/utf8.h"
#include "store/database.h"

const char *
store_engine (void)
{
  return sqlite3_libversion ();
}

/* Whether value COLUMN of the row, where it is a text, is UTF-8 without NUL:
   quick_check does not look at that.  */
static bool
value_is_clean (sqlite3_stmt *statement, int column)
{
  if (sqlite3_column_type (statement, column) != SQLITE_TEXT)
    return true;
  const char *text = (const char *) sqlite3_column_text (statement, column);
  size_t len = (size_t) sqlite3_column_bytes (statement, column);
  return text && !memchr (text, 0, len) && utf8_check (text, len) == len;
}

/* Reads the whole TABLE; says in the SIZE bytes at FOUND what is wrong with it
   ("ok" stays where nothing is).  */
static void
check_texts (struct database *database, const char *table, char *found,
             size_t size)
{
  sqlite3_stmt *statement = NULL;
  char *sql = sqlite3_mprintf ("SELECT * FROM \"%w\"", table);
  int code = sqlite3_prepare_v2 (database->handle, sql, -1, &statement, NULL);
  sqlite3_free (sql);
  long long row = 0;
  if (code == SQLITE_OK)
    while ((code = sqlite3_step (statement)) == SQLITE_ROW)
      {
        row++;
        for (int i = 0; i < sqlite3_column_count (statement); i++)
          if (!value_is_clean (statement, i))
            {
              snprintf (found, size, "row %lld of %s: %s is not UTF-8", row,
                        table, sqlite3_column_name (statement, i));
              sqlite3_finalize (statement);
              return;
            }
      }
  if (code != SQLITE_DONE)
    snprintf (found, size, "row %lld of %s: %s", row + 1, table,
              sqlite3_errmsg (database->handle));
  sqlite3_finalize (statement);
}

/* The name of the table that the statement SQL creates, into the SIZE bytes at
   NAME; false where it creates something else, or a table that belongs to a
   virtual one, whose name is in quotes: it holds no texts.  */
static bool
table_of (const char *sql, char *name, size_t size)
{
  static const char create[] = "CREATE TABLE ";
  size_t skip = sizeof create - 1;
  if (strncmp (sql, create, skip) != 0 || sql[skip] == '\'')
    return false;
  snprintf (name, size, "%.*s", (int) strcspn (sql + skip, " ("), sql + skip);
  return true;
}

/* Whether there is a TABLE: an older version may not have it.  */
static bool
has_table (struct database *database, const char *table)
{
  long long rows = 0;
  char *sql = sqlite3_mprintf ("SELECT count (*) FROM sqlite_schema"
                               " WHERE type = 'table' AND name = %Q",
                               table);
  bool asked = database_number (database, sql, &rows, NULL);
  sqlite3_free (sql);
  return asked && rows > 0;
}

bool
database_check (struct database *database, char *found, size_t size,
                struct err *err)
{
  char table[64];
  if (!database_word (database, "PRAGMA quick_check(1)", found, size, err))
    return false;
  for (const char *const *at = database->kind->schema;
       *at && strcmp (found, "ok") == 0; at++)
    if (table_of (*at, table, sizeof table) && has_table (database, table))
      check_texts (database, table, found, size);
  return true;
}

bool
database_health (struct database *database, const char *table,
                 struct store_health *health, struct err *err)
{
  char sql[96];
  struct stat status;
  *health = (struct store_health) {
    .read_only = database->read_only,
    .network = database->network,
    .version = database_version (database->kind),
  };
  if (stat (database->path, &status) == 0)
    health->bytes = status.st_size;
  snprintf (sql, sizeof sql, "SELECT count (*) FROM \"%s\"", table);
  if (!database_check (database, health->check, sizeof health->check, err)
      || !database_word (database, "PRAGMA journal_mode", health->journal,
                         sizeof health->journal, err))
    return false;
  return strcmp (health->check, "ok") != 0
         || database_number (database, sql, &health->rows, err);
}
