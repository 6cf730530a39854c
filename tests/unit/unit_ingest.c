/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of ingest/ingest.h: files and folders into the library, once,
   again, changed, broken.  */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "check.h"
#include "ingest/ingest.h"
#include "store_help.h"

/* What a run told.  */
struct told
{
  size_t calls, done, total;
  bool falls;        /* the progress went back or beyond the total */
  struct buf failed; /* the codes and names of what failed */
  struct buf warned;
  volatile sig_atomic_t stop;
  size_t stop_at;    /* stops when so many are done; 0: never */
};

static void
on_progress (size_t done, size_t total, void *data)
{
  struct told *told = data;
  told->falls |= done > total || done < told->done
                 || (told->calls && total != told->total);
  told->calls++;
  told->done = done;
  told->total = total;
  if (told->stop_at && done >= told->stop_at)
    told->stop = 1;
}

static const char *
base_name (const char *path)
{
  const char *slash = strrchr (path, '/');
  return slash ? slash + 1 : path;
}

static void
on_failure (const struct err *err, void *data)
{
  struct told *told = data;
  buf_add_format (&told->failed, "%d:%s ", (int) err->code,
                  base_name (err->where));
}

static void
on_warning (const char *path, const struct warning *warning, void *data)
{
  struct told *told = data;
  buf_add_format (&told->warned, "%s:%ld ", base_name (path), warning->line);
}

struct desk
{
  char *folder;  /* of the texts */
  char *store;
  struct library *library;
  struct notebook *notebook;
  struct told told;
  struct ingest_report report;
};

static struct desk
desk_new (void)
{
  struct desk desk = { .folder = folder_new (), .store = folder_new () };
  desk.library = library_in (desk.store);
  desk.notebook = notebook_in (desk.store);
  return desk;
}

static void
told_clear (struct told *told)
{
  buf_free (&told->failed);
  buf_free (&told->warned);
  *told = (struct told) { .calls = 0 };
}

static void
desk_free (struct desk *desk)
{
  told_clear (&desk->told);
  library_close (desk->library);
  notebook_close (desk->notebook);
  folder_drop (desk->folder);
  folder_drop (desk->store);
}

static void
put (const struct desk *desk, const char *name, const char *text)
{
  char *path = path_in (desk->folder, name);
  char *slash = strrchr (path, '/');
  *slash = '\0';
  mkdir (path, 0700);
  *slash = '/';
  file_put (path, text, strlen (text));
  free (path);
}

/* Adds NAME of the folder ("": all of it) in JOBS threads; WANT counts added,
   updated, sources, unchanged, failed, warned.  */
static void
check_add (struct desk *desk, const char *name, size_t jobs, const char *want)
{
  char *paths[] = { path_in (desk->folder, name) };
  struct err err = ERR_INIT;
  size_t stop_at = desk->told.stop_at;
  told_clear (&desk->told);
  desk->told.stop_at = stop_at;
  struct ingest_watch watch
    = { on_progress, on_warning, on_failure, &desk->told };
  CHECK (ingest_paths (desk->library, desk->notebook, NULL, paths, 1, jobs,
                       &desk->told.stop, &watch, &desk->report, &err));
  CHECK_STRING (err.detail, "");
  const struct ingest_report *r = &desk->report;
  char *is = mem_format ("%zu %zu %zu %zu %zu %zu", r->added, r->updated,
                         r->sources, r->unchanged, r->failed, r->warned);
  CHECK_STRING (is, want);
  CHECK (!desk->told.falls);
  free (is);
  free (paths[0]);
}

static void
all_and_again (void)
{
  struct desk desk = desk_new ();
  put (&desk, "a.txt", "炉火不熄。稻谷归仓。\n");
  put (&desk, "sub/b.MD", "The fires burn. The rice is in.\n");
  put (&desk, "sub/c.txt", "钢铁。\n");
  put (&desk, "sub/same.txt", "钢铁。\n");
  put (&desk, ".hidden.txt", "不要。\n");
  put (&desk, ".git/x.txt", "不要。\n");
  put (&desk, "sub/image.png", "不要。\n");
  put (&desk, "noext", "不要。\n");
  put (&desk, ".txt", "不要。\n");
  check_add (&desk, "", 2, "3 0 1 0 0 0");
  CHECK_NUMBER (desk.told.calls, 4);
  CHECK_NUMBER (desk.told.done, 4);
  CHECK_NUMBER (library_count (desk.library, NULL, NULL), 3);
  CHECK (desk.report.last_id > 0 && !desk.report.interrupted);
  check_add (&desk, "", 2, "0 0 0 4 0 0");
  CHECK_NUMBER (desk.told.done, 4);
  check_add (&desk, "sub", 1, "0 0 0 3 0 0");
  check_add (&desk, "a.txt", 0, "0 0 0 1 0 0");
  check_add (&desk, "noext", 1, "1 0 0 0 0 0"); /* named, so meant */
  CHECK_NUMBER (library_count (desk.library, NULL, NULL), 4);
  desk_free (&desk);
}

