/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file system below SQLite that fails at the Nth thing it is asked.  */
#include <config.h>

#include "fault_vfs.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"

static struct
{
  sqlite3_vfs *real;
  enum fault fault;
  long at, count;
  bool forever;
} now;

/* A file: ours first, the system's behind it.  */
struct shim
{
  sqlite3_file base;
  sqlite3_file *real;
};

static sqlite3_file *
real_of (sqlite3_file *file)
{
  return ((struct shim *) file)->real;
}

static bool
strikes (void)
{
  now.count++;
  return now.fault != FAULT_NONE
         && (now.count == now.at || (now.forever && now.count > now.at));
}

/* What the present change comes to: SQLITE_OK to go on.  */
static int
meet (void)
{
  if (!strikes ())
    return SQLITE_OK;
  if (now.fault == FAULT_KILL || now.fault == FAULT_TORN)
    raise (SIGKILL);
  return now.fault == FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

static int
shim_close (sqlite3_file *file)
{
  return real_of (file)->pMethods->xClose (real_of (file));
}

static int
shim_read (sqlite3_file *file, void *to, int len, sqlite3_int64 at)
{
  return real_of (file)->pMethods->xRead (real_of (file), to, len, at);
}

static int
shim_write (sqlite3_file *file, const void *from, int len, sqlite3_int64 at)
{
  sqlite3_file *real = real_of (file);
  if (now.fault == FAULT_TORN && now.count + 1 == now.at)
    real->pMethods->xWrite (real, from, len / 2, at);
  int code = meet ();
  return code ? code : real->pMethods->xWrite (real, from, len, at);
}

static int
shim_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  int code = meet ();
  return code ? code
              : real_of (file)->pMethods->xTruncate (real_of (file), size);
}

static int
shim_sync (sqlite3_file *file, int flags)
{
  int code = meet ();
  return code ? code : real_of (file)->pMethods->xSync (real_of (file), flags);
}

static int
shim_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return real_of (file)->pMethods->xFileSize (real_of (file), size);
}

static int
shim_lock (sqlite3_file *file, int level)
{
  return real_of (file)->pMethods->xLock (real_of (file), level);
}

static int
shim_unlock (sqlite3_file *file, int level)
{
  return real_of (file)->pMethods->xUnlock (real_of (file), level);
}

static int
shim_reserved (sqlite3_file *file, int *held)
{
  return real_of (file)->pMethods->xCheckReservedLock (real_of (file), held);
}

static int
shim_control (sqlite3_file *file, int what, void *data)
{
  return real_of (file)->pMethods->xFileControl (real_of (file), what, data);
}

static int
shim_sector (sqlite3_file *file)
{
  return real_of (file)->pMethods->xSectorSize (real_of (file));
}

static int
shim_device (sqlite3_file *file)
{
  return real_of (file)->pMethods->xDeviceCharacteristics (real_of (file));
}

static const sqlite3_io_methods methods = {
  .iVersion = 1,
  .xClose = shim_close,
  .xRead = shim_read,
  .xWrite = shim_write,
  .xTruncate = shim_truncate,
  .xSync = shim_sync,
  .xFileSize = shim_size,
  .xLock = shim_lock,
  .xUnlock = shim_unlock,
  .xCheckReservedLock = shim_reserved,
  .xFileControl = shim_control,
  .xSectorSize = shim_sector,
  .xDeviceCharacteristics = shim_device,
};

static int
shim_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags,
           int *out)
{
  struct shim *shim = (struct shim *) file;
  (void) vfs;
  shim->base.pMethods = NULL;
  shim->real = (sqlite3_file *) (shim + 1);
  int code = (flags & SQLITE_OPEN_MAIN_JOURNAL)
                 && (flags & SQLITE_OPEN_CREATE)
               ? meet ()
               : SQLITE_OK;
  if (code)
    return code;
  code = now.real->xOpen (now.real, name, shim->real, flags, out);
  if (code == SQLITE_OK)
    shim->base.pMethods = &methods;
  return code;
}

static int
shim_delete (sqlite3_vfs *vfs, const char *name, int sync)
{
  (void) vfs;
  int code = meet ();
  return code ? code : now.real->xDelete (now.real, name, sync);
}

void
fault_install (void)
{
  static sqlite3_vfs shim;
  sqlite3_initialize ();
  now.real = sqlite3_vfs_find (NULL);
  shim = *now.real;
  shim.szOsFile = (int) sizeof (struct shim) + now.real->szOsFile;
  shim.zName = "fault";
  shim.pNext = NULL;
  shim.xOpen = shim_open;
  shim.xDelete = shim_delete;
  sqlite3_vfs_register (&shim, 1);
}

void
fault_at (enum fault fault, long n, bool forever)
{
  now.fault = fault;
  now.at = n;
  now.count = 0;
  now.forever = forever;
}

long
fault_count (void)
{
  return now.count;
}

bool
killed_in (enum fault fault, long n, bool (*work) (const char *),
           const char *folder)
{
  fflush (stdout);
  pid_t child = fork ();
  if (child == 0)
    {
      fault_at (fault, n, false);
      _exit (work (folder) ? 0 : 1);
    }
  int status;
  waitpid (child, &status, 0);
  if (WIFSIGNALED (status))
    return true;
  CHECK (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  return false;
}
