/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of store/: backups of the notebook, the way back, and what is read
   of a damaged one.  */
#include <config.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "check.h"
#include "old_notebook.h"
#include "store/backup.h"
#include "store/backup_private.h"
#include "store/notebook_history.h"
#include "store/notebook_tags.h"
#include "store_help.h"

/* How many backups FOLDER has; *NEWEST (may be NULL, freed by the caller) is the
   path of the newest.  */
static size_t
count_backups (const char *folder, char **newest)
{
  struct backups backups = { NULL, 0, 0 };
  struct err err;
  CHECK (backups_list (folder, &backups, &err));
  size_t count = backups.len;
  if (newest)
    *newest = count ? mem_string (backups.items[0].path) : NULL;
  backups_free (&backups);
  return count;
}

static void
makes_copies (void)
{
  char *folder = folder_new (), *to = path_in (folder, "copy.db"), *made;
  struct err err = ERR_INIT;
  mode_t old = umask (0);
  CHECK (!backup_make (folder, NULL, &made, &err));
  CHECK_NUMBER (err.code, ERR_DB_OPEN);
  struct notebook *notebook = notebook_in (folder);
  add_note_at (notebook, HASH_A, "one #tag", 0);
  CHECK (backup_make (folder, NULL, &made, &err));
  char *under = path_in (folder, "backups");
  CHECK_NUMBER (mode_of (under), 0700);
  CHECK_NUMBER (mode_of (made), 0600);
  check_sound (made);
  CHECK_NUMBER (raw_number (made, "SELECT count (*) FROM note"), 1);
  CHECK_NUMBER (raw_number (made, "PRAGMA user_version"), 4);
  free (made);
  /* Two in one second have two names.  */
  CHECK (backup_make (folder, NULL, NULL, &err));
  CHECK_NUMBER (count_backups (folder, NULL), 2);
  CHECK (backup_make (folder, to, NULL, &err));
  CHECK_NUMBER (mode_of (to), 0600);
  struct before before = remember (folder, "copy.db");
  CHECK (!backup_make (folder, to, NULL, &err));
  CHECK_NUMBER (err.code, ERR_WRITE);
  CHECK (unchanged (&before));
  CHECK (!backup_make (folder, "/nowhere/at/all.db", NULL, &err));
  CHECK_NUMBER (err.code, ERR_WRITE);
  umask (old);
  before_free (&before);
  notebook_close (notebook);
  free (under);
  free (to);
  folder_drop (folder);
}

/* Calls the newest backup one of the day before.  */
static void
age_newest (const char *folder)
{
  char *newest, name[64], *under = path_in (folder, "backups");
  time_t then = time (NULL) - 86400;
  struct tm parts;
  CHECK (count_backups (folder, &newest) > 0);
  strftime (name, sizeof name, "notes-%Y%m%dT%H%M%SZ.db",
            gmtime_r (&then, &parts));
  char *to = path_in (under, name);
  CHECK (rename (newest, to) == 0);
  free (to);
  free (under);
  free (newest);
}

static void
once_a_day (void)
{
  char *folder = folder_new ();
  struct err err;
  bool done;
  CHECK (backup_daily (folder, &done, &err) && !done);
  struct notebook *notebook = notebook_in (folder);
  CHECK (notebook_set_choice (notebook, "layout", "sides", &err));
  CHECK (backup_daily (folder, &done, &err) && !done);
  long long id = add_note_at (notebook, HASH_A, "one", 0);
  CHECK (backup_daily (folder, &done, &err) && done);
  CHECK (notebook_edit (notebook, id, "two", NULL, NULL, &err));
  CHECK (backup_daily (folder, &done, &err) && !done);
  age_newest (folder);
  CHECK (backup_daily (folder, &done, &err) && done);
  CHECK_NUMBER (count_backups (folder, NULL), 2);
  /* On another day, but nothing new.  */
  char *newest, *under = path_in (folder, "backups");
  CHECK (count_backups (folder, &newest) == 2);
  char *old = path_in (under, "notes-20200101T000000Z.db");
  CHECK (rename (newest, old) == 0);
  CHECK (notebook_set_choice (notebook, "layout", "stacked", &err));
  CHECK (unlink (newest) != 0);
  notebook_close (notebook);
  free (newest);
  CHECK (count_backups (folder, &newest) == 2);
  CHECK (unlink (newest) == 0);
  CHECK (backup_daily (folder, &done, &err) && !done);
  CHECK_NUMBER (count_backups (folder, NULL), 1);
  free (newest);
  free (old);
  free (under);
  folder_drop (folder);
}

