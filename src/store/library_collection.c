/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Collections: the folders that were added.  Paths are kept relative to them,
   so that an archive can move.  */
#include <config.h>

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "store/library_paths.h"
#include "store/library_private.h"

char *
path_real (const char *path)
{
  char *real = realpath (path, NULL);
  if (real)
    return real;
  char *copy = mem_string (path);
  size_t len = strlen (copy);
  while (len > 1 && copy[len - 1] == '/')
    copy[--len] = '\0';
  return copy;
}

const char *
path_within (const char *path, const char *root)
{
  size_t len = strlen (root);
  while (len > 0 && root[len - 1] == '/')
    len--;
  if (strncmp (path, root, len) != 0)
    return NULL;
  if (path[len] == '\0')
    return path + len;
  return path[len] == '/' ? path + len + 1 : NULL;
}

bool
path_is_folder (const char *path)
{
  struct stat status;
  return stat (path, &status) == 0 && S_ISDIR (status.st_mode);
}

/* The collection whose root holds ROOT, the nearest where several do, and in
   *PREFIX the path within it; 0 where there is none.  */
static long long
holder (struct library *library, const char *root, char **prefix,
        struct err *err)
{
  struct row row = row_of (&library->database, COLLECTIONS);
  long long found = 0;
  size_t longest = 0;
  while (row_next (&row, err))
    {
      long long id = take_number (&row, 1, LLONG_MAX);
      char *kept = take_text (&row);
      const char *within = path_within (root, kept);
      if (within && strlen (kept) > longest)
        {
          found = id;
          longest = strlen (kept);
          free (*prefix);
          *prefix = mem_format ("%s%s", within, *within ? "/" : "");
        }
      free (kept);
    }
  return found;
}

/* The number of the collection NAME, and in *ROOT (freed by the caller) where
   it lies; 0 where there is none.  */
static long long
named (struct library *library, const char *name, char **root,
       struct err *err)
{
  struct row row = row_of (&library->database, COLLECTION_NAMED);
  put_text (&row, name);
  if (!row_next (&row, err))
    return 0;
  long long id = take_number (&row, 1, LLONG_MAX);
  *root = take_text (&row);
  row_done (&row);
  return id;
}

static long long
add (struct library *library, const char *name, const char *root,
     struct err *err)
{
  struct row row = row_of (&library->database, COLLECTION_NEW);
  put_text (&row, name);
  put_text (&row, root);
  return row_run (&row, err)
           ? sqlite3_last_insert_rowid (library->database.handle)
           : 0;
}

static long long
move (struct library *library, long long id, const char *root,
      struct err *err)
{
  struct row row = row_of (&library->database, COLLECTION_MOVE);
  put_number (&row, id);
  put_text (&row, root);
  return row_run (&row, err) ? id : 0;
}

/* The last part of ROOT, NUMBER behind it when that is not 1.  */
static char *
name_of (const char *root, int number)
{
  const char *last = strrchr (root, '/');
  last = last && last[1] ? last + 1 : *root == '/' ? "files" : root;
  return number == 1 ? mem_string (last) : mem_format ("%s-%d", last, number);
}

/* A new collection at ROOT, or the one that has moved there.  */
static long long
enter (struct library *library, const char *root, struct err *err)
{
  for (int number = 1; number < 1000; number++)
    {
      char *name = name_of (root, number), *old = NULL;
      long long id = named (library, name, &old, err);
      bool moved = id != 0 && !path_is_folder (old);
      bool free_name = id == 0 && err->code == ERR_NONE;
      if (moved)
        id = move (library, id, root, err);
      else if (free_name)
        id = add (library, name, root, err);
      bool done = moved || free_name || err->code != ERR_NONE;
      free (name);
      free (old);
      if (done)
        return id;
    }
  err_set (err, ERR_DB, root, "too many collections of this name");
  return 0;
}

/* Under the lock it is looked for once more: another process may have been
   faster.  */
static long long
find_or_enter (struct library *library, const char *root, char **prefix,
               struct err *err)
{
  long long id = holder (library, root, prefix, err);
  if (id != 0 || err->code != ERR_NONE)
    return id;
  if (!database_begin (&library->database, err))
    return 0;
  id = holder (library, root, prefix, err);
  if (id == 0 && err->code == ERR_NONE)
    id = enter (library, root, err);
  return database_end (&library->database, id != 0, err) ? id : 0;
}

long long
library_collection (struct library *library, const char *root, char **prefix,
                    struct err *err)
{
  struct err found = ERR_INIT;
  long long id = 0;
  char *real = path_real (root);
  *prefix = mem_string ("");
  size_t len = strlen (real);
  if (utf8_check (real, len) != len)
    err_set (&found, ERR_ENCODING, root, "the name of the folder");
  else
    id = find_or_enter (library, real, prefix, &found);
  free (real);
  if (id == 0 && err)
    *err = found;
  return id;
}

char *
library_collection_name (struct library *library, long long collection)
{
  struct row row = row_of (&library->database, COLLECTION_NAME);
  put_number (&row, collection);
  if (!row_next (&row, NULL))
    return NULL;
  char *name = take_text (&row);
  row_done (&row);
  return name;
}
