/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes and their history read from the pages of a damaged notebook themselves
   (sqlite.org/fileformat2.html), where what leads to a page is lost.  */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "store/backup_private.h"
#include "store/notebook_private.h"

enum { LEAF = 0x0D, MOST_VALUES = 40 };

/* The tables that are read so: how many columns their rows had in each version
   of the schema, and which says of when the row is.  */
static const struct shape
{
  const char *table;
  int columns[3];
  int when;
} shapes[] = {
  { "note", { 27, 37, 38 }, 16 },
  { "history", { 6, 18, 19 }, 5 },
};

struct pages
{
  const unsigned char *bytes;
  size_t len;
  size_t size; /* of a page */
};

/* A value of a record: an integer, a text, or NULL.  */
struct value
{
  bool null;
  long long number;
  const char *text; /* NULL: a number */
  size_t len;
};

struct record
{
  long long rowid;
  struct value values[MOST_VALUES];
  int count;
};

static size_t
be16 (const unsigned char *at)
{
  return (size_t) at[0] << 8 | at[1];
}

static size_t
be32 (const unsigned char *at)
{
  return be16 (at) << 16 | be16 (at + 2);
}

/* The number of variable length at *AT, which moves behind it; false beyond
   END.  */
static bool
take_varint (const unsigned char **at, const unsigned char *end,
             unsigned long long *number)
{
  *number = 0;
  for (int i = 0; i < 9; i++)
    {
      if (*at >= end)
        return false;
      unsigned char byte = *(*at)++;
      *number = i == 8 ? *number << 8 | byte : *number << 7 | (byte & 0x7F);
      if (i == 8 || byte < 0x80)
        return true;
    }
  return true;
}

/* How many of the LEN bytes of a record stand on its page of SIZE bytes.  */
static size_t
local_bytes (size_t len, size_t size)
{
  size_t most = size - 35, least = (size - 12) * 32 / 255 - 23;
  if (len <= most)
    return len;
  size_t local = least + (len - least) % (size - 4);
  return local <= most ? local : least;
}

/* Adds what stands of a record on the pages from NUMBER on to OUT, until LEN bytes
   are there.  */
static bool
add_overflow (const struct pages *p, size_t number, size_t len,
              struct buf *out)
{
  size_t most = p->len / p->size;
  for (size_t i = 0; out->len < len; i++)
    {
      if (number < 1 || number > most || i > most)
        return false;
      const unsigned char *page = p->bytes + (number - 1) * p->size;
      size_t want = len - out->len, there = p->size - 4;
      buf_add (out, (const char *) page + 4, want < there ? want : there);
      number = be32 (page);
    }
  return true;
}

/* Reads the whole cell at byte AT of PAGE: its rowid, and its bytes into OUT.  */
static bool
read_cell (const struct pages *p, const unsigned char *page, size_t at,
           long long *rowid, struct buf *out)
{
  const unsigned char *from = page + at, *end = page + p->size;
  unsigned long long len, id;
  if (at >= p->size || !take_varint (&from, end, &len)
      || !take_varint (&from, end, &id) || len > p->len)
    return false;
  size_t local = local_bytes ((size_t) len, p->size);
  bool more = local < len;
  if ((size_t) (end - from) < local + (more ? 4 : 0))
    return false;
  *rowid = (long long) id;
  buf_clear (out);
  buf_add (out, (const char *) from, local);
  return !more || add_overflow (p, be32 (from + local), (size_t) len, out);
}

/* The value of serial type TYPE at *AT, which moves behind it; false where there
   is none such in a notebook.  */
static bool
take_value (unsigned long long type, const unsigned char **at,
            const unsigned char *end, struct value *value)
{
  static const unsigned char widths[] = { 0, 1, 2, 3, 4, 6, 8 };
  *value = (struct value) { .null = type == 0 };
  if (type == 8 || type == 9)
    value->number = (long long) type - 8;
  if (type == 0 || type == 8 || type == 9)
    return true;
  if (type <= 6)
    {
      size_t width = widths[type];
      if ((size_t) (end - *at) < width)
        return false;
      unsigned long long number = **at & 0x80 ? ~0ULL : 0;
      for (size_t i = 0; i < width; i++)
        number = number << 8 | *(*at)++;
      value->number = (long long) number;
      return true;
    }
  if (type < 13 || type % 2 == 0 || (type - 13) / 2 > (size_t) (end - *at))
    return false;
  value->len = (size_t) (type - 13) / 2;
  value->text = (const char *) *at;
  *at += value->len;
  return !memchr (value->text, 0, value->len)
         && utf8_check (value->text, value->len) == value->len;
}

/* Reads the record in BYTES.  */
static bool
read_record (const struct buf *bytes, struct record *record)
{
  const unsigned char *head = (const unsigned char *) buf_string (bytes);
  const unsigned char *start = head, *end = head + bytes->len;
  unsigned long long size, type;
  record->count = 0;
  if (!take_varint (&head, end, &size) || size > bytes->len)
    return false;
  const unsigned char *body = start + size, *stop = body;
  while (head < stop)
    if (record->count == MOST_VALUES || !take_varint (&head, stop, &type)
        || !take_value (type, &body, end, &record->values[record->count++]))
      return false;
  return body == end;
}

