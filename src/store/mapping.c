/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files read in place.  */
#include "store/mapping.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

void *
mapping_open (const char *path, size_t *len, struct err *err)
{
  struct stat st;
  void *bytes = MAP_FAILED;
  int file = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file >= 0 && fstat (file, &st) == 0 && S_ISREG (st.st_mode)
      && st.st_size > 0)
    {
      *len = (size_t) st.st_size;
      bytes = mmap (NULL, *len, PROT_READ, MAP_PRIVATE, file, 0);
    }
  int number = errno;
  if (file >= 0)
    close (file);
  if (bytes != MAP_FAILED)
    return bytes;
  err_set_errno (err, ERR_READ, path, number);
  return NULL;
}

void
mapping_close (void *bytes, size_t len)
{
  munmap (bytes, len);
}
