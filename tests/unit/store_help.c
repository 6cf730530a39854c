/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of store/ share.  */
#include <config.h>

#include "store_help.h"

#include <ftw.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "check.h"
#include "text/fold.h"

char *
folder_new (void)
{
  /* In memory where that can be had: saving waits for the disk.  */
  const char *under = getenv ("TMPDIR");
  if (!under || !*under)
    under = access ("/dev/shm", W_OK | X_OK) == 0 ? "/dev/shm" : "/tmp";
  char *folder = mem_format ("%s/enface-test-XXXXXX", under);
  if (!mkdtemp (folder))
    {
      perror (folder);
      exit (99);
    }
  return folder;
}

static int
drop_one (const char *path, const struct stat *status, int type,
          struct FTW *where)
{
  (void) status;
  (void) type;
  (void) where;
  return remove (path);
}

void
folder_drop (char *folder)
{
  nftw (folder, drop_one, 16, FTW_DEPTH | FTW_PHYS);
  free (folder);
}

char *
path_in (const char *folder, const char *name)
{
  return mem_format ("%s/%s", folder, name);
}

void
file_put (const char *path, const char *bytes, size_t len)
{
  FILE *file = fopen (path, "wb");
  if (!file || fwrite (bytes, 1, len, file) != len || fclose (file) != 0)
    {
      perror (path);
      exit (99);
    }
}

int
mode_of (const char *path)
{
  struct stat status;
  return stat (path, &status) == 0 ? (int) (status.st_mode & 0777) : -1;
}

/* Cuts a side at its newlines.  */
static void
cut_lines (struct side_text *side)
{
  for (size_t at = 0; at < side->len;)
    {
      const char *end = memchr (side->text + at, '\n', side->len - at);
      size_t stop = end ? (size_t) (end - side->text) + 1 : side->len;
      struct range range = { at, stop };
      VEC_PUSH (&side->sentences,
                (struct sentence) { range, side->paragraphs.len });
      VEC_PUSH (&side->paragraphs, (struct paragraph) { range, BLOCK_BODY });
      at = stop;
    }
}

struct document *
document_sample (const char *original, const char *translation)
{
  struct document *document = document_new ();
  document_set_text (document, ORIGINAL, original, strlen (original));
  document_set_text (document, TRANSLATION, translation,
                     strlen (translation));
  size_t count[SIDES];
  for (enum side s = 0; s < SIDES; s++)
    {
      cut_lines (&document->side[s]);
      count[s] = document->side[s].sentences.len;
    }
  for (size_t i = 0; i < count[ORIGINAL] || i < count[TRANSLATION]; i++)
    VEC_PUSH (&document->beads,
              (struct bead) {
                { i < count[0] ? i : count[0], i < count[1] ? i : count[1] },
                { i < count[0], i < count[1] },
                0.75F });
  enum side s = document_identity_side (document);
  fold_identity (document->side[s].text, document->side[s].len,
                 document->hash);
  return document;
}

struct document *
document_dated (const char *original, const char *date, const char *page,
                const char *title)
{
  struct document *document = document_sample (original, "Facing.\n");
  document->date = mem_string (date);
  document->page = mem_string (page);
  document->side[ORIGINAL].title = mem_string (title);
  return document;
}

struct note
note_sample (const char *document, const char *text, size_t start, size_t end)
{
  struct note note = { .text = mem_string (text) };
  snprintf (note.document, sizeof note.document, "%s", document);
  note.anchor = (struct anchor) {
    .kind = ANCHOR_SPAN,
    .side = ORIGINAL,
    .range = { start, end },
    .exact = mem_string ("钢铁"),
    .prefix = mem_string ("before "),
    .suffix = mem_string (" behind"),
    .fingerprint = 0xFEDCBA9876543210ULL,
  };
  note.sentence[ORIGINAL] = mem_string ("before 钢铁 behind");
  note.sentence[TRANSLATION] = mem_string ("before steel behind");
  note.citation.path = mem_string ("a/1.txt");
  note.citation.collection = mem_string ("papers");
  note.citation.title[ORIGINAL] = mem_string ("题目");
  note.citation.title[TRANSLATION] = mem_string ("The Heading");
  return note;
}

static sqlite3 *
raw_open (const char *path)
{
  sqlite3 *handle;
  if (sqlite3_open (path, &handle) != SQLITE_OK)
    return NULL;
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  return handle;
}

bool
raw_run (const char *path, const char *sql)
{
  sqlite3 *handle = raw_open (path);
  char *message = NULL;
  bool done = sqlite3_exec (handle, sql, NULL, NULL, &message) == SQLITE_OK;
  if (!done)
    printf ("%s: %s: %s\n", path, sql, message);
  sqlite3_free (message);
  sqlite3_close (handle);
  return done;
}

