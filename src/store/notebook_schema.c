/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of notes.db and all that is ever asked of them.  */
#include <config.h>

#include "store/notebook_private.h"

/* A note as it is kept, and a draft of one: the same columns, in the order of
   put_note.  */
#define NOTE_TABLE                                                            \
  " document TEXT NOT NULL, kind INTEGER NOT NULL, side INTEGER NOT NULL,"    \
  " start INTEGER NOT NULL, stop INTEGER NOT NULL,"                           \
  " position INTEGER NOT NULL, exact TEXT NOT NULL,"                          \
  " prefix TEXT NOT NULL, suffix TEXT NOT NULL,"                              \
  " fingerprint INTEGER NOT NULL, original TEXT NOT NULL,"                    \
  " translation TEXT NOT NULL, text TEXT NOT NULL, created TEXT NOT NULL,"    \
  " modified TEXT NOT NULL, collection TEXT, path TEXT, date TEXT,"           \
  " page TEXT, kept_column TEXT, original_title TEXT,"                        \
  " translation_title TEXT, original_author TEXT, translation_author TEXT"

#define NOTE_COLUMNS                                                          \
  " uuid, document, kind, side, start, stop, position, exact, prefix, suffix," \
  " fingerprint, original, translation, text, created, modified,"             \
  " collection, path, date, page, kept_column, original_title,"               \
  " translation_title, original_author, translation_author"

#define NOTE_VALUES                                                           \
  "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16,"    \
  " ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25"

/* A side's stretch of a correction.  */
#define STRETCH_COLUMNS(side)                                                 \
  side "_start, " side "_stop, " side "_exact, " side "_prefix, "             \
  side "_suffix, " side "_fingerprint"

/* `cuts` is "O:T O:T": bytes from the beginnings of the stretches.  */
#define CORRECTION_TABLE                                                      \
  "CREATE TABLE correction (id INTEGER PRIMARY KEY,"                          \
  " document TEXT NOT NULL,"                                                  \
  " o_start INTEGER NOT NULL, o_stop INTEGER NOT NULL,"                       \
  " o_exact TEXT NOT NULL, o_prefix TEXT NOT NULL, o_suffix TEXT NOT NULL,"   \
  " o_fingerprint INTEGER NOT NULL,"                                          \
  " t_start INTEGER NOT NULL, t_stop INTEGER NOT NULL,"                       \
  " t_exact TEXT NOT NULL, t_prefix TEXT NOT NULL, t_suffix TEXT NOT NULL,"   \
  " t_fingerprint INTEGER NOT NULL,"                                          \
  " cuts TEXT NOT NULL, created TEXT NOT NULL, deleted TEXT)"

#define CORRECTION_INDEX                                                      \
  "CREATE INDEX correction_document ON correction (document)"

/* A discrepancy that the reader does not want to see again: its kind and its
   words on both sides.  */
#define DISMISSAL_TABLE                                                       \
  "CREATE TABLE dismissal (document TEXT NOT NULL, kind TEXT NOT NULL,"       \
  " original TEXT NOT NULL, translation TEXT NOT NULL, created TEXT NOT NULL,"\
  " PRIMARY KEY (document, kind, original, translation)) WITHOUT ROWID"

/* Nothing is ever taken out of `note`, `history` and `correction`: what was
   deleted has a time in `deleted`.  `turn` counts up, so that two places of one second keep their
   order.  */
static const char *const schema[] = {
  "CREATE TABLE note (id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,"
  NOTE_TABLE ", deleted TEXT)",

  "CREATE INDEX note_document ON note (document)",

  "CREATE INDEX note_path ON note (path)",

  "CREATE TABLE history (id INTEGER PRIMARY KEY, note INTEGER NOT NULL,"
  " what TEXT NOT NULL, text TEXT NOT NULL, modified TEXT NOT NULL,"
  " until TEXT NOT NULL)",

  "CREATE INDEX history_note ON history (note)",

  "CREATE TABLE place (document TEXT PRIMARY KEY, side INTEGER NOT NULL,"
  " at INTEGER NOT NULL, share REAL NOT NULL, seen TEXT NOT NULL,"
  " turn INTEGER NOT NULL, collection TEXT, path TEXT)",

  "CREATE INDEX place_turn ON place (turn)",

  "CREATE TABLE bookmark (letter TEXT PRIMARY KEY, document TEXT NOT NULL,"
  " side INTEGER NOT NULL, at INTEGER NOT NULL)",

  "CREATE TABLE draft (id INTEGER PRIMARY KEY, note INTEGER NOT NULL,"
  " based_on TEXT NOT NULL, uuid TEXT NOT NULL," NOTE_TABLE ")",

  "CREATE UNIQUE INDEX draft_note ON draft (note) WHERE note > 0",

  "CREATE UNIQUE INDEX draft_new ON draft (document, side, start, stop)"
  " WHERE note = 0",

  "CREATE TABLE choice (name TEXT PRIMARY KEY, value TEXT NOT NULL)",

  CORRECTION_TABLE,
  CORRECTION_INDEX,
  DISMISSAL_TABLE,
  NULL
};

static const char *const upgrades[] = {
  CORRECTION_TABLE ";" CORRECTION_INDEX ";" DISMISSAL_TABLE,
  NULL
};