static void
changed (void)
{
  struct desk desk = desk_new ();
  put (&desk, "a.txt", "炉火不熄，稻谷归仓。\n");
  check_add (&desk, "", 1, "1 0 0 0 0 0");
  long long id = desk.report.last_id;
  struct document *d = library_document (desk.library, id, NULL);
  add_note_at (desk.notebook, d->hash, "a note", 0);
  put (&desk, "a.txt", "炉火不熄，稻谷归仓，钢铁。\n");
  check_add (&desk, "", 1, "0 1 0 0 0 0");
  CHECK_NUMBER (desk.report.last_id, id);
  struct document *now = library_document (desk.library, id, NULL);
  CHECK (strcmp (now->hash, d->hash) != 0);
  CHECK_NUMBER (notebook_count (desk.notebook, d->hash), 0);
  CHECK_NUMBER (notebook_count (desk.notebook, now->hash), 1);
  /* The note was on nothing that stands there.  */
  struct note_query query = { .states = 1u << NOTE_DETACHED };
  check_list (desk.notebook, &query, "a note");
  document_free (d);
  document_free (now);
  /* Touched only: read again, nothing to write.  */
  char *path = path_in (desk.folder, "a.txt");
  struct timespec times[2] = { { 1, 0 }, { 1, 0 } };
  CHECK (utimensat (AT_FDCWD, path, times, 0) == 0);
  check_add (&desk, "", 1, "0 0 0 1 0 0");
  /* Gone: stays in the library.  */
  unlink (path);
  check_add (&desk, "", 1, "0 0 0 0 0 0");
  CHECK_NUMBER (library_count (desk.library, NULL, NULL), 1);
  free (path);
  desk_free (&desk);
}

/* Each failure is told with its file, and the rest goes on.  */
static void
broken (void)
{
  struct desk desk = desk_new ();
  put (&desk, "a.txt", "炉火不熄。\n");
  put (&desk, "b-empty.txt", "");
  put (&desk, "c-blank.txt", " \n\n");
  put (&desk, "d-gbk.txt", "\xC2\xAF\xBB\xF0\xB2\xBB\xCF\xA8\n");
  put (&desk, "e-digits.txt", "1958 1958\n");
  put (&desk, "f-repair.txt", "炉火不熄\xFF，稻谷归仓，钢铁升帐。\n");
  put (&desk, "z.txt", "稻谷归仓。\n");
  char *nul = path_in (desk.folder, "g-nul.txt");
  file_put (nul, "iron\0steel\n", 11);
  char *pipe = path_in (desk.folder, "h-pipe.txt");
  char *dangling = path_in (desk.folder, "i-dangling.txt");
  char *loop = path_in (desk.folder, "j-loop.txt");
  CHECK (mkfifo (pipe, 0600) == 0 && symlink ("nowhere", dangling) == 0
         && symlink (".", loop) == 0);
  check_add (&desk, "", 2, "3 0 0 0 8 1");
  CHECK_NUMBER (desk.told.done, desk.told.total);
  char *want = mem_format ("%d:b-empty.txt %d:c-blank.txt %d:d-gbk.txt "
                           "%d:e-digits.txt %d:g-nul.txt %d:h-pipe.txt "
                           "%d:i-dangling.txt %d:j-loop.txt ",
                           ERR_EMPTY, ERR_EMPTY, ERR_ENCODING, ERR_FORMAT,
                           ERR_NUL, ERR_NOT_A_FILE, ERR_OPEN,
                           ERR_NOT_A_FILE);
  CHECK_STRING (buf_string (&desk.told.failed), want);
  CHECK_STRING (buf_string (&desk.told.warned), "f-repair.txt:1 ");
  check_add (&desk, "", 2, "0 0 0 3 8 0");
  check_add (&desk, "none.txt", 1, "0 0 0 0 1 0");
  check_add (&desk, "h-pipe.txt", 1, "0 0 0 0 1 0");
  free (want);
  free (nul);
  free (pipe);
  free (dangling);
  free (loop);
  desk_free (&desk);
}

