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

/* What version 4 added to it, and to an entry of the history.  */
#define STOOD ", stood INTEGER NOT NULL DEFAULT 0"
#define ADD_STOOD(table) ADD_TO (table, "stood INTEGER NOT NULL DEFAULT 0")

/* What version 3 added to it.  */
#define NOTE_MORE                                                             \
  ", subject TEXT NOT NULL DEFAULT ''"                                        \
  ", facing_start INTEGER NOT NULL DEFAULT 0"                                 \
  ", facing_stop INTEGER NOT NULL DEFAULT 0"                                  \
  ", facing_exact TEXT NOT NULL DEFAULT ''"                                   \
  ", facing_prefix TEXT NOT NULL DEFAULT ''"                                  \
  ", facing_suffix TEXT NOT NULL DEFAULT ''"                                  \
  ", facing_fingerprint INTEGER NOT NULL DEFAULT 0"                           \
  ", highlight TEXT NOT NULL DEFAULT ''"                                      \
  ", version_of TEXT NOT NULL DEFAULT ''"                                     \
  ", state INTEGER NOT NULL DEFAULT 3"                                        \
  STOOD

#define ADD_TO(table, column) "ALTER TABLE " table " ADD COLUMN " column ";"
#define ADD_MORE(table)                                                       \
  ADD_TO (table, "subject TEXT NOT NULL DEFAULT ''")                          \
  ADD_TO (table, "facing_start INTEGER NOT NULL DEFAULT 0")                   \
  ADD_TO (table, "facing_stop INTEGER NOT NULL DEFAULT 0")                    \
  ADD_TO (table, "facing_exact TEXT NOT NULL DEFAULT ''")                     \
  ADD_TO (table, "facing_prefix TEXT NOT NULL DEFAULT ''")                    \
  ADD_TO (table, "facing_suffix TEXT NOT NULL DEFAULT ''")                    \
  ADD_TO (table, "facing_fingerprint INTEGER NOT NULL DEFAULT 0")             \
  ADD_TO (table, "highlight TEXT NOT NULL DEFAULT ''")                        \
  ADD_TO (table, "version_of TEXT NOT NULL DEFAULT ''")                       \
  ADD_TO (table, "state INTEGER NOT NULL DEFAULT 3")

/* An entry of the history of a note; it holds an anchor only where that was
   changed.  */
#define HISTORY_MORE                                                          \
  ", highlight TEXT NOT NULL DEFAULT '', document TEXT, kind INTEGER"         \
  ", side INTEGER, start INTEGER, stop INTEGER, position INTEGER"             \
  ", exact TEXT, prefix TEXT, suffix TEXT, fingerprint INTEGER, subject TEXT" \
  STOOD
#define ADD_HISTORY                                                           \
  ADD_TO ("history", "highlight TEXT NOT NULL DEFAULT ''")                    \
  ADD_TO ("history", "document TEXT") ADD_TO ("history", "kind INTEGER")      \
  ADD_TO ("history", "side INTEGER") ADD_TO ("history", "start INTEGER")      \
  ADD_TO ("history", "stop INTEGER") ADD_TO ("history", "position INTEGER")   \
  ADD_TO ("history", "exact TEXT") ADD_TO ("history", "prefix TEXT")          \
  ADD_TO ("history", "suffix TEXT")                                           \
  ADD_TO ("history", "fingerprint INTEGER") ADD_TO ("history", "subject TEXT")

/* The orders in which notes are listed, with all that the usual filters ask
   for, so that a list reads no note that it does not show.  */
#define NOTE_ORDER                                                            \
  "CREATE INDEX note_order ON note (deleted, coalesce (date, '') = '', date," \
  " document, start, side, id, state, highlight, kind)"
#define NOTE_TIME                                                             \
  "CREATE INDEX note_time ON note (deleted, modified, id, state, highlight,"  \
  " kind)"
#define NOTE_VERSIONS                                                         \
  "CREATE INDEX note_version ON note (version_of) WHERE version_of <> ''"

/* The tags and links of the notes in the lists: KEY is what is compared.  */
#define TAG_TABLE                                                             \
  "CREATE TABLE note_tag (key TEXT NOT NULL, note INTEGER NOT NULL,"          \
  " name TEXT NOT NULL, PRIMARY KEY (key, note)) WITHOUT ROWID"
#define TAG_INDEX "CREATE INDEX note_tag_note ON note_tag (note)"
#define LINK_TABLE                                                            \
  "CREATE TABLE note_link (key TEXT NOT NULL, kind INTEGER NOT NULL,"         \
  " note INTEGER NOT NULL, PRIMARY KEY (key, kind, note)) WITHOUT ROWID"
