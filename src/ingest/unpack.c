/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unpacks files by the programs that packed them.  */
#include "ingest/unpack.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

const char *
unpack_program (const char *data, size_t len)
{
  static const struct
  {
    const char *magic;
    const char *program;
  } rows[] = { { "\x1f\x8b", "gzip" },
               { "BZh", "bzip2" },
               { "\xFD"
                 "7zXZ",
                 "xz" } };
  for (size_t k = 0; k < sizeof rows / sizeof *rows; k++)
    if (len >= strlen (rows[k].magic)
        && memcmp (data, rows[k].magic, strlen (rows[k].magic)) == 0)
      return rows[k].program;
  return NULL;
}

/* Starts PROGRAM with FILE as its input; *OUTPUT is where to read.  -1 where
   that fails.  */
static pid_t
start (const char *program, int file, int *output)
{
  extern char **environ;
  int ends[2];
  pid_t child = -1;
  char *words[] = { (char *) program, (char *) "-dc", NULL };
  posix_spawn_file_actions_t actions;
  if (pipe2 (ends, O_CLOEXEC) != 0)
    return -1;
  posix_spawn_file_actions_init (&actions);
  posix_spawn_file_actions_adddup2 (&actions, file, STDIN_FILENO);
  posix_spawn_file_actions_adddup2 (&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen (&actions, STDERR_FILENO, "/dev/null",
                                    O_WRONLY, 0);
  int failed = posix_spawnp (&child, program, &actions, NULL, words, environ);
  posix_spawn_file_actions_destroy (&actions);
  close (ends[1]);
  *output = ends[0];
  if (!failed)
    return child;
  close (ends[0]);
  return -1;
}

/* Reads all of FD; false where it is more than MOST bytes.  */
static bool
read_most (int fd, size_t most, struct buf *out)
{
  for (;;)
    {
      buf_reserve (out, 65536);
      ssize_t got = read (fd, out->data + out->len, out->cap - out->len - 1);
      if (got < 0 && errno == EINTR)
        continue;
      if (got <= 0)
        return true;
      out->len += (size_t) got;
      out->data[out->len] = '\0';
      if (out->len > most)
        return false;
    }
}

bool
unpack_file (const char *program, const char *path, size_t most,
             struct buf *out, struct err *err)
{
  int output, status = -1;
  int file = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (file < 0)
    return err_set_errno (err, ERR_OPEN, path, errno);
  pid_t child = start (program, file, &output);
  close (file);
  if (child < 0)
    return err_set (err, ERR_FORMAT, path, "%s", program);
  bool fits = read_most (output, most, out);
  close (output);
  if (!fits)
    kill (child, SIGKILL);
  while (waitpid (child, &status, 0) < 0 && errno == EINTR)
    continue;
  if (!fits)
    return err_set (err, ERR_TOO_LARGE, path, NULL);
  return (WIFEXITED (status) && WEXITSTATUS (status) == 0)
         || err_set (err, ERR_FORMAT, path, "%s", program);
}
