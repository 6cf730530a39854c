/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command learn: which words of the two languages go together.  */
#include <stdio.h>

#include "base/intl.h"
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/say.h"
#include "ingest/learn.h"

static void
watch (size_t done, size_t total, void *data)
{
  progress_show (data, done, total);
}

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  struct buf image = BUF_INIT;
  struct err err = ERR_INIT;
  (void) values;
  (void) words;
  enum status status = cli_library (cli, false);
  if (status != STATUS_DONE)
    return status;
  struct align_aids aids = shelf_aids_without_lexicon (cli_shelf (cli));
  struct progress progress = progress_start ();
  size_t read = learn_library (cli->library, &aids, watch, &progress, &image,
                               &err);
  progress_clear (&progress);
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

const struct command command_learn = {
  .name = "learn",
  .summary = N_ ("learn from the library which words go together"),
  .description
  = N_ ("Documents that are added from then on are aligned better.  What was "
        "learned stands among the dictionaries, as \"lexicon\"."),
  .run = run,
};
