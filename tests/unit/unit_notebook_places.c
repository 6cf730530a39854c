/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of store/: places, drafts, changed documents, and a notebook that
   can't be written just now.  */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"
#include "check.h"
#include "store/notebook.h"
#include "store/notebook_private.h"
#include "store_help.h"

static void
documents_change (void)
{
  char *folder = folder_new ();
  struct notebook *notebook = notebook_in (folder);
  struct document *document = document_sample ("A.\n", "");
  struct place place = { ORIGINAL, 2, 0.5, "" };
  struct bookmark bookmark = { 'a', "", ORIGINAL, 2 };
  struct err err;
  struct buf hashes = BUF_INIT;
  document->collection = mem_string ("papers");
  document->path = mem_string ("a/1.txt");
  long long id = add_note_at (notebook, document->hash, "x", 0);
  memcpy (bookmark.document, document->hash, sizeof bookmark.document);
  CHECK (notebook_set_place (notebook, document, &place, &err));
  CHECK (notebook_set_bookmark (notebook, &bookmark, &err));
  CHECK (notebook_delete (notebook, id, &err));
  CHECK (notebook_rename_document (notebook, document->hash, HASH_B, &err));
  CHECK (notebook_rename_document (notebook, HASH_B, HASH_B, &err));
  CHECK (notebook_restore (notebook, id, &err));
  CHECK_NUMBER (notebook_count (notebook, HASH_B), 1);
  CHECK (notebook_place (notebook, HASH_B, &place));
  CHECK (!notebook_place (notebook, document->hash, &place));
  CHECK (notebook_bookmark (notebook, 'a', &bookmark));
  CHECK_STRING (bookmark.document, HASH_B);
  CHECK (notebook_former (notebook, "papers", "a/1.txt", HASH_A, &hashes,
                          &err));
  CHECK_NUMBER (hashes.len, DOCUMENT_HASH_SIZE);
  CHECK_STRING (buf_string (&hashes), HASH_B);
  buf_clear (&hashes);
  CHECK (notebook_former (notebook, "papers", "a/1.txt", HASH_B, &hashes,
                          &err));
  CHECK (notebook_former (notebook, "other", "a/1.txt", HASH_A, &hashes,
                          &err));
  CHECK_NUMBER (hashes.len, 0);
  buf_free (&hashes);
  document_free (document);
  notebook_close (notebook);
  folder_drop (folder);
}

static void
places_and_choices (void)
{
  char *folder = folder_new ();
  struct notebook *notebook = notebook_in (folder);
  struct document *a = document_sample ("A.\n", "");
  struct document *b = document_sample ("B.\n", "");
  struct place place = { TRANSLATION, 7, 0.25, "" };
  struct bookmark bookmark = { 'z', HASH_A, TRANSLATION, 9 };
  char hash[DOCUMENT_HASH_SIZE];
  struct err err;
  CHECK (!notebook_last_read (notebook, hash));
  CHECK (!notebook_place (notebook, a->hash, &place));
  CHECK (notebook_set_place (notebook, a, &place, &err));
  CHECK (notebook_set_place (notebook, b, &place, &err));
  CHECK (notebook_last_read (notebook, hash));
  CHECK_STRING (hash, b->hash);
  place.share = 7;
  CHECK (notebook_set_place (notebook, a, &place, &err));
  CHECK (notebook_last_read (notebook, hash));
  CHECK_STRING (hash, a->hash);
  CHECK (notebook_place (notebook, a->hash, &place));
  CHECK_NUMBER (place.side, TRANSLATION);
  CHECK_NUMBER (place.at, 7);
  CHECK (place.share == 1.0);
  CHECK_NUMBER (strlen (place.seen), 20);
  CHECK (!notebook_bookmark (notebook, 'z', &bookmark));
  CHECK (notebook_set_bookmark (notebook, &bookmark, &err));
  bookmark.at = 11;
  CHECK (notebook_set_bookmark (notebook, &bookmark, &err));
  bookmark.at = 0;
  CHECK (notebook_bookmark (notebook, 'z', &bookmark));
  CHECK_NUMBER (bookmark.at, 11);
  CHECK_STRING (bookmark.document, HASH_A);
  bookmark.letter = '\0';
  CHECK (!notebook_set_bookmark (notebook, &bookmark, &err));
  CHECK (!notebook_choice (notebook, "layout"));
  CHECK (notebook_set_choice (notebook, "layout", "stacked", &err));
  CHECK (notebook_set_choice (notebook, "layout", "并排", &err));
  CHECK (!notebook_set_choice (notebook, "layout", "\xFF", &err));
  char *value = notebook_choice (notebook, "layout");
  CHECK_STRING (value, "并排");
  free (value);
  document_free (a);
  document_free (b);
  notebook_close (notebook);
  folder_drop (folder);
}

