/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of store/: the library.  */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "check.h"
#include "store/codec.h"
#include "store/library.h"
#include "store_help.h"

static void
opens_private (void)
{
  char *folder = folder_new ();
  char *deep = path_in (folder, "one/two/three");
  char *file = path_in (deep, "library.db"), *parent = path_in (folder, "one");
  struct err err;
  CHECK (!library_open (deep, true, &err));
  CHECK_NUMBER (err.code, ERR_DB_OPEN);
  CHECK_NUMBER (mode_of (parent), -1);
  mode_t old = umask (0);
  struct library *library = library_in (deep);
  long long id = collection_at (library, folder);
  add_at (library, id, "a", document_sample ("One.\n", ""));
  CHECK_NUMBER (mode_of (parent), 0700);
  CHECK_NUMBER (mode_of (deep), 0700);
  CHECK_NUMBER (mode_of (file), 0600);
  char *wal = path_in (deep, "library.db-wal");
  char *shm = path_in (deep, "library.db-shm");
  CHECK_NUMBER (mode_of (wal), 0600);
  CHECK_NUMBER (mode_of (shm), 0600);
  umask (old);
  CHECK_STRING (library_path (library), file);
  library_close (library);
  library = library_open (deep, true, &err);
  CHECK (library != NULL);
  struct document *document = document_sample ("Two.\n", "");
  struct source_stamp stamp = { 0, 0 };
  struct added_document added;
  CHECK (!library_add (library, document, id, "b", &stamp, &added, &err));
  CHECK_NUMBER (err.code, ERR_DB_READONLY);
  CHECK_NUMBER (library_count (library, NULL, &err), 1);
  document_free (document);
  library_close (library);
  free (wal);
  free (shm);
  free (file);
  free (parent);
  free (deep);
  folder_drop (folder);
}

static void
opens_odd_places (void)
{
  char *folder = folder_new ();
  char *file = path_in (folder, "library.db");
  struct err err;
  CHECK (mkdir (file, 0700) == 0);
  CHECK (!library_open (folder, false, &err));
  CHECK_NUMBER (err.code, ERR_DB_OPEN);
  rmdir (file);
  CHECK (mkfifo (file, 0600) == 0);
  CHECK (!library_open (folder, false, &err));
  CHECK_NUMBER (err.code, ERR_DB_OPEN);
  CHECK_STRING (err.where, file);
  char *under = path_in (file, "folder");
  CHECK (!library_open (under, false, &err));
  CHECK_NUMBER (err.code, ERR_DB_OPEN);
  CHECK (!library_open ("", false, &err));
  CHECK_NUMBER (err.code, ERR_DB_OPEN);
  free (under);
  free (file);
  char *odd = path_in (folder, "file:a?mode=memory&x=%41#b");
  file = path_in (odd, "library.db");
  struct library *library = library_in (odd);
  CHECK_NUMBER (mode_of (file), 0600);
  library_close (library);
  char here[4096];
  CHECK (getcwd (here, sizeof here) && chdir (folder) == 0);
  library = library_in ("file:relative");
  library_close (library);
  CHECK_NUMBER (mode_of ("file:relative/library.db"), 0600);
  CHECK (chdir (here) == 0);
  free (odd);
  free (file);
  folder_drop (folder);
}

/* A document with something in every field.  */
static struct document *
full_document (void)
{
  struct document *document
    = document_sample ("标题\n第一句。\n第二句。\n", "Heading\nOne. Two.\n");
  document->date = mem_string ("1958-10-24");
  document->page = mem_string ("2");
  document->column = mem_string ("要闻");
  for (enum side s = 0; s < SIDES; s++)
    {
      document->side[s].title = mem_string (s ? "Heading" : "标题");
      document->side[s].author = mem_string (s ? "A Writer" : "记者");
      memcpy (document->side[s].lang, s ? "en" : "zh", 3);
      document->side[s].paragraphs.items[0].block = BLOCK_HEADLINE;
    }
  document->beads.items[1].confidence = 0.123F;
  VEC_PUSH (&document->glossary,
            (struct gloss) { mem_string ("钢"), mem_string ("steel") });
  return document;
}

