/* SPDX-License-Identifier: GPL-3.0-or-later */
/* No command: adds what is named and opens the reader.  */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/intl.h"
#include "cli/adding.h"
#include "cli/commands.h"
#include "cli/folders.h"
#include "cli/say.h"

/* Whether every one of the WORDS is there; one that is not and can't be meant for
   a path is told to be no command.  */
static bool
check_words (const struct words *words)
{
  for (size_t i = 0; i < words->len; i++)
    if (!strchr (words->items[i], '/') && access (words->items[i], F_OK) != 0)
      {
        struct err err;
        err_set (&err, ERR_USAGE, words->items[i], "%s",
                 _ ("there is no such command and no such file"));
        say_err (&err);
        return false;
      }
  return true;
}

/* Adds the sample texts to an empty library, so that a first run has something
   to show.  */
static void
add_samples (struct cli *cli)
{
  struct ingest_report report;
  if (library_count (cli->library, NULL, NULL) != 0)
    return;
  char *texts = folder_texts ();
  if (texts)
    adding_run (cli, &texts, 1, 0, &report);
  free (texts);
}

/* The number of the document that the file PATH is; 0 where it is none.  */
static long long
document_at (struct cli *cli, const char *path)
{
  struct stat st;
  if (stat (path, &st) != 0 || !S_ISREG (st.st_mode))
    return 0;
  return library_find (cli->library, path, NULL);
}

/* Opens the reader at the one file that was named, else on the list.  */
static enum status
read_on (struct cli *cli, const struct words *words)
{
  struct err err = ERR_INIT;
  struct reader_start start
    = { .library = cli->library,
        .notebook = cli->notebook,
        .settings = cli->settings,
        .document
        = words->len == 1 ? document_at (cli, words->items[0]) : 0,
        .message = cli->settings_problem };
  bool done = cli->screen->run (&start, &err);
  return done ? STATUS_DONE : cli_fail (&err);
}

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  struct ingest_report report = { 0 };
  (void) values;
  if (!check_words (words))
    return STATUS_USAGE;
  enum status status = cli_library (cli, true);
  if (status == STATUS_DONE)
    status = cli_notebook (cli, true);
  if (status != STATUS_DONE)
    return status;
  if (words->len == 0)
    add_samples (cli);
  else if (adding_run (cli, words->items, words->len, 0, &report)
             != STATUS_DONE
           && report.added + report.updated + report.sources
                  + report.unchanged == 0)
    return STATUS_FAILED;
  return read_on (cli, words);
}

const struct command command_open = {
  .name = "",
  .arguments = N_ ("[PATH]..."),
  .most = ANY_NUMBER,
  .summary
  = N_ ("A reader for bilingual sources: original and translation facing each "
        "other, sentence by sentence, with your notes.  With paths: adds them "
        "to the library and opens the reader on them; without: opens the "
        "library."),
  .run = run,
};
