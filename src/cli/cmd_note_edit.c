/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command note edit: another text for a note.  */
#include <stdio.h>
#include <stdlib.h>

#include "base/intl.h"
#include "cli/commands.h"
#include "cli/note_text.h"

struct options
{
  const char *text;
};

static const struct option_row rows[] = {
  { 't', "text", N_ ("TEXT"), OPTION_STRING, offsetof (struct options, text),
    N_ ("what the note says now; - reads it from standard input"), NULL, 0,
    0 },
  { 0 }
};

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  const struct options *options = values;
  struct err err;
  enum status status;
  long long id = note_number (words->items[0]);
  if (id == 0)
    return STATUS_USAGE;
  char *text = note_text (options->text, &status);
  if (!text)
    return status;
  status = cli_notebook (cli, false);
  if (status == STATUS_DONE
      && !notebook_edit (cli->notebook, id, text, NULL, NULL, &err))
    status = note_fail (id, &err);
  else if (status == STATUS_DONE)
    printf (_ ("note %lld changed\n"), id);
  free (text);
  return status;
}

const struct command command_note_edit = {
  .name = "note edit",
  .arguments = N_ ("NUMBER"),
  .least = 1,
  .most = 1,
  .summary = N_ ("give a note another text"),
  .description = N_ ("What it said before stays in the notebook's history."),
  .options = rows,
  .size = sizeof (struct options),
  .run = run,
};
