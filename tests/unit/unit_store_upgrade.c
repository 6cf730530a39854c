/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of store/: an older database is brought up to date after a backup;
   killed or without room at any step, it is as it was or as it should be.  */
#include <config.h>

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "check.h"
#include "fault_vfs.h"
#include "store/database.h"
#include "store_help.h"

/* Beyond this many changes something loops.  */
enum { MOST = 1000 };

static const char *const old_schema[]
  = { "CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT)", NULL };
static const char *const new_schema[]
  = { "CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, size INTEGER)",
      "CREATE INDEX item_size ON item (size)",
      "CREATE TABLE extra (name TEXT)", NULL };
static const char *const no_upgrades[] = { NULL };
static const char *const upgrades[]
  = { "ALTER TABLE item ADD COLUMN size INTEGER;"
      "UPDATE item SET size = length (name);"
      "CREATE INDEX item_size ON item (size)",
      "CREATE TABLE extra (name TEXT);"
      "INSERT INTO extra SELECT name FROM item",
      NULL };
static const char *const bad_upgrades[]
  = { "CREATE TABLE extra (name TEXT)", "INSERT INTO nowhere VALUES (1)",
      NULL };
static const char *const short_upgrades[]
  = { "CREATE TABLE extra (name TEXT)", "DELETE FROM item", NULL };

static const struct database_kind old_kind
  = { .name = "t.db", .application_id = 77, .precious = true,
      .schema = old_schema, .upgrades = no_upgrades };

static struct database_kind
kind_with (const char *const *steps)
{
  struct database_kind kind = old_kind;
  kind.schema = new_schema;
  kind.upgrades = steps;
  return kind;
}

/* A folder with a database of the old version, ten items in it.  */
static char *
folder_old (void)
{
  char *folder = folder_new ();
  struct database database;
  struct err err = ERR_INIT;
  CHECK (database_open (&database, &old_kind, folder, false, &err));
  CHECK (database_begin (&database, &err));
  for (int i = 0; i < 10; i++)
    CHECK (database_run (&database, "INSERT INTO item (name) VALUES ('abc')",
                         &err));
  CHECK (database_end (&database, true, &err));
  database_close (&database);
  return folder;
}

/* How many backups lie in FOLDER; *PATH (may be NULL, freed by the caller) is
   the first.  */
static size_t
backups (const char *folder, char **path)
{
  char *pattern = path_in (folder, "t.db.v1-*");
  glob_t found;
  size_t count = glob (pattern, 0, NULL, &found) == 0 ? found.gl_pathc : 0;
  if (path)
    *path = count ? mem_string (found.gl_pathv[0]) : NULL;
  globfree (&found);
  free (pattern);
  return count;
}

static void
upgrades_after_backup (void)
{
  char *folder = folder_old (), *path = path_in (folder, "t.db"), *backup;
  struct database_kind kind = kind_with (upgrades);
  struct database database;
  struct err err = ERR_INIT;
  CHECK (!database_open (&database, &kind, folder, true, &err));
  CHECK_NUMBER (err.code, ERR_DB_READONLY);
  CHECK (database_open (&database, &kind, folder, false, &err));
  database_close (&database);
  CHECK_NUMBER (raw_number (path, "SELECT sum (size) FROM item"), 30);
  CHECK_NUMBER (raw_number (path, "SELECT count (*) FROM extra"), 10);
  CHECK_NUMBER (raw_number (path, "PRAGMA user_version"), 3);
  CHECK_NUMBER (backups (folder, &backup), 1);
  CHECK_NUMBER (mode_of (backup), 0600);
  CHECK_NUMBER (raw_number (backup, "PRAGMA user_version"), 1);
  CHECK_NUMBER (raw_number (backup, "PRAGMA application_id"), 77);
  CHECK_NUMBER (raw_number (backup, "SELECT count (*) FROM item"), 10);
  /* Opened again: nothing to do.  A fresh one has the same schema.  */
  CHECK (database_open (&database, &kind, folder, false, &err));
  database_close (&database);
  CHECK_NUMBER (backups (folder, NULL), 1);
  CHECK (unlink (path) == 0);
  CHECK (database_open (&database, &kind, folder, false, &err));
  database_close (&database);
  CHECK_NUMBER (raw_number (path, "PRAGMA user_version"), 3);
  /* And the old program refuses it.  */
  CHECK (!database_open (&database, &old_kind, folder, false, &err));
  CHECK_NUMBER (err.code, ERR_DB_NEWER);
  free (backup);
  free (path);
  folder_drop (folder);
}

