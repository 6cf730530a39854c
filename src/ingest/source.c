/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files and folders: finding them, reading them safely, making documents of
   them.  */
#include "ingest/source.h"

#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/intl.h"
#include "ingest/segment.h"
#include "text/decode.h"

static bool
is_text_name (const char *name)
{
  const char *dot = strrchr (name, '.');
  return dot && dot != name
         && (strcasecmp (dot, ".md") == 0 || strcasecmp (dot, ".txt") == 0);
}

static int
by_name (const FTSENT **a, const FTSENT **b)
{
  return strcmp ((*a)->fts_name, (*b)->fts_name);
}

static int
by_path (const void *a, const void *b)
{
  return strcmp (((const struct found *) a)->path,
                 ((const struct found *) b)->path);
}

/* What to do with one entry of the walk.  BASE is the length of the folder's
   path.  */
static void
walk_entry (FTS *fts, FTSENT *entry, size_t base, struct finds *finds,
            void (*problem) (const struct err *, void *), void *data)
{
  struct err err;
  switch (entry->fts_info)
    {
    case FTS_D:
      if (entry->fts_level > 0 && entry->fts_name[0] == '.')
        fts_set (fts, entry, FTS_SKIP);
      break;
    case FTS_DNR:
    case FTS_ERR:
    case FTS_NS:
      err_set_errno (&err, ERR_READ, entry->fts_path, entry->fts_errno);
      problem (&err, data);
      break;
    case FTS_SL:
    case FTS_F:
    case FTS_SLNONE:
    case FTS_DEFAULT:
      if (entry->fts_name[0] != '.' && is_text_name (entry->fts_name))
        {
          const char *path = entry->fts_path + base;
          VEC_PUSH (finds, (struct found) {
                             mem_string (path + strspn (path, "/")) });
        }
      break;
    default:
      break;
    }
}

bool
source_walk (const char *folder, struct finds *finds,
             void (*problem) (const struct err *err, void *data), void *data,
             struct err *err)
{
  char *roots[] = { mem_string (folder), NULL };
  FTS *fts = fts_open (roots, FTS_PHYSICAL | FTS_NOCHDIR, by_name);
  if (!fts)
    {
      free (roots[0]);
      return err_set_errno (err, ERR_OPEN, folder, errno);
    }
  size_t first = finds->len;
  FTSENT *entry;
  while (errno = 0, (entry = fts_read (fts)))
    walk_entry (fts, entry, strlen (roots[0]), finds, problem, data);
  int number = errno;
  fts_close (fts);
  free (roots[0]);
  if (finds->len > first)
    qsort (finds->items + first, finds->len - first, sizeof *finds->items,
           by_path);
  return number == 0 || err_set_errno (err, ERR_READ, folder, number);
}

void
finds_free (struct finds *finds)
{
  for (size_t i = 0; i < finds->len; i++)
    free (finds->items[i].path);
  VEC_FREE (finds);
}

static void
stamp_of (const struct stat *st, struct source_stamp *stamp)
{
  stamp->size = st->st_size;
  stamp->mtime_ns
    = (long long) st->st_mtim.tv_sec * 1000000000 + st->st_mtim.tv_nsec;
}

bool
source_stamp (const char *path, struct source_stamp *stamp)
{
  struct stat st;
  if (stat (path, &st) != 0)
    return false;
  stamp_of (&st, stamp);
  return true;
}

/* Reads all of FD, at most SOURCE_MAX bytes.  */
static bool
read_all (int fd, const char *path, struct buf *out, struct err *err)
{
  for (;;)
    {
      buf_reserve (out, out->len < 65536 ? 65536 : out->len);
      ssize_t got = read (fd, out->data + out->len, out->cap - out->len - 1);
      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        return err_set_errno (err, ERR_READ, path, errno);
      if (got == 0)
        return true;
      out->len += (size_t) got;
      if (out->len > SOURCE_MAX)
        return err_set (err, ERR_TOO_LARGE, path, NULL);
    }
}