/* Four years of a backup a day: the last ten days, ten weeks, and the months.  */
static void
thins_out (void)
{
  struct backups backups = { NULL, 0, 0 };
  time_t now = 1790000000;
  size_t kept = 0, of_year = 0, of_quarter = 0;
  for (int day = 0; day < 4 * 365; day++)
    {
      time_t then = now - day * 86400L;
      struct tm parts;
      struct backup backup = { .name = NULL };
      strftime (backup.time, sizeof backup.time, "%Y-%m-%dT%H:%M:%SZ",
                gmtime_r (&then, &parts));
      VEC_PUSH (&backups, backup);
    }
  for (size_t i = 0; i < backups.len; i++)
    {
      bool stays = backup_is_kept (&backups, i);
      CHECK (i >= 10 || stays);
      kept += stays;
      of_quarter += stays && i >= 10 && i < 70;
      of_year += stays && i >= 365;
    }
  CHECK (of_quarter >= 9 && of_quarter <= 12);
  CHECK_NUMBER (of_year, 36);
  CHECK (kept > 55 && kept < 75);
  /* What is thinned stays thin: nothing more goes.  */
  struct backups thin = { NULL, 0, 0 };
  for (size_t i = 0; i < backups.len; i++)
    if (backup_is_kept (&backups, i))
      VEC_PUSH (&thin, backups.items[i]);
  for (size_t i = 0; i < thin.len; i++)
    CHECK (backup_is_kept (&thin, i));
  VEC_FREE (&thin);
  VEC_FREE (&backups);
}

static void
restores (void)
{
  char *folder = folder_new (), *saved = path_in (folder, "saved.db");
  struct restored restored;
  struct err err = ERR_INIT;
  struct notebook *notebook = notebook_in (folder);
  add_note_at (notebook, HASH_A, "first", 0);
  CHECK (backup_make (folder, saved, NULL, &err));
  long long id = add_note_at (notebook, HASH_A, "second", 6);
  CHECK (backup_restore (folder, saved, &restored, &err));
  CHECK_NUMBER (restored.notes, 1);
  CHECK_NUMBER (restored.was, 2);
  CHECK_NUMBER (mode_of (restored.aside), 0600);
  CHECK_NUMBER (raw_number (restored.aside, "SELECT count (*) FROM note"), 2);
  /* Who still has the former one open does not write into it unseen.  */
  CHECK (!notebook_edit (notebook, id, "late", NULL, NULL, &err));
  CHECK_NUMBER (err.code, ERR_DB_OPEN);
  notebook_close (notebook);
  notebook = notebook_in (folder);
  check_list (notebook, NULL, "first");
  /* And back.  */
  struct restored back;
  CHECK (backup_restore (folder, restored.aside, &back, &err));
  CHECK_NUMBER (back.notes, 2);
  CHECK (strcmp (back.aside, restored.aside) != 0);
  notebook_close (notebook);
  notebook = notebook_in (folder);
  check_list (notebook, NULL, "first,second");
  notebook_close (notebook);
  restored_free (&back);
  restored_free (&restored);
  free (saved);
  folder_drop (folder);
}

/* What is no sound notebook is refused, and all stays as it is.  */
static void
refuses (void)
{
  char *folder = folder_filled (3), *bad = path_in (folder, "bad.db");
  struct restored restored;
  struct err err = ERR_INIT;
  struct before before = remember (folder, "notes.db");
  struct before library = remember (folder, "library.db");
  char *bytes = mem_copy (before.bytes, before.len);
  memset (bytes + 5 * 4096, 'x', 4096);
  file_put (bad, bytes, before.len);
  CHECK (!backup_restore (folder, bad, &restored, &err));
  CHECK_NUMBER (err.code, ERR_DB_DAMAGED);
  CHECK (!backup_restore (folder, library.path, &restored, &err));
  CHECK_NUMBER (err.code, ERR_DB_FOREIGN);
  file_put (bad, "", 0);
  CHECK (!backup_restore (folder, bad, &restored, &err));
  CHECK_NUMBER (err.code, ERR_DB_DAMAGED);
  CHECK (!backup_restore (folder, "/nowhere.db", &restored, &err));
  CHECK_NUMBER (err.code, ERR_DB_OPEN);
  CHECK (unchanged (&before) && unchanged (&library));
  /* A text that is not UTF-8 is no note.  */
  file_put (bad, before.bytes, before.len);
  CHECK (raw_run (bad, "UPDATE note SET text = CAST (x'61FF' AS TEXT)"
                       " WHERE id = 2"));
  CHECK (!backup_restore (folder, bad, &restored, &err));
  CHECK_NUMBER (err.code, ERR_DB_DAMAGED);
  CHECK (unchanged (&before));
  free (bytes);
  before_free (&before);
  before_free (&library);
  free (bad);
  folder_drop (folder);
}