static const char *const statements[NOTEBOOK_STATEMENTS] = {
  [DATA_VERSION] = "PRAGMA data_version",

  [NOTE_NEW] = "INSERT INTO note (" NOTE_COLUMNS ") VALUES (" NOTE_VALUES ")",
  [NOTE_FULL] = "SELECT id," NOTE_COLUMNS " FROM note WHERE id = ?1",
  [NOTE_STATE] = "SELECT text, modified, deleted FROM note WHERE id = ?1",
  [NOTE_EDIT] = "UPDATE note SET text = ?2, modified = ?3 WHERE id = ?1",
  [NOTE_DELETE] = "UPDATE note SET deleted = ?2, modified = ?2 WHERE id = ?1",
  [NOTE_RESTORE] = "UPDATE note SET deleted = NULL, modified = ?2"
                   " WHERE id = ?1",
  [NOTE_COUNT] = "SELECT count (*) FROM note WHERE document = ?1"
                 " AND deleted IS NULL",
  [NOTES_ALL] = "SELECT id," NOTE_COLUMNS " FROM note WHERE deleted IS NULL"
                " AND (?1 = 0 OR id = ?1)"
                " AND (?2 IS NULL OR document = ?2)"
                " AND (?3 IS NULL OR modified >= ?3)"
                " AND (?4 IS NULL OR substr (modified, 1, length (?4)) <= ?4)"
                " ORDER BY coalesce (date, '') = '', date, document, start,"
                " side, id",
  [HISTORY_ADD] = "INSERT INTO history (note, what, text, modified, until)"
                  " VALUES (?1, ?2, ?3, ?4, ?5)",

  [RENAME_NOTES] = "UPDATE note SET document = ?2 WHERE document = ?1",
  [RENAME_PLACE] = "UPDATE OR IGNORE place SET document = ?2"
                   " WHERE document = ?1",
  [RENAME_BOOKMARKS] = "UPDATE bookmark SET document = ?2 WHERE document = ?1",
  [RENAME_DRAFTS] = "UPDATE OR IGNORE draft SET document = ?2"
                    " WHERE document = ?1",
  [FORMER_NAMES] = "SELECT document FROM note WHERE path = ?2"
                   " AND collection = ?1 AND document <> ?3"
                   " UNION SELECT document FROM place WHERE path = ?2"
                   " AND collection = ?1 AND document <> ?3",

  [PLACE_GET] = "SELECT side, at, share, seen FROM place WHERE document = ?1",
  [PLACE_SET] = "INSERT OR REPLACE INTO place (document, side, at, share,"
                " seen, turn, collection, path) VALUES (?1, ?2, ?3, ?4, ?5,"
                " (SELECT coalesce (max (turn), 0) + 1 FROM place), ?6, ?7)",
  [PLACE_LAST] = "SELECT document FROM place ORDER BY turn DESC LIMIT 1",

  [BOOKMARK_GET] = "SELECT document, side, at FROM bookmark"
                   " WHERE letter = ?1",
  [BOOKMARK_SET] = "INSERT OR REPLACE INTO bookmark (letter, document, side,"
                   " at) VALUES (?1, ?2, ?3, ?4)",

  [DRAFT_PUT] = "INSERT OR REPLACE INTO draft (" NOTE_COLUMNS ", note,"
                " based_on) VALUES (" NOTE_VALUES ", ?26, ?27)",
  [DRAFT_DROP_NOTE] = "DELETE FROM draft WHERE note = ?1",
  [DRAFT_DROP_NEW] = "DELETE FROM draft WHERE note = 0 AND document = ?1"
                     " AND side = ?2 AND start = ?3 AND stop = ?4",
  [DRAFT_NEWEST] = "SELECT note, based_on," NOTE_COLUMNS " FROM draft"
                   " WHERE ?1 IS NULL OR document = ?1"
                   " ORDER BY id DESC LIMIT 1",

  [CORRECTION_NEW] = "INSERT INTO correction (document,"
                     STRETCH_COLUMNS ("o") "," STRETCH_COLUMNS ("t")
                     ", cuts, created) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7,"
                     " ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
  [CORRECTION_LIST] = "SELECT id, document," STRETCH_COLUMNS ("o") ","
                      STRETCH_COLUMNS ("t") ", cuts FROM correction"
                      " WHERE document = ?1 AND deleted IS NULL ORDER BY id",
  [CORRECTION_DELETE] = "UPDATE correction SET deleted = ?2 WHERE id = ?1"
                        " AND deleted IS NULL",
  [RENAME_CORRECTIONS] = "UPDATE correction SET document = ?2"
                         " WHERE document = ?1",

  [DISMISSAL_NEW] = "INSERT OR IGNORE INTO dismissal (document, kind,"
                    " original, translation, created)"
                    " VALUES (?1, ?2, ?3, ?4, ?5)",
  [DISMISSAL_GET] = "SELECT 1 FROM dismissal WHERE document = ?1"
                    " AND kind = ?2 AND original = ?3 AND translation = ?4",
  [DISMISSAL_DROP] = "DELETE FROM dismissal WHERE document = ?1"
                     " AND kind = ?2 AND original = ?3 AND translation = ?4",
  [RENAME_DISMISSALS] = "UPDATE OR IGNORE dismissal SET document = ?2"
                        " WHERE document = ?1",

  [CHOICE_GET] = "SELECT value FROM choice WHERE name = ?1",
  [CHOICE_SET] = "INSERT OR REPLACE INTO choice (name, value)"
                 " VALUES (?1, ?2)",
};

const struct database_kind notebook_kind = {
  .name = "notes.db",
  .application_id = 0x656E664E, /* "enfN" */
  .precious = true,
  .schema = schema,
  .upgrades = upgrades,
  .statements = statements,
  .statement_count = NOTEBOOK_STATEMENTS,
};
