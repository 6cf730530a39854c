/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a text in the reader's own editor.  */
#include "view/outside.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"

enum { WORDS = 16 };

/* Parts COMMAND (changed) into words; PATH comes last.  */
static void
part_words (char *command, const char *path, char *words[WORDS + 2])
{
  size_t count = 0;
  char *state;
  for (char *word = strtok_r (command, " \t", &state); word && count < WORDS;
       word = strtok_r (NULL, " \t", &state))
    words[count++] = word;
  words[count++] = (char *) path;
  words[count] = NULL;
}

static _Noreturn void
become_editor (char *const words[])
{
  struct sigaction plain = { .sa_handler = SIG_DFL };
  sigemptyset (&plain.sa_mask);
  sigaction (SIGINT, &plain, NULL);
  sigaction (SIGTERM, &plain, NULL);
  sigaction (SIGHUP, &plain, NULL);
  sigaction (SIGPIPE, &plain, NULL);
  execvp (words[0], words);
  _exit (127);
}

/* Runs the editor on PATH; its exit status, or -1.  */
static int
run_editor (const char *command, const char *path)
{
  char *copy = mem_string (command);
  char *words[WORDS + 2];
  int status = -1;
  part_words (copy, path, words);
  pid_t child = fork ();
  if (child == 0)
    become_editor (words);
  while (child > 0 && waitpid (child, &status, 0) < 0)
    if (errno != EINTR)
      {
        status = -1;
        break;
      }
  free (copy);
  return child > 0 && WIFEXITED (status) ? WEXITSTATUS (status) : -1;
}

static const char *
editor_command (const char *command)
{
  const char *names[] = { command, getenv ("VISUAL"), getenv ("EDITOR") };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (names[i] && names[i][strspn (names[i], " \t")])
      return names[i];
  return "vi";
}

static bool
write_text (int fd, const char *text)
{
  size_t len = strlen (text);
  while (len > 0)
    {
      ssize_t done = write (fd, text, len);
      if (done < 0 && errno != EINTR)
        return false;
      if (done > 0)
        {
          text += done;
          len -= (size_t) done;
        }
    }
  return true;
}

/* What the editor left in PATH: UTF-8, line ends LF, the last one dropped.  */
static char *
read_back (const char *path, struct err *err)
{
  struct buf text = BUF_INIT;
  char piece[4096];
  size_t got;
  FILE *file = fopen (path, "r");
  if (!file)
    {
      err_set_errno (err, ERR_READ, path, errno);
      return NULL;
    }
  while ((got = fread (piece, 1, sizeof piece, file)) > 0)
    buf_add (&text, piece, got);
  bool whole = !ferror (file);
  fclose (file);
  if (text.len > 0 && text.data[text.len - 1] == '\n')
    text.data[--text.len] = '\0';
  size_t bad = utf8_check (buf_string (&text), text.len);
  if (whole && bad == text.len && !memchr (buf_string (&text), 0, text.len))
    return buf_take (&text);
  err_set (err, whole ? ERR_ENCODING : ERR_READ, path, NULL);
  err_at (err, 0, (long long) bad);
  buf_free (&text);
  return NULL;
}

static char *
edit_file (struct terminal *terminal, const char *command, const char *path,
           struct err *err)
{
  term_leave (terminal);
  int status = run_editor (editor_command (command), path);
  term_return (terminal);
  if (status == 0)
    return read_back (path, err);
  err_set (err, ERR_EDITOR, path, "%s: %d", editor_command (command), status);
  return NULL;
}

char *
outside_edit (struct terminal *terminal, const char *command,
              const char *text, struct err *err)
{
  const char *base = getenv ("TMPDIR");
  char *folder
    = mem_format ("%s/enface-XXXXXX", base && *base == '/' ? base : "/tmp");
  char *edited = NULL;
  if (!mkdtemp (folder)) /* 0700 */
    {
      err_set_errno (err, ERR_WRITE, folder, errno);
      free (folder);
      return NULL;
    }
  char *path = mem_format ("%s/note.txt", folder);
  int fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd >= 0 && write_text (fd, text))
    edited = edit_file (terminal, command, path, err);
  else
    err_set_errno (err, ERR_WRITE, path, errno);
  if (fd >= 0)
    close (fd);
  if (edited || fd < 0)
    {
      unlink (path);
      rmdir (folder);
    }
  free (path);
  free (folder);
  return edited;
}
