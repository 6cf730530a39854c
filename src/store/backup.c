/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of the notebook: by hand, and one a day.  */
#include <config.h>

#include "store/backup.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "store/backup_private.h"
#include "store/database_file.h"
#include "store/notebook_private.h"

char *
backup_free_name (const char *folder, const char *stem)
{
  struct tm parts;
  char when[32];
  for (time_t now = time (NULL);; now++)
    {
      strftime (when, sizeof when, "%Y%m%dT%H%M%SZ", gmtime_r (&now, &parts));
      char *name = mem_format ("%s%s.db", stem, when);
      char *path = file_path (folder, name);
      free (name);
      if (access (path, F_OK) != 0)
        return path;
      free (path);
    }
}

bool
file_move_new (const char *from, const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return true;
  if (errno != EINVAL && errno != ENOSYS)
    return false;
  /* A file system that can't promise it.  */
  if (access (to, F_OK) == 0)
    {
      errno = EEXIST;
      return false;
    }
  return rename (from, to) == 0;
}

/* The folder that PATH names a file in, with the slash; the caller frees it.  */
static char *
folder_of (const char *path)
{
  const char *slash = strrchr (path, '/');
  return slash ? mem_copy (path, (size_t) (slash - path) + 1)
               : mem_string ("./");
}

bool
backup_copy (struct database *database, const char *to, struct err *err)
{
  if (access (to, F_OK) == 0)
    return err_set_errno (err, ERR_WRITE, to, EEXIST);
  char *part = mem_format ("%s.part-%ld", to, (long) getpid ());
  char *folder = folder_of (to);
  bool done = database_copy (database, part, err);
  if (done && (!file_move_new (part, to) || !file_sync (to, folder)))
    {
      err_set_errno (err, ERR_WRITE, to, errno);
      unlink (part);
      done = false;
    }
  free (folder);
  free (part);
  return done;
}

/* Copies the open DATABASE into a new file of the folder of backups; *MADE is its
   path.  */
static bool
copy_dated (struct database *database, const char *folder, char **made,
            struct err *err)
{
  char *under = backup_folder (folder);
  *made = NULL;
  bool done = folder_make (under);
  if (done)
    {
      *made = backup_free_name (under, "notes-");
      done = backup_copy (database, *made, err);
    }
  else
    err_set_errno (err, ERR_WRITE, under, errno);
  free (under);
  return done;
}

bool
backup_make (const char *folder, const char *to, char **made, struct err *err)
{
  struct database database;
  int version;
  char *from = file_path (folder, notebook_kind.name), *name = NULL;
  bool done = database_peek (&database, &notebook_kind, from, &version, err);
  if (done)
    {
      done = to ? backup_copy (&database, to, err)
                : copy_dated (&database, folder, &name, err);
      database_close (&database);
    }
  if (made && done)
    *made = to ? mem_string (to) : mem_string (name);
  free (name);
  free (from);
  return done;
}

/* --- one a day ------------------------------------------------------------ */

/* What of a notebook is worth a backup, in a line that is another after each
   change of it.  */
static const char summary[]
  = "SELECT (SELECT count (*) || ' ' || coalesce (max (modified), '')"
    " FROM note) || ' ' || (SELECT count (*) || ' ' || count (deleted)"
    " FROM correction) || ' ' || (SELECT count (*) FROM dismissal) || ' '"
    " || (SELECT count (*) || ' ' || coalesce (max (turn), 0) FROM reading)"
    " || ' ' || (SELECT coalesce (group_concat (letter || document || at), '')"
    " FROM bookmark)";

/* A notebook as `summary' has it; "" where it can't be had.  */
enum { SUMMARY = 1024 };

static void
summarize (const char *path, char line[SUMMARY])
{
  struct database database;
  int version;
  *line = '\0';
  if (!database_peek (&database, &notebook_kind, path, &version, NULL))
    return;
  if (!database_word (&database, summary, line, SUMMARY, NULL))
    *line = '\0';
  database_close (&database);
}

/* Whether the notebook PATH holds anything that the backup NEWEST (NULL: there is
   none) does not.  */
static bool
is_new (const char *path, const char *newest)
{
  static const char empty[] = "0  0 0 0 0 0 ";
  char now[SUMMARY], before[SUMMARY];
  summarize (path, now);
  if (!newest)
    return *now && strcmp (now, empty) != 0;
  summarize (newest, before);
  return *now && strcmp (now, before) != 0;
}

/* Whether a backup may be due: none of today, and the file is newer.  */
static bool
may_be_due (const char *path, const struct backups *backups)
{
  struct stat ours, last;
  char today[16];
  time_t now = time (NULL);
  struct tm parts;
  if (stat (path, &ours) != 0)
    return false;
  if (backups->len == 0)
    return true;
  strftime (today, sizeof today, "%Y-%m-%d", gmtime_r (&now, &parts));
  return strncmp (backups->items[0].time, today, 10) != 0
         && (stat (backups->items[0].path, &last) != 0
             || ours.st_mtim.tv_sec >= last.st_mtim.tv_sec);
}

bool
backup_daily (const char *folder, bool *done, struct err *err)
{
  struct backups backups = { NULL, 0, 0 };
  char *path = file_path (folder, notebook_kind.name);
  bool good = backups_list (folder, &backups, err), made = false;
  if (good && may_be_due (path, &backups)
      && is_new (path, backups.len ? backups.items[0].path : NULL))
    {
      good = made = backup_make (folder, NULL, NULL, err);
      backups_free (&backups);
      if (made && backups_list (folder, &backups, NULL))
        backups_thin (&backups);
    }
  if (done)
    *done = made;
  backups_free (&backups);
  free (path);
  return good;
}