#define LINK_INDEX "CREATE INDEX note_link_note ON note_link (note)"

#define STATUS_TABLE                                                          \
  "CREATE TABLE reading (document TEXT PRIMARY KEY,"                          \
  " status INTEGER NOT NULL, changed TEXT NOT NULL, turn INTEGER NOT NULL,"   \
  " unread TEXT NOT NULL DEFAULT '', begun TEXT NOT NULL DEFAULT '',"         \
  " done TEXT NOT NULL DEFAULT '', collection TEXT, path TEXT, date TEXT,"    \
  " page TEXT, kept_column TEXT, original_title TEXT, translation_title TEXT,"\
  " original_author TEXT, translation_author TEXT)"

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

/* The reader's own terms: `choice` is enum term_choice.  */
#define OWN_TERM_TABLE                                                        \
  "CREATE TABLE own_term (text TEXT PRIMARY KEY, choice INTEGER NOT NULL,"    \
  " joined TEXT NOT NULL, created TEXT NOT NULL) WITHOUT ROWID"

/* Nothing is ever taken out of `note`, `history` and `correction`: what was
   deleted has a time in `deleted`.  `turn` counts up, so that two places of one
   second keep their order.  */
static const char *const schema[] = {
  "CREATE TABLE note (id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,"
  NOTE_TABLE ", deleted TEXT" NOTE_MORE ")",

  "CREATE INDEX note_document ON note (document)",

  "CREATE INDEX note_path ON note (path)",

  "CREATE TABLE history (id INTEGER PRIMARY KEY, note INTEGER NOT NULL,"
  " what TEXT NOT NULL, text TEXT NOT NULL, modified TEXT NOT NULL,"
  " until TEXT NOT NULL" HISTORY_MORE ")",

  "CREATE INDEX history_note ON history (note)",

  "CREATE TABLE place (document TEXT PRIMARY KEY, side INTEGER NOT NULL,"
  " at INTEGER NOT NULL, share REAL NOT NULL, seen TEXT NOT NULL,"
  " turn INTEGER NOT NULL, collection TEXT, path TEXT)",

  "CREATE INDEX place_turn ON place (turn)",

  "CREATE TABLE bookmark (letter TEXT PRIMARY KEY, document TEXT NOT NULL,"
  " side INTEGER NOT NULL, at INTEGER NOT NULL)",

  "CREATE TABLE draft (id INTEGER PRIMARY KEY, note INTEGER NOT NULL,"
  " based_on TEXT NOT NULL, uuid TEXT NOT NULL," NOTE_TABLE NOTE_MORE ")",

  "CREATE UNIQUE INDEX draft_note ON draft (note) WHERE note > 0",

  "CREATE UNIQUE INDEX draft_new ON draft (document, side, start, stop)"
  " WHERE note = 0",

  "CREATE TABLE choice (name TEXT PRIMARY KEY, value TEXT NOT NULL)",

  CORRECTION_TABLE,
  CORRECTION_INDEX,
  DISMISSAL_TABLE,
  NOTE_ORDER,
  NOTE_TIME,
  NOTE_VERSIONS,
  TAG_TABLE,
  TAG_INDEX,
  LINK_TABLE,
  LINK_INDEX,
  STATUS_TABLE,
  OWN_TERM_TABLE,
  NULL
};

static const char *const upgrades[] = {
  CORRECTION_TABLE ";" CORRECTION_INDEX ";" DISMISSAL_TABLE,
  ADD_MORE ("note") ADD_MORE ("draft") ADD_HISTORY NOTE_ORDER ";" NOTE_TIME
  ";" NOTE_VERSIONS ";" TAG_TABLE ";" TAG_INDEX ";" LINK_TABLE ";" LINK_INDEX
  ";" STATUS_TABLE,
  ADD_STOOD ("note") ADD_STOOD ("draft") ADD_STOOD ("history") OWN_TERM_TABLE,
  NULL
};

/* Version 3 has an index of tags and links.  */
static bool
upgraded (struct database *database, int from, struct err *err)
{
  return from >= 3 || note_index_all (database, err);
}

#define PLACE_VALUES                                                          \
  "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16,"    \
  " ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29"
#define NOTE_VALUES PLACE_VALUES ", ?30, ?31, ?32, ?33, ?34, ?35, ?36"
#define HISTORY_SELECT                                                        \
  "SELECT id, what, text, highlight, modified, until," ANCHOR_COLUMNS         \
  " FROM history"
