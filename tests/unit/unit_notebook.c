/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of store/: the notebook.  */
#include <config.h>

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "check.h"
#include "store/notebook.h"
#include "store/notebook_private.h"
#include "store_help.h"

#define HASH_A "0123456789abcdef0123456789abcdef"
#define HASH_B "ffffffffffffffffffffffffffffffff"

static long long
add (struct notebook *notebook, const char *document, const char *text,
     size_t at)
{
  struct err err = ERR_INIT;
  struct note note = note_sample (document, text, at, at + 6);
  CHECK (notebook_add (notebook, &note, &err));
  CHECK_STRING (err.detail, "");
  long long id = note.id;
  note_clear (&note);
  return id;
}

/* The texts of the notes that QUERY gives, joined by commas.  */
static void
check_list (struct notebook *notebook, const struct note_query *query,
            const char *want)
{
  struct notes notes = { NULL, 0, 0 };
  struct buf texts = BUF_INIT;
  struct err err;
  CHECK (notebook_list (notebook, query, &notes, &err));
  for (size_t i = 0; i < notes.len; i++)
    buf_add_format (&texts, "%s%s", i ? "," : "", notes.items[i].text);
  CHECK_STRING (buf_string (&texts), want);
  buf_free (&texts);
  notes_free (&notes);
}

static bool
is_uuid (const char *uuid)
{
  if (strlen (uuid) != 36 || uuid[14] != '4' || !strchr ("89ab", uuid[19]))
    return false;
  for (int i = 0; i < 36; i++)
    if (i == 8 || i == 13 || i == 18 || i == 23
          ? uuid[i] != '-'
          : !isxdigit ((unsigned char) uuid[i]))
      return false;
  return true;
}

static void
check_note (const struct note *is, const struct note *want)
{
  CHECK_NUMBER (is->id, want->id);
  CHECK_STRING (is->uuid, want->uuid);
  CHECK_STRING (is->document, want->document);
  CHECK_STRING (is->text, want->text);
  CHECK_STRING (is->created, want->created);
  CHECK_STRING (is->modified, want->modified);
  CHECK_NUMBER (is->anchor.kind, want->anchor.kind);
  CHECK_NUMBER (is->anchor.side, want->anchor.side);
  CHECK_NUMBER (is->anchor.range.start, want->anchor.range.start);
  CHECK_NUMBER (is->anchor.range.end, want->anchor.range.end);
  CHECK_STRING (is->anchor.exact, want->anchor.exact);
  CHECK_STRING (is->anchor.prefix, want->anchor.prefix);
  CHECK_STRING (is->anchor.suffix, want->anchor.suffix);
  CHECK (is->anchor.fingerprint == want->anchor.fingerprint);
  CHECK_STRING (is->sentence[ORIGINAL], want->sentence[ORIGINAL]);
  CHECK_STRING (is->sentence[TRANSLATION], want->sentence[TRANSLATION]);
  CHECK_STRING (is->citation.path, want->citation.path);
  CHECK_STRING (is->citation.title[1], want->citation.title[1]);
  CHECK (is->citation.date == NULL && is->citation.author[0] == NULL);
}

static void
keeps_notes (void)
{
  char *folder = folder_new ();
  setenv ("TZ", "Asia/Shanghai", 1);
  struct notebook *notebook = notebook_in (folder);
  struct note note = note_sample (HASH_A, "a \"note\"\n|x|", 4, 10);
  struct err err;
  CHECK (notebook_add (notebook, &note, &err));
  CHECK (note.id > 0 && is_uuid (note.uuid));
  CHECK_STRING (note.created, note.modified);
  char now[NOTE_TIME_SIZE];
  time_after (NULL, now);
  CHECK (strcmp (note.created, now) <= 0 && now[19] == 'Z');
  CHECK (strncmp (note.created, now, 13) == 0);
  notebook_close (notebook);
  notebook = notebook_in (folder);
  struct notes notes = { NULL, 0, 0 };
  CHECK (notebook_list (notebook, NULL, &notes, &err));
  CHECK_NUMBER (notes.len, 1);
  check_note (&notes.items[0], &note);
  /* One that comes with its own UUID and times keeps them; not twice.  */
  struct note other = note_sample (HASH_A, "imported", 4, 10);
  strcpy (other.uuid, "00000000-0000-4000-8000-000000000000");
  strcpy (other.created, "2001-02-03T04:05:06Z");
  CHECK (notebook_add (notebook, &other, &err));
  CHECK_STRING (other.modified, "2001-02-03T04:05:06Z");
  CHECK (!notebook_add (notebook, &other, &err));
  CHECK_NUMBER (err.code, ERR_DB);
  CHECK_NUMBER (notebook_count (notebook, HASH_A), 2);
  CHECK_NUMBER (notebook_count (notebook, HASH_B), 0);
  other.text[0] = '\xFF';
  *other.uuid = '\0';
  CHECK (!notebook_add (notebook, &other, &err));
  CHECK_NUMBER (err.code, ERR_ENCODING);
  struct store_health health;
  CHECK (notebook_health (notebook, &health, &err));
  CHECK_STRING (health.check, "ok");
  CHECK_STRING (health.journal, "delete");
  CHECK_NUMBER (health.rows, 2);
  notes_free (&notes);
  note_clear (&note);
  note_clear (&other);
  notebook_close (notebook);
  unsetenv ("TZ");
  folder_drop (folder);
}

