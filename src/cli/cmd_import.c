/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command import: notes from files, those of another notebook among
   them.  */
#include <stdlib.h>

#include "base/buf.h"
#include "base/intl.h"
#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/paper.h"
#include "cli/progress.h"
#include "cli/say.h"
#include "ingest/notes_in.h"

struct options
{
  const char *document;
};

static const struct option_row rows[] = {
  { 'd', "document", N_ ("DOC"), OPTION_STRING,
    offsetof (struct options, document),
    N_ ("annotations of other programs are on DOC, whatever address they "
        "give"),
    NULL, 0, 0 },
  { 0 }
};

/* How often the same thing is told of one file.  */
enum { TOLD = 20 };

/* A file being imported, for what is told of it.  */
struct importing
{
  const char *path;
  struct progress *progress;
  size_t told[REMARKS];
};

static const char *
fault_words (enum annotation_fault fault)
{
  switch (fault)
    {
    case ANNOTATION_TOO_LARGE:
      return _ ("this note is larger than a note may be; left out");
    case ANNOTATION_NUL:
      return _ ("this note holds a NUL character; left out");
    case ANNOTATION_NO_ID:
      return _ ("this annotation has no id; left out");
    case ANNOTATION_NO_TARGET:
      return _ ("this annotation does not say what it is on; left out");
    default:
      return _ ("nothing is written in this annotation; left out");
    }
}

static const char *
remark_words (const struct notes_in_event *event)
{
  switch (event->remark)
    {
    case REMARK_FAULT:
      return fault_words (event->fault);
    case REMARK_TARGETS:
      return _ ("this note is on several things; only the first is kept");
    case REMARK_UNKNOWN:
      return _ ("the document of this note is not in the library; the note is "
                "kept");
    case REMARK_DETACHED:
      return _ ("what this note quotes does not stand in its document; the note "
                "is kept, detached");
    case REMARK_CONFLICT:
      return _ ("this note was changed on both sides; both versions are kept");
    default:
      return _ ("there are objects in it that are no annotations");
    }
}

/* Says "FILE:LINE: REMARK (DOCUMENT, at byte N)".  */
static void
tell (const struct notes_in_event *event, void *data)
{
  struct importing *importing = data;
  struct buf out = BUF_INIT;
  if (importing->told[event->remark]++ >= TOLD)
    return;
  progress_clear (importing->progress);
  if (event->line > 0)
    buf_add_format (&out, "%ld: %s (", event->line, remark_words (event));
  else
    buf_add_format (&out, " %s", remark_words (event));
  if (event->line > 0 && event->path)
    buf_add_format (&out, "%s, ", event->path);
  if (event->line > 0)
    {
      buf_add_format (&out, _ ("at byte %lld"), event->offset);
      buf_add_byte (&out, ')');
    }
  say ("%s:%s", importing->path, buf_string (&out));
  buf_free (&out);
}

/* Says how much was not told one by one.  */
static void
tell_rest (const struct importing *importing)
{
  for (size_t i = 0; i < REMARKS; i++)
    if (importing->told[i] > TOLD)
      {
        struct notes_in_event event
          = { .remark = (enum notes_in_remark) i, .fault = ANNOTATION_FINE };
        size_t more = importing->told[i] - TOLD;
        say (ngettext ("%s: %zu more time: %s", "%s: %zu more times: %s",
                       more),
             importing->path, more,
             i == REMARK_FAULT ? _ ("an annotation is left out")
                               : remark_words (&event));
      }
}

static void
show (long long bytes, long long total, void *data)
{
  struct importing *importing = data;
  if (total > 0)
    progress_show (importing->progress, (size_t) (bytes >> 10),
                   (size_t) (total >> 10));
}

static void
print_report (const struct notes_in_report *report)
{
  struct buf out = BUF_INIT;
  buf_add_format (
    &out, _ ("new: %zu, updated: %zu, unchanged: %zu, conflicts: %zu, left "
             "out: %zu"),
    report->taken[TAKEN_NEW], report->taken[TAKEN_NEWER],
    report->taken[TAKEN_SAME] + report->taken[TAKEN_OLDER],
    report->taken[TAKEN_CONFLICT], report->faults);
  if (report->unknown > 0)
    buf_add_format (&out, _ (", on documents not in the library: %zu"),
                    report->unknown);
  if (report->detached > 0)
    buf_add_format (&out, _ (", detached: %zu"), report->detached);
  buf_add_byte (&out, '\n');
  paper_print (&out, false);
}

/* Imports the file PATH.  */
static enum status
import_file (struct cli *cli, const char *path, long long about,
             const volatile sig_atomic_t *stop, struct progress *progress,
             struct notes_in_report *report)
{
  struct importing importing = { .path = path, .progress = progress };
  const struct notes_in_watch watch = { tell, show, &importing };
  struct err err = ERR_INIT;
  bool done = notes_in (cli->library, cli->notebook, path, about, stop,
                        &watch, report, &err);
  progress_clear (progress);
  tell_rest (&importing);
  return done ? STATUS_DONE : cli_fail (&err);
}

static enum status
import_all (struct cli *cli, const struct words *words, long long about)
{
  struct notes_in_report report = { .faults = 0 };
  struct progress progress = progress_start ();
  progress.kilobytes = true;
  struct sigaction old;
  const volatile sig_atomic_t *stop = interrupt_watch (&old);
  enum status status = STATUS_DONE;
  for (size_t i = 0; i < words->len && !report.interrupted; i++)
    {
      enum status one = import_file (cli, words->items[i], about, stop,
                                     &progress, &report);
      status = one > status ? one : status;
    }
  interrupt_leave (&old);
  print_report (&report);
  if (report.interrupted)
    say ("%s", _ ("stopped; the same command goes on where it was"));
  return report.interrupted || report.faults > 0 ? STATUS_FAILED : status;
}

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  const struct options *options = values;
  struct err err;
  long long about = 0;
  enum status status = cli_notebook (cli, true);
  if (status == STATUS_DONE && cli_has_library (cli))
    status = cli_library (cli, false);
  if (status != STATUS_DONE)
    return status;
  if (options->document && !cli->library)
    err_set (&err, ERR_NOT_FOUND, options->document, NULL);
  else if (options->document)
    about = library_find (cli->library, options->document, &err);
  return options->document && about == 0 ? cli_fail (&err)
                                         : import_all (cli, words, about);
}

const struct command command_import = {
  .name = "import",
  .arguments = N_ ("FILE..."),
  .least = 1,
  .most = ANY_NUMBER,
  .summary = N_ ("take notes from files"),
  .description
  = N_ ("Files that \"enface export --format=jsonld\" has written, other "
        "annotations of the W3C's model in JSON-LD, and annotations of "
        "Hypothesis as its API and its client export them; - is standard "
        "input.  The same file again changes nothing.  A note that was "
        "changed elsewhere is changed here too, what it said before goes into "
        "its history; one that was changed on both sides is kept in both "
        "versions; one that was deleted elsewhere is deleted here, where it "
        "was not changed (export --deleted).  See EXCHANGE in the manual."),
  .options = rows,
  .size = sizeof (struct options),
  .run = run,
};