#define STATUS_TURN "(SELECT coalesce (max (turn), 0) + 1 FROM reading)"

static const char *const statements[NOTEBOOK_STATEMENTS] = {
  [DATA_VERSION] = "PRAGMA data_version",

  [NOTE_NEW] = "INSERT INTO note (" NOTE_COLUMNS ") VALUES (" NOTE_VALUES ")",
  [NOTE_FULL] = "SELECT id, deleted," NOTE_COLUMNS " FROM note WHERE id = ?1",
  [NOTE_NAMED] = "SELECT id, deleted," NOTE_COLUMNS " FROM note"
                 " WHERE uuid = ?1",
  [NOTE_BARE] = "SELECT text, highlight, uuid, modified, deleted FROM note"
                " WHERE id = ?1",
  [NOTE_WORDS] = "SELECT text, exact, original_title, translation_title"
                 " FROM note WHERE id = ?1",
  [NOTE_EDIT] = "UPDATE note SET text = ?2, modified = ?3 WHERE id = ?1",
  [NOTE_HIGHLIGHT] = "UPDATE note SET highlight = ?2, modified = ?3"
                     " WHERE id = ?1",
  [NOTE_DELETE] = "UPDATE note SET deleted = ?2, modified = ?2 WHERE id = ?1",
  [NOTE_RESTORE] = "UPDATE note SET deleted = NULL, modified = ?2"
                   " WHERE id = ?1",
  [NOTE_ATTACH] = "UPDATE note SET (" PLACE_COLUMNS ") = (" PLACE_VALUES "),"
                  " state = ?30, modified = ?31 WHERE id = ?32",
  [NOTE_BECOME] = "UPDATE note SET text = ?2, highlight = ?3, created = ?4,"
                  " modified = ?5, deleted = ?6, version_of = ?7"
                  " WHERE id = ?1",
  [NOTE_VERSION] = "UPDATE note SET version_of = ?2 WHERE id = ?1",
  [NOTE_LOOKED] = "UPDATE note SET state = ?2 WHERE id = ?1",
  /* The `+' keeps SQLite from walking through the index of all notes.  */
  [NOTE_COUNT] = "SELECT count (*) FROM note WHERE document = ?1"
                 " AND +deleted IS NULL",
  [NOTE_COUNTS] = "SELECT coalesce (sum (state = 0), 0),"
                  " coalesce (sum (state = 1), 0),"
                  " coalesce (sum (state = 2), 0),"
                  " coalesce (sum (state = 3), 0) FROM note"
                  " WHERE deleted IS NULL",
  [NOTE_COUNT_DELETED] = "SELECT count (*) FROM note"
                         " WHERE deleted IS NOT NULL",
  [NOTE_COUNT_CONFLICTS] = "SELECT count (*) FROM note WHERE" NOTE_CONFLICTING
                           " AND +deleted IS NULL",
  [NOTES_ON] = "SELECT id, deleted," NOTE_COLUMNS " FROM note"
               " WHERE document = ?1 AND +deleted IS NULL",
  [HISTORY_ADD] = "INSERT INTO history (note, what, text, modified, until,"
                  " highlight) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
  [HISTORY_ANCHOR] = "UPDATE history SET (" ANCHOR_COLUMNS ") ="
                     " (SELECT " ANCHOR_COLUMNS " FROM note WHERE id = ?2)"
                     " WHERE id = ?1",
  [HISTORY_LIST] = HISTORY_SELECT " WHERE note = ?1 ORDER BY modified, id",
  [HISTORY_ALL] = "SELECT note, text, highlight, modified FROM history"
                  " ORDER BY note, modified, text, highlight",
  [HISTORY_ONE] = "SELECT text, highlight FROM history WHERE note = ?1"
                  " AND id = ?2",
  [HISTORY_HAS] = "SELECT 1 FROM history WHERE note = ?1 AND modified = ?2"
                  " AND text = ?3 AND highlight = ?4",

  [TAG_ADD] = "INSERT OR IGNORE INTO note_tag (key, note, name)"
              " VALUES (?1, ?2, ?3)",
  [TAG_DROP] = "DELETE FROM note_tag WHERE note = ?1",
  [TAG_LIST] = "SELECT key, count (*), min (name) = max (name), min (name)"
               " FROM note_tag GROUP BY key",
  [TAG_NAME] = "SELECT name FROM note_tag WHERE key = ?1 GROUP BY name"
               " ORDER BY count (*) DESC, name LIMIT 1",
  [LINK_ADD] = "INSERT OR IGNORE INTO note_link (key, kind, note)"
               " VALUES (?1, ?2, ?3)",
  [LINK_DROP] = "DELETE FROM note_link WHERE note = ?1",
  [LINK_LIST] = "SELECT id FROM note WHERE id IN (SELECT note FROM note_link"
                " WHERE kind = 0 AND key IN (?1, ?2, ?3, ?4))"
                " ORDER BY modified DESC, id",
  [LINK_LIST_NOTE] = "SELECT id FROM note WHERE id IN (SELECT note"
                     " FROM note_link WHERE kind = 1"
                     " AND key >= substr (?1, 1, 4) AND key <= ?1"
                     " AND substr (?1, 1, length (key)) = key)"
                     " ORDER BY modified DESC, id",
  [TEXTS_ALL] = "SELECT id, text FROM note WHERE deleted IS NULL",

  [STATUS_GET] = "SELECT status FROM reading WHERE document = ?1",
  [STATUS_SET] = "INSERT INTO reading (document, status, changed, turn,"
                 " unread, begun, done) VALUES (?1, ?2, ?3, " STATUS_TURN ","
                 " iif (?2 = 1, ?3, ''), iif (?2 = 2, ?3, ''),"
                 " iif (?2 = 3, ?3, '')) ON CONFLICT (document) DO UPDATE SET"
                 " status = ?2, changed = ?3, turn = " STATUS_TURN ","
                 " unread = iif (?2 = 1, ?3, unread),"
                 " begun = iif (?2 = 2, ?3, begun),"
                 " done = iif (?2 = 3, ?3, done)",
  [STATUS_CITE] = "UPDATE reading SET (" CITATION_COLUMNS ") ="
                  " (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) WHERE document = ?10",
  [STATUS_DROP] = "DELETE FROM reading WHERE document = ?1",
  [STATUS_LIST] = "SELECT document, status, unread, begun, done,"
                  CITATION_COLUMNS " FROM reading WHERE ?1 = 0 OR status = ?1"
                  " ORDER BY CASE status WHEN 2 THEN 0 ELSE status END,"
                  " turn DESC",
  [RENAME_STATUS] = "UPDATE OR IGNORE reading SET document = ?2"
                    " WHERE document = ?1",

  [RENAME_NOTES] = "UPDATE note SET document = ?2 WHERE document = ?1",
  [RENAME_PLACE] = "UPDATE OR IGNORE place SET document = ?2"
                   " WHERE document = ?1",
  [RENAME_BOOKMARKS] = "UPDATE bookmark SET document = ?2 WHERE document = ?1",
  [RENAME_DRAFTS] = "UPDATE OR IGNORE draft SET document = ?2"
                    " WHERE document = ?1",
  [FORMER_NAMES] = "SELECT document FROM note WHERE path = ?2"
                   " AND collection = ?1 AND document <> ?3"
                   " UNION SELECT document FROM place WHERE path = ?2"
                   " AND collection = ?1 AND document <> ?3"
                   " UNION SELECT document FROM reading WHERE path = ?2"
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
                " based_on) VALUES (" NOTE_VALUES ", ?37, ?38)",
  [DRAFT_DROP_NOTE] = "DELETE FROM draft WHERE note = ?1",
  [DRAFT_DROP_NEW] = "DELETE FROM draft WHERE note = 0 AND document = ?1"
                     " AND side = ?2 AND start = ?3 AND stop = ?4",
  [DRAFT_NEWEST] = "SELECT note, based_on," NOTE_COLUMNS " FROM draft"
                   " WHERE ?1 IS NULL OR document = ?1"
                   " ORDER BY id DESC LIMIT 1",
  [DRAFT_OF] = "SELECT note, based_on," NOTE_COLUMNS " FROM draft"
               " WHERE note = ?1 AND (?1 > 0 OR (document = ?2 AND side = ?3"
               " AND start = ?4 AND stop = ?5))",

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

  [OWN_TERMS] = "SELECT text, choice, joined FROM own_term ORDER BY text",
  [OWN_TERM] = "SELECT choice FROM own_term WHERE text = ?1",
  [OWN_TERM_PUT] = "INSERT OR REPLACE INTO own_term (text, choice, joined,"
                   " created) VALUES (?1, ?2, ?3, ?4)",
  [OWN_TERM_DROP] = "DELETE FROM own_term WHERE text = ?1",

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
  .upgraded = upgraded,
  .statements = statements,
  .statement_count = NOTEBOOK_STATEMENTS,
};
