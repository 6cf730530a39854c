/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command backup: a copy of the notebook.  */
#include <stdio.h>
#include <stdlib.h>

#include "base/intl.h"
#include "cli/commands.h"
#include "cli/paper.h"
#include "cli/say.h"
#include "store/backup.h"

struct options
{
  bool list;
};

static const struct option_row rows[] = {
  { 'l', "list", NULL, OPTION_FLAG, offsetof (struct options, list),
    N_ ("print the backups that are there, the newest first"), NULL, 0, 0 },
  { 0 }
};

/* Prints TEXT in a line.  */
static void
print_line (const char *text)
{
  struct buf out = BUF_INIT;
  paper_cell (&out, text, 0);
  buf_add_byte (&out, '\n');
  paper_print (&out, false);
}

static enum status
list (struct cli *cli)
{
  struct backups backups = { 0 };
  struct err err;
  enum status status = STATUS_DONE;
  if (!backups_list (cli->folder, &backups, &err))
    return cli_fail (&err);
  for (size_t i = 0; i < backups.len; i++)
    print_line (backups.items[i].path);
  if (backups.len == 0)
    {
      say ("%s", _ ("there are no backups yet"));
      status = STATUS_NOTHING;
    }
  backups_free (&backups);
  return status;
}

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  const struct options *options = values;
  struct err err;
  char *made;
  if (!cli_folder (cli))
    return STATUS_FAILED;
  if (options->list)
    return list (cli);
  if (!cli_has_notebook (cli))
    {
      say (_ ("there are no notes in %s"), cli->folder);
      return STATUS_NOTHING;
    }
  if (!backup_make (cli->folder, words->len ? words->items[0] : NULL, &made,
                    &err))
    return cli_fail (&err);
  char *line = mem_format (_ ("the notes are copied to %s"), made);
  print_line (line);
  free (line);
  free (made);
  return STATUS_DONE;
}

const struct command command_backup = {
  .name = "backup",
  .arguments = N_ ("[FILE]"),
  .most = 1,
  .summary = N_ ("copy the notes to a file"),
  .description
  = N_ ("Without FILE the copy is kept by date in the folder \"backups\" beside "
        "the notes.  There, once a day when notes have changed, one is made "
        "without asking; the newest ten are kept, and of those before the last "
        "of each week for ten weeks and the last of each month.  A copy is a "
        "whole notebook; \"enface restore\" puts it in place."),
  .options = rows,
  .size = sizeof (struct options),
  .run = run,
};
