/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notebooks as older versions of the program wrote them.  */
#include <config.h>

#include "old_notebook.h"

#include <stdlib.h>

#include "base/buf.h"
#include "check.h"
#include "store_help.h"

static const char version_1[]
  = "CREATE TABLE note (id INTEGER PRIMARY KEY, uuid TEXT NOT NULL "
  "UNIQUE, document TEXT NOT NULL, kind INTEGER NOT NULL, side INTEGER "
  "NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL, position "
  "INTEGER NOT NULL, exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix "
  "TEXT NOT NULL, fingerprint INTEGER NOT NULL, original TEXT NOT NULL, "
  "translation TEXT NOT NULL, text TEXT NOT NULL, created TEXT NOT "
  "NULL, modified TEXT NOT NULL, collection TEXT, path TEXT, date TEXT, "
  "page TEXT, kept_column TEXT, original_title TEXT, translation_title "
  "TEXT, original_author TEXT, translation_author TEXT, deleted TEXT);"
  "CREATE INDEX note_document ON note (document);"
  "CREATE INDEX note_path ON note (path);"
  "CREATE TABLE history (id INTEGER PRIMARY KEY, note INTEGER NOT NULL, "
  "what TEXT NOT NULL, text TEXT NOT NULL, modified TEXT NOT NULL, "
  "until TEXT NOT NULL);"
  "CREATE INDEX history_note ON history (note);"
  "CREATE TABLE place (document TEXT PRIMARY KEY, side INTEGER NOT "
  "NULL, at INTEGER NOT NULL, share REAL NOT NULL, seen TEXT NOT NULL, "
  "turn INTEGER NOT NULL, collection TEXT, path TEXT);"
  "CREATE INDEX place_turn ON place (turn);"
  "CREATE TABLE bookmark (letter TEXT PRIMARY KEY, document TEXT NOT "
  "NULL, side INTEGER NOT NULL, at INTEGER NOT NULL);"
  "CREATE TABLE draft (id INTEGER PRIMARY KEY, note INTEGER NOT NULL, "
  "based_on TEXT NOT NULL, uuid TEXT NOT NULL, document TEXT NOT NULL, "
  "kind INTEGER NOT NULL, side INTEGER NOT NULL, start INTEGER NOT "
  "NULL, stop INTEGER NOT NULL, position INTEGER NOT NULL, exact TEXT "
  "NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL, fingerprint "
  "INTEGER NOT NULL, original TEXT NOT NULL, translation TEXT NOT NULL, "
  "text TEXT NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL, "
  "collection TEXT, path TEXT, date TEXT, page TEXT, kept_column TEXT, "
  "original_title TEXT, translation_title TEXT, original_author TEXT, "
  "translation_author TEXT);"
  "CREATE UNIQUE INDEX draft_note ON draft (note) WHERE note > 0;"
  "CREATE UNIQUE INDEX draft_new ON draft (document, side, start, stop) "
  "WHERE note = 0;"
  "CREATE TABLE choice (name TEXT PRIMARY KEY, value TEXT NOT NULL);";

static const char version_2[]
  = "CREATE TABLE correction (id INTEGER PRIMARY KEY, document TEXT NOT "
  "NULL, o_start INTEGER NOT NULL, o_stop INTEGER NOT NULL, o_exact "
  "TEXT NOT NULL, o_prefix TEXT NOT NULL, o_suffix TEXT NOT NULL, "
  "o_fingerprint INTEGER NOT NULL, t_start INTEGER NOT NULL, t_stop "
  "INTEGER NOT NULL, t_exact TEXT NOT NULL, t_prefix TEXT NOT NULL, "
  "t_suffix TEXT NOT NULL, t_fingerprint INTEGER NOT NULL, cuts TEXT "
  "NOT NULL, created TEXT NOT NULL, deleted TEXT);"
  "CREATE INDEX correction_document ON correction (document);"
  "CREATE TABLE dismissal (document TEXT NOT NULL, kind TEXT NOT NULL, "
  "original TEXT NOT NULL, translation TEXT NOT NULL, created TEXT NOT "
  "NULL, PRIMARY KEY (document, kind, original, translation)) WITHOUT "
  "ROWID;";

/* Adds the statements that write note I.  */
static void
add_old (struct buf *sql, int i)
{
  buf_add_format (
    sql,
    "INSERT INTO note (uuid, document, kind, side, start, stop, position,"
    " exact, prefix, suffix, fingerprint, original, translation, text, created,"
    " modified, path, original_title) VALUES ("
    "'00000000-0000-4000-8000-%012d', '" HASH_A "', 0, 0, 0, 6, 0, 'steel',"
    " '', '', 7, 'steel', 'iron', 'old %d #tag [[Title]]',"
    " '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', 'a/1.txt', 'Title');"
    "INSERT INTO history (note, what, text, modified, until) VALUES (%d,"
    " 'edit', 'older %d', '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z');",
    i, i, i, i);
}

void
old_notebook (const char *folder, int version, int count)
{
  struct buf sql = BUF_INIT;
  char *path = path_in (folder, "notes.db");
  file_put (path, "", 0);
  buf_add_string (&sql, "BEGIN;");
  buf_add_string (&sql, version_1);
  if (version > 1)
    buf_add_string (&sql, version_2);
  for (int i = 1; i <= count; i++)
    add_old (&sql, i);
  if (count > 1)
    buf_add_format (&sql,
                    "UPDATE note SET deleted = '2026-01-03T00:00:00Z'"
                    " WHERE id = %d;",
                    count);
  buf_add_format (&sql,
                  "PRAGMA application_id=1701733966; PRAGMA user_version=%d;"
                  "COMMIT;",
                  version);
  CHECK (raw_run (path, buf_string (&sql)));
  buf_free (&sql);
  free (path);
}
