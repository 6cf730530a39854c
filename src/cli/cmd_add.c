/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command add: files and folders into the library.  */
#include <stdio.h>

#include "base/intl.h"
#include "cli/adding.h"
#include "cli/commands.h"
#include "cli/say.h"

struct options
{
  size_t jobs;
};

static const struct option_row rows[] = {
  { 'j', "jobs", N_ ("N"), OPTION_NUMBER, offsetof (struct options, jobs),
    N_ ("read with N threads; by default as many as there are processors"),
    NULL, 1, 256 },
  { 0 }
};

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  const struct options *options = values;
  struct ingest_report report;
  enum status status = adding_run (cli, words->items, words->len,
                                   options->jobs, &report);
  if (!cli->library || !cli->notebook)
    return status;
  printf (_ ("added: %zu, updated: %zu, unchanged: %zu, failed: %zu"),
          report.added, report.updated, report.unchanged, report.failed);
  if (report.sources > 0)
    printf (_ (", there already at another path: %zu"), report.sources);
  if (report.warned > 0)
    printf (_ (", with warnings: %zu"), report.warned);
  putchar ('\n');
  if (status != STATUS_DONE || report.added + report.updated + report.sources
                                   + report.unchanged > 0)
    return status;
  say ("%s", _ ("there is no file that ends in .md or .txt"));
  return STATUS_NOTHING;
}

const struct command command_add = {
  .name = "add",
  .arguments = N_ ("PATH..."),
  .least = 1,
  .most = ANY_NUMBER,
  .summary = N_ ("add files and folders to the library"),
  .description
  = N_ ("Folders are searched through for files that end in .md or .txt.  A "
        "file that has not changed since it was added is not read again; one "
        "whose text has changed keeps its notes; one that was moved is known "
        "by its text.  What can't be read is told and left out.  An interrupt "
        "stops between two files, and the same command goes on from there."),
  .options = rows,
  .size = sizeof (struct options),
  .run = run,
};
