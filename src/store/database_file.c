/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The folder and file of a database, before SQLite opens it.  */
#include <config.h>

#include "store/database_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/mem.h"

/* Makes one folder; one that is there stays as it is.  */
static bool
make_one (const char *folder)
{
  if (mkdir (folder, 0700) == 0)
    return chmod (folder, 0700) == 0;
  if (errno == EEXIST)
    return true;
  struct stat status;
  int number = errno;
  bool there = stat (folder, &status) == 0 && S_ISDIR (status.st_mode);
  errno = number;
  return there;
}

bool
folder_make (const char *folder)
{
  char *path = mem_string (folder);
  bool made = *path != '\0';
  errno = ENOENT;
  for (char *at = path + 1; made && *at; at++)
    if (*at == '/' && at[-1] != '/')
      {
        *at = '\0';
        made = make_one (path);
        *at = '/';
      }
  made = made && make_one (path);
  int number = errno;
  free (path);
  errno = number;
  return made;
}

bool
file_make (const char *path)
{
  int fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0)
    return errno == EEXIST;
  bool made = fchmod (fd, 0600) == 0;
  return close (fd) == 0 && made;
}

bool
file_is_regular (const char *path, struct err *err)
{
  struct stat status;
  if (stat (path, &status) != 0)
    return err_set_errno (err, ERR_DB_OPEN, path, errno);
  if (S_ISDIR (status.st_mode))
    return err_set_errno (err, ERR_DB_OPEN, path, EISDIR);
  if (!S_ISREG (status.st_mode))
    return err_set (err, ERR_DB_OPEN, path, "not a regular file");
  return true;
}

bool
file_is_writable (const char *path, const char *folder)
{
  return eaccess (path, W_OK) == 0 && eaccess (folder, W_OK | X_OK) == 0;
}

bool
type_is_network (unsigned long type)
{
  /* From linux/magic.h and the manual page statfs(2).  */
  static const unsigned long types[] = {
    0x6969,     /* NFS */
    0x517B,     /* SMB */
    0xFF534D42, /* CIFS */
    0xFE534D42, /* SMB2 */
    0x01021997, /* 9P */
    0x65735546, /* FUSE: sshfs and its kin */
    0x5346414F, /* OpenAFS */
    0x6B414653, /* AFS of the kernel */
    0x73757245, /* Coda */
    0x564C,     /* NCP */
    0x00C36400, /* Ceph */
    0x0BD00BD0, /* Lustre */
    0x47504653, /* GPFS */
    0x01161970, /* GFS2 */
    0x7461636F, /* OCFS2 */
    0x19830326, /* BeeGFS */
    0xAAD7AAEA, /* PanFS */
    0x786F4256, /* VirtualBox shared folder */
  };
  for (size_t i = 0; i < sizeof types / sizeof *types; i++)
    if ((type & 0xFFFFFFFF) == types[i])
      return true;
  return false;
}

bool
folder_is_network (const char *folder)
{
  struct statfs status;
  return statfs (folder, &status) == 0
         && type_is_network ((unsigned long) status.f_type);
}

static bool
sync_one (const char *path, int flags)
{
  int fd = open (path, flags | O_CLOEXEC);
  if (fd < 0)
    return false;
  bool done = fsync (fd) == 0;
  return close (fd) == 0 && done;
}

bool
file_sync (const char *path, const char *folder)
{
  return sync_one (path, O_RDWR) && sync_one (folder, O_RDONLY | O_DIRECTORY);
}

char *
file_path (const char *folder, const char *name)
{
  /* SQLite may be built to take "file:..." for a URI, ":memory:" always has a
     meaning: a path with a slash in front has none of these.  */
  const char *here = *folder == '/' ? "" : "./";
  size_t len = strlen (folder);
  const char *slash = len > 0 && folder[len - 1] == '/' ? "" : "/";
  return mem_format ("%s%s%s%s", here, folder, slash, name);
}

char *
file_immutable_uri (const char *path)
{
  char *real = realpath (path, NULL);
  if (!real)
    return NULL;
  struct buf uri = BUF_INIT;
  buf_add_string (&uri, "file://");
  for (const char *at = real; *at; at++)
    if (strchr ("%?#", *at))
      buf_add_format (&uri, "%%%02X", (unsigned) *at);
    else
      buf_add_byte (&uri, *at);
  buf_add_string (&uri, "?immutable=1");
  free (real);
  return buf_take (&uri);
}