static void
keep (struct notebook *notebook, long long id, const char *document,
      const char *text, size_t at)
{
  struct err err;
  struct draft draft = { note_sample (document, text, at, at + 3),
                         "2026-11-20T00:00:00Z" };
  draft.note.id = id;
  CHECK (notebook_keep_draft (notebook, &draft, &err));
  note_clear (&draft.note);
}

/* Checks the newest draft of DOCUMENT, drops it where DROP.  */
static void
check_draft (struct notebook *notebook, const char *document, const char *want,
             bool drop)
{
  struct draft draft;
  struct err err;
  bool there = notebook_draft (notebook, document, &draft);
  CHECK_STRING (there ? draft.note.text : NULL, want);
  if (!there)
    return;
  CHECK_STRING (draft.based_on, "2026-11-20T00:00:00Z");
  CHECK_STRING (draft.note.anchor.exact, "钢铁");
  if (drop)
    CHECK (notebook_drop_draft (notebook, &draft, &err));
  note_clear (&draft.note);
}

/* Checks the draft of note ID or, where that is 0, of a new one at byte AT of
   document A.  */
static void
check_draft_of (struct notebook *notebook, long long id, size_t at,
                const char *want)
{
  struct draft draft;
  struct note note = note_sample (HASH_A, "", at, at + 3);
  note.id = id;
  bool there = notebook_draft_of (notebook, &note, &draft);
  CHECK_STRING (there ? draft.note.text : NULL, want);
  if (there)
    note_clear (&draft.note);
  note_clear (&note);
}

static void
keeps_drafts (void)
{
  char *folder = folder_new ();
  struct notebook *notebook = notebook_in (folder);
  struct err err;
  check_draft (notebook, NULL, NULL, false);
  keep (notebook, 0, HASH_A, "first", 1);
  keep (notebook, 0, HASH_A, "first more", 1);
  keep (notebook, 0, HASH_A, "second", 9);
  keep (notebook, 5, HASH_B, "of note 5", 1);
  keep (notebook, 5, HASH_B, "of note 5 more", 2);
  notebook_close (notebook);
  notebook = notebook_in (folder);
  check_draft (notebook, NULL, "of note 5 more", false);
  check_draft_of (notebook, 5, 0, "of note 5 more");
  check_draft_of (notebook, 6, 0, NULL);
  check_draft_of (notebook, 0, 1, "first more");
  check_draft_of (notebook, 0, 9, "second");
  check_draft_of (notebook, 0, 2, NULL);
  check_draft (notebook, HASH_A, "second", true);
  check_draft (notebook, HASH_A, "first more", false);
  /* A draft follows its document; one that is in the way stays.  */
  keep (notebook, 0, HASH_B, "in the way", 1);
  CHECK (notebook_rename_document (notebook, HASH_A, HASH_B, &err));
  check_draft (notebook, HASH_A, "first more", true);
  check_draft (notebook, HASH_B, "in the way", true);
  check_draft (notebook, HASH_B, "of note 5 more", true);
  check_draft (notebook, NULL, NULL, false);
  notebook_close (notebook);
  folder_drop (folder);
}

static void
full_disk (void)
{
  char *folder = folder_new (), *file = path_in (folder, "notes.db");
  struct notebook *notebook = notebook_in (folder);
  struct err err;
  long long pages;
  char sql[64];
  char *text = mem_new (1, 100001);
  memset (text, 'x', 100000);
  long long id = add_note_at (notebook, HASH_A, "kept", 0);
  CHECK (database_number (&notebook->database, "PRAGMA page_count", &pages,
                          &err));
  snprintf (sql, sizeof sql, "PRAGMA max_page_count=%lld", pages);
  CHECK (database_run (&notebook->database, sql, &err));
  struct note note = note_sample (HASH_A, text, 0, 1);
  CHECK (!notebook_add (notebook, &note, &err));
  CHECK_NUMBER (err.code, ERR_DB_FULL);
  CHECK_NUMBER (note.id, 0);
  CHECK (!notebook_edit (notebook, id, text, NULL, NULL, &err));
  CHECK_NUMBER (err.code, ERR_DB_FULL);
  check_list (notebook, NULL, "kept");
  CHECK (sqlite3_get_autocommit (notebook->database.handle));
  CHECK (database_run (&notebook->database, "PRAGMA max_page_count=100000",
                       &err));
  CHECK (notebook_add (notebook, &note, &err));
  CHECK (notebook_edit (notebook, id, text, NULL, NULL, &err));
  CHECK_NUMBER (notebook_count (notebook, HASH_A), 2);
  note_clear (&note);
  notebook_close (notebook);
  CHECK_NUMBER (raw_number (file, "SELECT count (*) FROM note"), 2);
  free (text);
  free (file);
  folder_drop (folder);
}

