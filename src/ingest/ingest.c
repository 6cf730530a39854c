/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pipeline: paths in, finished documents in the library.  */
#include "ingest/ingest.h"

#include <errno.h>
#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "base/workers.h"
#include "ingest/crew.h"
#include "ingest/source.h"
#include "ingest/terms_known.h"
#include "store/library_beads.h"
#include "store/keywords.h"
#include "store/numbers.h"

/* A transaction holds so many documents: large enough that commits cost little
   and that the full-text index is written in few pieces, small enough that what
   it gathers fits the processor's caches, that an interrupted run loses little
   and that the journal stays small.  */
enum { BATCH = 1000 };

/* What SQLite gathers of a batch for the full-text index, and the terms of all
   documents, take about so much memory.  */
enum { INDEX_BYTES = 128 << 20 };

/* One file of the whole run.  */
struct item
{
  long long collection;
  char *file;   /* absolute */
  char *path;   /* within the collection */
};

struct run
{
  struct library *library;
  struct notebook *notebook;
  struct shelf *shelf;
  const volatile sig_atomic_t *stop;
  const struct ingest_watch *watch;
  struct ingest_report *report;
  struct
  VEC (struct item) items;
  size_t done;
  size_t pending; /* documents in the open transaction */
  struct wordbook *book;     /* once something is read */
  struct ingest_report safe; /* what was counted when the last one ended */
};

static void
tell_failure (struct run *run, const struct err *err)
{
  run->report->failed++;
  if (run->watch->failure)
    run->watch->failure (err, run->watch->data);
}

static void
walk_problem (const struct err *err, void *data)
{
  tell_failure (data, err);
}

static void
tell_progress (struct run *run)
{
  if (run->watch->progress)
    run->watch->progress (run->done, run->items.len, run->watch->data);
}

/* Whether the library can keep PATH; one that it can't is told.  */
static bool
check_name (struct run *run, const char *path)
{
  struct err problem;
  size_t len = strlen (path);
  if (utf8_check (path, len) == len)
    return true;
  err_set (&problem, ERR_NAME, path, NULL);
  tell_failure (run, &problem);
  return false;
}

/* Adds the file PATH below ROOT, and in its collection below PREFIX, to the items
   of the run.  */
static void
take_find (struct run *run, long long collection, const char *root,
           const char *prefix, const char *path)
{
  char *file = mem_format ("%s/%s", strcmp (root, "/") ? root : "", path);
  if (check_name (run, file))
    VEC_PUSH (&run->items, (struct item) { collection, file,
                                           mem_format ("%s%s", prefix,
                                                       path) });
  else
    free (file);
}

/* Adds the files FINDS below ROOT to the items of the run.  */
static bool
take_finds (struct run *run, const char *root, const struct finds *finds,
            struct err *err)
{
  char *prefix;
  long long collection
    = library_collection (run->library, root, &prefix, err);
  for (size_t i = 0; collection && i < finds->len; i++)
    take_find (run, collection, root, prefix, finds->items[i].path);
  free (prefix);
  return collection != 0;
}

/* The argument PATH without links, freed by the caller, and what it is; NULL
   where it can't be used, which is told.  */
static char *
real_path (struct run *run, const char *path, struct stat *st)
{
  struct err problem;
  char *real = realpath (path, NULL);
  if (!real || stat (real, st) != 0)
    {
      err_set_errno (&problem, ERR_OPEN, path, errno);
      tell_failure (run, &problem);
    }
  else if (check_name (run, real))
    return real;
  free (real);
  return NULL;
}

/* Finds the files that the argument PATH means.  A file belongs to the
   collection of its folder.  */
