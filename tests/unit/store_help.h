/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of store/ share: folders that go away, small documents and
   notes, and the databases seen from outside.  */
#ifndef STORE_HELP_H
#define STORE_HELP_H

#include <stdbool.h>
#include <stddef.h>

#include "book/document.h"
#include "book/note.h"
#include "store/library.h"
#include "store/notebook.h"

/* Two identities.  */
#define HASH_A "0123456789abcdef0123456789abcdef"
#define HASH_B "ffffffffffffffffffffffffffffffff"

/* A new empty folder under TMPDIR, else /dev/shm, else /tmp; folder_drop
   removes it with all it holds and frees its name.  */
char *folder_new (void);
void folder_drop (char *folder);

/* FOLDER/NAME; the caller frees it.  */
char *path_in (const char *folder, const char *name);

/* Writes the file PATH.  */
void file_put (const char *path, const char *bytes, size_t len);

/* The permission bits of PATH; -1 where it is not there.  */
int mode_of (const char *path);

/* A document whose lines are its paragraphs and sentences, bead by bead from
   the top; whole, with its identity.  TRANSLATION may be "".  */
struct document *document_sample (const char *original,
                                  const char *translation);

/* The same, dated and titled.  */
struct document *document_dated (const char *original, const char *date,
                                 const char *page, const char *title);

/* A note saying TEXT on bytes START to END of the original of DOCUMENT, an
   identity.  Release with note_clear.  */
struct note note_sample (const char *document, const char *text, size_t start,
                         size_t end);

/* Runs SQL on the database PATH with all of SQLite's care switched off.
   Returns whether it went well.  */
bool raw_run (const char *path, const char *sql);

/* The first value of SQL as a number; -1 where there is none.  */
long long raw_number (const char *path, const char *sql);

/* The first value of SQL; the caller frees it; NULL where there is none.  */
char *raw_text (const char *path, const char *sql);

/* Opens, failing the case where that fails.  */
struct library *library_in (const char *folder);
struct notebook *notebook_in (const char *folder);

/* What add_at says that its files are: 10 bytes, of 20 s after the epoch.  */
#define STAMP { 10, 20000000000 }

/* Adds DOCUMENT, which is freed, at PATH of COLLECTION.  */
struct added_document add_at (struct library *library, long long collection,
                              const char *path, struct document *document);

/* The collection of the folder ROOT.  */
long long collection_at (struct library *library, const char *root);

/* Adds a note as note_sample makes it; returns its number.  */
long long add_note_at (struct notebook *notebook, const char *document,
                       const char *text, size_t at);

/* Checks that QUERY gives notes of the texts WANT, joined by commas.  */
void check_list (struct notebook *notebook, const struct note_query *query,
                 const char *want);

/* A folder with a notebook of NOTES notes and a library of as many
   documents.  */
char *folder_filled (int notes);

/* A file as it was before something was done to it.  */
struct before
{
  char *path;
  char *bytes;
  size_t len;
};

/* FOLDER/NAME as it is now; before_free frees what is kept.  */
struct before remember (const char *folder, const char *name);
bool unchanged (const struct before *before);
void before_free (struct before *before);

/* Opens and closes; returns the error, ERR_NONE where it went well.  */
enum err_code open_notebook (const char *folder);
enum err_code open_library (const char *folder);

/* Checks the integrity of the database PATH.  */
void check_sound (const char *path);

#endif
