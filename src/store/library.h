/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library: library.db, the index of documents.  Everything in it can be
   made again from the sources.  Not thread-safe: one handle, one thread.  */
#ifndef STORE_LIBRARY_H
#define STORE_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/vec.h"
#include "book/document.h"
#include "number/apparatus.h"

struct library;

/* Opens library.db in FOLDER and makes both where they are missing (0700, 0600;
   not when READ_ONLY, where a missing one is ERR_DB_OPEN).  A folder or file
   that can't be written is opened for reading; library_add then fails with
   ERR_DB_READONLY.  ERR_DB_NEWER, ERR_DB_FOREIGN and ERR_DB_DAMAGED leave the
   file as it is.  NULL on error.  */
struct library *library_open (const char *folder, bool read_only,
                              struct err *err);
void library_close (struct library *library);

/* The path of the database.  Lives as long as LIBRARY.  */
const char *library_path (const struct library *library);

/* While a search or a narrowing of the keyword index works, asks WAITS (DATA)
   every few milliseconds whether somebody waits for something more urgent: a
   piece of work that yields is given up then, to be done anew.  NULL: nobody ever
   does.  */
void library_heed (struct library *library, bool (*waits) (void *data),
                   void *data);

/* --- adding ------------------------------------------------------------- */

/* The version of all that makes a document of a file (decoding, import,
   sentences, beads, quantities, discrepancies, words to search, keywords): to be
   raised with each change of what they make, so that files are read and documents
   written again.  */
enum { LIBRARY_PIPELINE = 4 };

/* A file as the file system describes it: tells whether it must be read.  */
struct source_stamp
{
  long long size;
  long long mtime_ns;
};

/* What library_add did.  */
enum added
{
  ADDED_NEW,
  ADDED_CHANGED,   /* the document at this path has another text now, or is
                      translated, cut, aligned or titled otherwise */
  ADDED_SOURCE,    /* a text that is there already, at one more path */
  ADDED_UNCHANGED
};

struct added_document
{
  enum added what;
  long long id;
  /* ADDED_CHANGED: the identity the document had before, whose notes go on
     with it now (notebook_rename_document; the same as now where the original
     has not changed); "" otherwise.  */
  char former[DOCUMENT_HASH_SIZE];
};

/* The collection whose root is the absolute folder ROOT, or that holds ROOT:
   its number, and in PREFIX (freed by the caller, also on error) the path of
   ROOT within it, "" or ending in a slash.  A new one is named after the last
   part of ROOT, with "-2" and so on behind it where that name is taken.  A
   collection of that name whose root is no longer there has moved: it is given
   the new root.  0 on error; ERR_ENCODING for a name that is not UTF-8.  */
long long library_collection (struct library *library, const char *root,
                              char **prefix, struct err *err);

/* The name of COLLECTION; the caller frees it; NULL where there is none.  */
char *library_collection_name (struct library *library, long long collection);

/* Whether the file PATH of COLLECTION was added with this STAMP by this version
   of the pipeline, and so need not be read again.  */
bool library_knows (struct library *library, long long collection,
                    const char *path, const struct source_stamp *stamp);

/* How many files were added by an older version of the program and were made
   otherwise than they would be now; -1 on error.  */
long long library_outdated (struct library *library, struct err *err);

/* Adds DOCUMENT (whole: document_is_whole) and what it states, APPARATUS (NULL
   for nothing: numbers.h), found at PATH of COLLECTION.  Same
   hash: the same document, wherever it lies; other hash at the same path: the
   document has changed and keeps its number, unless its text also stands at
   another path, where it stays; else a new document.  A document is told by the
   file it came from first, which also says how it is translated and aligned,
   until that file is gone or another one has more sides.  A path that comes to
   hold the text of another known document leaves the former one in the library:
   files that change names lose no notes.  ERR_ENCODING: a text or PATH is not
   UTF-8 or holds a NUL; a batch goes on.  After another error nothing of
   DOCUMENT is added, nor of the batch (library_commit says so).  */
bool library_add (struct library *library, const struct document *document,
                  const struct apparatus *apparatus, long long collection,
                  const char *path,
                  const struct source_stamp *stamp,
                  struct added_document *added, struct err *err);

/* Batches: all library_add between begin and commit are one transaction.
   Rolled back when the library is closed before.  */
bool library_begin (struct library *library, struct err *err);
bool library_commit (struct library *library, struct err *err);

/* Keeps the order of all documents by date: to be called when a run of
   library_add ends.  Left out, each search has to find it.  */
bool library_sort_documents (struct library *library, struct err *err);

/* --- reading ------------------------------------------------------------ */

/* A line of the list of documents.  */
struct listed
{
  long long id;
  char *sort; /* its place in the order: date, page, path */
  char hash[DOCUMENT_HASH_SIZE];
  char *date; /* none of these is NULL */
  char *page;
  char *title[SIDES];
  char *collection;
  char *path;
  size_t beads;
  size_t grave; /* discrepancies, so severe */
  size_t minor;
};

struct listing VEC (struct listed);

void listing_free (struct listing *listing);

/* Which documents, and from where on.  */
struct library_query
{
  const char *filter;  /* NULL, or words that must all stand in date, titles,
                          authors, column or path; folded for comparing */
  const char *after;   /* NULL, or only those behind this place (listed.sort) */
  long long after_id;
  bool backwards;      /* from the end, or before `after`; nearest first */
  size_t limit;        /* at most so many; 0: all */
};

/* Appends the documents that QUERY asks for to LISTING, by date, page and
   path, undated ones last; takes time by LIMIT, not by the size of the library,
   where there is no filter.  */
bool library_list (struct library *library, const struct library_query *query,
                   struct listing *listing, struct err *err);

/* Appends the row of document ID to LISTING; ERR_NOT_FOUND.  */
bool library_row (struct library *library, long long id,
                  struct listing *listing, struct err *err);

/* How many documents fit FILTER (NULL: all).  -1 on error.  */
long long library_count (struct library *library, const char *filter,
                         struct err *err);

/* How many documents stand before the one at place (SORT, ID).  */
long long library_rank (struct library *library, const char *sort,
                        long long id, struct err *err);

/* The document with that number, whole; the caller frees it.  NULL:
   ERR_NOT_FOUND or ERR_DB_DAMAGED.  */
struct document *library_document (struct library *library, long long id,
                                   struct err *err);

/* The number of the document with this identity; 0 where there is none.  */
long long library_find_hash (struct library *library, const char *hash);

/* The number of the document at COLLECTION/PATH; 0 where there is none.  */
long long library_find_source (struct library *library,
                               const char *collection, const char *path);

/* The document that NAME means: a number, a path of a file (absolute or from
   the current folder), a path within a collection, or a unique part of a title
   or path.  0: ERR_NOT_FOUND or ERR_AMBIGUOUS.  */
long long library_find (struct library *library, const char *name,
                        struct err *err);

/* --- care --------------------------------------------------------------- */

/* What doctor says of the database.  */
struct store_health
{
  bool read_only;
  bool network;       /* the folder is on a network file system */
  char journal[16];   /* "wal", "delete", ... */
  char check[256];    /* "ok", or what quick_check and the text check found */
  long long rows;     /* documents, or notes */
  long long bytes;
  int version;        /* of the schema */
};

/* The version of SQLite that runs: "3.40.1".  */
const char *store_engine (void);

bool library_health (struct library *library, struct store_health *health,
                     struct err *err);

#endif