static bool
take_path (struct run *run, const char *path, struct err *err)
{
  struct stat st;
  struct err problem;
  char *real = real_path (run, path, &st);
  if (!real)
    return true;
  struct finds finds = { 0 };
  bool done = true;
  if (S_ISDIR (st.st_mode))
    {
      if (source_walk (real, &finds, walk_problem, run, &problem))
        done = take_finds (run, real, &finds, err);
      else
        tell_failure (run, &problem);
    }
  else
    {
      char *folder = mem_string (real);
      VEC_PUSH (&finds,
                (struct found) { mem_string (strrchr (real, '/') + 1) });
      done = take_finds (run, dirname (folder), &finds, err);
      free (folder);
    }
  finds_free (&finds);
  free (real);
  return done;
}

/* Notes of a document that is now another text go with it.  After the library
   was made again nobody knows what the text was before, but the notes know the
   path they were made at.  */
static bool
rename_notes (struct run *run, const struct item *item,
              const struct document *document,
              const struct added_document *added, struct err *err)
{
  if (added->former[0])
    return notebook_rename_document (run->notebook, added->former,
                                     document->hash, err);
  if (added->what != ADDED_NEW)
    return true;
  struct buf hashes = BUF_INIT;
  char *name = library_collection_name (run->library, item->collection);
  bool done = notebook_former (run->notebook, name, item->path,
                               document->hash, &hashes, err);
  for (size_t at = 0; done && at < hashes.len; at += DOCUMENT_HASH_SIZE)
    if (!library_find_hash (run->library, hashes.data + at))
      done = notebook_rename_document (run->notebook, hashes.data + at,
                                       document->hash, err);
  free (name);
  buf_free (&hashes);
  return done;
}

/* And the notebook keeps whether they still stand where they did.  */
static bool
carry_notes (struct run *run, const struct item *item,
             const struct document *document,
             const struct added_document *added, struct err *err)
{
  return !run->notebook
         || (rename_notes (run, item, document, added, err)
             && (notebook_count (run->notebook, document->hash) == 0
                 || notebook_look (run->notebook, document, NULL, err)));
}

static void
count_added (struct ingest_report *report, const struct added_document *added)
{
  size_t *counts[] = { [ADDED_NEW] = &report->added,
                       [ADDED_CHANGED] = &report->updated,
                       [ADDED_SOURCE] = &report->sources,
                       [ADDED_UNCHANGED] = &report->unchanged };
  ++*counts[added->what];
  report->last_id = added->id;
}

/* Ends the transaction when it is large enough, or when told.  What is not kept
   is not counted.  */
static bool
commit_batch (struct run *run, bool now, struct err *err)
{
  if (run->pending == 0 || (!now && run->pending < BATCH))
    return true;
  run->pending = 0;
  if (library_commit (run->library, err))
    {
      run->safe = *run->report;
      return true;
    }
  run->report->added = run->safe.added;
  run->report->updated = run->safe.updated;
  run->report->sources = run->safe.sources;
  return false;
}

/* Writes the document of JOB.  A file that fails is told and counted; only an
   error of the library itself ends the run.  */
static bool
write_job (struct run *run, struct job *job, struct err *err)
{
  const struct item *item = &run->items.items[job->index];
  for (size_t i = 0; i < job->warnings.len; i++)
    if (run->watch->warning)
      run->watch->warning (item->file, &job->warnings.items[i],
                           run->watch->data);
  run->report->warned += job->warnings.len > 0;
  if (!job->document)
    {
      if (!job->err.where[0])
        {
          struct err placed = job->err;
          err_set (&job->err, placed.code, item->file, "%s", placed.detail);
          err_at (&job->err, placed.line, placed.offset);
        }
      tell_failure (run, &job->err);
      return true;
    }
  if (run->pending == 0 && !library_begin (run->library, err))
    return false;
  struct added_document added = { 0 };
  run->pending++;
  if (!library_add (run->library, job->document, &job->apparatus,
                    item->collection, item->path, &job->stamp, &added, err)
      || !carry_notes (run, item, job->document, &added, err)
      || (added.what != ADDED_UNCHANGED
          && !library_put_keywords (run->library, added.id, job->keywords,
                                    NULL, err)))
    return false;
  count_added (run->report, &added);
  return commit_batch (run, false, err);
}