static void
name_is_not_utf8 (void)
{
  struct desk desk = desk_new ();
  put (&desk, "a.txt", "炉火不熄。\n");
  put (&desk, "b\xFF.txt", "钢铁升帐。\n");
  put (&desk, "c.txt", "稻谷归仓。\n");
  check_add (&desk, "", 1, "2 0 0 0 1 0");
  char *want = mem_format ("%d:b\xFF.txt ", ERR_NAME);
  CHECK_STRING (buf_string (&desk.told.failed), want);
  free (want);
  put (&desk, "dir\xFF/d.txt", "大炼钢铁。\n");
  check_add (&desk, "dir\xFF", 1, "0 0 0 0 1 0");
  check_add (&desk, "dir\xFF/d.txt", 1, "0 0 0 0 1 0");
  desk_free (&desk);
}

static void
unreadable (void)
{
  struct desk desk = desk_new ();
  put (&desk, "a.txt", "炉火不熄。\n");
  put (&desk, "shut/b.txt", "稻谷归仓。\n");
  put (&desk, "c.txt", "钢铁升帐。\n");
  char *shut = path_in (desk.folder, "shut");
  char *file = path_in (desk.folder, "c.txt");
  chmod (shut, 0);
  chmod (file, 0);
  if (geteuid () == 0)
    check_skip ("root may read everything");
  else
    check_add (&desk, "", 1, "1 0 0 0 2 0");
  chmod (shut, 0700);
  free (shut);
  free (file);
  desk_free (&desk);
}

/* More files than the crew and a batch hold, in any number of threads: the
   documents come in the order of their paths.  */
static void
many (void)
{
  for (size_t jobs = 1; jobs <= 5; jobs += 4)
    {
      struct desk desk = desk_new ();
      enum { FILES = 700 };
      for (size_t i = 0; i < FILES; i++)
        {
          char *name = mem_format ("%03zu.txt", i);
          char *text = mem_format ("第%zu炉出铁了。\n", i);
          put (&desk, name, text);
          free (name);
          free (text);
        }
      check_add (&desk, "", jobs, "700 0 0 0 0 0");
      CHECK_NUMBER (desk.told.calls, FILES);
      struct listing listing = { NULL, 0, 0 };
      struct library_query all = { .limit = 0 };
      CHECK (library_list (desk.library, &all, &listing, NULL));
      CHECK_NUMBER (listing.len, FILES);
      for (size_t i = 1; i < listing.len; i++)
        CHECK (strcmp (listing.items[i - 1].path, listing.items[i].path) < 0
               && listing.items[i - 1].id < listing.items[i].id);
      listing_free (&listing);
      desk_free (&desk);
    }
}

static void
stopped (void)
{
  struct desk desk = desk_new ();
  for (size_t i = 0; i < 300; i++)
    {
      char *name = mem_format ("%03zu.txt", i);
      char *text = mem_format ("第%zu炉出铁了。\n", i);
      put (&desk, name, text);
      free (name);
      free (text);
    }
  desk.told.stop_at = 100;
  check_add (&desk, "", 2, "100 0 0 0 0 0");
  CHECK (desk.report.interrupted);
  CHECK_NUMBER (library_count (desk.library, NULL, NULL), 100);
  desk.told.stop_at = 0;
  check_add (&desk, "", 2, "200 0 0 100 0 0");
  CHECK (!desk.report.interrupted);
  desk_free (&desk);
}

/* Paths that overlap, and nobody who listens.  */
static void
twice_and_unheard (void)
{
  struct desk desk = desk_new ();
  put (&desk, "a.txt", "炉火不熄。\n");
  put (&desk, "bad.txt", "");
  char *file = path_in (desk.folder, "a.txt");
  char *paths[] = { desk.folder, file, desk.folder };
  struct ingest_watch none = { NULL, NULL, NULL, NULL };
  struct err err;
  CHECK (ingest_paths (desk.library, NULL, NULL, paths, 3, 1, NULL, &none,
                       &desk.report, &err));
  CHECK_NUMBER (desk.report.added, 1);
  CHECK_NUMBER (desk.report.unchanged, 2);
  CHECK_NUMBER (desk.report.failed, 2);
  CHECK (ingest_paths (desk.library, NULL, NULL, paths, 0, 1, NULL, &none,
                       &desk.report, &err));
  CHECK_NUMBER (desk.report.added, 0);
  free (file);
  desk_free (&desk);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "all-and-again", all_and_again },
    { "changed", changed },
    { "broken", broken },
    { "name-is-not-utf8", name_is_not_utf8 },
    { "unreadable", unreadable },
    { "many", many },
    { "stopped", stopped },
    { "twice-and-unheard", twice_and_unheard },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