/* The bytes that SQLite keeps for a rollback are never wider than the file.  */
static void
settings_hold (void)
{
  char *folder = folder_new (), *file = path_in (folder, "notes.db");
  mode_t old = umask (0);
  struct notebook *notebook = notebook_in (folder);
  struct err err;
  long long number;
  CHECK (database_number (&notebook->database, "PRAGMA synchronous", &number,
                          &err));
  CHECK_NUMBER (number, 3); /* EXTRA */
  CHECK (database_number (&notebook->database, "PRAGMA trusted_schema",
                          &number, &err));
  CHECK_NUMBER (number, 0);
  CHECK (database_number (&notebook->database, "PRAGMA cell_size_check",
                          &number, &err));
  CHECK_NUMBER (number, 1);
  CHECK (!database_run (&notebook->database,
                        "PRAGMA writable_schema=1;"
                        "UPDATE sqlite_schema SET sql = ''",
                        &err));
  char *journal = path_in (folder, "notes.db-journal");
  CHECK (database_begin (&notebook->database, &err));
  CHECK (database_run (&notebook->database,
                       "INSERT INTO choice VALUES ('a', 'b')", &err));
  CHECK_NUMBER (mode_of (journal), 0600);
  CHECK (database_end (&notebook->database, true, &err));
  CHECK_NUMBER (mode_of (journal), -1);
  CHECK_NUMBER (mode_of (file), 0600);
  umask (old);
  notebook_close (notebook);
  free (journal);
  free (file);
  folder_drop (folder);
}

static void
edits_with_history (void)
{
  char *folder = folder_new (), *file = path_in (folder, "notes.db");
  struct notebook *notebook = notebook_in (folder);
  struct err err;
  long long id = add (notebook, HASH_A, "one", 0), saved = 0;
  CHECK (notebook_edit (notebook, id, "two", NULL, &saved, &err));
  CHECK_NUMBER (saved, id);
  CHECK (notebook_edit (notebook, id, "three", NULL, NULL, &err));
  CHECK (notebook_edit (notebook, id, "three", NULL, NULL, &err));
  check_list (notebook, NULL, "three");
  CHECK (!notebook_edit (notebook, 99, "x", NULL, NULL, &err));
  CHECK_NUMBER (err.code, ERR_NOT_FOUND);
  CHECK (!notebook_edit (notebook, id, "\xE4", NULL, NULL, &err));
  CHECK_NUMBER (err.code, ERR_ENCODING);
  CHECK (notebook_delete (notebook, id, &err));
  check_list (notebook, NULL, "");
  CHECK_NUMBER (notebook_count (notebook, HASH_A), 0);
  CHECK (!notebook_delete (notebook, id, &err));
  CHECK_NUMBER (err.code, ERR_NOT_FOUND);
  CHECK (!notebook_edit (notebook, id, "x", NULL, NULL, &err));
  CHECK (notebook_restore (notebook, id, &err));
  CHECK (notebook_restore (notebook, id, &err));
  CHECK (!notebook_restore (notebook, 99, &err));
  check_list (notebook, NULL, "three");
  notebook_close (notebook);
  char *history = raw_text (file, "SELECT group_concat (what || ':' || text)"
                                  " FROM (SELECT * FROM history ORDER BY id)");
  CHECK_STRING (history, "edit:one,edit:two,delete:three,restore:three");
  free (history);
  CHECK_NUMBER (raw_number (file, "SELECT count (DISTINCT modified)"
                                  " FROM history"),
                4);
  free (file);
  folder_drop (folder);
}