static void
check_same (const struct document *is, const struct document *want)
{
  CHECK_STRING (is->hash, want->hash);
  CHECK_STRING (is->date, want->date);
  CHECK_STRING (is->page, want->page);
  CHECK_STRING (is->column, want->column);
  CHECK_NUMBER (is->beads.len, want->beads.len);
  CHECK (is->beads.items[1].confidence == want->beads.items[1].confidence);
  CHECK_NUMBER (is->glossary.len, want->glossary.len);
  CHECK_STRING (is->glossary.items[0].original, "钢");
  CHECK_STRING (is->glossary.items[0].translation, "steel");
  for (enum side s = 0; s < SIDES; s++)
    {
      const struct side_text *a = &is->side[s], *b = &want->side[s];
      CHECK_STRING (a->text, b->text);
      CHECK_NUMBER (a->len, b->len);
      CHECK_STRING (a->title, b->title);
      CHECK_STRING (a->author, b->author);
      CHECK_STRING (a->lang, b->lang);
      CHECK_NUMBER (a->paragraphs.len, b->paragraphs.len);
      CHECK_NUMBER (a->sentences.len, b->sentences.len);
      CHECK_NUMBER (a->paragraphs.items[0].block, BLOCK_HEADLINE);
      CHECK_NUMBER (a->sentences.items[1].paragraph, 1);
    }
}

static void
keeps_all (void)
{
  char *folder = folder_new ();
  struct library *library = library_in (folder);
  struct document *want = full_document ();
  long long collection = collection_at (library, folder);
  struct added_document added
    = add_at (library, collection, "x/1.txt", full_document ());
  CHECK_NUMBER (added.what, ADDED_NEW);
  library_close (library);
  library = library_in (folder);
  struct err err;
  struct document *is = library_document (library, added.id, &err);
  CHECK (is != NULL);
  if (is)
    {
      check_same (is, want);
      CHECK_STRING (is->path, "x/1.txt");
      CHECK_STRING (is->collection, strrchr (folder, '/') + 1);
      CHECK_NUMBER (is->id, added.id);
    }
  CHECK (!library_document (library, 999, &err));
  CHECK_NUMBER (err.code, ERR_NOT_FOUND);
  CHECK_NUMBER (library_find_hash (library, want->hash), added.id);
  CHECK_NUMBER (library_find_hash (library, "00"), 0);
  CHECK_NUMBER (library_find_source (library, strrchr (folder, '/') + 1,
                                     "x/1.txt"),
                added.id);
  CHECK_NUMBER (library_find_source (library, "other", "x/1.txt"), 0);
  struct store_health health;
  CHECK (library_health (library, &health, &err));
  CHECK_STRING (health.check, "ok");
  CHECK_STRING (health.journal, health.network ? "delete" : "wal");
  CHECK_NUMBER (health.rows, 1);
  CHECK_NUMBER (health.version, 1);
  CHECK (health.bytes > 0 && !health.read_only);
  document_free (is);
  document_free (want);
  library_close (library);
  folder_drop (folder);
}

