/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command note merge: of two versions of a note one, or two notes.  */
#include <stdio.h>
#include <stdlib.h>

#include "base/intl.h"
#include "cli/commands.h"
#include "cli/note_text.h"
#include "cli/placing.h"
#include "store/notebook_history.h"

struct options
{
  const char *text;
  bool apart;
};

static const struct option_row rows[] = {
  { 't', "text", N_ ("TEXT"), OPTION_STRING, offsetof (struct options, text),
    N_ ("what the note says then; - reads it from standard input"), NULL, 0,
    0 },
  { 0, "apart", NULL, OPTION_FLAG, offsetof (struct options, apart),
    N_ ("NUMBER is no version of another note any more: both stay"), NULL, 0,
    0 },
  { 0 }
};

static enum status
part (struct cli *cli, long long id)
{
  struct err err;
  if (!notebook_part (cli->notebook, id, &err))
    return note_fail (id, &err);
  printf (_ ("note %lld is a note of its own\n"), id);
  return STATUS_DONE;
}

static enum status
merge (struct cli *cli, long long kept, long long other, const char *text)
{
  struct err err;
  if (!notebook_merge (cli->notebook, kept, other, text, &err))
    return note_fail (err.code == ERR_NOT_FOUND ? atoll (err.detail) : kept,
                      &err);
  printf (_ ("note %lld is kept, note %lld deleted\n"), kept, other);
  return STATUS_DONE;
}

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  const struct options *options = values;
  enum status status = STATUS_USAGE;
  long long kept = note_number (words->items[0]);
  long long other = words->len > 1 ? note_number (words->items[1]) : 0;
  if (!kept || (words->len > 1 && !other))
    return STATUS_USAGE;
  if (options->apart != (words->len == 1) || kept == other)
    {
      placing_refuse ("note merge",
                      _ ("it takes two notes, or with --apart one"));
      return STATUS_USAGE;
    }
  char *text = options->text ? note_text (options->text, &status) : NULL;
  if (options->text && !text)
    return status;
  status = cli_notebook (cli, false);
  if (status == STATUS_DONE)
    status = options->apart ? part (cli, kept)
                            : merge (cli, kept, other, text);
  free (text);
  return status;
}

const struct command command_note_merge = {
  .name = "note merge",
  .arguments = N_ ("NUMBER [OTHER]"),
  .least = 1,
  .most = 2,
  .summary = N_ ("make one note of two versions"),
  .description
  = N_ ("A note that was changed in two places at once is kept in both "
        "versions; \"enface note list --conflicting\" prints them.  NUMBER is "
        "kept, with its own text or TEXT; OTHER is deleted.  Both go into the "
        "history."),
  .options = rows,
  .size = sizeof (struct options),
  .run = run,
};
