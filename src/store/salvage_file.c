/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A damaged notebook opened so far that its tables can be read, in a copy.  */
#include <config.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "store/backup_private.h"
#include "store/database_file.h"
#include "store/notebook_private.h"

/* The size of SQLite's pages where nobody says otherwise: ours.  */
enum { PAGE = 4096 };

/* Copies the file FROM to the new file TO; false with errno.  */
static bool
copy_file (const char *from, const char *to)
{
  static const size_t block = 1 << 16;
  int in = open (from, O_RDONLY | O_CLOEXEC);
  if (in < 0 || !file_make (to))
    {
      int number = errno;
      if (in >= 0)
        close (in);
      errno = number;
      return false;
    }
  int out = open (to, O_WRONLY | O_CLOEXEC);
  char *bytes = mem_new (block, 1);
  ssize_t got = -1;
  while (out >= 0 && (got = read (in, bytes, block)) > 0
         && write (out, bytes, (size_t) got) == got)
    ;
  free (bytes);
  int number = errno;
  close (in);
  if (out < 0 || close (out) != 0 || got != 0)
    {
      errno = got < 0 ? number : ENOSPC;
      return false;
    }
  return true;
}

static void
put_number_at (unsigned char *to, unsigned long number)
{
  for (int i = 3; i >= 0; i--, number >>= 8)
    to[i] = (unsigned char) number;
}

/* Writes the header anew that a notebook has (sqlite.org/fileformat2.html, 1.3),
   with pages of SIZE bytes, no free ones among them.  */
static bool
mend_header (const char *path, size_t size)
{
  unsigned char header[100] = { 0 };
  struct stat status;
  int fd = open (path, O_RDWR | O_CLOEXEC);
  if (fd < 0)
    return false;
  if (fstat (fd, &status) != 0
      || pread (fd, header, sizeof header, 0) != sizeof header)
    {
      close (fd);
      return false;
    }
  memcpy (header, "SQLite format 3", 16);
  header[16] = (unsigned char) (size >> 8);
  header[17] = (unsigned char) size;
  memcpy (header + 18, "\1\1\0\100\40\40", 6);
  put_number_at (header + 28, (unsigned long) status.st_size / size);
  memset (header + 32, 0, 8);   /* no free pages */
  put_number_at (header + 44, 4); /* the format of the schema */
  put_number_at (header + 52, 0); /* no automatic vacuum */
  put_number_at (header + 56, 1); /* UTF-8 */
  put_number_at (header + 64, 0);
  memset (header + 72, 0, 20);
  memcpy (header + 92, header + 24, 4); /* the counts are of this file */
  bool done = pwrite (fd, header, sizeof header, 0) == sizeof header;
  return close (fd) == 0 && done;
}

/* Opens PATH where the table of notes can be found in it; else NULL.  */
static sqlite3 *
open_tables (const char *path)
{
  sqlite3 *handle = NULL;
  sqlite3_stmt *notes = NULL;
  int code = sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE, NULL);
  if (code == SQLITE_OK)
    {
      database_secure (handle);
      code = sqlite3_exec (handle, "PRAGMA cell_size_check=ON", NULL, NULL,
                           NULL);
    }
  if (code == SQLITE_OK)
    code = sqlite3_prepare_v2 (handle, "SELECT text FROM note", -1, &notes,
                               NULL);
  if (code == SQLITE_OK && (code = sqlite3_step (notes)) == SQLITE_DONE)
    code = SQLITE_ROW;
  bool there = notes != NULL;
  sqlite3_finalize (notes);
  /* A page that can't be read is met later; a schema that can't is the end.  */
  if (code == SQLITE_ROW || ((code & 0xFF) == SQLITE_CORRUPT && there))
    return handle;
  sqlite3_close (handle);
  return NULL;
}

/* Opens the copy PATH of a damaged notebook: as it is, then without the journal,
   then with another header.  */
static sqlite3 *
open_somehow (const char *path)
{
  char *journal = mem_format ("%s-journal", path);
  sqlite3 *handle = open_tables (path);
  unlink (journal);
  if (!handle)
    handle = open_tables (path);
  if (!handle && mend_header (path, PAGE))
    handle = open_tables (path);
  free (journal);
  return handle;
}

/* Copies FROM, and its journal, to COPY.  */
static bool
copy_both (const char *from, const char *copy, struct err *err)
{
  char *journal = mem_format ("%s-journal", from);
  char *beside = mem_format ("%s-journal", copy);
  bool done = copy_file (from, copy)
              && (access (journal, F_OK) != 0 || copy_file (journal, beside));
  if (!done)
    err_set_errno (err, ERR_READ, from, errno);
  free (beside);
  free (journal);
  return done;
}

/* Appends the bytes of the file PATH to OUT.  */
static bool
read_file (const char *path, struct buf *out, struct err *err)
{
  char block[PAGE];
  size_t got;
  FILE *file = fopen (path, "rbe");
  while (file && (got = fread (block, 1, sizeof block, file)) > 0)
    buf_add (out, block, got);
  bool done = file && !ferror (file);
  if (!done)
    err_set_errno (err, ERR_READ, path, errno);
  if (file)
    fclose (file);
  return done;
}

static bool
read_all (const char *from, const char *copy, const char *folder,
          struct salvaged *salvaged, struct err *err)
{
  struct notebook *notebook = NULL;
  struct buf bytes = BUF_INIT;
  bool done = copy_both (from, copy, err);
  sqlite3 *handle = done ? open_somehow (copy) : NULL;
  done = done && read_file (copy, &bytes, err)
         && (notebook = notebook_open (folder, false, err)) != NULL
         && salvage_rows (handle, &bytes, PAGE, notebook, salvaged, err);
  notebook_close (notebook);
  sqlite3_close (handle);
  buf_free (&bytes);
  return done
         && ((handle && salvaged->notes + salvaged->others > 0)
             || salvaged->notes > 0
             || err_set (err, ERR_DB_DAMAGED, from,
                         "no note can be found in it"));
}

static void
remove_parts (const char *copy, const char *made, const char *folder)
{
  char *journal = mem_format ("%s-journal", copy);
  unlink (journal);
  unlink (copy);
  unlink (made);
  rmdir (folder);
  free (journal);
}

bool
salvage (const char *from, const char *to, struct salvaged *salvaged,
         struct err *err)
{
  *salvaged = (struct salvaged) { .notes = 0 };
  if (!file_is_regular (from, err))
    return false;
  if (access (to, F_OK) == 0)
    return err_set_errno (err, ERR_WRITE, to, EEXIST);
  char *folder = mem_format ("%s.part-%ld", to, (long) getpid ());
  char *copy = file_path (folder, "damaged.db");
  char *made = file_path (folder, notebook_kind.name);
  bool done = folder_make (folder);
  if (!done)
    err_set_errno (err, ERR_WRITE, folder, errno);
  done = done && read_all (from, copy, folder, salvaged, err);
  if (done && !file_move_new (made, to))
    done = err_set_errno (err, ERR_WRITE, to, errno);
  remove_parts (copy, made, folder);
  free (made);
  free (copy);
  free (folder);
  return done;
}