static void
adds_again (void)
{
  char *folder = folder_new ();
  for (char name[] = "1"; *name < '4'; ++*name)
    {
      char *file = path_in (folder, name);
      file_put (file, "x", 1);
      free (file);
    }
  struct library *library = library_in (folder);
  long long c = collection_at (library, folder);
  struct err err;
  struct added_document a
    = add_at (library, c, "1", document_sample ("One.\n", "First.\n"));
  char first[DOCUMENT_HASH_SIZE];
  struct document *now = library_document (library, a.id, &err);
  memcpy (first, now->hash, sizeof first);
  document_free (now);

  a = add_at (library, c, "1", document_sample ("One.\n", "First.\n"));
  CHECK_NUMBER (a.what, ADDED_UNCHANGED);
  a = add_at (library, c, "1", document_sample ("One.\n", "Better.\n"));
  CHECK_NUMBER (a.what, ADDED_CHANGED);
  CHECK_STRING (a.former, first);
  long long id = a.id;
  a = add_at (library, c, "1", document_sample ("Edited.\n", "First.\n"));
  CHECK_NUMBER (a.what, ADDED_CHANGED);
  CHECK_NUMBER (a.id, id);
  CHECK_STRING (a.former, first);
  a = add_at (library, c, "2", document_sample ("Edited.\n", "First.\n"));
  CHECK_NUMBER (a.what, ADDED_SOURCE);
  CHECK_NUMBER (a.id, id);
  CHECK_STRING (a.former, "");
  CHECK_NUMBER (library_count (library, NULL, &err), 1);

  /* The text also stands at 1: it stays there, 2 is a new document.  */
  a = add_at (library, c, "2", document_sample ("Other.\n", ""));
  CHECK_NUMBER (a.what, ADDED_NEW);
  CHECK (a.id != id);
  now = library_document (library, id, &err);
  CHECK_STRING (now->side[ORIGINAL].text, "Edited.\n");
  CHECK_STRING (now->path, "1");
  document_free (now);
  CHECK_NUMBER (library_count (library, NULL, &err), 2);

  /* 1 comes to hold the text of 2: no edit, both documents stay.  */
  a = add_at (library, c, "1", document_sample ("Other.\n", ""));
  CHECK_NUMBER (a.what, ADDED_SOURCE);
  CHECK_STRING (a.former, "");
  CHECK_NUMBER (library_count (library, NULL, &err), 2);
  a = add_at (library, c, "3", document_sample ("Edited.\n", "First.\n"));
  CHECK_NUMBER (a.what, ADDED_SOURCE);
  CHECK_NUMBER (a.id, id);
  now = library_document (library, id, &err);
  CHECK_STRING (now->path, "3");
  document_free (now);
  library_close (library);
  folder_drop (folder);
}

/* The first place of a document goes to its other one when another text comes
   to stand there; a file that is gone leaves its place to the next.  */
static void
follows_files (void)
{
  char *folder = folder_new (), *root = path_in (folder, "papers");
  char *one = path_in (root, "1"), *two = path_in (root, "2");
  mkdir (root, 0700);
  struct library *library = library_in (folder);
  long long c = collection_at (library, root);
  struct err err;
  file_put (one, "x", 1);
  file_put (two, "x", 1);
  long long id = add_at (library, c, "1", document_sample ("A.\n", "")).id;
  struct added_document a
    = add_at (library, c, "2", document_sample ("A.\n", ""));
  struct document *now = library_document (library, id, &err);
  CHECK_STRING (now->path, "1");
  document_free (now);
  a = add_at (library, c, "1", document_sample ("B.\n", ""));
  CHECK_NUMBER (a.what, ADDED_NEW);
  now = library_document (library, id, &err);
  CHECK_STRING (now->path, "2");
  document_free (now);
  unlink (two);
  a = add_at (library, c, "3", document_sample ("A.\n", ""));
  CHECK_NUMBER (a.what, ADDED_SOURCE);
  now = library_document (library, id, &err);
  CHECK_STRING (now->path, "3");
  document_free (now);
  CHECK_NUMBER (library_find_source (library, "papers", "2"), 0);
  /* One with more sides says how it is translated.  */
  a = add_at (library, c, "4", document_sample ("A.\n", "Facing.\n"));
  CHECK_NUMBER (a.what, ADDED_SOURCE);
  now = library_document (library, id, &err);
  CHECK_STRING (now->side[TRANSLATION].text, "Facing.\n");
  document_free (now);
  library_close (library);
  free (one);
  free (two);
  free (root);
  folder_drop (folder);
}

