/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can still be read of a damaged notebook, table by table.  */
#include <config.h>

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "store/backup_private.h"
#include "store/notebook_private.h"

/* A table of the notebook: what it is ordered by, and the indices (each with its
   first column) that say which rows there are where the table itself does not
   tell any more.  */
struct table
{
  const char *name;
  const char *key;
  const char *index[4][2];
};

static const struct table tables[] = {
  { "note", "rowid",
    { { "note_document", "document" },
      { "note_path", "path" },
      { "sqlite_autoindex_note_1", "uuid" } } },
  { "history", "rowid", { { "history_note", "note" } } },
  { "correction", "rowid", { { "correction_document", "document" } } },
  { "draft", "rowid", { { NULL, NULL } } },
  { "place", "rowid", { { "sqlite_autoindex_place_1", "document" } } },
  { "bookmark", "rowid", { { "sqlite_autoindex_bookmark_1", "letter" } } },
  { "choice", "rowid", { { "sqlite_autoindex_choice_1", "name" } } },
  { "reading", "rowid", { { "sqlite_autoindex_reading_1", "document" } } },
  { "dismissal", "document", { { NULL, NULL } } },
  { "own_term", "text", { { NULL, NULL } } },
};

struct numbers VEC (long long);

/* A table being copied.  */
struct copying
{
  sqlite3 *from;
  sqlite3 *to;
  const struct table *table;
  char *columns; /* those that both have, joined by commas */
  int count;
  sqlite3_stmt *insert;
  long long dirty;      /* rows that were read from the first on and are no
                           rows of a notebook */
  struct numbers known; /* rowids that some index has, each once */
  bool whole;           /* all of the table, or of an index, was read */
};

/* SQL, which is freed, prepared; NULL where that can't be.  */
static sqlite3_stmt *
prepared (sqlite3 *handle, char *sql)
{
  sqlite3_stmt *statement = NULL;
  sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL);
  sqlite3_free (sql);
  return statement;
}

/* --- rows ---------------------------------------------------------------- */

/* Whether the value in COLUMN is no text, or one of UTF-8 without NUL.  */
static bool
is_clean (sqlite3_stmt *row, int column)
{
  if (sqlite3_column_type (row, column) != SQLITE_TEXT)
    return true;
  const char *text = (const char *) sqlite3_column_text (row, column);
  size_t len = (size_t) sqlite3_column_bytes (row, column);
  return text && !memchr (text, 0, len) && utf8_check (text, len) == len;
}

/* Copies the row; one that is there already stays as it is.  */
static void
copy_row (struct copying *c, sqlite3_stmt *row)
{
  for (int i = 0; i < c->count; i++)
    if (!is_clean (row, i))
      {
        c->dirty++;
        return;
      }
  for (int i = 0; i < c->count; i++)
    sqlite3_bind_value (c->insert, i + 1, sqlite3_column_value (row, i));
  sqlite3_step (c->insert);
  sqlite3_reset (c->insert);
}

/* Copies all rows from one end on until one can't be read.  Returns whether the
   other end was reached.  */
static bool
copy_from_end (struct copying *c, const char *direction)
{
  sqlite3_stmt *rows
    = prepared (c->from,
                sqlite3_mprintf ("SELECT %s FROM %s ORDER BY %s %s",
                                 c->columns, c->table->name, c->table->key,
                                 direction));
  int code = SQLITE_ERROR;
  while (rows && (code = sqlite3_step (rows)) == SQLITE_ROW)
    copy_row (c, rows);
  sqlite3_finalize (rows);
  return code == SQLITE_DONE;
}

/* Copies the rows that some index has, one by one.  */
static void
copy_known (struct copying *c)
{
  sqlite3_stmt *one
    = prepared (c->from,
                sqlite3_mprintf ("SELECT %s FROM %s WHERE rowid = ?1",
                                 c->columns, c->table->name));
  for (size_t i = 0; one && i < c->known.len; i++)
    {
      sqlite3_bind_int64 (one, 1, c->known.items[i]);
      if (sqlite3_step (one) == SQLITE_ROW)
        copy_row (c, one);
      sqlite3_reset (one);
    }
  sqlite3_finalize (one);
}

/* --- what there should be -------------------------------------------------- */

static int
by_number (const void *a, const void *b)
{
  long long x = *(const long long *) a, y = *(const long long *) b;
  return x < y ? -1 : x > y;
}

/* Adds the rowids that an index has, from one end on; returns whether the other
   was reached.  */
static bool
read_index (struct copying *c, const char *const index[2],
            const char *direction)
{
  sqlite3_stmt *rows
    = prepared (c->from,
                sqlite3_mprintf ("SELECT rowid FROM %s INDEXED BY %s"
                                 " ORDER BY %s %s",
                                 c->table->name, index[0], index[1],
                                 direction));
  int code = SQLITE_ERROR;
  while (rows && (code = sqlite3_step (rows)) == SQLITE_ROW)
    VEC_PUSH (&c->known, sqlite3_column_int64 (rows, 0));
  sqlite3_finalize (rows);
  return code == SQLITE_DONE;
}

