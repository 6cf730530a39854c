/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command learn: which words of the two languages go together.  */
#include <stdio.h>

#include "base/intl.h"
#include "base/workers.h"
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/realigning.h"
#include "cli/say.h"
#include "ingest/learn.h"

struct options
{
  size_t jobs;
};

static const struct option_row rows[] = {
  { 'j', "jobs", N_ ("N"), OPTION_NUMBER, offsetof (struct options, jobs),
    N_ ("align with N threads; by default as many as there are processors"),
    NULL, 1, 256 },
  { 0 }
};

static void
watch (size_t done, size_t total, void *data)
{
  progress_show (data, done, total);
}

/* Learns with JOBS threads, and puts what was learned on the shelf.  */
static enum status
learn (struct cli *cli, size_t jobs)
{
  struct buf image = BUF_INIT;
  struct err err = ERR_INIT;
  enum status status = STATUS_DONE;
  struct align_aids aids = shelf_aids_without_lexicon (cli_shelf (cli));
  struct progress progress = progress_start ();
  aids.workers = workers_new (jobs);
  size_t read = learn_library (cli->library, &aids, watch, &progress, &image,
                               &err);
  progress_clear (&progress);
  workers_free (aids.workers);
  if (read > 0 && shelf_add (cli->folder, SHELF_LEXICON, &image, &err))
    printf (ngettext ("learned from %zu document\n",
                      "learned from %zu documents\n", (unsigned long) read),
            read);
  else if (err.code != ERR_NONE)
    status = cli_fail (&err);
  else
    {
      say ("%s", _ ("there is no document with a translation to learn from"));
      status = STATUS_NOTHING;
    }
  buf_free (&image);
  return status;
}

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  const struct options *options = values;
  (void) words;
  enum status status = cli_library (cli, false);
  if (status == STATUS_DONE)
    status = learn (cli, options->jobs);
  return status == STATUS_DONE ? realigning_run (cli, options->jobs) : status;
}

const struct command command_learn = {
  .name = "learn",
  .summary = N_ ("learn from the library which words go together"),
  .description
  = N_ ("What was learned stands among the dictionaries, as \"lexicon\".  Then "
        "all documents that were aligned without it, or with other "
        "dictionaries, are aligned anew from their texts in the library; "
        "their numbers and discrepancies follow, their keywords are found "
        "anew with all terms that are known by now, and corrections and notes "
        "stay.  An interrupt stops between two documents, and the same "
        "command goes on from there."),
  .options = rows,
  .size = sizeof (struct options),
  .run = run,
};