static void
knows_stamps (void)
{
  char *folder = folder_new (), *file = path_in (folder, "library.db");
  struct library *library = library_in (folder);
  long long c = collection_at (library, folder);
  struct source_stamp stamp = { 10, 20 }, newer = { 10, 21 };
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
collections_move (void)
{
  char *folder = folder_new (), *prefix;
  char *a = path_in (folder, "papers"), *b = path_in (folder, "x/papers");
  char *within = path_in (a, "1958/10"), *x = path_in (folder, "x");
  struct err err;
  mkdir (a, 0700);
  mkdir (x, 0700);
  struct library *library = library_in (folder);
  long long id = collection_at (library, a);
  CHECK_NUMBER (library_collection (library, within, &prefix, &err), id);
  CHECK_STRING (prefix, "1958/10/");
  free (prefix);
  add_at (library, id, "1", document_sample ("A.\n", ""));
  /* Its own folder of the same name, while the first is there.  */
  mkdir (b, 0700);
  long long other = collection_at (library, b);
  CHECK (other != id);
  CHECK_NUMBER (library_find_source (library, "papers-2", "1"), 0);
  /* The first has moved.  */
  char *moved = path_in (folder, "y/papers"), *y = path_in (folder, "y");
  mkdir (y, 0700);
  CHECK (rename (a, moved) == 0);
  CHECK_NUMBER (collection_at (library, moved), id);
  CHECK_NUMBER (library_find_source (library, "papers", "1"), 1);
  /* papers2 does not lie in papers.  */
  char *longer = path_in (folder, "y/papers2");
  mkdir (longer, 0700);
  CHECK (collection_at (library, longer) != id);
  char *slash = path_in (folder, "y/papers//");
  CHECK_NUMBER (collection_at (library, slash), id);
  CHECK (!library_collection (library, "/x\xFF", &prefix, &err));
  CHECK_NUMBER (err.code, ERR_ENCODING);
  free (prefix);
  CHECK (library_collection (library, "/", &prefix, &err) != 0);
  free (prefix);
  library_close (library);
  free (slash);
  free (longer);
  free (moved);
  free (y);
  free (x);
  free (within);
  free (a);
  free (b);
  folder_drop (folder);
}

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
  CHECK (!library_add (library, bad, c, "2", &stamp, &added, &err));
  CHECK_NUMBER (err.code, ERR_ENCODING);
  bad->side[ORIGINAL].text[0] = '\0';
  CHECK (!library_add (library, bad, c, "2", &stamp, &added, &err));
  bad->side[ORIGINAL].text[0] = 'B';
  CHECK (!library_add (library, bad, c, "\xE4", &stamp, &added, &err));
  bad->beads.len = 0;
  CHECK (!library_add (library, bad, c, "2", &stamp, &added, &err));
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

/* Every byte of a shape changed, and every end cut off: refused, or a whole
   document.  */
static void
codec_refuses (void)
{
  struct document *document = full_document ();
  struct buf shape = BUF_INIT;
  int refused = 0;
  CHECK (codec_write (document, &shape));
  for (size_t i = 0; i < shape.len; i++)
    for (int value = 0; value < 256; value++)
      {
        struct document *read = document_new ();
        for (enum side s = 0; s < SIDES; s++)
          document_set_text (read, s, document->side[s].text,
                             document->side[s].len);
        char *copy = mem_copy (shape.data, shape.len);
        copy[i] = (char) value;
        bool done = codec_read ((unsigned char *) copy, shape.len, read);
        if (done ? !document_is_whole (read) : copy[i] == shape.data[i])
          CHECK_NUMBER (i, -1);
        refused += !done;
        document_free (read);
        free (copy);
      }
  CHECK (refused > 100 * (int) shape.len);
  for (size_t len = 0; len < shape.len; len++)
    {
      struct document *read = document_new ();
      for (enum side s = 0; s < SIDES; s++)
        document_set_text (read, s, document->side[s].text,
                           document->side[s].len);
      CHECK (!codec_read ((unsigned char *) shape.data, len, read));
      document_free (read);
    }
  buf_free (&shape);
  document_free (document);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "opens-private", opens_private },
    { "opens-odd-places", opens_odd_places },
    { "keeps-all", keeps_all },
    { "adds-again", adds_again },
    { "follows-files", follows_files },
    { "knows-stamps", knows_stamps },
    { "collections-move", collections_move },
    { "lists-in-order", lists_in_order },
    { "lists-filtered", lists_filtered },
    { "finds-names", finds_names },
    { "batches", batches },
    { "two-handles", two_handles },
    { "many-documents", many_documents },
    { "codec-refuses", codec_refuses },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
