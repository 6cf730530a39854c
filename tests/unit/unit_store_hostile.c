/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of store/: what strangers put into a database never runs, and
   media that can't be written are read.  */
#include <config.h>

#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"
#include "check.h"
#include "store/database_file.h"
#include "store/library.h"
#include "store/notebook.h"
#include "store_help.h"

/* Values that SQLite finds nothing wrong with.  */
static void
bad_values (void)
{
  static const struct
  {
    const char *database, *sql;
  } table[] = {
    { "notes.db", "UPDATE note SET text = CAST (x'61FF62' AS TEXT)"
                  " WHERE id = 2" },
    { "notes.db", "UPDATE note SET text = CAST (x'610062' AS TEXT)"
                  " WHERE id = 2" },
    { "notes.db", "UPDATE note SET kind = 77 WHERE id = 2" },
    { "notes.db", "UPDATE note SET start = -5 WHERE id = 2" },
    { "notes.db", "UPDATE note SET stop = 0 WHERE id = 2" },
    { "notes.db", "UPDATE note SET side = 'x' WHERE id = 2" },
    { "notes.db", "UPDATE note SET exact = x'00' WHERE id = 2" },
    { "notes.db", "UPDATE note SET uuid = hex (zeroblob (99)) WHERE id = 2" },
    { "library.db", "UPDATE text SET shape = x'01' WHERE document = 2" },
    { "library.db", "UPDATE text SET shape = 'text' WHERE document = 2" },
    { "library.db", "DELETE FROM text WHERE document = 2" },
    { "library.db", "UPDATE text SET original = 'short' WHERE document = 2" },
    { "library.db", "UPDATE text SET original = CAST"
                    " (replace (original, 'note', x'FF808182') AS TEXT)"
                    " WHERE document = 2" },
    { "library.db", "UPDATE text SET original_lang = 'much too long'"
                    " WHERE document = 2" },
    { "library.db", "UPDATE document SET hash = 'x' WHERE id = 2" },
    { "library.db", "UPDATE document SET date = x'FF' WHERE id = 2" },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      char *folder = folder_filled (3);
      char *path = path_in (folder, table[i].database);
      struct err err = ERR_INIT;
      CHECK (raw_run (path, table[i].sql));
      struct notebook *notebook = notebook_in (folder);
      struct library *library = library_in (folder);
      struct notes notes = { NULL, 0, 0 };
      bool listed = notebook_list (notebook, NULL, &notes, &err);
      struct document *document = library_document (library, 2, &err);
      CHECK_NUMBER (err.code, ERR_DB_DAMAGED);
      CHECK (*table[i].database == 'n' ? !listed : !document);
      /* The other notes are there all the same.  */
      CHECK_NUMBER (notes.len, listed ? 3 : 2);
      document_free (document);
      notes_free (&notes);
      struct store_health health;
      CHECK (notebook_health (notebook, &health, &err));
      if (i < 2)
        CHECK (strcmp (health.check, "ok") != 0);
      notebook_close (notebook);
      library_close (library);
      free (path);
      folder_drop (folder);
    }
}

/* What others have put into the schema never runs.  */
static void
hostile_schema (void)
{
  static const char *const table[] = {
    "CREATE TRIGGER evil AFTER INSERT ON note BEGIN DELETE FROM note; END",
    "CREATE TEMP TABLE t (x); CREATE VIEW evil AS SELECT * FROM note",
    "CREATE INDEX evil ON note (abs (start))",
    "CREATE TABLE evil (x)",
    "CREATE VIRTUAL TABLE evil USING fts5 (x)",
    "ALTER TABLE note ADD COLUMN evil DEFAULT 5",
    "ALTER TABLE note RENAME TO hidden;"
    "CREATE VIEW note AS SELECT * FROM hidden",
    "DROP INDEX note_document",
    "DROP TABLE choice",
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      char *folder = folder_filled (3);
      struct before before = remember (folder, "notes.db");
      CHECK (raw_run (before.path, table[i]));
      before_free (&before);
      before = remember (folder, "notes.db");
      CHECK_NUMBER (open_notebook (folder), ERR_DB_DAMAGED);
      CHECK (unchanged (&before));
      before_free (&before);
      folder_drop (folder);
    }
  /* Put in while the notebook is open, it does not run either.  */
  char *folder = folder_filled (3);
  char *path = path_in (folder, "notes.db");
  struct notebook *notebook = notebook_in (folder);
  struct note note = note_sample (HASH_A, "after", 0, 1);
  struct err err;
  CHECK (raw_run (path, table[0]));
  CHECK (notebook_add (notebook, &note, &err));
  CHECK_NUMBER (notebook_count (notebook, HASH_A), 4);
  note_clear (&note);
  notebook_close (notebook);
  /* ANALYZE leaves tables of SQLite's own.  */
  CHECK (raw_run (path, "DROP TRIGGER evil; ANALYZE"));
  CHECK_NUMBER (open_notebook (folder), ERR_NONE);
  free (path);
  folder_drop (folder);
}

