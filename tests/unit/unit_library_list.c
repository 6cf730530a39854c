/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of store/: the list of the library, names, many documents.  */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "check.h"
#include "store/library.h"
#include "store_help.h"

/* Adds documents of several days, not in order.  */
static void
fill (struct library *library, long long c)
{
  static const struct
  {
    const char *path, *date, *page, *title;
  } rows[] = {
    { "e", NULL, NULL, "无日期" },       { "d", "1958-10-25", "1", "四" },
    { "c", "1958-10-24", "10", "三" },   { "b", "1958-10-24", "2", "ＳＴＥＥＬ 二" },
    { "a", "1958-10-24", "2", "一" },    { "f", "1958-10", "1", "零" },
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    {
      char *text = mem_format ("Text %zu.\n", i);
      add_at (library, c, rows[i].path,
              document_dated (text, rows[i].date, rows[i].page,
                              rows[i].title));
      free (text);
    }
}

/* The paths that QUERY gives, one letter each.  */
static char *
paths_of (struct library *library, const struct library_query *query)
{
  struct listing listing = { NULL, 0, 0 };
  struct buf paths = BUF_INIT;
  struct err err;
  CHECK (library_list (library, query, &listing, &err));
  for (size_t i = 0; i < listing.len; i++)
    buf_add_string (&paths, listing.items[i].path);
  listing_free (&listing);
  return buf_take (&paths);
}

static void
check_paths (struct library *library, const struct library_query *query,
             const char *want)
{
  char *paths = paths_of (library, query);
  CHECK_STRING (paths, want);
  free (paths);
}

static void
lists_in_order (void)
{
  char *folder = folder_new ();
  struct library *library = library_in (folder);
  fill (library, collection_at (library, folder));
  struct library_query query = { .limit = 0 };
  check_paths (library, &query, "fabcde");
  query.limit = 2;
  check_paths (library, &query, "fa");
  query.backwards = true;
  check_paths (library, &query, "ed");
  query = (struct library_query) { .limit = 3 };
  struct listing listing = { NULL, 0, 0 };
  struct err err;
  CHECK (library_list (library, &query, &listing, &err));
  CHECK_NUMBER (listing.len, 3);
  struct listed *last = &listing.items[2];
  query.after = last->sort;
  query.after_id = last->id;
  check_paths (library, &query, "cde");
  query.backwards = true;
  check_paths (library, &query, "af");
  CHECK_NUMBER (library_rank (library, last->sort, last->id, &err), 2);
  CHECK_NUMBER (last->beads, 1);
  CHECK_STRING (last->title[ORIGINAL], "ＳＴＥＥＬ 二");
  CHECK_STRING (last->title[TRANSLATION], "");
  CHECK_STRING (last->date, "1958-10-24");
  CHECK_STRING (last->page, "2");
  listing_free (&listing);
  library_close (library);
  folder_drop (folder);
}

static void
lists_filtered (void)
{
  char *folder = folder_new ();
  struct library *library = library_in (folder);
  struct err err;
  fill (library, collection_at (library, folder));
  struct library_query query = { .filter = "steel 1958" };
  check_paths (library, &query, "b");
  CHECK_NUMBER (library_count (library, query.filter, &err), 1);
  query.filter = "1958-10-24";
  check_paths (library, &query, "abc");
  query.limit = 2;
  check_paths (library, &query, "ab");
  query.backwards = true;
  check_paths (library, &query, "cb");
  struct listing listing = { NULL, 0, 0 };
  query.limit = 1;
  CHECK (library_list (library, &query, &listing, &err));
  query.after = listing.items[0].sort;
  query.after_id = listing.items[0].id;
  query.limit = 0;
  check_paths (library, &query, "ba");
  query.backwards = false;
  check_paths (library, &query, "");
  query.after = NULL;
  query.limit = 2;
  query.backwards = true;
  listing_free (&listing);
  CHECK_NUMBER (library_count (library, query.filter, &err), 3);
  query.filter = "1958-10-24 nowhere";
  check_paths (library, &query, "");
  query.filter = "\xFF";
  check_paths (library, &query, "");
  CHECK_NUMBER (library_count (library, "\xFF", &err), 0);
  CHECK_NUMBER (library_count (library, " \t", &err), 6);
  CHECK_NUMBER (library_count (library, NULL, &err), 6);
  library_close (library);
  folder_drop (folder);
}

static long long
find (struct library *library, const char *name, enum err_code want)
{
  struct err err = ERR_INIT;
  long long id = library_find (library, name, &err);
  CHECK_NUMBER (err.code, want);
  return id;
}

static void
finds_names (void)
{
  char *folder = folder_new (), *file = path_in (folder, "a");
  char *gone = path_in (folder, "b"), here[4096];
  struct library *library = library_in (folder);
  fill (library, collection_at (library, folder));
  file_put (file, "x", 1);
  CHECK_NUMBER (find (library, "3", ERR_NONE), 3);
  CHECK_NUMBER (find (library, file, ERR_NONE), 5);
  CHECK_NUMBER (find (library, gone, ERR_NONE), 4);
  CHECK_NUMBER (find (library, "b", ERR_NONE), 4);
  CHECK_NUMBER (find (library, "steel", ERR_NONE), 4);
  CHECK_NUMBER (find (library, "无日", ERR_NONE), 1);
  CHECK_NUMBER (find (library, "二", ERR_NONE), 4);
  CHECK_NUMBER (find (library, "1958", ERR_NOT_FOUND), 0);
  CHECK_NUMBER (find (library, "", ERR_NOT_FOUND), 0);
  CHECK_NUMBER (find (library, "\xFF", ERR_NOT_FOUND), 0);
  CHECK_NUMBER (find (library, "99999999999999999999", ERR_NOT_FOUND), 0);
  CHECK (getcwd (here, sizeof here) && chdir (folder) == 0);
  CHECK_NUMBER (find (library, "./a", ERR_NONE), 5);
  CHECK (chdir (here) == 0);
  /* A whole title goes before a part of one.  */
  long long c = collection_at (library, folder);
  add_at (library, c, "g", document_dated ("G.\n", NULL, NULL, "社论"));
  add_at (library, c, "h", document_dated ("H.\n", NULL, NULL, "社论续"));
  CHECK_NUMBER (find (library, "社论", ERR_NONE), 7);
  struct err err;
  CHECK_NUMBER (library_find (library, "社", &err), 0);
  CHECK_NUMBER (err.code, ERR_AMBIGUOUS);
  CHECK_STRING (err.detail, "7, 8");
  library_close (library);
  free (file);
  free (gone);
  folder_drop (folder);
}

static void
two_handles (void)
{
  char *folder = folder_new ();
  struct library *writer = library_in (folder), *reader = library_in (folder);
  long long c = collection_at (writer, folder);
  struct err err;
  CHECK (library_begin (writer, &err));
  add_at (writer, c, "1", document_sample ("A.\n", ""));
  CHECK_NUMBER (library_count (reader, NULL, &err), 0);
  CHECK (!library_begin (reader, &err));
  CHECK_NUMBER (err.code, ERR_DB_BUSY);
  CHECK (library_commit (writer, &err));
  CHECK_NUMBER (library_count (reader, NULL, &err), 1);
  add_at (reader, c, "2", document_sample ("B.\n", ""));
  CHECK_NUMBER (library_count (writer, NULL, &err), 2);
  library_close (reader);
  library_close (writer);
  folder_drop (folder);
}

/* Many documents in batches while another handle reads: the WAL stays small
   and every one is there.  */
static void
many_documents (void)
{
  enum { BATCHES = 5, BATCH = 1000 };
  char *folder = folder_new (), *wal = path_in (folder, "library.db-wal");
  struct library *library = library_in (folder), *reader = library_in (folder);
  long long c = collection_at (library, folder);
  struct err err;
  struct stat status;
  long long largest = 0;
  for (int i = 0; i < BATCHES; i++)
    {
      CHECK (library_begin (library, &err));
      for (int k = 0; k < BATCH; k++)
        {
          char text[6000], path[32];
          memset (text, 'a' + k % 26, sizeof text);
          snprintf (text + sizeof text - 32, 32, "%d.\n", i * BATCH + k);
          snprintf (path, sizeof path, "%d", i * BATCH + k);
          add_at (library, c, path, document_dated (text, "1958-10-24", "1",
                                                    path));
        }
      CHECK (library_commit (library, &err));
      CHECK_NUMBER (library_count (reader, NULL, &err), (i + 1) * BATCH);
      if (stat (wal, &status) == 0 && status.st_size > largest)
        largest = status.st_size;
    }
  CHECK (largest > 0 && largest < 32 << 20);
  struct library_query query = { .limit = 3, .backwards = true };
  check_paths (reader, &query, "999998997");
  library_close (reader);
  library_close (library);
  CHECK_NUMBER (mode_of (wal), -1);
  free (wal);
  folder_drop (folder);
}



static void
knows_stamps (void)
{
  char *folder = folder_new (), *file = path_in (folder, "library.db");
  struct library *library = library_in (folder);
  long long c = collection_at (library, folder);
  struct source_stamp stamp = STAMP, newer = { 10, 21 };
  CHECK (!library_knows (library, c, "1", &stamp));
  add_at (library, c, "1", document_sample ("A.\n", ""));
  CHECK (library_knows (library, c, "1", &stamp));
  CHECK (!library_knows (library, c, "1", &newer));
  CHECK (!library_knows (library, c + 1, "1", &stamp));
  library_close (library);
  CHECK (raw_run (file, "UPDATE source SET pipeline = pipeline - 1"));
  library = library_in (folder);
  CHECK (!library_knows (library, c, "1", &stamp));
  library_close (library);
  free (file);
  folder_drop (folder);
}

static void
batches (void)
{
  char *folder = folder_new ();
  struct library *library = library_in (folder);
  long long c = collection_at (library, folder);
  struct err err;
  CHECK (library_begin (library, &err));
  add_at (library, c, "1", document_sample ("A.\n", ""));
  library_close (library);
  library = library_in (folder);
  CHECK_NUMBER (library_count (library, NULL, &err), 0);
  CHECK (library_begin (library, &err));
  add_at (library, c, "1", document_sample ("A.\n", ""));
  /* One that fails takes nothing with it.  */
  struct document *bad = document_sample ("B.\n", "");
  struct source_stamp stamp = { 0, 0 };
  struct added_document added;
  bad->side[ORIGINAL].text[0] = '\xFF';
  CHECK (!library_add (library, bad, NULL, c, "2", &stamp, &added, &err));
  CHECK_NUMBER (err.code, ERR_ENCODING);
  bad->side[ORIGINAL].text[0] = '\0';
  CHECK (!library_add (library, bad, NULL, c, "2", &stamp, &added, &err));
  bad->side[ORIGINAL].text[0] = 'B';
  CHECK (!library_add (library, bad, NULL, c, "\xE4", &stamp, &added, &err));
  bad->beads.len = 0;
  CHECK (!library_add (library, bad, NULL, c, "2", &stamp, &added, &err));
  CHECK_NUMBER (err.code, ERR_DB);
  document_free (bad);
  CHECK (library_commit (library, &err));
  CHECK (library_commit (library, &err));
  library_close (library);
  library = library_in (folder);
  CHECK_NUMBER (library_count (library, NULL, &err), 1);
  library_close (library);
  folder_drop (folder);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "lists-in-order", lists_in_order },
    { "lists-filtered", lists_filtered },
    { "finds-names", finds_names },
    { "two-handles", two_handles },
    { "many-documents", many_documents },
    { "batches", batches },
    { "knows-stamps", knows_stamps },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