static bool
write_next (struct run *run, struct crew *crew, struct err *err)
{
  struct job job;
  if (!crew_take (crew, &job))
    return true;
  bool done = write_job (run, &job, err);
  job_clear (&job);
  run->done++;
  tell_progress (run);
  return done;
}

/* Whether the file needs no reading.  */
static bool
skip_item (struct run *run, const struct item *item)
{
  struct source_stamp stamp;
  if (!source_stamp (item->file, &stamp)
      || !library_knows (run->library, item->collection, item->path, &stamp))
    return false;
  run->report->unchanged++;
  run->done++;
  tell_progress (run);
  return true;
}

/* Where files to learn terms from are taken.  */
struct from
{
  struct run *run;
  size_t first; /* item */
  size_t taken;
};

/* The next of some files, spread evenly over the items that are left and must be
   read; NULL at the end.  */
static struct document *
read_sample (void *data)
{
  enum { FILES = 400 };
  struct from *from = data;
  const struct run *run = from->run;
  size_t left = run->items.len - from->first;
  size_t files = left < FILES ? left : FILES;
  struct document *document = NULL;
  while (!document && from->taken < files && !(run->stop && *run->stop))
    {
      const struct item *item
        = &run->items.items[from->first + from->taken++ * left / files];
      struct source_stamp stamp;
      if (source_stamp (item->file, &stamp)
          && !library_knows (run->library, item->collection, item->path,
                             &stamp))
        document = source_texts (item->file);
    }
  return document;
}

/* A crew, once item FIRST must be read: before that the shelf is not.  */
static struct crew *
open_crew (struct run *run, size_t jobs, size_t first)
{
  const struct align_aids *aids = run->shelf ? shelf_aids (run->shelf) : NULL;
  mem_expect (INDEX_BYTES);
  library_aligned_with (run->library, align_digest (aids));
  struct crew *crew = crew_new (jobs, aids);
  run->book = wordbook_make (run->library, run->notebook, aids, read_sample,
                             &(struct from) { run, first, 0 });
  crew_find_keywords (crew, run->book);
  return crew;
}

static bool
run_items (struct run *run, size_t jobs, struct err *err)
{
  struct crew *crew = NULL;
  bool done = true;
  for (size_t i = 0; done && i < run->items.len && !(run->stop && *run->stop);
       i++)
    {
      if (skip_item (run, &run->items.items[i]))
        continue;
      if (!crew)
        crew = open_crew (run, jobs, i);
      while (done && !crew_has_room (crew))
        done = write_next (run, crew, err);
      crew_give (crew, run->items.items[i].file, i);
    }
  while (crew && done && run->done < run->items.len
         && !(run->stop && *run->stop))
    done = write_next (run, crew, err);
  if (crew)
    crew_free (crew);
  run->report->interrupted = done && run->done < run->items.len;
  done = commit_batch (run, true, done ? err : NULL) && done;
  wordbook_free (run->book);
  mem_give_back ();
  return done
         && (run->report->interrupted
             || (library_sort_numbers (run->library, err)
                 && library_sort_documents (run->library, err)
                 && library_count_keywords (run->library, err)));
}

bool
ingest_paths (struct library *library, struct notebook *notebook,
              struct shelf *shelf, char *const *paths, size_t count,
              size_t jobs,
              const volatile sig_atomic_t *stop,
              const struct ingest_watch *watch, struct ingest_report *report,
              struct err *err)
{
  struct run run = { .library = library,
                     .notebook = notebook,
                     .shelf = shelf,
                     .stop = stop,
                     .watch = watch,
                     .report = report };
  *report = (struct ingest_report) { 0 };
  if (jobs == 0)
    jobs = workers_usual ();
  bool done = true;
  for (size_t i = 0; done && i < count; i++)
    done = take_path (&run, paths[i], err);
  done = done && run_items (&run, jobs, err);
  for (size_t i = 0; i < run.items.len; i++)
    {
      free (run.items.items[i].file);
      free (run.items.items[i].path);
    }
  VEC_FREE (&run.items);
  return done;
}