/* In a child with a mount table of its own, runs CHECK_IT on FOLDER mounted for
   reading only.  Skips where that is not allowed.  */
static void
mounted_read_only (const char *folder, bool (*check_it) (const char *))
{
  fflush (stdout);
  pid_t child = fork ();
  if (child == 0)
    {
      if ((unshare (CLONE_NEWNS) != 0
           && unshare (CLONE_NEWUSER | CLONE_NEWNS) != 0)
          || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0
          || mount (folder, folder, NULL, MS_BIND, NULL) != 0
          || mount (NULL, folder, NULL, MS_BIND | MS_REMOUNT | MS_RDONLY, NULL)
               != 0)
        _exit (77);
      _exit (check_it (folder) ? 0 : 1);
    }
  int status;
  waitpid (child, &status, 0);
  if (WIFEXITED (status) && WEXITSTATUS (status) == 77)
    check_skip ("no private mounts here");
  else
    CHECK (WIFEXITED (status) && WEXITSTATUS (status) == 0);
}

static bool
reads_but_refuses (const char *folder)
{
  struct err err = ERR_INIT;
  struct notebook *notebook = notebook_open (folder, false, &err);
  struct library *library = library_open (folder, false, &err);
  if (!notebook || !library)
    return false;
  struct note note = note_sample (HASH_A, "x", 0, 1);
  struct notes notes = { NULL, 0, 0 };
  struct store_health health;
  bool held = notebook_list (notebook, NULL, &notes, &err) && notes.len == 3
              && !notebook_add (notebook, &note, &err)
              && err.code == ERR_DB_READONLY
              && !library_begin (library, &err) && err.code == ERR_DB_READONLY
              && library_count (library, NULL, &err) == 3
              && library_health (library, &health, &err) && health.read_only
              && strcmp (health.check, "ok") == 0;
  struct document *document = library_document (library, 2, &err);
  held = held && document;
  document_free (document);
  notes_free (&notes);
  note_clear (&note);
  notebook_close (notebook);
  library_close (library);
  return held;
}

static bool
refuses_to_make (const char *folder)
{
  struct err err = ERR_INIT;
  return !notebook_open (folder, false, &err) && err.code == ERR_DB_OPEN
         && strstr (err.detail, "ead-only");
}

static void
read_only_media (void)
{
  char *folder = folder_filled (3);
  struct before notes = remember (folder, "notes.db");
  struct before library = remember (folder, "library.db");
  mounted_read_only (folder, reads_but_refuses);
  CHECK (unchanged (&notes) && unchanged (&library));
  unlink (notes.path);
  mounted_read_only (folder, refuses_to_make);
  before_free (&notes);
  before_free (&library);
  folder_drop (folder);
}

/* As someone who is not root: a file of mode 0400, a folder of mode 0500.  */
static void
unwritable_modes (void)
{
  char *folder = folder_filled (3);
  char *notes = path_in (folder, "notes.db");
  char *library = path_in (folder, "library.db");
  bool root = geteuid () == 0;
  fflush (stdout);
  pid_t child = fork ();
  if (child == 0)
    {
      if (root
          && (chown (folder, 65534, 65534) || chown (notes, 65534, 65534)
              || chown (library, 65534, 65534) || setgid (65534)
              || setuid (65534)))
        _exit (77);
      bool held = chmod (notes, 0400) == 0 && chmod (library, 0400) == 0
                  && reads_but_refuses (folder) && chmod (folder, 0500) == 0
                  && reads_but_refuses (folder) && chmod (notes, 0600) == 0
                  && chmod (library, 0600) == 0 && reads_but_refuses (folder);
      chmod (folder, 0700);
      _exit (held ? 0 : 1);
    }
  int status;
  waitpid (child, &status, 0);
  if (WIFEXITED (status) && WEXITSTATUS (status) == 77)
    check_skip ("can't become another user");
  else
    CHECK (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  free (notes);
  free (library);
  folder_drop (folder);
}

static void
network_types (void)
{
  CHECK (type_is_network (0x6969));
  CHECK (type_is_network (0xFF534D42));
  CHECK (type_is_network ((unsigned long) (int) 0xFF534D42));
  CHECK (type_is_network (0x65735546));
  CHECK (!type_is_network (0xEF53));
  CHECK (!type_is_network (0x01021994));
}



int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "bad-values", bad_values },
    { "hostile-schema", hostile_schema },
    { "read-only-media", read_only_media },
    { "unwritable-modes", unwritable_modes },
    { "network-types", network_types },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