static void
conflict_keeps_both (void)
{
  char *folder = folder_new ();
  struct notebook *mine = notebook_in (folder), *theirs = notebook_in (folder);
  struct notes notes = { NULL, 0, 0 };
  struct err err;
  long long id = add (mine, HASH_A, "base", 0), saved;
  CHECK (notebook_changed (theirs));
  CHECK (!notebook_changed (theirs));
  CHECK (!notebook_changed (mine));
  CHECK (notebook_list (mine, NULL, &notes, &err));
  const char *based_on = notes.items[0].modified;
  CHECK (notebook_edit (theirs, id, "theirs", based_on, &saved, &err));
  CHECK_NUMBER (saved, id);
  CHECK (notebook_changed (mine));
  CHECK (notebook_edit (mine, id, "mine", based_on, &saved, &err));
  CHECK (saved != id);
  check_list (mine, NULL, "theirs,mine");
  struct note_query query = { .id = saved };
  struct notes copy = { NULL, 0, 0 };
  CHECK (notebook_list (theirs, &query, &copy, &err));
  CHECK_STRING (copy.items[0].anchor.exact, notes.items[0].anchor.exact);
  CHECK (strcmp (copy.items[0].uuid, notes.items[0].uuid) != 0);
  /* The same text on both sides is no conflict.  */
  CHECK (notebook_edit (mine, id, "theirs", based_on, &saved, &err));
  CHECK_NUMBER (saved, id);
  /* Deleted while it was edited: the text is kept all the same.  */
  CHECK (notebook_delete (theirs, id, &err));
  CHECK (notebook_edit (mine, id, "late", based_on, &saved, &err));
  CHECK (saved != id);
  check_list (mine, NULL, "mine,late");
  notes_free (&copy);
  notes_free (&notes);
  notebook_close (mine);
  notebook_close (theirs);
  folder_drop (folder);
}

static void
lists_by_query (void)
{
  char *folder = folder_new (), *file = path_in (folder, "notes.db");
  struct notebook *notebook = notebook_in (folder);
  add (notebook, HASH_B, "d #Steel", 0);
  add (notebook, HASH_A, "c", 30);
  add (notebook, HASH_A, "b ＳＴＥＥＬ", 10);
  add (notebook, HASH_A, "a", 10);
  CHECK (raw_run (file, "UPDATE note SET date = '1958-10-24' WHERE id > 1;"
                        "UPDATE note SET modified = '2026-11-0' || id ||"
                        " 'T00:00:00Z'"));
  check_list (notebook, NULL, "b ＳＴＥＥＬ,a,c,d #Steel");
  struct note_query query = { .document = HASH_A };
  check_list (notebook, &query, "b ＳＴＥＥＬ,a,c");
  query = (struct note_query) { .tag = "steel" };
  check_list (notebook, &query, "d #Steel");
  query = (struct note_query) { .words = "Steel" };
  check_list (notebook, &query, "b ＳＴＥＥＬ,d #Steel");
  query = (struct note_query) { .words = "钢铁" };
  check_list (notebook, &query, "b ＳＴＥＥＬ,a,c,d #Steel");
  query = (struct note_query) { .words = "THE heading", .since = "2026-11-03" };
  check_list (notebook, &query, "b ＳＴＥＥＬ,a");
  query = (struct note_query) { .since = "2026", .until = "2026-11-02" };
  check_list (notebook, &query, "c,d #Steel");
  query = (struct note_query) { .until = "2026-10" };
  check_list (notebook, &query, "");
  query = (struct note_query) { .since = "2026-11", .until = "2026-11" };
  check_list (notebook, &query, "b ＳＴＥＥＬ,a,c,d #Steel");
  query = (struct note_query) { .words = "\xFF" };
  check_list (notebook, &query, "");
  query = (struct note_query) { .id = 2 };
  check_list (notebook, &query, "c");
  notebook_close (notebook);
  free (file);
  folder_drop (folder);
}

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
  long long id = add (notebook, document->hash, "x", 0);
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
times_go_up (void)
{
  char now[NOTE_TIME_SIZE];
  time_after ("2999-12-31T23:59:59Z", now);
  CHECK_STRING (now, "3000-01-01T00:00:00Z");
  time_after ("1999-12-31T23:59:59Z", now);
  CHECK (strcmp (now, "2020") > 0);
  time_after ("zzz", now);
  CHECK_NUMBER (strlen (now), 20);
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
  long long id = add (notebook, HASH_A, "kept", 0);
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
  long long id = add (mine, HASH_A, "kept", 0);
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

/* The folder goes while the notebook is open: an error, no false "saved".  */
static void
folder_goes (void)
{
  char *folder = folder_new (), *file = path_in (folder, "notes.db");
  char *away = mem_format ("%s-away", folder);
  struct notebook *notebook = notebook_in (folder);
  struct err err = ERR_INIT;
  add (notebook, HASH_A, "kept", 0);
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
    { "keeps-notes", keeps_notes },
    { "settings-hold", settings_hold },
    { "edits-with-history", edits_with_history },
    { "conflict-keeps-both", conflict_keeps_both },
    { "lists-by-query", lists_by_query },
    { "documents-change", documents_change },
    { "places-and-choices", places_and_choices },
    { "keeps-drafts", keeps_drafts },
    { "times-go-up", times_go_up },
    { "full-disk", full_disk },
    { "busy-holder", busy_holder },
    { "folder-goes", folder_goes },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
