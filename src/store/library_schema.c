/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of library.db and all that is ever asked of them.  */
#include <config.h>

#include "store/library_private.h"
#include "store/search_index.h"

/* `sort` is the place in the order; `folded` the lines that a filter looks at
   (library_filter.h), kept in that order so that a filtered list is one way
   through a small table; `sides` how many sides have text; `print` tells
   whether anything but the path is different.  The texts have a table of their
   own, so that a list goes through small rows, and are packed (pack.h);
   `original_size` and `translation_size` count them (library_sizes.h).

   A number's id is number_id of its document and its place there, so that those
   of a document lie together and need no index; `facing` is the place of the
   one that faces it, or 0.  `point` is its start in code points.  `low`,
   `high`, `value` and `base_high` are value_key; `value` is the low bound in
   the base unit, or the high one where low is open ("").  `value`, `base_high` and
   `base_unit` are "" where the base unit changes nothing, as in most rows.

   `number_sorted` is what an index on them would be, but it is filled in order
   when a run of adding ends: an index would be written all over, page by page,
   with each transaction.  Its last columns save looking into
   `number`.  The documents whose numbers are not there yet stand
   in `number_unsorted`.  */
#define NUMBER                                                                \
  "CREATE TABLE number (id INTEGER PRIMARY KEY, side INTEGER NOT NULL,"       \
  " start INTEGER NOT NULL, stop INTEGER NOT NULL, point INTEGER NOT NULL,"   \
  " context INTEGER NOT NULL, context_stop INTEGER NOT NULL,"                 \
  " bead INTEGER NOT NULL, kind INTEGER NOT NULL, qualifier INTEGER NOT NULL,"\
  " low TEXT NOT NULL, high TEXT NOT NULL, unit TEXT NOT NULL,"               \
  " value TEXT NOT NULL, base_high TEXT NOT NULL, base_unit TEXT NOT NULL,"   \
  " facing INTEGER NOT NULL)"
#define NUMBER_SORTED                                                         \
  "CREATE TABLE number_sorted (base_unit TEXT NOT NULL, value TEXT NOT NULL," \
  " id INTEGER NOT NULL, kind INTEGER NOT NULL, side INTEGER NOT NULL,"       \
  " facing INTEGER NOT NULL,"                                                 \
  " PRIMARY KEY (base_unit, value, id)) WITHOUT ROWID"
#define NUMBER_UNSORTED                                                       \
  "CREATE TABLE number_unsorted (document INTEGER PRIMARY KEY)"

/* With which aids a document was aligned (align_digest).  */
#define ALIGNED                                                               \
  "CREATE TABLE aligned (document INTEGER PRIMARY KEY,"                       \
  " aids INTEGER NOT NULL)"

/* The full-text index (search_index.h) and, as FTS5 itself writes them, its
   tables.  */
#define WORDS                                                                 \
  "CREATE VIRTUAL TABLE words USING fts5 (tokens, content='',"                \
  " tokenize='enface')"
#define CHARACTERS                                                            \
  "CREATE VIRTUAL TABLE characters USING fts5 (tokens, content='',"           \
  " detail=none, columnsize=0, tokenize='enface')"
#define VOCABULARY                                                            \
  "CREATE VIRTUAL TABLE vocabulary USING fts5vocab (words, row)"
#define OWN_DATA(name)                                                        \
  "CREATE TABLE '" name "_data'(id INTEGER PRIMARY KEY, block BLOB)"
#define OWN_IDX(name)                                                         \
  "CREATE TABLE '" name "_idx'(segid, term, pgno, PRIMARY KEY(segid, term))"  \
  " WITHOUT ROWID"
#define OWN_CONFIG(name)                                                      \
  "CREATE TABLE '" name "_config'(k PRIMARY KEY, v) WITHOUT ROWID"

/* The numbers of all documents by date (search_order.h); no row while that is
   not known.  */
#define DATE_ORDER                                                            \
  "CREATE TABLE date_order (id INTEGER PRIMARY KEY, documents BLOB NOT NULL)"

/* What a batch of adding changes is written in one piece; pieces are merged
   eight at a time, as more are added.  */
#define INDEX_SET                                                             \
  "INSERT INTO words (words, rank) VALUES ('hashsize', 67108864),"            \
  " ('automerge', 8);"                                                        \
  "INSERT INTO characters (characters, rank) VALUES ('hashsize', 16777216),"  \
  " ('automerge', 8)"