/* Whether RECORD may be a row of the table of SHAPE: the number of a row stands
   beside it, so its first value is NULL.  */
static bool
has_shape (const struct record *record, const struct shape *shape)
{
  const struct value *v = record->values;
  return (record->count == shape->columns[0]
          || record->count == shape->columns[1]
          || record->count == shape->columns[2])
         && v[0].null && record->rowid > 0 && v[shape->when].text
         && v[shape->when].len == NOTE_TIME_SIZE - 1;
}

/* --- putting them where they belong --------------------------------------- */

/* Whether the row of RECORD is there already, and of no earlier time; one that is
   older goes.  */
static bool
is_there (sqlite3 *to, const struct shape *shape, const struct record *record)
{
  const struct value *when = &record->values[shape->when];
  sqlite3_stmt *row = NULL;
  bool there = false;
  char *sql = sqlite3_mprintf ("DELETE FROM %s WHERE id = %lld AND %s < ?1",
                               shape->table, record->rowid,
                               shape->when == 16 ? "modified" : "until");
  if (sqlite3_prepare_v2 (to, sql, -1, &row, NULL) == SQLITE_OK)
    {
      sqlite3_bind_text64 (row, 1, when->text, when->len, SQLITE_STATIC,
                           SQLITE_UTF8);
      sqlite3_step (row);
    }
  sqlite3_finalize (row);
  sqlite3_free (sql);
  sql = sqlite3_mprintf ("SELECT 1 FROM %s WHERE id = %lld", shape->table,
                         record->rowid);
  if (sqlite3_prepare_v2 (to, sql, -1, &row, NULL) == SQLITE_OK)
    there = sqlite3_step (row) == SQLITE_ROW;
  sqlite3_finalize (row);
  sqlite3_free (sql);
  return there;
}

/* The first COUNT columns of TABLE and as many question marks.  */
static char *
insert_sql (sqlite3 *to, const char *table, int count)
{
  struct buf sql = BUF_INIT;
  sqlite3_stmt *names = NULL;
  char *ask = sqlite3_mprintf ("SELECT name FROM pragma_table_info (%Q)"
                               " LIMIT %d",
                               table, count);
  buf_add_format (&sql, "INSERT OR IGNORE INTO %s (", table);
  sqlite3_prepare_v2 (to, ask, -1, &names, NULL);
  for (int i = 0; sqlite3_step (names) == SQLITE_ROW; i++)
    buf_add_format (&sql, "%s%s", i ? ", " : "",
                    (const char *) sqlite3_column_text (names, 0));
  sqlite3_finalize (names);
  sqlite3_free (ask);
  buf_add_string (&sql, ") VALUES (?");
  for (int i = 1; i < count; i++)
    buf_add_string (&sql, ", ?");
  buf_add_string (&sql, ")");
  return buf_take (&sql);
}

static void
insert (sqlite3 *to, const struct shape *shape, const struct record *record)
{
  sqlite3_stmt *row = NULL;
  char *sql = insert_sql (to, shape->table, record->count);
  if (sqlite3_prepare_v2 (to, sql, -1, &row, NULL) == SQLITE_OK)
    {
      sqlite3_bind_int64 (row, 1, record->rowid);
      for (int i = 1; i < record->count; i++)
        {
          const struct value *v = &record->values[i];
          if (v->text)
            sqlite3_bind_text64 (row, i + 1, v->text, v->len, SQLITE_STATIC,
                                 SQLITE_UTF8);
          else if (!v->null)
            sqlite3_bind_int64 (row, i + 1, v->number);
        }
      sqlite3_step (row);
    }
  sqlite3_finalize (row);
  free (sql);
}

static void
read_page (const struct pages *p, size_t index, sqlite3 *to)
{
  const unsigned char *page = p->bytes + index * p->size;
  const unsigned char *head = page + (index == 0 ? 100 : 0);
  struct buf bytes = BUF_INIT;
  size_t cells = be16 (head + 3);
  for (size_t i = 0;
       head[0] == LEAF && i < cells && head + 10 + 2 * i <= page + p->size; i++)
    {
      struct record record;
      if (!read_cell (p, page, be16 (head + 8 + 2 * i), &record.rowid, &bytes)
          || !read_record (&bytes, &record))
        continue;
      for (size_t k = 0; k < sizeof shapes / sizeof *shapes; k++)
        if (has_shape (&record, &shapes[k])
            && !is_there (to, &shapes[k], &record))
          insert (to, &shapes[k], &record);
    }
  buf_free (&bytes);
}

void
salvage_pages (const char *bytes, size_t len, size_t size, sqlite3 *to)
{
  struct pages p = { (const unsigned char *) bytes, len, size };
  for (size_t i = 0; (i + 1) * size <= len; i++)
    read_page (&p, i, to);
}
