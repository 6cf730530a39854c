/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of store/: the file system fails, or the process is killed, at the
   first change, the second, and so on until nothing is left to fail.  The old
   state or the new one is there, a retry works, and an upgrade leaves a
   backup.  */
#include <config.h>

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"
#include "check.h"
#include "fault_vfs.h"
#include "store/database.h"
#include "store/library.h"
#include "store/notebook.h"
#include "store_help.h"

/* Beyond this many changes something loops.  */
enum { MOST = 1000 };

static bool
add_note (struct notebook *notebook, const char *text, enum err_code *code)
{
  struct err err = ERR_INIT;
  struct note note = note_sample (HASH_A, text, 0, 1);
  bool added = notebook_add (notebook, &note, &err);
  note_clear (&note);
  if (code)
    *code = err.code;
  return added;
}

static long long
notes_of (const char *path, const char *text)
{
  char *sql = mem_format ("SELECT count (*) FROM note WHERE text = '%s'",
                          text);
  long long count = raw_number (path, sql);
  free (sql);
  return count;
}

/* Adds a note while change N fails.  Returns whether it came to that.  */
static bool
fail_adding (enum fault fault, long n, bool forever)
{
  char *folder = folder_new (), *path = path_in (folder, "notes.db");
  struct notebook *notebook = notebook_in (folder);
  enum err_code code;
  CHECK (add_note (notebook, "first", NULL));
  fault_at (fault, n, forever);
  bool added = add_note (notebook, "second", &code);
  bool struck = fault_count () >= n;
  fault_at (FAULT_NONE, 0, false);
  if (!added)
    {
      CHECK (struck);
      CHECK_NUMBER (code, fault == FAULT_FULL ? ERR_DB_FULL : ERR_DB);
      CHECK (add_note (notebook, "second", NULL));
    }
  CHECK_NUMBER (notebook_count (notebook, HASH_A), 2);
  notebook_close (notebook);
  check_sound (path);
  CHECK_NUMBER (notes_of (path, "first"), 1);
  CHECK_NUMBER (notes_of (path, "second"), 1);
  free (path);
  folder_drop (folder);
  return struck;
}

static void
adding_fails (void)
{
  static const enum fault faults[] = { FAULT_FULL, FAULT_IO };
  for (int i = 0; i < 4; i++)
    {
      long n = 1;
      while (n < MOST && fail_adding (faults[i / 2], n, i % 2))
        n++;
      CHECK (n > 5 && n < MOST);
    }
}

/* A batch of the library: what fails is told, what was committed stands.  */
static bool
fail_batch (long n)
{
  char *folder = folder_new (), *path = path_in (folder, "library.db");
  struct library *library = library_in (folder);
  long long c = collection_at (library, folder);
  struct source_stamp stamp = { 1, 1 };
  struct added_document added;
  struct err err = ERR_INIT;
  struct document *document = document_sample ("A.\n", "");
  fault_at (FAULT_FULL, n, false);
  bool done = library_begin (library, &err)
              && library_add (library, document, NULL, c, "1", &stamp, &added, &err)
              && library_commit (library, &err);
  bool struck = fault_count () >= n;
  fault_at (FAULT_NONE, 0, false);
  CHECK (done || err.code == ERR_DB_FULL);
  library_commit (library, &err);
  CHECK (library_begin (library, &err));
  CHECK (library_add (library, document, NULL, c, "1", &stamp, &added, &err));
  CHECK (library_commit (library, &err));
  CHECK_NUMBER (library_count (library, NULL, &err), 1);
  struct store_health health;
  CHECK (library_health (library, &health, &err));
  /* No shared memory, no WAL.  */
  CHECK_STRING (health.journal, "delete");
  CHECK_STRING (health.check, "ok");
  document_free (document);
  library_close (library);
  check_sound (path);
  free (path);
  folder_drop (folder);
  return struck;
}

static void
batch_fails (void)
{
  long n = 1;
  while (n < MOST && fail_batch (n))
    n++;
  CHECK (n > 5 && n < MOST);
}

static bool
open_and_add (const char *folder)
{
  struct notebook *notebook = notebook_open (folder, false, NULL);
  return notebook && add_note (notebook, "second", NULL);
}

/* Kills while a notebook is opened (made, where FIRST is false) and a note
   added.  */
static bool
kill_adding (enum fault fault, long n, bool first)
{
  char *folder = folder_new (), *path = path_in (folder, "notes.db");
  struct notebook *notebook;
  if (first)
    {
      notebook = notebook_in (folder);
      CHECK (add_note (notebook, "first", NULL));
      notebook_close (notebook);
    }
  bool killed = killed_in (fault, n, open_and_add, folder);
  notebook = notebook_in (folder);
  long long count = notebook_count (notebook, HASH_A);
  CHECK (killed ? count == first || count == first + 1 : count == first + 1);
  CHECK (add_note (notebook, "third", NULL));
  notebook_close (notebook);
  check_sound (path);
  CHECK_NUMBER (notes_of (path, "first"), first);
  CHECK_NUMBER (notes_of (path, "third"), 1);
  free (path);
  folder_drop (folder);
  return killed;
}

static void
killed_adding (void)
{
  for (int i = 0; i < 4; i++)
    {
      long n = 1;
      while (n < MOST
             && kill_adding (i % 2 ? FAULT_TORN : FAULT_KILL, n, i / 2))
        n++;
      CHECK (n > 5 && n < MOST);
    }
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "adding-fails", adding_fails },
    { "batch-fails", batch_fails },
    { "killed-adding", killed_adding },
    { NULL, NULL },
  };
  fault_install ();
  return check_main (argc, argv, table);
}