char *
raw_text (const char *path, const char *sql)
{
  sqlite3 *handle = raw_open (path);
  sqlite3_stmt *statement = NULL;
  char *text = NULL;
  if (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) == SQLITE_OK
      && sqlite3_step (statement) == SQLITE_ROW)
    text = mem_string ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return text;
}

long long
raw_number (const char *path, const char *sql)
{
  char *text = raw_text (path, sql);
  long long number = text ? atoll (text) : -1;
  free (text);
  return number;
}

static void *
must (void *opened, const struct err *err)
{
  if (!opened)
    {
      printf ("%s: %s (%s)\n", err->where, err_sentence (err->code),
              err->detail);
      exit (1);
    }
  return opened;
}

struct library *
library_in (const char *folder)
{
  struct err err = ERR_INIT;
  return must (library_open (folder, false, &err), &err);
}

struct notebook *
notebook_in (const char *folder)
{
  struct err err = ERR_INIT;
  return must (notebook_open (folder, false, &err), &err);
}

struct added_document
add_at (struct library *library, long long collection, const char *path,
        struct document *document)
{
  struct source_stamp stamp = STAMP;
  struct added_document added;
  struct err err = ERR_INIT;
  CHECK (library_add (library, document, NULL, collection, path, &stamp, &added,
                      &err));
  CHECK_STRING (err.detail, "");
  document_free (document);
  return added;
}

long long
collection_at (struct library *library, const char *root)
{
  struct err err = ERR_INIT;
  char *prefix;
  long long id = library_collection (library, root, &prefix, &err);
  CHECK (id != 0);
  CHECK_STRING (prefix, "");
  free (prefix);
  return id;
}

long long
add_note_at (struct notebook *notebook, const char *document,
             const char *text, size_t at)
{
  struct err err = ERR_INIT;
  struct note note = note_sample (document, text, at, at + 6);
  CHECK (notebook_add (notebook, &note, &err));
  CHECK_STRING (err.detail, "");
  long long id = note.id;
  note_clear (&note);
  return id;
}

void
check_list (struct notebook *notebook, const struct note_query *query,
            const char *want)
{
  struct notes notes = { NULL, 0, 0 };
  struct buf texts = BUF_INIT;
  struct err err;
  CHECK (notebook_list (notebook, query, &notes, &err));
  for (size_t i = 0; i < notes.len; i++)
    buf_add_format (&texts, "%s%s", i ? "," : "", notes.items[i].text);
  CHECK_STRING (buf_string (&texts), want);
  buf_free (&texts);
  notes_free (&notes);
}

char *
folder_filled (int notes)
{
  char *folder = folder_new ();
  struct err err;
  struct notebook *notebook = notebook_in (folder);
  struct library *library = library_in (folder);
  long long c = collection_at (library, folder);
  for (int i = 0; i < notes; i++)
    {
      char *text = mem_format ("note %d #tag\n", i);
      struct note note = note_sample (HASH_A, text, (size_t) i, 100);
      CHECK (notebook_add (notebook, &note, &err));
      note_clear (&note);
      add_at (library, c, text, document_sample (text, "Facing.\n"));
      free (text);
    }
  notebook_close (notebook);
  library_close (library);
  return folder;
}

struct before
remember (const char *folder, const char *name)
{
  struct before before = { .path = path_in (folder, name) };
  before.bytes = check_read_file (before.path, &before.len);
  return before;
}

bool
unchanged (const struct before *before)
{
  size_t len;
  char *bytes = check_read_file (before->path, &len);
  bool same = bytes && len == before->len
              && memcmp (bytes, before->bytes, len) == 0;
  free (bytes);
  return same;
}

void
before_free (struct before *before)
{
  free (before->path);
  free (before->bytes);
}

enum err_code
open_notebook (const char *folder)
{
  struct err err = ERR_INIT;
  struct notebook *notebook = notebook_open (folder, false, &err);
  notebook_close (notebook);
  CHECK (notebook || (err.code != ERR_NONE && *err.where));
  return err.code;
}

enum err_code
open_library (const char *folder)
{
  struct err err = ERR_INIT;
  struct library *library = library_open (folder, false, &err);
  library_close (library);
  CHECK (library || (err.code != ERR_NONE && *err.where));
  return err.code;
}

void
check_sound (const char *path)
{
  char *sound = raw_text (path, "PRAGMA integrity_check");
  CHECK_STRING (sound, "ok");
  free (sound);
}