static void
learn_rows (struct copying *c)
{
  struct numbers *known = &c->known;
  size_t kept = 0;
  for (size_t i = 0; i < 4 && c->table->index[i][0]; i++)
    if (read_index (c, c->table->index[i], "ASC"))
      c->whole = true;
    else
      read_index (c, c->table->index[i], "DESC");
  if (known->len > 1)
    qsort (known->items, known->len, sizeof *known->items, by_number);
  for (size_t i = 0; i < known->len; i++)
    if (kept == 0 || known->items[i] != known->items[kept - 1])
      known->items[kept++] = known->items[i];
  known->len = kept;
}

/* --- tables -------------------------------------------------------------- */

/* Fills in the columns that the table has on both sides; none where it is not
   there at all.  */
static void
find_columns (struct copying *c)
{
  struct buf columns = BUF_INIT;
  sqlite3_stmt *ours
    = prepared (c->to, sqlite3_mprintf ("SELECT name FROM"
                                        " pragma_table_info (%Q)",
                                        c->table->name));
  while (ours && sqlite3_step (ours) == SQLITE_ROW)
    {
      const char *name = (const char *) sqlite3_column_text (ours, 0);
      sqlite3_stmt *theirs
        = prepared (c->from, sqlite3_mprintf ("SELECT %s FROM %s LIMIT 0",
                                              name, c->table->name));
      if (theirs)
        {
          buf_add_format (&columns, "%s%s", c->count ? ", " : "", name);
          c->count++;
        }
      sqlite3_finalize (theirs);
    }
  sqlite3_finalize (ours);
  c->columns = buf_take (&columns);
}

static void
prepare_insert (struct copying *c)
{
  struct buf sql = BUF_INIT;
  buf_add_format (&sql, "INSERT OR IGNORE INTO %s (%s) VALUES (",
                  c->table->name, c->columns);
  for (int i = 0; i < c->count; i++)
    buf_add_string (&sql, i ? ", ?" : "?");
  buf_add_string (&sql, ")");
  sqlite3_prepare_v2 (c->to, buf_string (&sql), -1, &c->insert, NULL);
  buf_free (&sql);
}

/* Copies the table of C as far as it leads to its rows.  */
static void
copy_table (struct copying *c)
{
  find_columns (c);
  if (c->count > 0)
    prepare_insert (c);
  c->whole = c->insert && copy_from_end (c, "ASC");
  if (c->insert && !c->whole)
    {
      copy_from_end (c, "DESC");
      learn_rows (c);
      copy_known (c);
    }
  sqlite3_finalize (c->insert);
  free (c->columns);
}

/* The number that SQL, which is freed, gives; 0 where it gives none.  */
static long long
number_of (sqlite3 *handle, char *sql)
{
  sqlite3_stmt *row = prepared (handle, sql);
  long long number = row && sqlite3_step (row) == SQLITE_ROW
                       ? sqlite3_column_int64 (row, 0)
                       : 0;
  sqlite3_finalize (row);
  return number;
}

/* Adds what came of the table of C to SALVAGED.  */
static void
count_table (struct copying *c, struct salvaged *salvaged)
{
  const char *name = c->table->name;
  long long rows = number_of (
    c->to, sqlite3_mprintf ("SELECT count (*) FROM %s", name));
  long long known = (long long) c->known.len;
  if (strcmp (name, "note") == 0)
    salvaged->notes = rows;
  else
    salvaged->others += rows;
  if (known > rows)
    salvaged->lost += known - rows;
  else if (known == 0)
    salvaged->lost += c->dirty;
  salvaged->unsure = salvaged->unsure || !c->whole;
  VEC_FREE (&c->known);
}

/* Takes the notes out again that are not what a note must be.  */
static bool
drop_damaged (struct notebook *notebook, struct salvaged *salvaged,
              struct err *err)
{
  sqlite3 *handle = notebook->database.handle;
  sqlite3_stmt *ids
    = prepared (handle, sqlite3_mprintf ("SELECT id FROM note"));
  struct numbers bad = { NULL, 0, 0 };
  while (ids && sqlite3_step (ids) == SQLITE_ROW)
    {
      struct note note;
      long long id = sqlite3_column_int64 (ids, 0);
      if (notebook_note (notebook, id, &note, NULL))
        note_clear (&note);
      else
        VEC_PUSH (&bad, id);
    }
  sqlite3_finalize (ids);
  bool done = true;
  for (size_t i = 0; done && i < bad.len; i++)
    {
      char *sql = sqlite3_mprintf ("DELETE FROM note WHERE id = %lld",
                                   bad.items[i]);
      done = database_run (&notebook->database, sql, err);
      sqlite3_free (sql);
    }
  salvaged->lost += (long long) bad.len;
  VEC_FREE (&bad);
  return done;
}

bool
salvage_rows (sqlite3 *from, const struct buf *bytes, size_t page,
              struct notebook *notebook, struct salvaged *salvaged,
              struct err *err)
{
  enum { TABLES = sizeof tables / sizeof *tables };
  struct copying copies[TABLES];
  sqlite3 *to = notebook->database.handle;
  if (!database_begin (&notebook->database, err))
    return false;
  for (size_t i = 0; i < TABLES; i++)
    {
      copies[i] = (struct copying) { .from = from, .to = to,
                                     .table = &tables[i] };
      if (from)
        copy_table (&copies[i]);
    }
  salvage_pages (buf_string (bytes), bytes->len, page, to);
  bool done = drop_damaged (notebook, salvaged, err)
              && note_index_all (&notebook->database, err);
  for (size_t i = 0; i < TABLES; i++)
    count_table (&copies[i], salvaged);
  return database_end (&notebook->database, done, err);
}
