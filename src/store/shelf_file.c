/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of the shelf.  */
#include "store/shelf_file.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "export/safe_file.h"
#include "store/database_file.h"

#define SUBFOLDER "dictionaries"

char *
shelf_file_path (const char *folder, const char *name, const char *ending)
{
  return mem_format ("%s/" SUBFOLDER "/%s%s", folder, name, ending);
}

/* The part of FILE before ENDING; NULL where it has another.  */
static char *
name_of (const char *file, const char *ending)
{
  size_t len = strlen (file), end = strlen (ending);
  if (file[0] == '.' || len <= end || strcmp (file + len - end, ending) != 0)
    return NULL;
  return mem_copy (file, len - end);
}

void
shelf_file_each (const char *folder, const char *ending,
                 void (*take) (void *data, const char *name), void *data)
{
  struct dirent **files;
  char *path = mem_format ("%s/" SUBFOLDER, folder);
  int count = scandir (path, &files, NULL, alphasort);
  free (path);
  for (int k = 0; k < count; k++)
    {
      char *name = name_of (files[k]->d_name, ending);
      if (name)
        take (data, name);
      free (name);
      free (files[k]);
    }
  if (count >= 0)
    free (files);
}

/* Whether NAME can stand in a folder.  */
static bool
name_is_sound (const char *name, struct err *err)
{
  if (name[0] && name[0] != '.' && !strchr (name, '/') && strlen (name) < 200)
    return true;
  return err_set (err, ERR_USAGE, name, NULL);
}

bool
shelf_file_add (const char *folder, const char *name, const char *ending,
                const struct buf *image, struct err *err)
{
  if (!name_is_sound (name, err))
    return false;
  char *path = shelf_file_path (folder, name, ending);
  char *parent = mem_format ("%s/" SUBFOLDER, folder);
  bool done = folder_make (parent);
  if (!done)
    err_set_errno (err, ERR_WRITE, parent, errno);
  else
    done = safe_file_write (path, image->data, image->len, err);
  free (parent);
  free (path);
  return done;
}

bool
shelf_file_remove (const char *folder, const char *name, const char *ending,
                   struct err *err)
{
  if (!name_is_sound (name, err))
    return false;
  char *path = shelf_file_path (folder, name, ending);
  bool done = unlink (path) == 0;
  if (!done)
    err_set_errno (err, errno == ENOENT ? ERR_NOT_FOUND : ERR_WRITE,
                   errno == ENOENT ? name : path, errno);
  free (path);
  return done;
}
