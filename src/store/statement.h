/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prepared statements: values in, rows out, checked.  What stands in a database
   is not to be trusted: a text that is not UTF-8 or holds a NUL, a number out
   of bounds, a value of another type make the row bad.  Internal to store/.  */
#ifndef STORE_STATEMENT_H
#define STORE_STATEMENT_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"
#include "store/database.h"

/* A statement being filled in or read, value by value from the left.  */
struct row
{
  struct database *database;
  sqlite3_stmt *statement; /* NULL where it could not be prepared */
  int code;                /* SQLite's, where that failed */
  int at;                  /* the value that comes next, from 0 */
  bool too_large;          /* a value put is beyond SQLite's limit */
  bool bad;                /* a value taken was not what it must be */
};

/* Statement number WHICH of DATABASE, ready to be filled in.  What is put must
   live until row_done, row_run or the row_next that returns false.  */
struct row row_of (struct database *database, size_t which);

/* The statement SQL, which is made for one use: ready to be filled in, let go
   for good by row_drop.  SQL holds nothing that a user wrote.  */
struct row row_made (struct database *database, const char *sql);
void row_drop (struct row *row);

/* Each fills in the next parameter.  */
void put_number (struct row *row, long long number);
void put_double (struct row *row, double number);
void put_text (struct row *row, const char *text); /* NULL is NULL */
void put_bytes (struct row *row, const char *text, size_t len);
void put_blob (struct row *row, const struct buf *blob);
void put_pointer (struct row *row, void *pointer, const char *type); /* for one
                                              of our own functions */

/* Goes to the next row: true when there is one.  At the end, and on an error,
   which fills ERR (ERR_NONE else), the statement is let go.  */
bool row_next (struct row *row, struct err *err);

/* Runs the statement to its end and lets it go.  */
bool row_run (struct row *row, struct err *err);

/* Lets the statement go before its end: it holds a lock until then.  */
void row_done (struct row *row);

/* Each takes the next value of the row.  The texts are copies that the caller
   frees; "" for NULL.  */
char *take_text (struct row *row);
char *take_text_or_null (struct row *row);
char *take_sized (struct row *row, size_t *len);

/* Within LOW and HIGH, else the row is bad and LOW is returned.  */
long long take_number (struct row *row, long long low, long long high);
double take_double (struct row *row, double low, double high);

/* A text of less than SIZE bytes, into TO; "" for NULL.  */
void take_short (struct row *row, char *to, size_t size);

/* A document's identity into TO: 32 hexadecimal digits.  */
void take_hash (struct row *row, char *to);

/* The LEN bytes of a blob, which live until the next row.  */
const unsigned char *take_blob (struct row *row, size_t *len);

/* Puts the LEN bytes at TEXT packed (pack.h) into ROOM, which must live as long
   as what is put, and fills in the next parameter with that.  */
void put_packed (struct row *row, const char *text, size_t len,
                 struct buf *room);

/* Appends the next value, a packed text or a plain one, to OUT.  */
void take_packed (struct row *row, struct buf *out);

/* The next value where it is a text, not copied: lives until the next row.  */
const char *peek_text (struct row *row, size_t *len);

#endif
