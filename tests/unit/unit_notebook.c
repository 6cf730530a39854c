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
  CHECK (database_number (&notebook->database, "PRAGMA mmap_size", &number,
                          &err));
  CHECK_NUMBER (number, 0);
  CHECK (database_number (&notebook->database,
                          "SELECT journal_mode = 'delete'"
                          " FROM pragma_journal_mode",
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
  long long id = add_note_at (notebook, HASH_A, "one", 0), saved = 0;
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
  long long id = add_note_at (mine, HASH_A, "base", 0), saved;
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
  add_note_at (notebook, HASH_B, "d #Steel", 0);
  add_note_at (notebook, HASH_A, "c", 30);
  add_note_at (notebook, HASH_A, "b ＳＴＥＥＬ", 10);
  add_note_at (notebook, HASH_A, "a", 10);
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

/* Piece by piece the same notes come as at once; those with words are sifted out
   of them.  */
static void
lists_by_pieces (void)
{
  enum { NOTES = 25, PIECE = 7 };
  char *folder = folder_new ();
  struct notebook *notebook = notebook_in (folder);
  struct note_numbers all = { NULL, 0, 0 }, pieces = { NULL, 0, 0 };
  struct note_numbers sifted = { NULL, 0, 0 };
  struct err err;
  for (int i = 0; i < NOTES; i++)
    add_note_at (notebook, i % 2 ? HASH_A : HASH_B, i % 5 ? "x" : "Furnace",
                 (size_t) (NOTES - i));
  CHECK (notebook_find (notebook, NULL, &all, &err));
  CHECK_NUMBER (all.len, NOTES);
  struct note_query query = { .most = PIECE };
  for (size_t found = PIECE; found == PIECE; query.skip += found)
    {
      size_t before = pieces.len;
      CHECK (notebook_find (notebook, &query, &pieces, &err));
      found = pieces.len - before;
      CHECK (found <= PIECE);
    }
  CHECK_NUMBER (pieces.len, NOTES);
  for (size_t i = 0; i < NOTES && i < pieces.len; i++)
    CHECK_NUMBER (pieces.items[i], all.items[i]);
  CHECK (notebook_sift (notebook, "FURNACE", all.items, all.len, &sifted,
                        &err));
  query = (struct note_query) { .words = "furnace" };
  pieces.len = 0;
  CHECK (notebook_find (notebook, &query, &pieces, &err));
  CHECK_NUMBER (sifted.len, (NOTES + 4) / 5);
  CHECK_NUMBER (pieces.len, sifted.len);
  for (size_t i = 0; i < sifted.len && i < pieces.len; i++)
    CHECK_NUMBER (sifted.items[i], pieces.items[i]);
  VEC_FREE (&all);
  VEC_FREE (&pieces);
  VEC_FREE (&sifted);
  notebook_close (notebook);
  folder_drop (folder);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "lists-by-pieces", lists_by_pieces },
    { "keeps-notes", keeps_notes },
    { "settings-hold", settings_hold },
    { "edits-with-history", edits_with_history },
    { "conflict-keeps-both", conflict_keeps_both },
    { "lists-by-query", lists_by_query },
    { "times-go-up", times_go_up },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
