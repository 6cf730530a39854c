/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of store/: the library.  */
#include <config.h>

#include <fcntl.h>
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
  CHECK (!library_add (library, document, NULL, id, "b", &stamp, &added, &err));
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

/* A umask that takes everything away is no obstacle either.  */
static void
opens_any_umask (void)
{
  char *folder = folder_new (), *deep = path_in (folder, "one/two");
  char *file = path_in (deep, "library.db");
  mode_t old = umask (0777);
  struct library *library = library_in (deep);
  umask (old);
  CHECK_NUMBER (mode_of (deep), 0700);
  CHECK_NUMBER (mode_of (file), 0600);
  library_close (library);
  free (file);
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
  CHECK_NUMBER (health.version, 4);
  CHECK (health.bytes > 0 && !health.read_only);
  document_free (is);
  document_free (want);
  library_close (library);
  folder_drop (folder);
}

/* A file as add_at says that it is.  */
static void
stamped_file (const char *path)
{
  const struct timespec times[2] = { { 20, 0 }, { 20, 0 } };
  file_put (path, "ten bytes\n", 10);
  CHECK (utimensat (AT_FDCWD, path, times, 0) == 0);
}

static void
adds_again (void)
{
  char *folder = folder_new ();
  for (char name[] = "1"; *name < '4'; ++*name)
    {
      char *file = path_in (folder, name);
      stamped_file (file);
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
  stamped_file (one);
  stamped_file (two);
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
  /* A place whose file has changed too is none to stay at.  */
  id = add_at (library, c, "1", document_sample ("C.\n", "")).id;
  stamped_file (two);
  a = add_at (library, c, "2", document_sample ("C.\n", ""));
  CHECK_NUMBER (a.what, ADDED_SOURCE);
  file_put (one, "changed", 7);
  a = add_at (library, c, "2", document_sample ("D.\n", ""));
  CHECK_NUMBER (a.what, ADDED_CHANGED);
  CHECK_NUMBER (a.id, id);
  library_close (library);
  free (one);
  free (two);
  free (root);
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
    { "opens-any-umask", opens_any_umask },
    { "opens-odd-places", opens_odd_places },
    { "keeps-all", keeps_all },
    { "adds-again", adds_again },
    { "follows-files", follows_files },
    { "collections-move", collections_move },
    { "codec-refuses", codec_refuses },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
