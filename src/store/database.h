/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What both databases share: opening, settings, transactions, errors.  Internal
   to store/; SQLite is spoken here and nowhere above.  */
#ifndef STORE_DATABASE_H
#define STORE_DATABASE_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "store/library.h"

struct database;

/* What a database is.  The version of its schema is 1 + the number of
   upgrades.  */
struct database;

struct database_kind
{
  const char *name;          /* of the file */
  unsigned application_id;   /* PRAGMA application_id */
  bool precious;             /* rollback journal, synchronous=EXTRA, a backup
                                before an upgrade, a check before writing */
  /* What the connection must know before the schema is looked at; may be
     NULL.  */
  bool (*prepare) (struct database *database, struct err *err);
  const char *const *schema; /* today's: one CREATE statement each, written as
                                sqlite_schema keeps it; ended by NULL.  Those
                                with a quoted name ("CREATE TABLE 'words_...")
                                are made by the virtual table before them */
  const char *settings;      /* run when the schema is made; may be NULL */
  const char *const *upgrades;   /* number i (one or more statements) makes
                                    version i + 2 of i + 1; ended by NULL */
  /* What SQL alone can't do after the upgrades from version FROM on, in the same
     transaction; NULL: nothing.  */
  bool (*upgraded) (struct database *database, int from, struct err *err);
  const char *const *statements; /* numbered by an enum of the kind */
  size_t statement_count;
};

struct database
{
  const struct database_kind *kind;
  sqlite3 *handle;
  char *path;
  bool read_only; /* asked for, or the file or folder can't be written */
  bool immutable; /* on media that can't even be locked */
  bool network;   /* WAL would not work there */
  bool batch;     /* database_begin by the caller: further ones join it */
  bool sound;     /* integrity_check has passed before the first writing */
  sqlite3_stmt **statements; /* prepared when first used */
  bool (*waits) (void *data); /* library_heed; or NULL */
  void *waiting;              /* its DATA */
  double asked;               /* when it was asked last (heed.h) */
  bool stopped;               /* it said so */
};

/* The version of the schema that this program writes.  */
int database_version (const struct database_kind *kind);

/* Opens the database KIND in FOLDER by the rules of library_open; fills the
   all-zero DATABASE, which database_close empties.  */
bool database_open (struct database *database,
                    const struct database_kind *kind, const char *folder,
                    bool read_only, struct err *err);
void database_close (struct database *database);

/* The settings of HANDLE that need no look at the file: the database may come
   from anyone (sqlite.org/security.html).  */
void database_secure (sqlite3 *handle);

/* Opens the database KIND in the file PATH for reading as it is, of this version
   or an older one (*VERSION; its statements need not fit), and looks at its
   schema.  Never writes.  */
bool database_peek (struct database *database,
                    const struct database_kind *kind, const char *path,
                    int *version, struct err *err);

/* Copies DATABASE, compact, into the new file TO (0600), to the disk; what was
   begun of it is removed on error.  A file of that name is ERR_WRITE.  */
bool database_copy (struct database *database, const char *to,
                    struct err *err);

/* --- errors ------------------------------------------------------------- */

/* Fills ERR from SQLite's result CODE and the last message of DATABASE.
   Returns false.  */
bool database_fail (const struct database *database, int code,
                    struct err *err);

/* ERR_DB_DAMAGED with WHAT for detail.  Returns false.  */
bool database_damaged (const struct database *database, const char *what,
                       struct err *err);

/* Runs the statements SQL, which give no rows or none that matter.  */
bool database_run (struct database *database, const char *sql,
                   struct err *err);

/* The first number that SQL gives, into *NUMBER.  */
bool database_number (struct database *database, const char *sql,
                      long long *number, struct err *err);

/* The first text that SQL gives, cut into the SIZE bytes at TO.  */
bool database_word (struct database *database, const char *sql, char *to,
                    size_t size, struct err *err);

/* --- transactions ------------------------------------------------------- */

/* Begins to write; inside a batch: sets a point to come back to where the
   database is precious.
   ERR_DB_READONLY, ERR_DB_BUSY after two seconds, ERR_DB_DAMAGED where a
   precious database does not pass its check.  */
bool database_begin (struct database *database, struct err *err);

/* Commits when DONE, else goes back to where database_begin stood; inside a batch
   of what is not precious to where that began, and no more can be added to it.
   Returns whether it was committed; ERR is filled where that fails and kept where
   DONE is false.  After an error no transaction is left open but the batch.  */
bool database_end (struct database *database, bool done, struct err *err);

/* One transaction around many of the above.  */
bool database_begin_batch (struct database *database, struct err *err);
bool database_end_batch (struct database *database, struct err *err);
void database_drop_batch (struct database *database);

/* What is read until database_let_go sees one state and takes one lock for all,
   not one for each question; where that can't be, it takes one for each.  */
void database_hold (struct database *database);
void database_let_go (struct database *database);

/* --- schema (database_schema.c) ----------------------------------------- */

/* Looks at the database without writing: whose it is, its version, whether its
   schema is what we make.  *VERSION is 0 for an empty one, else at most
   database_version.  */
bool schema_look (struct database *database, int *version, struct err *err);

/* Makes the schema in an empty database, or upgrades an older one.  */
bool schema_make (struct database *database, struct err *err);

/* --- care (health.c) ---------------------------------------------------- */

/* Fills HEALTH; TABLE is what is counted.  */
bool database_health (struct database *database, const char *table,
                      struct store_health *health, struct err *err);

/* Whether all pages and texts are sound; what is wrong into the SIZE bytes at
   FOUND, else "ok".  */
bool database_check (struct database *database, char *found, size_t size,
                     struct err *err);

#endif