/* A backup of an older version, into a folder that has no notebook.  */
static void
restores_old (void)
{
  char *from = folder_new (), *folder = folder_new ();
  struct restored restored;
  struct err err = ERR_INIT;
  old_notebook (from, 2, 3);
  char *file = path_in (from, "notes.db");
  struct before before = remember (from, "notes.db");
  CHECK (backup_restore (folder, file, &restored, &err));
  CHECK_NUMBER (restored.notes, 3);
  CHECK_NUMBER (restored.was, -1);
  CHECK (restored.aside == NULL);
  CHECK (unchanged (&before));
  struct notebook *notebook = notebook_in (folder);
  check_list (notebook, NULL, "old 1 #tag [[Title]],old 2 #tag [[Title]]");
  notebook_close (notebook);
  before_free (&before);
  free (file);
  folder_drop (from);
  folder_drop (folder);
}

/* A damaged notebook with a journal: both go aside together.  */
static void
takes_journal_along (void)
{
  char *folder = folder_filled (3), *saved = path_in (folder, "saved.db");
  char *notes = path_in (folder, "notes.db");
  char *journal = path_in (folder, "notes.db-journal");
  struct restored restored;
  struct err err = ERR_INIT;
  CHECK (backup_make (folder, saved, NULL, &err));
  file_put (notes, "this was a notebook once, and it is none any more", 49);
  file_put (journal, "not empty", 9);
  CHECK (backup_restore (folder, saved, &restored, &err));
  CHECK_NUMBER (restored.notes, 3);
  CHECK_NUMBER (restored.was, -1);
  char *along = mem_format ("%s-journal", restored.aside);
  CHECK (mode_of (along) >= 0 && mode_of (journal) == -1);
  struct notebook *notebook = notebook_in (folder);
  CHECK_NUMBER (notebook_count (notebook, HASH_A), 3);
  notebook_close (notebook);
  free (along);
  restored_free (&restored);
  free (journal);
  free (notes);
  free (saved);
  folder_drop (folder);
}

/* --- salvage -------------------------------------------------------------- */

enum { NOTES = 60 };

/* A notebook of NOTES notes, every second one edited, some long enough to need
   pages of their own.  */
static char *
folder_to_damage (void)
{
  char *folder = folder_new ();
  struct notebook *notebook = notebook_in (folder);
  struct err err;
  CHECK (notebook_begin (notebook, &err));
  for (int i = 1; i <= NOTES; i++)
    {
      char *text = mem_format ("note %d #t%d %0*d", i, i % 7,
                               i % 10 ? 1 : 9000, i);
      long long id = add_note_at (notebook, HASH_A, text, (size_t) i);
      if (i % 2)
        CHECK (notebook_edit (notebook, id, text + 1, NULL, NULL, &err));
      free (text);
    }
  CHECK (notebook_commit (notebook, &err));
  notebook_close (notebook);
  return folder;
}

/* Salvages the file PATH; what was read must be sound.  -1 where nothing could
   be.  */
static long long
try_salvage (const char *folder, const char *path, struct salvaged *salvaged)
{
  char *to = path_in (folder, "salvaged.db");
  struct err err = ERR_INIT;
  long long notes = -1;
  if (salvage (path, to, salvaged, &err))
    {
      check_sound (to);
      notes = raw_number (to, "SELECT count (*) FROM note WHERE (text LIKE"
                              " 'note %' OR text LIKE 'ote %')"
                              " AND document = '" HASH_A "'");
      CHECK_NUMBER (salvaged->notes, notes);
      CHECK_NUMBER (mode_of (to), 0600);
      CHECK (unlink (to) == 0);
    }
  else
    CHECK_NUMBER (err.code, ERR_DB_DAMAGED);
  free (to);
  return notes;
}

/* Each page in turn is overwritten: a few notes are lost at most, unless it is
   the first, or one that holds the rest together and the index has them.  */
