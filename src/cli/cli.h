/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line: what every command is given.  */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "cli/progress.h"
#include "store/entries.h"
#include "store/library.h"
#include "store/notebook.h"
#include "store/shelf.h"
#include "read/start.h"

/* How a command ends: the exit status.  */
enum status
{
  STATUS_DONE,
  STATUS_NOTHING, /* nothing was found */
  STATUS_USAGE,   /* wrong usage */
  STATUS_FAILED   /* something could not be read or written; it was said */
};

struct cli
{
  const struct screen_door *screen;
  char *folder;              /* of the library; NULL while none is known */
  struct library *library;   /* NULL until it is opened */
  struct notebook *notebook; /* the same */
  struct shelf *shelf;       /* NULL until cli_shelf */
  struct entries *entries;   /* NULL until cli_entries */
  struct settings *settings; /* what the settings file says, as far as it is
                                understood */
  char *settings_problem;    /* what is not, translated; or NULL */
  struct progress *progress; /* what is shown while files are added, or NULL */
};

/* What stands on the command line behind a command's options.  */
struct words
{
  char **items;
  size_t len;
};

/* Runs the command line; returns the exit status.  */
int cli_main (int argc, char **argv, const struct screen_door *screen);

/* The folder of the library, known from the options; NULL (it was said) where
   there is none.  */
const char *cli_folder (struct cli *cli);

/* Opens the library into CLI->library, where that is not done yet; makes it
   where MAKE.  Where there is none to be read: STATUS_NOTHING, and it is said.
 */
enum status cli_library (struct cli *cli, bool make);

/* The same for the notebook.  */
enum status cli_notebook (struct cli *cli, bool make);

/* The dictionaries and the lexicon; what is damaged among them is said when they
   are first asked for.  */
struct shelf *cli_shelf (struct cli *cli);
struct entries *cli_entries (struct cli *cli);
const struct align_aids *cli_aids (struct cli *cli);

/* Whether there is a library, or a notebook, to be opened.  */
bool cli_has_library (struct cli *cli);
bool cli_has_notebook (struct cli *cli);

/* Says ERR and returns the exit status for it.  */
enum status cli_fail (const struct err *err);

#endif
