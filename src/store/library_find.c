/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which document a name on the command line means.  */
#include <config.h>

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "store/library_filter.h"
#include "store/library_paths.h"
#include "store/library_private.h"

/* How many candidates an error names.  */
enum { NAMED = 8 };

/* The different documents that a name may mean.  */
struct candidates
{
  long long id[NAMED];
  size_t count; /* may be more than NAMED */
};

static void
candidate (struct candidates *all, long long id)
{
  for (size_t i = 0; i < all->count && i < NAMED; i++)
    if (all->id[i] == id)
      return;
  if (all->count < NAMED)
    all->id[all->count] = id;
  all->count++;
}

static bool
ambiguous (const struct candidates *all, const char *name, struct err *err)
{
  struct buf numbers = BUF_INIT;
  for (size_t i = 0; i < all->count && i < NAMED; i++)
    buf_add_format (&numbers, "%s%lld", i ? ", " : "", all->id[i]);
  if (all->count > NAMED)
    buf_add_string (&numbers, ", ...");
  err_set (err, ERR_AMBIGUOUS, name, "%s", buf_string (&numbers));
  buf_free (&numbers);
  return false;
}

static long long
by_number (struct library *library, const char *name, struct err *err)
{
  if (!*name || name[strspn (name, "0123456789")])
    return 0;
  errno = 0;
  long long id = strtoll (name, NULL, 10);
  if (errno)
    return 0;
  struct row row = row_of (&library->database, DOCUMENT_BY_ID);
  put_number (&row, id);
  return library_ask (&row, err);
}

static long long
by_source (struct library *library, long long collection, const char *path,
           struct err *err)
{
  struct row row = row_of (&library->database, SOURCE_DOCUMENT);
  put_number (&row, collection);
  put_text (&row, path);
  return library_ask (&row, err);
}

/* A path from the current folder made absolute, without links where it
   exists.  */
static char *
absolute (const char *name)
{
  if (*name == '/' || access (name, F_OK) == 0)
    return path_real (name);
  char *here = getcwd (NULL, 0);
  char *path = mem_format ("%s/%s", here ? here : "", name);
  free (here);
  return path;
}

/* The documents at the path NAME, in the file system or within any
   collection.  The roots are few: they are read first, then asked.  */
static void
by_path (struct library *library, const char *name, struct candidates *files,
         struct candidates *within, struct err *err)
{
  struct ids VEC (long long) ids = { NULL, 0, 0 };
  struct paths VEC (char *) paths = { NULL, 0, 0 };
  char *full = absolute (name);
  struct row row = row_of (&library->database, COLLECTIONS);
  while (row_next (&row, err))
    {
      VEC_PUSH (&ids, take_number (&row, 1, LLONG_MAX));
      char *root = take_text (&row);
      VEC_PUSH (&paths, mem_string (path_within (full, root)));
      free (root);
    }
  for (size_t i = 0; i < ids.len && err->code == ERR_NONE; i++)
    {
      long long id = paths.items[i]
                       ? by_source (library, ids.items[i], paths.items[i], err)
                       : 0;
      if (id)
        candidate (files, id);
      id = err->code == ERR_NONE ? by_source (library, ids.items[i], name, err)
                                 : 0;
      if (id)
        candidate (within, id);
    }
  for (size_t i = 0; i < paths.len; i++)
    free (paths.items[i]);
  VEC_FREE (&paths);
  VEC_FREE (&ids);
  free (full);
}

/* The documents with NAME in a title or path; those with a whole one apart.  */
static void
by_title (struct library *library, const char *name, struct candidates *whole,
          struct candidates *part, struct err *err)
{
  char *folded = filter_fold (name);
  struct row row = row_of (&library->database, FIND_ALL);
  while (*folded && row_next (&row, err))
    {
      size_t len;
      long long id = take_number (&row, 1, LLONG_MAX);
      const char *lines = peek_text (&row, &len);
      enum filter_match match
        = lines ? filter_match (folded, lines, len) : MATCH_NONE;
      if (match == MATCH_LINE)
        candidate (whole, id);
      else if (match == MATCH_PART)
        candidate (part, id);
    }
  free (folded);
}

/* The first of the SETS that has any candidate decides.  */
static long long
decide (const struct candidates *sets, size_t count, const char *name,
        struct err *err)
{
  for (size_t i = 0; i < count; i++)
    if (sets[i].count == 1)
      return sets[i].id[0];
    else if (sets[i].count > 1)
      return ambiguous (&sets[i], name, err);
  err_set (err, ERR_NOT_FOUND, name, NULL);
  return 0;
}

static long long
find (struct library *library, const char *name, struct err *err)
{
  struct candidates sets[4] = { { .count = 0 } };
  long long id = by_number (library, name, err);
  if (id != 0 || err->code != ERR_NONE)
    return id;
  by_path (library, name, &sets[0], &sets[1], err);
  if (err->code == ERR_NONE && sets[0].count + sets[1].count == 0)
    by_title (library, name, &sets[2], &sets[3], err);
  return err->code == ERR_NONE ? decide (sets, 4, name, err) : 0;
}

long long
library_find (struct library *library, const char *name, struct err *err)
{
  struct err found = ERR_INIT;
  long long id = find (library, name, &found);
  if (id == 0 && err)
    *err = found;
  return id;
}