/* The terms of all documents.  `word` is what tells them apart, `form` what is
   shown, `key` what they are sorted by.  `often` (occurrences) and `score` are
   kept negative, so that an order that rises begins with the highest.  A term
   that has no documents yet stands in none of the orders, which are written when
   a run of adding ends (library_count_keywords).

   `document_keyword` has the terms of each document (keyword_words.h) and the
   date it had then; `keyword_wait` the documents that are not in the sums as
   they are now, and what of them is.  */
#define KEYWORD                                                               \
  "CREATE TABLE keyword (id INTEGER PRIMARY KEY, tongue INTEGER NOT NULL,"    \
  " word TEXT NOT NULL, form TEXT NOT NULL, key TEXT NOT NULL,"               \
  " found INTEGER NOT NULL, documents INTEGER NOT NULL DEFAULT 0,"            \
  " often INTEGER NOT NULL DEFAULT 0, alone INTEGER NOT NULL DEFAULT 0,"      \
  " first TEXT NOT NULL DEFAULT '', last TEXT NOT NULL DEFAULT '',"           \
  " score REAL NOT NULL DEFAULT 0)"
#define KEYWORD_WORD                                                          \
  "CREATE UNIQUE INDEX keyword_word ON keyword (tongue, word)"
#define KEYWORD_SCORE                                                         \
  "CREATE INDEX keyword_score ON keyword (tongue, score, id)"                 \
  " WHERE documents > 0"
#define KEYWORD_OFTEN                                                         \
  "CREATE INDEX keyword_often ON keyword (tongue, often, id)"                 \
  " WHERE documents > 0"
#define KEYWORD_KEY                                                           \
  "CREATE INDEX keyword_key ON keyword (tongue, key, id)"                     \
  " WHERE documents > 0"
#define DOCUMENT_KEYWORD                                                      \
  "CREATE TABLE document_keyword (document INTEGER PRIMARY KEY, date TEXT,"   \
  " words BLOB NOT NULL)"
#define KEYWORD_WAIT_TABLE                                                    \
  "CREATE TABLE keyword_wait (document INTEGER PRIMARY KEY, date TEXT,"       \
  " words BLOB)"

const char *const KEYWORD_ORDERS_DROP
  = "DROP INDEX keyword_score; DROP INDEX keyword_often;"
    " DROP INDEX keyword_key";
const char *const KEYWORD_ORDERS_MAKE
  = KEYWORD_SCORE ";" KEYWORD_OFTEN ";" KEYWORD_KEY;

static const char *const schema[] = {
  "CREATE TABLE collection (id INTEGER PRIMARY KEY,"
  " name TEXT NOT NULL UNIQUE, root TEXT NOT NULL UNIQUE)",

  "CREATE TABLE document (id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE,"
  " sort TEXT NOT NULL, date TEXT, page TEXT, original TEXT, translation TEXT,"
  " collection INTEGER NOT NULL, path TEXT NOT NULL, beads INTEGER NOT NULL,"
  " sides INTEGER NOT NULL, print INTEGER NOT NULL,"
  " grave INTEGER NOT NULL DEFAULT 0, minor INTEGER NOT NULL DEFAULT 0,"
  " original_size INTEGER NOT NULL DEFAULT 0,"
  " translation_size INTEGER NOT NULL DEFAULT 0)",

  "CREATE INDEX document_sort ON document (sort)",

  "CREATE TABLE finding (sort TEXT NOT NULL, document INTEGER NOT NULL,"
  " folded TEXT NOT NULL, PRIMARY KEY (sort, document)) WITHOUT ROWID",

  "CREATE TABLE text (document INTEGER PRIMARY KEY, kept_column TEXT,"
  " original_author TEXT, translation_author TEXT,"
  " original_lang TEXT NOT NULL, translation_lang TEXT NOT NULL,"
  " shape BLOB NOT NULL, original TEXT NOT NULL, translation TEXT NOT NULL)",

  "CREATE TABLE source (collection INTEGER NOT NULL, path TEXT NOT NULL,"
  " document INTEGER NOT NULL, size INTEGER NOT NULL, mtime INTEGER NOT NULL,"
  " pipeline INTEGER NOT NULL, PRIMARY KEY (collection, path)) WITHOUT ROWID",

  "CREATE INDEX source_document ON source (document)",

  "CREATE TABLE total (name TEXT PRIMARY KEY, value INTEGER NOT NULL)"
  " WITHOUT ROWID",

  NUMBER,
  NUMBER_SORTED,
  NUMBER_UNSORTED,
  ALIGNED,

  WORDS,
  OWN_DATA ("words"),
  OWN_IDX ("words"),
  "CREATE TABLE 'words_docsize'(id INTEGER PRIMARY KEY, sz BLOB)",
  OWN_CONFIG ("words"),
  CHARACTERS,
  OWN_DATA ("characters"),
  OWN_IDX ("characters"),
  OWN_CONFIG ("characters"),
  VOCABULARY,
  DATE_ORDER,

  KEYWORD,
  KEYWORD_WORD,
  KEYWORD_SCORE,
  KEYWORD_OFTEN,
  KEYWORD_KEY,
  DOCUMENT_KEYWORD,
  KEYWORD_WAIT_TABLE,
  NULL
};