static void
busy_holder (void)
{
  char *folder = folder_new ();
  struct notebook *mine = notebook_in (folder), *holder = notebook_in (folder);
  struct err err;
  long long id = add_note_at (mine, HASH_A, "kept", 0);
  sqlite3_busy_timeout (mine->database.handle, 20);
  CHECK (database_run (&holder->database, "BEGIN IMMEDIATE", &err));
  CHECK (!notebook_edit (mine, id, "edited", NULL, NULL, &err));
  CHECK_NUMBER (err.code, ERR_DB_BUSY);
  check_list (mine, NULL, "kept"); /* reading goes on */
  CHECK (database_run (&holder->database, "COMMIT", &err));
  CHECK (notebook_edit (mine, id, "edited", NULL, NULL, &err));
  CHECK (database_run (&holder->database, "BEGIN EXCLUSIVE", &err));
  CHECK (!notebook_delete (mine, id, &err));
  CHECK_NUMBER (err.code, ERR_DB_BUSY);
  struct notes notes = { NULL, 0, 0 };
  CHECK (!notebook_list (mine, NULL, &notes, &err));
  CHECK_NUMBER (err.code, ERR_DB_BUSY);
  CHECK (database_run (&holder->database, "ROLLBACK", &err));
  /* A reader in the middle of a list lets no commit through: that too is busy,
     and leaves nothing open.  */
  CHECK (database_run (&holder->database,
                       "BEGIN; SELECT count (*) FROM note", &err));
  CHECK (!notebook_delete (mine, id, &err));
  CHECK_NUMBER (err.code, ERR_DB_BUSY);
  CHECK (sqlite3_get_autocommit (mine->database.handle));
  CHECK (database_run (&holder->database, "ROLLBACK", &err));
  CHECK (notebook_delete (mine, id, &err));
  notebook_close (mine);
  notebook_close (holder);
  folder_drop (folder);
}

/* Many processes make the same databases at once, and each adds to both.  */
static void
made_at_once (void)
{
  enum { PROCESSES = 8 };
  char *folder = folder_new (), *deep = path_in (folder, "a/b");
  fflush (stdout);
  for (int i = 0; i < PROCESSES; i++)
    if (fork () == 0)
      {
        char text[16];
        struct added_document added;
        struct source_stamp stamp = { 1, 1 };
        snprintf (text, sizeof text, "%d.\n", i);
        struct notebook *notebook = notebook_open (deep, false, NULL);
        struct library *library = library_open (deep, false, NULL);
        struct note note = note_sample (HASH_A, text, 0, 1);
        char *prefix;
        long long c
          = library ? library_collection (library, folder, &prefix, NULL) : 0;
        bool done = notebook && c && notebook_add (notebook, &note, NULL)
                    && library_add (library, document_sample (text, ""), NULL, c,
                                    text, &stamp, &added, NULL);
        notebook_close (notebook);
        library_close (library);
        _exit (done ? 0 : 1);
      }
  for (int i = 0, status; i < PROCESSES; i++)
    CHECK (wait (&status) > 0 && WIFEXITED (status)
           && WEXITSTATUS (status) == 0);
  struct notebook *notebook = notebook_in (deep);
  struct library *library = library_in (deep);
  struct err err;
  CHECK_NUMBER (notebook_count (notebook, HASH_A), PROCESSES);
  CHECK_NUMBER (library_count (library, NULL, &err), PROCESSES);
  notebook_close (notebook);
  library_close (library);
  free (deep);
  folder_drop (folder);
}

/* The folder goes while the notebook is open: an error, no false "saved".  */
static void
folder_goes (void)
{
  char *folder = folder_new (), *file = path_in (folder, "notes.db");
  char *away = mem_format ("%s-away", folder);
  struct notebook *notebook = notebook_in (folder);
  struct err err = ERR_INIT;
  add_note_at (notebook, HASH_A, "kept", 0);
  CHECK (rename (folder, away) == 0);
  struct note note = note_sample (HASH_A, "lost?", 0, 1);
  CHECK (!notebook_add (notebook, &note, &err));
  CHECK (err.code == ERR_DB_OPEN || err.code == ERR_DB_READONLY
         || err.code == ERR_DB);
  CHECK (rename (away, folder) == 0);
  CHECK (notebook_add (notebook, &note, &err));
  note_clear (&note);
  notebook_close (notebook);
  CHECK_NUMBER (raw_number (file, "SELECT count (*) FROM note"), 2);
  free (away);
  free (file);
  folder_drop (folder);
}



int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "documents-change", documents_change },
    { "places-and-choices", places_and_choices },
    { "keeps-drafts", keeps_drafts },
    { "full-disk", full_disk },
    { "busy-holder", busy_holder },
    { "made-at-once", made_at_once },
    { "folder-goes", folder_goes },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