bool
source_read (const char *path, struct buf *out, struct source_stamp *stamp,
             struct err *err)
{
  /* Non-blocking, so that a pipe nobody writes to can't stop us before fstat
     has told what it is.  */
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0)
    return err_set_errno (err, ERR_OPEN, path, errno);
  struct stat st;
  bool done = false;
  if (fstat (fd, &st) != 0)
    err_set_errno (err, ERR_READ, path, errno);
  else if (!S_ISREG (st.st_mode))
    err_set (err, ERR_NOT_A_FILE, path, NULL);
  else if (st.st_size > SOURCE_MAX)
    err_set (err, ERR_TOO_LARGE, path, NULL);
  else
    {
      if (stamp)
        stamp_of (&st, stamp);
      buf_reserve (out, (size_t) st.st_size + 1);
      done = read_all (fd, path, out, err);
    }
  close (fd);
  return done;
}

/* The decoded text of PATH in TEXT.  */
static bool
read_text (const char *path, struct buf *text, struct warnings *warnings,
           struct source_stamp *stamp, struct err *err)
{
  struct buf bytes = BUF_INIT;
  struct decoded decoded = { 0 };
  bool done = source_read (path, &bytes, stamp, err)
              && text_decode (buf_string (&bytes), bytes.len, path, text,
                              &decoded, err);
  buf_free (&bytes);
  if (done && decoded.repaired > 0)
    VEC_PUSH (warnings,
              (struct warning) { decoded.first_line,
                                 N_("bytes that are not UTF-8 were replaced; "
                                    "this is the first place") });
  return done;
}

/* Puts the warnings in the order of their lines.  */
static void
sort_warnings (struct warnings *warnings)
{
  for (size_t i = 1; i < warnings->len; i++)
    {
      struct warning warning = warnings->items[i];
      size_t at = i;
      for (; at > 0 && warnings->items[at - 1].line > warning.line; at--)
        warnings->items[at] = warnings->items[at - 1];
      warnings->items[at] = warning;
    }
}

/* What an importer makes of the file PATH.  */
static struct document *
import_document (const char *path, struct warnings *warnings,
                 struct source_stamp *stamp, struct err *err)
{
  struct buf text = BUF_INIT;
  struct document *document = NULL;
  if (read_text (path, &text, warnings, stamp, err))
    {
      const char *slash = strrchr (path, '/');
      const char *name = slash ? slash + 1 : path;
      const struct importer *importer
        = importer_for (text.data, text.len, name);
      document = document_new ();
      bool read = importer
                    ? importer->read (text.data, text.len, name, document,
                                      warnings, err)
                    : err_set (err, ERR_FORMAT, path, NULL);
      if (!read)
        {
          document_free (document);
          document = NULL;
        }
    }
  buf_free (&text);
  return document;
}

/* Aligns DOCUMENT.  Texts that don't belong together are taken all the same: only
   the reader can know.  */
static void
align_source (struct document *document, const struct align_aids *aids,
              struct warnings *warnings)
{
  double mean;
  segment_document (document, aids);
  if (align_doubt (document, &mean))
    VEC_PUSH (warnings,
              (struct warning) { 1, N_("the two sides hardly agree: is one the "
                                       "translation of the other?") });
}

struct document *
source_document (const char *path, const struct align_aids *aids,
                 struct warnings *warnings,
                 struct source_stamp *stamp, struct err *err)
{
  struct document *document = import_document (path, warnings, stamp, err);
  if (document)
    align_source (document, aids, warnings);
  sort_warnings (warnings);
  return document;
}

struct document *
source_texts (const char *path)
{
  struct warnings warnings = { 0 };
  struct document *document = import_document (path, &warnings, NULL, NULL);
  for (enum side s = 0; document && s < SIDES; s++)
    segment_side (&document->side[s]);
  VEC_FREE (&warnings);
  return document;
}
