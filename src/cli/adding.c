/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adding files to the library, for the commands that do.  */
#include "cli/adding.h"

#include "base/intl.h"
#include "cli/interrupt.h"
#include "cli/progress.h"
#include "cli/say.h"

static void
watch_progress (size_t done, size_t total, void *data)
{
  progress_show (data, done, total);
}

static void
watch_warning (const char *path, const struct warning *warning, void *data)
{
  progress_clear (data);
  say_warning (path, warning);
}

static void
watch_failure (const struct err *err, void *data)
{
  progress_clear (data);
  say_problem (err);
}

enum status
adding_run (struct cli *cli, char *const *paths, size_t count, size_t jobs,
            struct ingest_report *report)
{
  struct err err;
  enum status status = cli_library (cli, true);
  /* Without the notebook the notes on changed texts could not go along.  */
  if (status == STATUS_DONE)
    status = cli_notebook (cli, true);
  *report = (struct ingest_report) { 0 };
  if (status != STATUS_DONE)
    return status;
  struct progress progress = progress_start ();
  const struct ingest_watch watch
    = { watch_progress, watch_warning, watch_failure, &progress };
  struct sigaction old;
  const volatile sig_atomic_t *stop = interrupt_watch (&old);
  cli->progress = &progress;
  bool done = ingest_paths (cli->library, cli->notebook, cli_shelf (cli),
                            paths, count, jobs, stop, &watch, report, &err);
  cli->progress = NULL;
  interrupt_leave (&old);
  progress_clear (&progress);
  if (report->interrupted)
    say ("%s", _ ("stopped; the same command goes on where it was"));
  if (!done)
    return cli_fail (&err);
  return report->failed > 0 || report->interrupted ? STATUS_FAILED
                                                   : STATUS_DONE;
}
