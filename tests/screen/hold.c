/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hold FILE: holds a database as another program does that writes to it, until
   there is a file "let-go"; makes a file "held" when it has it.  SQLite's lock of
   a writer is a POSIX lock on one byte (sqlite.org/fileformat2.html, 1.6, and its
   os.h: RESERVED_BYTE).  */
#include <fcntl.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

int
main (int argc, char **argv)
{
  const struct timespec moment = { 0, 20000000 };
  struct flock lock = { .l_type = F_WRLCK,
                        .l_whence = SEEK_SET,
                        .l_start = 0x40000001,
                        .l_len = 1 };
  int fd = argc == 2 ? open (argv[1], O_RDWR | O_CLOEXEC) : -1;
  if (fd < 0 || fcntl (fd, F_SETLKW, &lock) < 0)
    {
      perror (argc == 2 ? argv[1] : "hold");
      return 1;
    }
  close (open ("held", O_CREAT | O_WRONLY | O_CLOEXEC, 0600));
  while (access ("let-go", F_OK) != 0)
    nanosleep (&moment, NULL);
  return 0;
}
