/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adding documents: which are new, which have changed, which lie somewhere
   else now.  */
#include <config.h>

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "store/codec.h"
#include "store/library_paths.h"
#include "store/library_write.h"
#include "store/search_write.h"

/* What the library holds of a document already.  */
struct kept
{
  char hash[DOCUMENT_HASH_SIZE];
  long long print;
  long long sides;
  long long collection;
  char *path; /* the caller frees both */
  char *root;
};

/* --- what is there ------------------------------------------------------ */

static bool
load_kept (struct library *library, long long id, struct kept *kept,
           struct err *err)
{
  struct row row = row_of (&library->database, DOCUMENT_KEPT);
  put_number (&row, id);
  *kept = (struct kept) { .print = 0 };
  if (!row_next (&row, err))
    return err->code != ERR_NONE
             ? false
             : database_damaged (&library->database,
                                 "a source without a document", err);
  take_hash (&row, kept->hash);
  kept->print = take_number (&row, LLONG_MIN, LLONG_MAX);
  kept->sides = take_number (&row, 0, SIDES);
  kept->collection = take_number (&row, 0, LLONG_MAX);
  kept->path = take_text (&row);
  kept->root = take_text (&row);
  bool bad = row.bad;
  row_done (&row);
  return !bad
         || database_damaged (&library->database, "a row of document", err);
}

static void
kept_free (struct kept *kept)
{
  free (kept->path);
  free (kept->root);
}

static long long
document_at (struct library *library, const struct place_of *place,
             struct err *err)
{
  struct row row = row_of (&library->database, SOURCE_DOCUMENT);
  put_number (&row, place->collection);
  put_text (&row, place->path);
  return library_ask (&row, err);
}

static long long
document_known (struct library *library, const char *hash, struct err *err)
{
  struct row row = row_of (&library->database, DOCUMENT_BY_HASH);
  put_text (&row, hash);
  return library_ask (&row, err);
}

/* Whether the file PATH below ROOT is there and has changed since it was added
   with SIZE and MTIME.  */
static bool
has_changed (const char *root, const char *path, long long size,
             long long mtime)
{
  struct stat now;
  char *file = mem_format ("%s/%s", root, path);
  bool there = stat (file, &now) == 0;
  free (file);
  return there
         && (now.st_size != size
             || (long long) now.st_mtim.tv_sec * 1000000000
                    + now.st_mtim.tv_nsec
                  != mtime);
}

/* Whether document ID stands at another place than PLACE; that one's path in
   *PATH (freed by the caller).  A place whose file has changed does not count: it
   may be the same file, added once alone and once with a folder above.  */
static bool
stands_elsewhere (struct library *library, long long id,
                  const struct place_of *place, long long *collection,
                  char **path, struct err *err)
{
  struct row row = row_of (&library->database, SOURCE_OTHER);
  put_number (&row, id);
  put_number (&row, place->collection);
  put_text (&row, place->path);
  bool found = false;
  while (!found && row_next (&row, err))
    {
      *collection = take_number (&row, 1, LLONG_MAX);
      *path = take_text (&row);
      char *root = take_text (&row);
      long long size = take_number (&row, LLONG_MIN, LLONG_MAX);
      found = !has_changed (root, *path, size,
                            take_number (&row, LLONG_MIN, LLONG_MAX));
      free (root);
      if (!found)
        {
          free (*path);
          *path = NULL;
        }
    }
  if (found)
    row_done (&row);
  return found;
}

/* Whether the file that KEPT was taken from is still there.  One whose folder
   is there without it has gone: its source is dropped.  */
static bool
main_stands (struct library *library, long long id, const struct kept *kept,
             struct err *err)
{
  struct place_of place = { kept->collection, kept->path };
  if (document_at (library, &place, err) != id || err->code != ERR_NONE)
    return false;
  char *file = mem_format ("%s/%s", kept->root, kept->path);
  bool there = access (file, F_OK) == 0;
  free (file);
  if (there || !path_is_folder (kept->root))
    return there;
  struct row row = row_of (&library->database, SOURCE_DROP);
  put_number (&row, place.collection);
  put_text (&row, place.path);
  row_run (&row, err);
  return false;
}

/* --- deciding ----------------------------------------------------------- */

/* One document on its way in.  */
struct adding
{
  struct library *library;
  const struct document *document;
  const struct apparatus *apparatus;
  struct place_of place;
  struct buf shape;
  long long print;
  struct added_document *added;
  struct err *err;
};

/* Writes the document as number ID (0: a new one).  Returns its number.  */
static long long
write_document (struct adding *adding, long long id)
{
  id = write_searched (adding->library, adding->document, &adding->place, id,
                       adding->print, adding->err);
  return id != 0
             && write_texts (adding->library, adding->document, id,
                             &adding->shape, adding->err)
             && write_numbers (adding->library, adding->document,
                               adding->apparatus, id, adding->err)
             && write_aligned (adding->library, id, adding->library->aids,
                               adding->err)
           ? id
           : 0;
}

/* Document ID was taken from this place, which now holds another text: from now
   on it is told by its other place.  */
static bool
leave_place (struct adding *adding, long long id)
{
  struct library *library = adding->library;
  struct place_of other = { 0, NULL };
  struct kept kept;
  char *path = NULL;
  if (!stands_elsewhere (library, id, &adding->place, &other.collection, &path,
                         adding->err))
    return adding->err->code == ERR_NONE;
  bool done = load_kept (library, id, &kept, adding->err);
  other.path = path;
  if (done && kept.collection == adding->place.collection
      && strcmp (kept.path, adding->place.path) == 0)
    {
      struct document *document = library_document (library, id, adding->err);
      done = document
             && write_searched (library, document, &other, id, kept.print,
                                adding->err)
                  != 0;
      document_free (document);
    }
  kept_free (&kept);
  free (path);
  return done;
}