/* What an upgrade can't fill in comes with the files, which are read again
   (LIBRARY_PIPELINE).  */
static const char *const upgrades[] = {
  "ALTER TABLE document ADD COLUMN grave INTEGER NOT NULL DEFAULT 0;"
  "ALTER TABLE document ADD COLUMN minor INTEGER NOT NULL DEFAULT 0;"
  NUMBER ";" NUMBER_SORTED ";" NUMBER_UNSORTED,

  "ALTER TABLE document ADD COLUMN"
  " original_size INTEGER NOT NULL DEFAULT 0;"
  "ALTER TABLE document ADD COLUMN"
  " translation_size INTEGER NOT NULL DEFAULT 0;"
  ALIGNED ";" WORDS ";" CHARACTERS ";" VOCABULARY ";" DATE_ORDER ";" INDEX_SET
  ";" KEYWORD ";" KEYWORD_WORD ";" KEYWORD_SCORE ";" KEYWORD_OFTEN
  ";" KEYWORD_KEY ";" DOCUMENT_KEYWORD ";" KEYWORD_WAIT_TABLE,

  /* The index with beginnings of words and characters behind words; keywords
     that are sorted character by character.  */
  "DROP TABLE vocabulary; DROP TABLE words; DROP TABLE characters;"
  WORDS ";" CHARACTERS ";" VOCABULARY ";" INDEX_SET ";"
  "DELETE FROM keyword; DELETE FROM document_keyword;"
  "DELETE FROM keyword_wait",
  NULL
};

/* Documents of two sides that were aligned otherwise.  */
#define STALE                                                                 \
  " FROM document d LEFT JOIN aligned a ON a.document = d.id"                 \
  " WHERE d.sides = 2 AND coalesce (a.aids, 0) <> ?1"

#define LISTED                                                                \
  "SELECT id, sort, hash, date, page, original, translation,"                 \
  " (SELECT name FROM collection WHERE id = document.collection), path,"      \
  " beads, grave, minor FROM document "