static void
salvages_pages (void)
{
  char *folder = folder_to_damage (), *bad = path_in (folder, "bad.db");
  struct before good = remember (folder, "notes.db");
  struct salvaged salvaged;
  long long least = NOTES;
  CHECK_NUMBER (try_salvage (folder, good.path, &salvaged), NOTES);
  CHECK_NUMBER (salvaged.others, NOTES / 2);
  CHECK (salvaged.lost == 0 && !salvaged.unsure);
  CHECK (unchanged (&good));
  for (size_t page = 1; page < good.len / 4096; page++)
    {
      char *bytes = mem_copy (good.bytes, good.len);
      memset (bytes + page * 4096, page % 2 ? 0 : 0xE5, 4096);
      file_put (bad, bytes, good.len);
      long long notes = try_salvage (folder, bad, &salvaged);
      CHECK (notes + salvaged.lost >= NOTES || salvaged.unsure);
      least = notes < least ? notes : least;
      free (bytes);
    }
  printf ("one page lost: %lld of %d notes read at least\n", least, NOTES);
  before_free (&good);
  free (bad);
  folder_drop (folder);
}

/* No byte of the header is needed.  */
static void
salvages_header (void)
{
  char *folder = folder_to_damage (), *bad = path_in (folder, "bad.db");
  struct before good = remember (folder, "notes.db");
  struct salvaged salvaged;
  for (size_t at = 0; at < 100; at++)
    {
      char *bytes = mem_copy (good.bytes, good.len);
      bytes[at] = (char) (bytes[at] ^ (at % 2 ? 0xFF : 0x01));
      file_put (bad, bytes, good.len);
      CHECK_NUMBER (try_salvage (folder, bad, &salvaged), NOTES);
      free (bytes);
    }
  memset (good.bytes, 0, 100);
  file_put (bad, good.bytes, good.len);
  CHECK_NUMBER (try_salvage (folder, bad, &salvaged), NOTES);
  /* A quarter of the file is gone.  */
  file_put (bad, good.bytes, good.len / 4 * 3);
  CHECK (try_salvage (folder, bad, &salvaged) > 0);
  CHECK (salvaged.lost > 0 || salvaged.unsure);
  file_put (bad, good.bytes, 50);
  CHECK_NUMBER (try_salvage (folder, bad, &salvaged), -1);
  file_put (bad, "", 0);
  CHECK_NUMBER (try_salvage (folder, bad, &salvaged), -1);
  before_free (&good);
  free (bad);
  folder_drop (folder);
}

/* Bytes here and there, and an older version; notes with damaged texts are told
   as lost.  */
static void
salvages_bytes (void)
{
  char *folder = folder_to_damage (), *bad = path_in (folder, "bad.db");
  struct before good = remember (folder, "notes.db");
  struct salvaged salvaged;
  unsigned seed = 19581024;
  for (int i = 0; i < 60; i++)
    {
      char *bytes = mem_copy (good.bytes, good.len);
      for (int k = 0; k < 20; k++)
        {
          seed = seed * 1103515245U + 12345U;
          size_t at = 4096 + (seed >> 8) % (good.len - 4096);
          bytes[at] = (char) (seed >> 3);
        }
      file_put (bad, bytes, good.len);
      char *to = path_in (folder, "salvaged.db");
      struct err err = ERR_INIT;
      CHECK (salvage (bad, to, &salvaged, &err));
      CHECK_NUMBER (open_notebook (folder), ERR_NONE);
      check_sound (to);
      CHECK (salvaged.notes > NOTES / 3);
      unlink (to);
      free (to);
      free (bytes);
    }
  char *old = folder_new ();
  old_notebook (old, 1, 5);
  char *path = path_in (old, "notes.db"), *to = path_in (old, "new.db");
  struct err err = ERR_INIT;
  CHECK (raw_run (path, "UPDATE note SET text = CAST (x'61FF' AS TEXT)"
                        " WHERE id = 2; UPDATE note SET kind = 77"
                        " WHERE id = 3"));
  CHECK (salvage (path, to, &salvaged, &err));
  CHECK_NUMBER (salvaged.notes, 3);
  CHECK_NUMBER (raw_number (to, "SELECT count (*) FROM note_tag"), 2);
  free (to);
  free (path);
  folder_drop (old);
  before_free (&good);
  free (bad);
  folder_drop (folder);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "makes-copies", makes_copies },
    { "once-a-day", once_a_day },
    { "thins-out", thins_out },
    { "restores", restores },
    { "refuses", refuses },
    { "restores-old", restores_old },
    { "takes-journal-along", takes_journal_along },
    { "salvages-pages", salvages_pages },
    { "salvages-header", salvages_header },
    { "salvages-bytes", salvages_bytes },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
