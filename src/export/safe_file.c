/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a file so that either all of it is there or what stood before.  */
#include "export/safe_file.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

static bool
write_all (int fd, const char *data, size_t len)
{
  while (len > 0)
    {
      ssize_t done = write (fd, data, len);
      if (done < 0 && errno == EINTR)
        continue;
      if (done < 0)
        return false;
      data += done;
      len -= (size_t) done;
    }
  return fsync (fd) == 0;
}

/* The permissions that PATH shall have.  */
static mode_t
mode_for (const char *path)
{
  struct stat st;
  if (stat (path, &st) == 0)
    return st.st_mode & 07777;
  mode_t mask = umask (0);
  umask (mask);
  return 0666 & ~mask;
}

/* Makes the new name last: a rename is only safe once its folder is.  */
static void
sync_folder (const char *path)
{
  char *copy = mem_string (path);
  int fd = open (dirname (copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }
  free (copy);
}

static bool
replace_file (const char *path, const char *data, size_t len, int *number)
{
  char *temporary = mem_format ("%s.XXXXXX", path);
  int fd = mkostemp (temporary, O_CLOEXEC);
  bool done = fd >= 0 && write_all (fd, data, len)
              && fchmod (fd, mode_for (path)) == 0;
  *number = errno;
  if (fd >= 0 && close (fd) != 0 && done)
    {
      done = false;
      *number = errno;
    }
  if (done && rename (temporary, path) != 0)
    {
      done = false;
      *number = errno;
    }
  if (done)
    sync_folder (path);
  else if (fd >= 0)
    unlink (temporary);
  free (temporary);
  return done;
}

bool
safe_file_write (const char *path, const char *data, size_t len,
                 struct err *err)
{
  struct stat st;
  if (stat (path, &st) == 0 && !S_ISREG (st.st_mode))
    return err_set (err, ERR_NOT_A_FILE, path, NULL);
  int number;
  char *real = realpath (path, NULL);
  bool done = replace_file (real ? real : path, data, len, &number);
  free (real);
  return done || err_set_errno (err, ERR_WRITE, path, number);
}
