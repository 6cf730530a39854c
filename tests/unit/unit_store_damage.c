/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of store/: databases that are damaged, foreign, newer, hostile or
   can't be written.  A clear error and not a byte changed, or all is well.  */
#include <config.h>

#include <fcntl.h>
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

#define HASH "0123456789abcdef0123456789abcdef"

/* A database as it was before something was done to it.  */
struct before
{
  char *path;
  char *bytes;
  size_t len;
};

/* A folder with a notebook of NOTES notes and a library of as many
   documents.  */
static char *
folder_filled (int notes)
{
  char *folder = folder_new ();
  struct err err;
  struct notebook *notebook = notebook_in (folder);
  struct library *library = library_in (folder);
  long long c = collection_at (library, folder);
  for (int i = 0; i < notes; i++)
    {
      char *text = mem_format ("note %d #tag\n", i);
      struct note note = note_sample (HASH, text, (size_t) i, 100);
      CHECK (notebook_add (notebook, &note, &err));
      note_clear (&note);
      add_at (library, c, text, document_sample (text, "Facing.\n"));
      free (text);
    }
  notebook_close (notebook);
  library_close (library);
  return folder;
}

static struct before
remember (const char *folder, const char *name)
{
  struct before before = { .path = path_in (folder, name) };
  before.bytes = check_read_file (before.path, &before.len);
  return before;
}

static bool
unchanged (const struct before *before)
{
  size_t len;
  char *bytes = check_read_file (before->path, &len);
  bool same = bytes && len == before->len
              && memcmp (bytes, before->bytes, len) == 0;
  free (bytes);
  return same;
}

static void
before_free (struct before *before)
{
  free (before->path);
  free (before->bytes);
}

static enum err_code
open_notebook (const char *folder)
{
  struct err err = ERR_INIT;
  struct notebook *notebook = notebook_open (folder, false, &err);
  notebook_close (notebook);
  CHECK (notebook || (err.code != ERR_NONE && *err.where));
  return err.code;
}

static enum err_code
open_library (const char *folder)
{
  struct err err = ERR_INIT;
  struct library *library = library_open (folder, false, &err);
  library_close (library);
  CHECK (library || (err.code != ERR_NONE && *err.where));
  return err.code;
}

/* Says both versions, changes nothing.  */
static void
newer_and_foreign (void)
{
  char *folder = folder_filled (1);
  char *notes = path_in (folder, "notes.db");
  char *library = path_in (folder, "library.db");
  struct err err;
  CHECK (raw_run (notes, "PRAGMA user_version=7"));
  CHECK (raw_run (library, "PRAGMA user_version=7"));
  struct before a = remember (folder, "notes.db");
  struct before b = remember (folder, "library.db");
  CHECK (!notebook_open (folder, false, &err));
  CHECK_NUMBER (err.code, ERR_DB_NEWER);
  CHECK (strstr (err.detail, "7") && strstr (err.detail, "1"));
  CHECK_NUMBER (open_library (folder), ERR_DB_NEWER);
  CHECK (unchanged (&a) && unchanged (&b));
  before_free (&a);
  before_free (&b);
  static const char *const others[] = {
    "PRAGMA user_version=1; PRAGMA application_id=252006674",
    "PRAGMA application_id=0", "PRAGMA user_version=0"
  };
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    {
      CHECK (raw_run (notes, others[i]));
      a = remember (folder, "notes.db");
      CHECK_NUMBER (open_notebook (folder), ERR_DB_FOREIGN);
      CHECK (unchanged (&a));
      before_free (&a);
    }
  CHECK (raw_run (notes, "PRAGMA application_id=1701733966"));
  CHECK_NUMBER (open_notebook (folder), ERR_DB_DAMAGED);
  CHECK (raw_run (notes, "PRAGMA user_version=1"));
  CHECK_NUMBER (open_notebook (folder), ERR_NONE);
  /* A library is no notebook.  */
  CHECK (raw_run (library, "PRAGMA user_version=1"));
  CHECK (rename (library, notes) == 0);
  CHECK_NUMBER (open_notebook (folder), ERR_DB_FOREIGN);
  free (notes);
  free (library);
  folder_drop (folder);
}

/* Reads all and writes, after the byte AT of notes.db was set to VALUE.  Where
   the notebook takes a note, the file is sound then and nothing is lost.
   Returns whether it did.  */
