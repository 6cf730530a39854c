/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes from files into the notebook.  */
#include "ingest/notes_in.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/mem.h"
#include "ingest/notes_home.h"

/* Notes a transaction: few enough that others who write need not wait long.
   Bytes a read.  */
enum { BATCH = 500, PIECE = 1 << 16 };

/* A file being taken in.  */
struct taking
{
  struct notes_home home;
  struct notebook *notebook;
  const char *path;
  const volatile sig_atomic_t *stop;
  const struct notes_in_watch *watch;
  struct notes_in_report *report;
  size_t batch; /* notes in the transaction that is open; 0: none is */
  bool failed;  /* the notebook said no: `err` */
  struct err err;
};

static void
tell (struct taking *taking, const struct annotation *annotation,
      const struct notes_in_event *event, const char *path)
{
  struct notes_in_event whole = *event;
  if (annotation)
    {
      whole.line = annotation->line;
      whole.offset = annotation->offset;
    }
  whole.path = path;
  taking->watch->tell (&whole, taking->watch->data);
}

/* --- versions ------------------------------------------------------------- */

static int
compare_version (const void *a, const void *b)
{
  const struct version *x = a, *y = b;
  int order = strcmp (x->modified, y->modified);
  if (order == 0)
    order = strcmp (x->text, y->text);
  return order ? order : (int) x->highlight - (int) y->highlight;
}

/* The former versions of ANNOTATION by time; those without one are left
   out.  */
static struct descent
versions_of (const struct annotation *annotation)
{
  struct descent versions = { 0 };
  for (size_t i = 0; i < annotation->versions.len; i++)
    {
      const struct annotation_version *from = &annotation->versions.items[i];
      struct version version = { .text = NULL };
      if (!annotation_time (from->modified, version.modified))
        continue;
      version.text = mem_string (from->text ? from->text : "");
      if (from->highlight && *from->highlight >= 'a'
          && *from->highlight <= 'z')
        version.highlight = *from->highlight;
      VEC_PUSH (&versions, version);
    }
  if (versions.len > 1)
    qsort (versions.items, versions.len, sizeof *versions.items,
           compare_version);
  return versions;
}

/* --- taking --------------------------------------------------------------- */

/* Ends the transaction that is open, if any.  */
static bool
commit (struct taking *taking)
{
  if (taking->batch == 0)
    return true;
  taking->batch = 0;
  if (notebook_commit (taking->notebook, &taking->err))
    return true;
  taking->failed = true;
  return false;
}

static bool
begin (struct taking *taking)
{
  if (taking->batch++ > 0 || notebook_begin (taking->notebook, &taking->err))
    return true;
  taking->batch = 0;
  taking->failed = true;
  return false;
}

/* Tells where NOTE has come to stand.  */
static void
tell_home (struct taking *taking, const struct annotation *annotation,
           const struct note *note, enum notes_home_state state)
{
  struct notes_in_event event = { .remark = REMARK_UNKNOWN };
  if (state == HOME_FOUND)
    return;
  if (state == HOME_DETACHED)
    event.remark = REMARK_DETACHED;
  *(state == HOME_DETACHED ? &taking->report->detached
                           : &taking->report->unknown)
    += 1;
  tell (taking, annotation, &event, note->citation.path);
}

/* Takes NOTE, which is whole.  */
static bool
take (struct taking *taking, const struct annotation *annotation,
      struct note *note)
{
  enum taken what;
  struct descent chain = versions_of (annotation);
  enum notes_home_state state
    = annotation_is_ours (annotation)
        ? notes_home_own (&taking->home, note)
        : notes_home_foreign (&taking->home, note);
  bool done = begin (taking);
  if (done
      && !notebook_take (taking->notebook, note, &chain, &what, NULL,
                         &taking->err))
    {
      taking->failed = true;
      done = false;
    }
  descent_free (&chain);
  if (!done)
    return false;
  taking->report->taken[what]++;
  struct notes_in_event event = { .remark = REMARK_CONFLICT };
  if (what == TAKEN_CONFLICT)
    tell (taking, annotation, &event, note->citation.path);
  if (!*note->deleted && (what == TAKEN_NEW || what == TAKEN_NEWER))
    tell_home (taking, annotation, note, state);
  return taking->batch < BATCH || commit (taking);
}

