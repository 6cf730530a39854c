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
#include "store/search.h"
#include "store_help.h"

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
  CHECK (strstr (err.detail, "7") && strstr (err.detail, "4"));
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
  CHECK (raw_run (notes, "PRAGMA user_version=4"));
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
  struct note note = note_sample (HASH_A, "after", 0, 1);
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

/* Looks for WORDS in all of LIBRARY; whether that went well.  */
static bool
search_all (struct library *library, const char *words)
{
  struct search_plan plan = { .order = SEARCH_BY_DATE };
  struct search_found found;
  struct err err = ERR_INIT;
  struct search *search
    = search_open (library, NULL, words, strlen (words), &plan, &err);
  enum search_state state = search ? SEARCH_BUSY : SEARCH_FAILED;
  while (state == SEARCH_BUSY || state == SEARCH_FOUND)
    {
      state = search_next (search, &found, &err);
      if (state == SEARCH_FOUND)
        search_found_clear (&found);
    }
  CHECK (state == SEARCH_END || err.code == ERR_DB_DAMAGED
         || err.code == ERR_DB);
  search_close (search);
  return state == SEARCH_END;
}

/* What is damaged is the index of words, or that of characters: the one can't
   even be opened then, the other goes on.  */
static void
index_mangled (void)
{
  static const char *const tables[] = { "words", "characters" };
  static const char *const words[] = { "facing", "铁" };
  for (int i = 0; i < 2; i++)
    {
      struct err err;
      char *folder = folder_filled (2);
      char *path = path_in (folder, "library.db");
      char *sql = mem_format ("UPDATE %s_config SET v = 99 WHERE k = 'version'",
                              tables[i]);
      CHECK (raw_run (path, sql));
      struct library *library = library_open (folder, false, &err);
      CHECK (library);
      CHECK (!search_all (library, words[i]));
      CHECK (search_all (library, words[1 - i]));
      library_close (library);
      free (sql);
      free (path);
      folder_drop (folder);
    }
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
          search_all (library, "facing");
          search_all (library, "铁");
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

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "newer-and-foreign", newer_and_foreign },
    { "header-flipped", header_flipped },
    { "notebook-mangled", notebook_mangled },
    { "index-mangled", index_mangled },
    { "library-mangled", library_mangled },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
