/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command note restore: brings deleted notes and former versions back.  */
#include <stdio.h>

#include "base/intl.h"
#include "cli/commands.h"
#include "cli/note_text.h"
#include "cli/say.h"
#include "store/notebook_history.h"

struct options
{
  size_t former;
};

static const struct option_row rows[] = {
  { 0, "former", N_ ("N"), OPTION_NUMBER,
    offsetof (struct options, former),
    N_ ("what version N of its history said"), NULL, 1, 1 << 30 },
  { 0 }
};

/* Gives note ID the text of version NUMBER of its history.  */
static enum status
revert (struct cli *cli, long long id, size_t number)
{
  struct history history = { 0 };
  struct err err;
  enum status status = STATUS_DONE;
  if (!notebook_history (cli->notebook, id, &history, &err))
    status = note_fail (id, &err);
  else if (number > history.len)
    {
      say (_ ("note %lld has no version %zu; \"enface note history %lld\" "
              "prints them"),
           id, number, id);
      status = STATUS_NOTHING;
    }
  else if (!notebook_revert (cli->notebook, id, history.items[number - 1].id,
                             &err))
    status = note_fail (id, &err);
  else
    printf (_ ("note %lld says again what it said in version %zu\n"), id,
            number);
  history_free (&history);
  return status;
}

static enum status
restore (struct cli *cli, long long id, const void *values)
{
  const struct options *options = values;
  struct err err;
  if (options->former)
    return revert (cli, id, options->former);
  if (!notebook_restore (cli->notebook, id, &err))
    return note_fail (id, &err);
  printf (_ ("note %lld is back\n"), id);
  return STATUS_DONE;
}

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  return note_each (cli, words, restore, values);
}

const struct command command_note_restore = {
  .name = "note restore",
  .arguments = N_ ("NUMBER..."),
  .least = 1,
  .most = ANY_NUMBER,
  .summary = N_ ("bring deleted notes, or former versions, back"),
  .description = N_ ("\"enface note list --deleted\" prints the deleted ones.  "
                     "What a note says now goes into its history."),
  .options = rows,
  .size = sizeof (struct options),
  .run = run,
};
