/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command note delete: takes notes out of all lists.  */
#include <stdio.h>

#include "base/intl.h"
#include "cli/commands.h"
#include "cli/note_text.h"

struct options
{
  bool restore;
};

static const struct option_row rows[] = {
  { 'r', "restore", NULL, OPTION_FLAG, offsetof (struct options, restore),
    N_ ("bring deleted notes back"), NULL, 0, 0 },
  { 0 }
};

/* Deletes note ID, or brings it back.  */
static enum status
change (struct cli *cli, long long id, const void *values)
{
  const struct options *options = values;
  bool restore = options->restore;
  struct err err;
  if (restore ? !notebook_restore (cli->notebook, id, &err)
              : !notebook_delete (cli->notebook, id, &err))
    return note_fail (id, &err);
  printf (restore ? _ ("note %lld is back\n") : _ ("note %lld deleted\n"), id);
  return STATUS_DONE;
}

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  return note_each (cli, words, change, values);
}

const struct command command_note_delete = {
  .name = "note delete",
  .arguments = N_ ("NUMBER..."),
  .least = 1,
  .most = ANY_NUMBER,
  .summary = N_ ("delete notes"),
  .description = N_ ("They stay in the notebook with their history, and "
                     "--restore brings them back."),
  .options = rows,
  .size = sizeof (struct options),
  .run = run,
};