/* Steps that fail, or end at another schema than ours, change nothing; nor is
   anything run that others have left in an older version.  */
static void
upgrades_refused (void)
{
  static const char *const *const steps[] = { bad_upgrades, short_upgrades };
  struct database database;
  struct err err;
  for (size_t i = 0; i < 2; i++)
    {
      char *folder = folder_old (), *path = path_in (folder, "t.db");
      struct database_kind kind = kind_with (steps[i]);
      CHECK (!database_open (&database, &kind, folder, false, &err));
      CHECK (err.code == ERR_DB || err.code == ERR_DB_DAMAGED);
      CHECK_NUMBER (raw_number (path, "PRAGMA user_version"), 1);
      CHECK_NUMBER (raw_number (path, "SELECT count (*) FROM item"), 10);
      CHECK_NUMBER (raw_number (path, "SELECT count (*) FROM sqlite_schema"),
                    1);
      free (path);
      folder_drop (folder);
    }
  char *folder = folder_old (), *path = path_in (folder, "t.db");
  struct database_kind kind = kind_with (upgrades);
  CHECK (raw_run (path, "CREATE TRIGGER evil AFTER UPDATE ON item"
                        " BEGIN DELETE FROM item; END"));
  CHECK (!database_open (&database, &kind, folder, false, &err));
  CHECK_NUMBER (err.code, ERR_DB_DAMAGED);
  CHECK_NUMBER (backups (folder, NULL), 0);
  CHECK_NUMBER (raw_number (path, "SELECT count (*) FROM item"), 10);
  free (path);
  folder_drop (folder);
}

static bool
upgrade (const char *folder)
{
  struct database_kind kind = kind_with (upgrades);
  struct database database;
  bool done = database_open (&database, &kind, folder, false, NULL);
  if (done)
    database_close (&database);
  return done;
}

static bool
kill_upgrade (enum fault fault, long n)
{
  char *folder = folder_old (), *path = path_in (folder, "t.db");
  bool killed = killed_in (fault, n, upgrade, folder);
  long long version = raw_number (path, "PRAGMA user_version");
  CHECK (version == 3 || (killed && version == 1));
  CHECK_NUMBER (raw_number (path, "SELECT count (*) FROM item"), 10);
  CHECK_NUMBER (raw_number (path, "SELECT count (*) FROM sqlite_schema"),
                version);
  check_sound (path);
  CHECK (upgrade (folder));
  CHECK_NUMBER (raw_number (path, "SELECT count (*) FROM extra"), 10);
  free (path);
  folder_drop (folder);
  return killed;
}

static void
killed_upgrading (void)
{
  for (int i = 0; i < 2; i++)
    {
      long n = 1;
      while (n < MOST && kill_upgrade (i ? FAULT_TORN : FAULT_KILL, n))
        n++;
      CHECK (n > 10 && n < MOST);
    }
}

/* A full disk at any step of an upgrade: the old state, and later the new.  */
static void
upgrade_fails (void)
{
  struct database_kind kind = kind_with (upgrades);
  struct database database;
  struct err err = ERR_INIT;
  bool struck = true;
  long n = 1;
  for (; n < MOST && struck; n++)
    {
      char *folder = folder_old (), *path = path_in (folder, "t.db");
      fault_at (FAULT_FULL, n, true);
      bool done = database_open (&database, &kind, folder, false, &err);
      struck = fault_count () >= n;
      fault_at (FAULT_NONE, 0, false);
      CHECK (done || err.code == ERR_DB_FULL);
      if (done)
        database_close (&database);
      CHECK_NUMBER (raw_number (path, "SELECT count (*) FROM item"), 10);
      check_sound (path);
      CHECK (upgrade (folder));
      free (path);
      folder_drop (folder);
    }
  CHECK (n > 10 && n < MOST);
}



int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "upgrades-after-backup", upgrades_after_backup },
    { "upgrades-refused", upgrades_refused },
    { "killed-upgrading", killed_upgrading },
    { "upgrade-fails", upgrade_fails },
    { NULL, NULL },
  };
  fault_install ();
  return check_main (argc, argv, table);
}