/* An annotation has been read.  */
static bool
found (const struct annotation *annotation, void *data)
{
  struct taking *taking = data;
  struct note note;
  struct notes_in_event event = { .remark = REMARK_FAULT };
  if (taking->stop && *taking->stop)
    {
      taking->report->interrupted = true;
      return false;
    }
  event.fault = annotation_note (annotation, &note);
  bool done = true;
  if (event.fault != ANNOTATION_FINE)
    {
      taking->report->faults++;
      tell (taking, annotation, &event, NULL);
    }
  else
    {
      event.remark = REMARK_TARGETS;
      if (annotation->targets > 1)
        tell (taking, annotation, &event, note.citation.path);
      done = take (taking, annotation, &note);
    }
  note_clear (&note);
  return done;
}

/* --- the file ------------------------------------------------------------- */

static int
open_file (const char *path, long long *size, struct err *err)
{
  struct stat st;
  *size = 0;
  if (strcmp (path, "-") == 0)
    return STDIN_FILENO;
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0 || fstat (fd, &st) != 0)
    err_set_errno (err, ERR_OPEN, path, errno);
  else if (!S_ISREG (st.st_mode))
    err_set (err, ERR_NOT_A_FILE, path, NULL);
  else
    {
      *size = st.st_size;
      return fd;
    }
  if (fd >= 0)
    close (fd);
  return -1;
}

/* Fills PIECE with the next WANTED bytes of FD, fewer at its end.  */
static bool
read_piece (int fd, struct buf *piece, size_t wanted)
{
  buf_clear (piece);
  buf_reserve (piece, wanted);
  while (piece->len < wanted)
    {
      ssize_t len = read (fd, piece->data + piece->len, wanted - piece->len);
      if (len < 0 && errno == EINTR)
        continue;
      if (len < 0)
        return false;
      if (len == 0)
        break;
      piece->len += (size_t) len;
    }
  return true;
}

/* Feeds FD to READER.  */
static bool
feed (struct taking *taking, struct annotations *reader, int fd,
      long long size, struct err *err)
{
  struct buf piece = BUF_INIT;
  long long read_so_far = 0;
  bool done = true;
  do
    {
      done = read_piece (fd, &piece, annotations_wants (reader, PIECE))
             || err_set_errno (err, ERR_READ, taking->path, errno);
      done = done
             && (piece.len > 0
                   ? annotations_feed (reader, piece.data, piece.len, err)
                   : annotations_end (reader, err));
      read_so_far += (long long) piece.len;
      taking->watch->progress (read_so_far, size, taking->watch->data);
    }
  while (done && piece.len > 0);
  buf_free (&piece);
  return done;
}

/* Names the file in ERR, which tells a place in it.  */
static void
name_file (const char *path, struct err *err)
{
  struct err whole = *err;
  char *detail = mem_string (err->detail);
  if (*err->where)
    {
      free (detail);
      return;
    }
  err_set (&whole, err->code, path, "%s", detail);
  err_at (&whole, err->line, err->offset);
  *err = whole;
  free (detail);
}

bool
notes_in (struct library *library, struct notebook *notebook,
          const char *path, long long about,
          const volatile sig_atomic_t *stop,
          const struct notes_in_watch *watch, struct notes_in_report *report,
          struct err *err)
{
  struct taking taking = { .notebook = notebook, .path = path, .stop = stop,
                           .watch = watch, .report = report };
  long long size;
  int fd = open_file (path, &size, err);
  if (fd < 0)
    return false;
  notes_home_open (&taking.home, library, about);
  struct annotations *reader = annotations_new (found, &taking);
  bool done = feed (&taking, reader, fd, size, err);
  bool committed = commit (&taking);
  if (fd != STDIN_FILENO)
    close (fd);
  for (size_t i = annotations_others (reader); i > 0; i = 0)
    tell (&taking, NULL,
          &(struct notes_in_event) { .remark = REMARK_OTHER }, NULL);
  annotations_free (reader);
  notes_home_look (&taking.home, notebook);
  notes_home_close (&taking.home);
  if (taking.failed || !committed)
    *err = taking.err;
  else if (!done && !report->interrupted)
    name_file (path, err);
  return (done && committed && !taking.failed)
         || (report->interrupted && !taking.failed && committed);
}
