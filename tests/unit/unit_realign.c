/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of ingest/realign.h: documents of the library are aligned anew,
   stopped and gone on with, and what depends on their beads follows.  */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "check.h"
#include "ingest/realign.h"
#include "store/library_beads.h"
#include "store/shelf.h"
#include "store_help.h"

/* More than the crew holds at a time, so that a stop finds some left.  */
enum { DOCUMENTS = 600 };

struct desk
{
  char *folder;
  struct library *library;
  struct shelf *shelf;
  const struct align_aids *aids;
  struct realign_report report;
  size_t failures;
  volatile sig_atomic_t stop;
  size_t stop_at; /* stops when so many are done; 0: never */
};

/* Document NUMBER: one sentence that two face, paired off wrongly, as if it
   had been aligned without any sense.  */
static struct document *
document_wrong (int number)
{
  char *original = mem_format (
    "全省炼铁厂日产生铁5000吨，煤矿日产煤3000吨，第%d号报告。\n", number);
  struct document *document
    = document_sample (original, "The ironworks of the province make 5,000 "
                                 "tons of pig iron a day.\n"
                                 "The mines dig 3,000 tons of coal.\n");
  free (original);
  strcpy (document->side[ORIGINAL].lang, "zh");
  strcpy (document->side[TRANSLATION].lang, "en");
  return document;
}

static struct desk
desk_new (void)
{
  struct desk desk = { .folder = folder_new () };
  desk.library = library_in (desk.folder);
  desk.shelf = shelf_open (NULL, NULL, NULL);
  desk.aids = shelf_aids (desk.shelf);
  long long c = collection_at (desk.library, "/nowhere/papers");
  for (int k = 0; k < DOCUMENTS; k++)
    {
      char *path = mem_format ("%d.txt", k);
      add_at (desk.library, c, path, document_wrong (k));
      free (path);
    }
  add_at (desk.library, c, "alone.txt", document_sample ("独。\n", ""));
  return desk;
}

static void
desk_free (struct desk *desk)
{
  library_close (desk->library);
  shelf_close (desk->shelf);
  folder_drop (desk->folder);
}

static void
on_progress (size_t done, size_t total, void *data)
{
  struct desk *desk = data;
  CHECK (done <= total);
  if (desk->stop_at && done >= desk->stop_at)
    desk->stop = 1;
}

static void
on_failure (const struct err *err, void *data)
{
  struct desk *desk = data;
  CHECK_NUMBER (err->code, ERR_DB_DAMAGED);
  desk->failures++;
}

static void
realign (struct desk *desk, size_t jobs)
{
  struct err err = ERR_INIT;
  const struct realign_watch watch = { on_progress, on_failure, desk };
  desk->stop = 0;
  CHECK (realign_library (desk->library, NULL, desk->aids, jobs, &desk->stop,
                          &watch, &desk->report, &err));
  CHECK_NUMBER (err.code, ERR_NONE);
}

static long long
stale (struct desk *desk)
{
  return library_stale (desk->library, align_digest (desk->aids), NULL);
}

/* Checks that document ID has one bead and that both its numbers face their
   like.  */
static void
check_mended (struct desk *desk, long long id)
{
  char *path = path_in (desk->folder, "library.db");
  char *sql = mem_format ("SELECT count (*) FROM number WHERE id >> 24 = %lld"
                          " AND side = 0 AND facing > 0 AND unit <> ''", id);
  struct document *document = library_document (desk->library, id, NULL);
  CHECK (document != NULL);
  CHECK_NUMBER (document ? document->beads.len : 0, 1);
  CHECK_NUMBER (raw_number (path, sql), 2);
  document_free (document);
  free (sql);
  free (path);
}

static void
all_and_again (void)
{
  struct desk desk = desk_new ();
  CHECK_NUMBER (stale (&desk), DOCUMENTS);
  realign (&desk, 2);
  CHECK_NUMBER (desk.report.aligned, DOCUMENTS);
  CHECK_NUMBER (desk.report.moved, DOCUMENTS);
  CHECK (!desk.report.interrupted);
  CHECK_NUMBER (stale (&desk), 0);
  check_mended (&desk, 1);
  check_mended (&desk, DOCUMENTS);
  realign (&desk, 1);
  CHECK_NUMBER (desk.report.aligned, 0);
  /* The other way round none has other beads.  */
  desk.aids = NULL;
  CHECK_NUMBER (stale (&desk), DOCUMENTS);
  realign (&desk, 2);
  CHECK_NUMBER (desk.report.aligned, DOCUMENTS);
  CHECK_NUMBER (desk.report.moved, 0);
  check_mended (&desk, 7);
  desk_free (&desk);
}

static void
stopped_and_on (void)
{
  struct desk desk = desk_new ();
  desk.stop_at = 3;
  realign (&desk, 1);
  size_t first = desk.report.aligned;
  CHECK (desk.report.interrupted);
  CHECK (first >= 3 && first < DOCUMENTS);
  CHECK_NUMBER (stale (&desk), DOCUMENTS - first);
  desk.stop_at = 0;
  realign (&desk, 1);
  CHECK (!desk.report.interrupted);
  CHECK_NUMBER (desk.report.aligned, DOCUMENTS - first);
  CHECK_NUMBER (stale (&desk), 0);
  desk_free (&desk);
}

/* What a file says of its document weighs no more than before: added once more
   with the same aids it is the same.  */
static void
added_again (void)
{
  struct desk desk = desk_new ();
  realign (&desk, 2);
  struct document *document = document_wrong (5);
  long long c = collection_at (desk.library, "/nowhere/papers");
  document->beads.len = 0;
  align_document (document, desk.aids);
  CHECK_NUMBER (add_at (desk.library, c, "5.txt", document).what,
                ADDED_UNCHANGED);
  desk_free (&desk);
}

static void
damaged (void)
{
  struct desk desk = desk_new ();
  char *path = path_in (desk.folder, "library.db");
  CHECK (raw_run (path, "UPDATE text SET shape = x'00' WHERE document = 9"));
  realign (&desk, 2);
  CHECK_NUMBER (desk.report.failed, 1);
  CHECK_NUMBER (desk.failures, 1);
  CHECK_NUMBER (desk.report.aligned, DOCUMENTS - 1);
  CHECK_NUMBER (stale (&desk), 1);
  free (path);
  desk_free (&desk);
}

static const struct check_case cases[] = {
  { "all_and_again", all_and_again },
  { "stopped_and_on", stopped_and_on },
  { "added_again", added_again },
  { "damaged", damaged },
  { NULL, NULL },
};

int
main (int argc, char **argv)
{
  return check_main (argc, argv, cases);
}