static const char *const statements[LIBRARY_STATEMENTS] = {
  [COLLECTIONS] = "SELECT id, root FROM collection ORDER BY id",
  [COLLECTION_NAMED] = "SELECT id, root FROM collection WHERE name = ?1",
  [COLLECTION_NAME] = "SELECT name FROM collection WHERE id = ?1",
  [COLLECTION_NEW] = "INSERT INTO collection (name, root) VALUES (?1, ?2)",
  [COLLECTION_MOVE] = "UPDATE collection SET root = ?2 WHERE id = ?1",

  [SOURCE_STAMP] = "SELECT size, mtime, pipeline FROM source"
                   " WHERE collection = ?1 AND path = ?2",
  [SOURCE_DOCUMENT] = "SELECT document FROM source"
                      " WHERE collection = ?1 AND path = ?2",
  [SOURCE_PUT] = "INSERT OR REPLACE INTO source (collection, path, document,"
                 " size, mtime, pipeline) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
  [SOURCE_DROP] = "DELETE FROM source WHERE collection = ?1 AND path = ?2",
  [SOURCE_OTHER] = "SELECT collection, path, root, size, mtime FROM source"
                   " JOIN collection ON collection.id = source.collection"
                   " WHERE document = ?1"
                   " AND NOT (collection = ?2 AND path = ?3)"
                   " ORDER BY collection, path",
  [SOURCE_NAMED] = "SELECT document FROM source WHERE path = ?2"
                   " AND collection ="
                   " (SELECT id FROM collection WHERE name = ?1)",

  [DOCUMENT_BY_HASH] = "SELECT id FROM document WHERE hash = ?1",
  [DOCUMENT_BY_ID] = "SELECT id FROM document WHERE id = ?1",
  [DOCUMENT_KEPT] = "SELECT hash, print, sides, collection, path,"
                    " (SELECT root FROM collection"
                    "  WHERE id = document.collection)"
                    " FROM document WHERE id = ?1",
  [DOCUMENT_COLLECTION] = "SELECT collection FROM document WHERE id = ?1",
  [DOCUMENT_PUT] = "INSERT INTO document (id, hash, sort, date, page,"
                   " original, translation, collection, path, beads, sides,"
                   " print, original_size, translation_size) VALUES (?1, ?2,"
                   " ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"
                   " ON CONFLICT (id) DO UPDATE SET"
                   " original_size = excluded.original_size,"
                   " translation_size = excluded.translation_size,"
                   " hash = excluded.hash, sort = excluded.sort,"
                   " date = excluded.date, page = excluded.page,"
                   " original = excluded.original,"
                   " translation = excluded.translation,"
                   " collection = excluded.collection, path = excluded.path,"
                   " beads = excluded.beads, sides = excluded.sides,"
                   " print = excluded.print",
  [DOCUMENT_FULL] = "SELECT d.hash, (SELECT name FROM collection"
                    " WHERE id = d.collection), d.path, d.date, d.page,"
                    " t.kept_column, d.original, d.translation,"
                    " t.original_author, t.translation_author,"
                    " t.original_lang, t.translation_lang, t.original,"
                    " t.translation, t.shape FROM document d"
                    " LEFT JOIN text t ON t.document = d.id WHERE d.id = ?1",
  [TEXT_PUT] = "INSERT OR REPLACE INTO text (document, kept_column,"
               " original_author, translation_author, original_lang,"
               " translation_lang, shape, original, translation)"
               " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",

  [LIST_FORWARDS] = LISTED "WHERE (sort, id) > (?1, ?2)"
                           " ORDER BY sort, id LIMIT ?3",
  [LIST_BACKWARDS] = LISTED "WHERE (sort, id) < (?1, ?2)"
                            " ORDER BY sort DESC, id DESC LIMIT ?3",
  [LIST_ONE] = LISTED "WHERE id = ?1",
  [FIND_FORWARDS] = "SELECT document, folded FROM finding"
                    " WHERE (sort, document) > (?1, ?2)"
                    " ORDER BY sort, document",
  [FIND_BACKWARDS] = "SELECT document, folded FROM finding"
                     " WHERE (sort, document) < (?1, ?2)"
                     " ORDER BY sort DESC, document DESC",
  [FIND_ALL] = "SELECT document, folded FROM finding",
  [FIND_PUT] = "INSERT OR REPLACE INTO finding (sort, document, folded)"
               " VALUES (?1, ?2, ?3)",
  [FIND_DROP] = "DELETE FROM finding WHERE document = ?1"
                " AND sort = (SELECT sort FROM document WHERE id = ?1)",
  [RANK] = "SELECT count (*) FROM document WHERE (sort, id) < (?1, ?2)",
  [COUNT_ALL] = "SELECT value FROM total WHERE name = 'documents'",
  [COUNT_MORE] = "INSERT INTO total (name, value) VALUES ('documents', 1)"
                 " ON CONFLICT (name) DO UPDATE SET value = value + 1",

  [DISCREPANCIES_PUT] = "UPDATE document SET grave = ?2, minor = ?3"
                        " WHERE id = ?1",
  [NUMBERS_DROP] = "DELETE FROM number WHERE id BETWEEN ?1 AND ?2",
  [SORTED_DROP] = "DELETE FROM number_sorted WHERE (base_unit, value, id) IN"
                  " (SELECT " NUMBER_BASE_UNIT ", " NUMBER_BASE_VALUE
                  ", n.id FROM number n WHERE n.id BETWEEN ?1 AND ?2)",
  [SORTED_FILL] = "INSERT OR IGNORE INTO number_sorted (base_unit, value, id,"
                  " kind, side, facing) SELECT " NUMBER_BASE_UNIT
                  ", " NUMBER_BASE_VALUE ", n.id, n.kind, n.side, n.facing FROM number_unsorted u"
                  " CROSS JOIN number n ON n.id BETWEEN u.document << 24"
                  " AND (u.document << 24) + 16777215 ORDER BY 1, 2, 3",
  [UNSORTED_PUT] = "INSERT OR IGNORE INTO number_unsorted (document)"
                   " VALUES (?1)",
  [UNSORTED_DROP] = "DELETE FROM number_unsorted",
  [UNSORTED] = "SELECT EXISTS (SELECT 1 FROM number_unsorted)",
  [SORTED_UNIT] = "SELECT base_unit FROM number_sorted WHERE base_unit > ?1"
                  " ORDER BY base_unit LIMIT 1",
  [LAST_DOCUMENT] = "SELECT coalesce (max (id), 0) FROM document",
  [NUMBER_PUT] = "INSERT INTO number (id, side, start, stop, point, context,"
                 " context_stop, bead, kind, qualifier, low, high, unit, value,"
                 " base_high, base_unit, facing) VALUES (?1, ?2, ?3, ?4, ?5,"
                 " ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
  [NUMBER_ROW] = "SELECT d.hash, d.sort, d.date, (SELECT name FROM collection"
                 " WHERE id = d.collection), d.path, d.original,"
                 " d.translation, n.side, n.start, n.stop, n.point, n.context,"
                 " n.context_stop, n.bead, n.kind, n.qualifier, n.low, n.high,"
                 " n.unit, " NUMBER_BASE_VALUE ", " NUMBER_BASE_HIGH ", "
                 NUMBER_BASE_UNIT ", n.facing,"
                 " coalesce (f.start, 0), coalesce (f.stop, 0) FROM number n"
                 " JOIN document d ON d.id = n.id >> 24"
                 " LEFT JOIN number f ON n.facing > 0"
                 " AND f.id = (n.id >> 24 << 24) + n.facing WHERE n.id = ?1",
  [NUMBER_PLACE] = "SELECT side, context, context_stop, facing FROM"
                   " number"
                   " WHERE id = ?1",
  [NUMBER_LIKE] = "SELECT " NUMBER_BASE_UNIT ", " NUMBER_BASE_VALUE
                  ", CASE " NUMBER_BASE_HIGH " WHEN '' THEN "
                  NUMBER_BASE_VALUE " ELSE " NUMBER_BASE_HIGH
                  " END, n.kind FROM number n WHERE n.id = ?1",
  [SIZES] = "SELECT id, substr (date, 1, 15), sides,"
            " CAST (original_size AS REAL), CAST (translation_size AS REAL)"
            " FROM document WHERE id > ?1 ORDER BY id LIMIT ?2",
  [TEXT_LANGS] = "SELECT original_lang, translation_lang FROM text"
                 " WHERE document = ?1",
  [TEXT_SIDES] = "SELECT original, translation FROM text WHERE document = ?1",
  [ALIGNED_PUT] = "INSERT OR REPLACE INTO aligned (document, aids)"
                  " VALUES (?1, ?2)",
  [STALE_COUNT] = "SELECT count (*)" STALE,
  [STALE_NEXT] = "SELECT d.id" STALE " AND d.id > ?2 ORDER BY d.id LIMIT 1",
  [BEADS_PUT] = "UPDATE document SET beads = ?2, print = ?3 WHERE id = ?1",
  [SHAPE_PUT] = "UPDATE text SET shape = ?2 WHERE document = ?1",
  [INDEX_PUT] = "INSERT INTO words (rowid, tokens) VALUES (?1, ?2)",
  [INDEX_DROP] = "INSERT INTO words (words, rowid, tokens)"
                 " VALUES ('delete', ?1, ?2)",
  [CHARACTERS_PUT] = "INSERT INTO characters (rowid, tokens)"
                     " VALUES (?1, ?2)",
  [CHARACTERS_DROP] = "INSERT INTO characters (characters, rowid, tokens)"
                      " VALUES ('delete', ?1, ?2)",
  [CHARACTERS_ANY] = "SELECT rowid FROM characters WHERE characters MATCH ?1"
                     " LIMIT 1",
  [CHARACTERS_COUNT] = "SELECT count (*) FROM characters"
                       " WHERE characters MATCH ?1",
  [INDEX_HAS] = "SELECT id FROM words_docsize WHERE id = ?1",
  [WORDS_ANY] = "SELECT rowid FROM words WHERE words MATCH ?1 LIMIT 1",
  [WORDS_LENGTHS] = "SELECT id, sz FROM words_docsize",
  [WORDS_PLACES] = "SELECT rowid, occurrences (words, ?3) FROM words"
                   " WHERE words MATCH ?1 AND rowid >= ?2 ORDER BY rowid",
  [WORDS_SIDES] = "SELECT rowid, occurrences (words, ?3),"
                  " occurrences (words, ?4) FROM words"
                  " WHERE words MATCH ?1 AND rowid >= ?2 ORDER BY rowid",
  [WORDS_COUNT] = "SELECT count (*) FROM words WHERE words MATCH ?1",
  [DOCUMENT_DATE] = "SELECT date FROM document WHERE id = ?1",
  [DOCUMENT_SORT] = "SELECT sort FROM document WHERE id = ?1",
  [VOCABULARY_SUM] = "SELECT coalesce (sum (cnt), 0) FROM vocabulary"
                     " WHERE term >= ?1 AND term < ?2",
  [ORDER_GET] = "SELECT documents FROM date_order WHERE id = 1",
  [ORDER_PUT] = "INSERT OR REPLACE INTO date_order (id, documents)"
                " VALUES (1, ?1)",
  [ORDER_DROP] = "DELETE FROM date_order",
  [DATA_VERSION] = "PRAGMA data_version",
  [DOCUMENTS_BY_DATE] = "SELECT id FROM document ORDER BY sort, id",
  [OUTDATED] = "SELECT count (*) FROM source WHERE pipeline < ?1",
  [KEYWORD_NUMBER] = "SELECT id, form, - often FROM keyword"
                     " WHERE tongue = ?1 AND word = ?2",
  [KEYWORD_NEW] = "INSERT INTO keyword (tongue, word, form, key, found)"
                  " VALUES (?1, ?2, ?3, ?4, ?5)",
  [KEYWORD_FORM_PUT] = "UPDATE keyword SET form = ?2, key = ?3 WHERE id = ?1",
  [KEYWORD_WAIT] = "INSERT OR IGNORE INTO keyword_wait (document, date, words)"
                   " SELECT ?1, (SELECT date FROM document_keyword"
                   " WHERE document = ?1), (SELECT words FROM document_keyword"
                   " WHERE document = ?1)",
  [KEYWORD_WORDS_PUT] = "INSERT OR REPLACE INTO document_keyword (document,"
                        " date, words) VALUES (?1,"
                        " (SELECT date FROM document WHERE id = ?1"
                        "  AND date GLOB '[0-9][0-9][0-9][0-9]*'"
                        "  AND NOT date GLOB '*[^0-9-]*'"
                        "  AND length (date) <= 10), ?2)",
  [KEYWORD_WORDS] = "SELECT words FROM document_keyword WHERE document = ?1",
  [KEYWORD_WORDS_ALL] = "SELECT document, date, words FROM document_keyword"
                        " ORDER BY document",
  [KEYWORD_WAITING] = "SELECT w.date, coalesce (w.words, x''), d.date,"
                      " coalesce (d.words, x'') FROM keyword_wait w"
                      " LEFT JOIN document_keyword d"
                      " ON d.document = w.document",
  [KEYWORD_WAITS] = "SELECT EXISTS (SELECT 1 FROM keyword_wait)",
  [KEYWORD_WAIT_DROP] = "DELETE FROM keyword_wait",
  [KEYWORD_SUMS] = "SELECT tongue, word, found, documents, - often, alone,"
                   " first, last FROM keyword WHERE id = ?1",
  [KEYWORD_SUMS_PUT] = "UPDATE keyword SET documents = ?2, often = ?3,"
                       " alone = ?4, first = ?5, last = ?6, score = ?7"
                       " WHERE id = ?1",
  [KEYWORD_DROP] = "DELETE FROM keyword WHERE id = ?1",
  [KEYWORD_LAST] = "SELECT coalesce (max (id), 0) FROM keyword",
  [KEYWORD_ROW] = "SELECT id, tongue, word, form, key, documents, - often,"
                  " alone, found, first, last, - score FROM keyword"
                  " WHERE id = ?1",
  [KEYWORD_FOUND] = "SELECT word FROM keyword WHERE tongue = ?1"
                    " AND documents > 0 AND found > 0 AND documents > 1"
                    " ORDER BY often LIMIT ?2",
  [TOTAL_VALUE] = "SELECT value FROM total WHERE name = ?1",
  [TOTAL_PUT] = "INSERT OR REPLACE INTO total (name, value) VALUES (?1, ?2)",
};

const struct database_kind library_kind = {
  .name = "library.db",
  .application_id = 0x656E664C, /* "enfL" */
  .prepare = index_register,
  .schema = schema,
  .settings = INDEX_SET,
  .upgrades = upgrades,
  .statements = statements,
  .statement_count = LIBRARY_STATEMENTS,
};