static bool
try_flipped (const char *folder, const struct before *good, size_t at,
             unsigned char value)
{
  struct err err = ERR_INIT;
  char *bytes = mem_copy (good->bytes, good->len);
  bytes[at] = (char) value;
  file_put (good->path, bytes, good->len);
  struct before flipped = { good->path, bytes, good->len };
  struct notebook *notebook = notebook_open (folder, false, &err);
  struct notes notes = { NULL, 0, 0 };
  struct note note = note_sample (HASH, "after", 0, 1);
  bool read = notebook && notebook_list (notebook, NULL, &notes, &err);
  bool added = notebook && notebook_add (notebook, &note, &err);
  notebook_close (notebook);
  if (added)
    {
      char *sound = raw_text (good->path, "PRAGMA integrity_check");
      CHECK_STRING (sound, "ok");
      CHECK (notes.len == (read ? 20 : 19));
      CHECK_NUMBER (raw_number (good->path, "SELECT count (*) FROM note"), 21);
      free (sound);
    }
  else if (!notebook)
    CHECK (err.code == ERR_DB_DAMAGED || err.code == ERR_DB_FOREIGN
           || err.code == ERR_DB_NEWER);
  if (!added && !unchanged (&flipped))
    CHECK_NUMBER (at, -1);
  notes_free (&notes);
  note_clear (&note);
  free (bytes);
  return added;
}

static void
header_flipped (void)
{
  static const unsigned char masks[] = { 0x01, 0x02, 0x04, 0x80, 0xFF };
  char *folder = folder_filled (20);
  struct before good = remember (folder, "notes.db");
  int added = 0, tried = 0;
  for (size_t at = 0; at < 100; at++)
    for (size_t i = 0; i < sizeof masks; i++, tried++)
      added += try_flipped (folder, &good, at,
                            (unsigned char) good.bytes[at] ^ masks[i]);
  /* The counters, the cache size, the reserved bytes and SQLite's version tell
     nothing of the content; all else must be seen.  */
  CHECK (tried == 500 && added > 100 && added < 260);
  CHECK (try_flipped (folder, &good, 0, (unsigned char) good.bytes[0]));
  before_free (&good);
  folder_drop (folder);
}

/* Any other byte, here and there, and every length.  */
static void
notebook_mangled (void)
{
  char *folder = folder_filled (20);
  struct before good = remember (folder, "notes.db");
  unsigned seed = 20261120;
  for (int i = 0; i < 300; i++)
    {
      seed = seed * 1103515245U + 12345U;
      size_t at = (seed >> 8) % good.len;
      try_flipped (folder, &good, at, (unsigned char) (seed >> 3));
    }
  for (size_t len = 0; len < good.len; len += 397)
    {
      file_put (good.path, good.bytes, len);
      struct before cut = { good.path, good.bytes, len };
      enum err_code code = open_notebook (folder);
      CHECK (len == 0 ? code == ERR_NONE
                      : code == ERR_DB_DAMAGED && unchanged (&cut));
    }
  file_put (good.path, "this is no database at all, but long enough", 43);
  CHECK_NUMBER (open_notebook (folder), ERR_DB_DAMAGED);
  before_free (&good);
  folder_drop (folder);
}

/* The library under the same hands: it may be lost, but nothing crashes.  */
static void
library_mangled (void)
{
  char *folder = folder_filled (20);
  struct before good = remember (folder, "library.db");
  struct before notes = remember (folder, "notes.db");
  unsigned seed = 7;
  for (int i = 0; i < 300; i++)
    {
      struct err err = ERR_INIT;
      struct listing listing = { NULL, 0, 0 };
      struct library_query query = { .limit = 0 };
      char *bytes = mem_copy (good.bytes, good.len);
      seed = seed * 1103515245U + 12345U;
      size_t at = i < 100 ? (size_t) i : (seed >> 8) % good.len;
      bytes[at] = (char) ((unsigned char) bytes[at] ^ (1 + (seed >> 4) % 255));
      file_put (good.path, bytes, good.len);
      struct library *library = library_open (folder, false, &err);
      if (library)
        {
          bool all = library_list (library, &query, &listing, &err);
          CHECK (all || err.code == ERR_DB_DAMAGED || err.code == ERR_DB);
          for (long long id = 1; id <= 20; id++)
            {
              struct document *document
                = library_document (library, id, &err);
              CHECK (!document || document_is_whole (document));
              document_free (document);
            }
          library_find (library, "note 3", &err);
        }
      listing_free (&listing);
      library_close (library);
      free (bytes);
      char *wal = path_in (folder, "library.db-wal");
      unlink (wal);
      free (wal);
    }
  CHECK (unchanged (&notes));
  before_free (&notes);
  before_free (&good);
  folder_drop (folder);
}

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
  struct note note = note_sample (HASH, "after", 0, 1);
  struct err err;
  CHECK (raw_run (path, table[0]));
  CHECK (notebook_add (notebook, &note, &err));
  CHECK_NUMBER (notebook_count (notebook, HASH), 4);
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
  struct note note = note_sample (HASH, "x", 0, 1);
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
    { "newer-and-foreign", newer_and_foreign },
    { "header-flipped", header_flipped },
    { "notebook-mangled", notebook_mangled },
    { "library-mangled", library_mangled },
    { "bad-values", bad_values },
    { "hostile-schema", hostile_schema },
    { "read-only-media", read_only_media },
    { "unwritable-modes", unwritable_modes },
    { "network-types", network_types },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
