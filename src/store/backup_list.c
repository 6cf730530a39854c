/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The folder of backups: which there are, and which go.  */
#include <config.h>

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "store/backup.h"
#include "store/backup_private.h"
#include "store/database_file.h"

char *
backup_folder (const char *folder)
{
  return file_path (folder, "backups");
}

void
backups_free (struct backups *backups)
{
  for (size_t i = 0; i < backups->len; i++)
    {
      free (backups->items[i].name);
      free (backups->items[i].path);
    }
  VEC_FREE (backups);
}

/* Whether NAME is that of a backup, whose time goes to TIME.  */
static bool
read_name (const char *name, char time[21])
{
  static const char form[] = "notes-99999999T999999Z.db";
  if (strlen (name) != sizeof form - 1)
    return false;
  for (size_t i = 0; form[i]; i++)
    if (form[i] == '9' ? name[i] < '0' || name[i] > '9' : name[i] != form[i])
      return false;
  const char *t = name + 6;
  snprintf (time, 21, "%.4s-%.2s-%.2sT%.2s:%.2s:%.2sZ", t, t + 4, t + 6, t + 9,
            t + 11, t + 13);
  return true;
}

static int
newest_first (const void *a, const void *b)
{
  const struct backup *x = a, *y = b;
  return strcmp (y->time, x->time);
}

bool
backups_list (const char *folder, struct backups *backups, struct err *err)
{
  char *path = backup_folder (folder);
  DIR *dir = opendir (path);
  if (!dir)
    {
      bool none = errno == ENOENT;
      if (!none)
        err_set_errno (err, ERR_READ, path, errno);
      free (path);
      return none;
    }
  struct dirent *entry;
  while ((entry = readdir (dir)) != NULL)
    {
      struct backup backup = { .name = NULL };
      struct stat status;
      if (!read_name (entry->d_name, backup.time))
        continue;
      backup.path = file_path (path, entry->d_name);
      if (lstat (backup.path, &status) == 0 && S_ISREG (status.st_mode))
        {
          backup.name = mem_string (entry->d_name);
          backup.bytes = status.st_size;
          VEC_PUSH (backups, backup);
        }
      else
        free (backup.path);
    }
  closedir (dir);
  free (path);
  if (backups->len > 1)
    qsort (backups->items, backups->len, sizeof *backups->items, newest_first);
  return true;
}

/* --- thinning ------------------------------------------------------------- */

/* How many are kept whatever their days, and for how many weeks one a week.  */
enum { NEWEST = 10, WEEKS = 10 };

/* The day of TIME, from 1970 on.  */
static long
day_of (const char *time)
{
  struct tm parts = { .tm_mday = 1 };
  strptime (time, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return (long) (timegm (&parts) / 86400);
}

/* The week of DAY; the first of January 1970 was a Thursday.  */
static long
week_of (long day)
{
  return (day + 3) / 7;
}

bool
backup_is_kept (const struct backups *backups, size_t index)
{
  if (index < NEWEST)
    return true;
  const char *time = backups->items[index].time;
  const char *newer = backups->items[index - 1].time;
  long week = week_of (day_of (time));
  bool last_of_week = week != week_of (day_of (newer));
  bool last_of_month = strncmp (time, newer, 7) != 0;
  return last_of_month
         || (last_of_week
             && week_of (day_of (backups->items[0].time)) - week <= WEEKS);
}

void
backups_thin (const struct backups *backups)
{
  for (size_t i = 0; i < backups->len; i++)
    if (!backup_is_kept (backups, i))
      unlink (backups->items[i].path);
}
