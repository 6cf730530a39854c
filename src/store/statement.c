/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prepared statements: values in, rows out, checked.  */
#include <config.h>

#include "store/statement.h"

#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "book/document.h"
#include "store/pack.h"

struct row
row_of (struct database *database, size_t which)
{
  struct row row = { .database = database };
  sqlite3_stmt **kept = &database->statements[which];
  if (!*kept)
    row.code = sqlite3_prepare_v3 (database->handle,
                                   database->kind->statements[which], -1,
                                   SQLITE_PREPARE_PERSISTENT, kept, NULL);
  row.statement = *kept;
  return row;
}

struct row
row_made (struct database *database, const char *sql)
{
  struct row row = { .database = database };
  row.code = sqlite3_prepare_v2 (database->handle, sql, -1, &row.statement,
                                 NULL);
  return row;
}

void
row_drop (struct row *row)
{
  sqlite3_finalize (row->statement);
  row->statement = NULL;
}

void
put_number (struct row *row, long long number)
{
  sqlite3_bind_int64 (row->statement, ++row->at, number);
}

void
put_double (struct row *row, double number)
{
  sqlite3_bind_double (row->statement, ++row->at, number);
}

void
put_text (struct row *row, const char *text)
{
  put_bytes (row, text, text ? strlen (text) : 0);
}

void
put_bytes (struct row *row, const char *text, size_t len)
{
  if (sqlite3_bind_text64 (row->statement, ++row->at, text, len,
                           SQLITE_STATIC, SQLITE_UTF8)
      == SQLITE_TOOBIG)
    row->too_large = true;
}

void
put_blob (struct row *row, const struct buf *blob)
{
  if (sqlite3_bind_blob64 (row->statement, ++row->at, buf_string (blob),
                           blob->len, SQLITE_STATIC)
      == SQLITE_TOOBIG)
    row->too_large = true;
}

void
put_pointer (struct row *row, void *pointer, const char *type)
{
  sqlite3_bind_pointer (row->statement, ++row->at, pointer, type, NULL);
}

void
row_done (struct row *row)
{
  row->at = 0;
  if (!row->statement) /* it could not be prepared */
    return;
  sqlite3_reset (row->statement);
  sqlite3_clear_bindings (row->statement);
}

bool
row_next (struct row *row, struct err *err)
{
  if (err)
    err_clear (err);
  if (!row->statement)
    return database_fail (row->database, row->code, err);
  if (row->too_large)
    {
      row_done (row);
      return err_set (err, ERR_TOO_LARGE, row->database->path, NULL);
    }
  row->at = 0;
  int code = sqlite3_step (row->statement);
  if (code == SQLITE_ROW)
    return true;
  if (code != SQLITE_DONE)
    database_fail (row->database, code, err);
  row_done (row);
  return false;
}

bool
row_run (struct row *row, struct err *err)
{
  struct err found;
  bool more = row_next (row, &found);
  if (more)
    row_done (row);
  if (!more && found.code != ERR_NONE)
    {
      if (err)
        *err = found;
      return false;
    }
  return true;
}

const char *
peek_text (struct row *row, size_t *len)
{
  int at = row->at++;
  *len = 0;
  int type = sqlite3_column_type (row->statement, at);
  if (type == SQLITE_NULL)
    return NULL;
  const char *text = (const char *) sqlite3_column_text (row->statement, at);
  size_t bytes = (size_t) sqlite3_column_bytes (row->statement, at);
  if (type != SQLITE_TEXT || !text || memchr (text, 0, bytes)
      || utf8_check (text, bytes) != bytes)
    {
      row->bad = true;
      return NULL;
    }
  *len = bytes;
  return text;
}

char *
take_text_or_null (struct row *row)
{
  size_t len;
  const char *text = peek_text (row, &len);
  return text ? mem_copy (text, len) : NULL;
}

char *
take_sized (struct row *row, size_t *len)
{
  const char *text = peek_text (row, len);
  return mem_copy (text ? text : "", *len);
}

char *
take_text (struct row *row)
{
  size_t len;
  return take_sized (row, &len);
}

long long
take_number (struct row *row, long long low, long long high)
{
  int at = row->at++;
  long long number = sqlite3_column_int64 (row->statement, at);
  if (sqlite3_column_type (row->statement, at) == SQLITE_INTEGER
      && number >= low && number <= high)
    return number;
  row->bad = true;
  return low;
}

double
take_double (struct row *row, double low, double high)
{
  int at = row->at++;
  int type = sqlite3_column_type (row->statement, at);
  double number = sqlite3_column_double (row->statement, at);
  if ((type == SQLITE_FLOAT || type == SQLITE_INTEGER) && number >= low
      && number <= high)
    return number;
  row->bad = true;
  return low;
}

void
take_short (struct row *row, char *to, size_t size)
{
  size_t len;
  const char *text = peek_text (row, &len);
  if (len >= size)
    {
      row->bad = true;
      len = 0;
    }
  if (len)
    memcpy (to, text, len);
  to[len] = '\0';
}

void
take_hash (struct row *row, char *to)
{
  take_short (row, to, DOCUMENT_HASH_SIZE);
  if (strspn (to, "0123456789abcdef") != DOCUMENT_HASH_SIZE - 1)
    row->bad = true;
}

const unsigned char *
take_blob (struct row *row, size_t *len)
{
  int at = row->at++;
  *len = 0;
  if (sqlite3_column_type (row->statement, at) != SQLITE_BLOB)
    {
      row->bad = true;
      return NULL;
    }
  const void *blob = sqlite3_column_blob (row->statement, at);
  *len = (size_t) sqlite3_column_bytes (row->statement, at);
  return blob;
}

/* --- packed texts ------------------------------------------------------- */

void
put_packed (struct row *row, const char *text, size_t len, struct buf *room)
{
  buf_clear (room);
  pack_text (text, len, room);
  put_blob (row, room);
}

void
take_packed (struct row *row, struct buf *out)
{
  size_t len, before = out->len;
  if (sqlite3_column_type (row->statement, row->at) == SQLITE_TEXT)
    {
      const char *text = peek_text (row, &len);
      buf_add (out, text ? text : "", len);
      return;
    }
  const unsigned char *data = take_blob (row, &len);
  if (row->bad || !unpack_text (data, len, out)
      || (out->len > before
          && (memchr (out->data + before, 0, out->len - before)
              || utf8_check (out->data + before, out->len - before)
                   != out->len - before)))
    row->bad = true;
}