static bool
add_new (struct adding *adding)
{
  struct row more = row_of (&adding->library->database, COUNT_MORE);
  adding->added->what = ADDED_NEW;
  adding->added->id = write_document (adding, 0);
  return adding->added->id != 0 && row_run (&more, adding->err);
}

/* The text is not in the library; document HERE (or 0) stood at its place.  */
static bool
add_unknown (struct adding *adding, long long here)
{
  struct kept kept;
  char *path = NULL;
  long long collection;
  if (here == 0)
    return add_new (adding);
  bool elsewhere = stands_elsewhere (adding->library, here, &adding->place,
                                     &collection, &path, adding->err);
  free (path);
  if (elsewhere)
    return leave_place (adding, here) && add_new (adding);
  if (adding->err->code != ERR_NONE
      || !load_kept (adding->library, here, &kept, adding->err))
    return false;
  adding->added->what = ADDED_CHANGED;
  adding->added->id = here;
  memcpy (adding->added->former, kept.hash, sizeof kept.hash);
  kept_free (&kept);
  return write_document (adding, here) != 0;
}

/* The text is document ID of the library; document HERE (or 0, or the same)
   stood at its place.  The file that the document was taken from says how it
   is translated and aligned, until it goes or another one has more sides.  */
static bool
add_known (struct adding *adding, long long id, long long here)
{
  struct kept kept;
  if ((here != 0 && here != id && !leave_place (adding, here))
      || !load_kept (adding->library, id, &kept, adding->err))
    return false;
  bool main = kept.collection == adding->place.collection
              && strcmp (kept.path, adding->place.path) == 0;
  bool over = !main
              && (write_sides (adding->document) > kept.sides
                  || !main_stands (adding->library, id, &kept, adding->err));
  bool other = kept.print != adding->print && (main || over);
  adding->added->id = id;
  adding->added->what = here != id ? ADDED_SOURCE
                        : other    ? ADDED_CHANGED
                                   : ADDED_UNCHANGED;
  if (adding->added->what == ADDED_CHANGED)
    memcpy (adding->added->former, kept.hash, sizeof kept.hash);
  kept_free (&kept);
  return adding->err->code == ERR_NONE
         && (!(other || over) || write_document (adding, id) != 0);
}

static bool
put_source (struct adding *adding, const struct source_stamp *stamp)
{
  struct row row = row_of (&adding->library->database, SOURCE_PUT);
  put_number (&row, adding->place.collection);
  put_text (&row, adding->place.path);
  put_number (&row, adding->added->id);
  put_number (&row, stamp->size);
  put_number (&row, stamp->mtime_ns);
  put_number (&row, LIBRARY_PIPELINE);
  return row_run (&row, adding->err);
}

static bool
add_one (struct adding *adding, const struct source_stamp *stamp)
{
  long long here = document_at (adding->library, &adding->place, adding->err);
  if (adding->err->code != ERR_NONE)
    return false;
  long long known = document_known (adding->library, adding->document->hash,
                                    adding->err);
  if (adding->err->code != ERR_NONE)
    return false;
  return (known ? add_known (adding, known, here)
                : add_unknown (adding, here))
         && put_source (adding, stamp);
}

/* What can be told of a document before the database is touched.  */
static bool
check_document (struct adding *adding)
{
  const struct document *document = adding->document;
  const char *path = adding->place.path;
  if (!write_is_clean (document, path))
    return err_set (adding->err, ERR_ENCODING, path, NULL);
  if (strspn (document->hash, "0123456789abcdef") != DOCUMENT_HASH_SIZE - 1
      || !codec_write (document, &adding->shape))
    return err_set (adding->err, ERR_DB, path, "the document is not whole");
  return true;
}

bool
library_add (struct library *library, const struct document *document,
             const struct apparatus *apparatus, long long collection,
             const char *path, const struct source_stamp *stamp,
             struct added_document *added, struct err *err)
{
  struct err found = ERR_INIT;
  struct adding adding
    = { library, document, apparatus, { collection, path },
        BUF_INIT, 0,       added,     &found };
  *added = (struct added_document) { .id = 0 };
  bool done = check_document (&adding);
  if (done)
    {
      adding.print = write_print (document, &adding.shape);
      done = database_begin (&library->database, &found)
             && database_end (&library->database,
                              add_one (&adding, stamp)
                                && (!index_is_full (library)
                                    || index_flush (library, &found)),
                              &found);
      if (!done)
        library_forget (library);
    }
  buf_free (&adding.shape);
  if (!done && err)
    *err = found;
  return done;
}

bool
library_knows (struct library *library, long long collection,
               const char *path, const struct source_stamp *stamp)
{
  struct row row = row_of (&library->database, SOURCE_STAMP);
  put_number (&row, collection);
  put_text (&row, path);
  if (!row_next (&row, NULL))
    return false;
  bool same = take_number (&row, LLONG_MIN, LLONG_MAX) == stamp->size
              && take_number (&row, LLONG_MIN, LLONG_MAX) == stamp->mtime_ns
              && take_number (&row, 0, INT_MAX) == LIBRARY_PIPELINE;
  row_done (&row);
  return same;
}
