/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Aligning the library anew.  */
#include "cli/realigning.h"

#include <stdio.h>

#include "base/intl.h"
#include "cli/interrupt.h"
#include "cli/progress.h"
#include "cli/say.h"
#include "ingest/realign.h"
#include "store/library_beads.h"

static void
watch_progress (size_t done, size_t total, void *data)
{
  progress_show (data, done, total);
}

static void
watch_failure (const struct err *err, void *data)
{
  progress_clear (data);
  say_problem (err);
}

/* The shelf as it is now, whatever stood there when it was read first.  */
static const struct align_aids *
fresh_aids (struct cli *cli)
{
  shelf_close (cli->shelf);
  cli->shelf = NULL;
  return cli_aids (cli);
}

enum status
realigning_run (struct cli *cli, size_t jobs)
{
  /* Without the notebook the reader's own terms would be missing.  */
  enum status status
    = cli_has_notebook (cli) ? cli_notebook (cli, false) : STATUS_DONE;
  if (status != STATUS_DONE)
    return status;
  struct realign_report report;
  struct err err = ERR_INIT;
  struct progress progress = progress_start ();
  const struct realign_watch watch
    = { watch_progress, watch_failure, &progress };
  const struct align_aids *aids = fresh_aids (cli);
  struct sigaction old;
  const volatile sig_atomic_t *stop = interrupt_watch (&old);
  bool done = realign_library (cli->library, cli->notebook, aids, jobs, stop,
                               &watch, &report, &err);
  interrupt_leave (&old);
  progress_clear (&progress);
  printf (_ ("aligned anew: %zu, with other pairs than before: %zu, "
             "failed: %zu\n"),
          report.aligned, report.moved, report.failed);
  if (report.interrupted)
    say ("%s", _ ("stopped; the same command goes on where it was"));
  if (!done)
    return cli_fail (&err);
  return report.failed > 0 || report.interrupted ? STATUS_FAILED
                                                 : STATUS_DONE;
}

void
realigning_advise (struct cli *cli)
{
  if (!cli_has_library (cli) || cli_library (cli, false) != STATUS_DONE)
    return;
  long long stale
    = library_stale (cli->library, align_digest (fresh_aids (cli)), NULL);
  if (stale > 0)
    say (ngettext ("%lld document was aligned with other dictionaries; "
                   "\"enface learn\" aligns it anew",
                   "%lld documents were aligned with other dictionaries; "
                   "\"enface learn\" aligns them anew",
                   (unsigned long) stale),
         stale);
}
