/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line: which command, with what, and how it ended.  */
#include <config.h>

#include "cli/cli.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/intl.h"
#include "base/mem.h"
#include "cli/commands.h"
#include "cli/folders.h"
#include "cli/say.h"
#include "cli/usage.h"
#include "store/backup.h"
#include "read/settings.h"
#include "text/width.h"

/* --- what commands ask for ---------------------------------------------- */

enum status
cli_fail (const struct err *err)
{
  say_err (err);
  switch (err->code)
    {
    case ERR_NOT_FOUND:
      return STATUS_NOTHING;
    case ERR_USAGE:
    case ERR_AMBIGUOUS:
      return STATUS_USAGE;
    default:
      return STATUS_FAILED;
    }
}

const char *
cli_folder (struct cli *cli)
{
  if (!cli->folder)
    cli->folder = folder_library (NULL);
  if (!cli->folder)
    say ("%s", _ ("there is no home for the library; name a folder with "
                  "--library or in ENFACE_LIBRARY"));
  return cli->folder;
}

/* Whether the file NAME is in the folder of the library.  */
static bool
has_file (struct cli *cli, const char *name)
{
  if (!cli_folder (cli))
    return false;
  char *path = mem_format ("%s/%s", cli->folder, name);
  /* What can't be looked at may be there: opening it tells why.  */
  bool there = access (path, F_OK) == 0 || errno != ENOENT;
  free (path);
  return there;
}

bool
cli_has_library (struct cli *cli)
{
  return has_file (cli, "library.db");
}

bool
cli_has_notebook (struct cli *cli)
{
  return has_file (cli, "notes.db");
}

enum status
cli_library (struct cli *cli, bool make)
{
  struct err err;
  if (cli->library)
    return STATUS_DONE;
  if (!cli_folder (cli))
    return STATUS_FAILED;
  if (!make && !cli_has_library (cli))
    {
      say (_ ("there is no library in %s; \"enface add PATH\" makes one"),
           cli->folder);
      return STATUS_NOTHING;
    }
  cli->library = library_open (cli->folder, false, &err);
  if (cli->library)
    return STATUS_DONE;
  enum status status = cli_fail (&err);
  if (err.code == ERR_DB_DAMAGED)
    say (_ ("the library can be made again from its sources: move %s away and "
            "add them once more; the notes are not in it"),
         err.where);
  return status;
}

enum status
cli_notebook (struct cli *cli, bool make)
{
  struct err err;
  if (cli->notebook)
    return STATUS_DONE;
  if (!cli_folder (cli))
    return STATUS_FAILED;
  if (!make && !cli_has_notebook (cli))
    {
      say (_ ("there are no notes in %s"), cli->folder);
      return STATUS_NOTHING;
    }
  cli->notebook = notebook_open (cli->folder, false, &err);
  return cli->notebook ? STATUS_DONE : cli_fail (&err);
}

static void
tell_shelf_problem (const struct err *err, void *data)
{
  struct cli *cli = data;
  if (cli->progress)
    progress_clear (cli->progress);
  say_err (err);
  say ("%s", _ ("it is not used; remove it and add it once more"));
}

struct shelf *
cli_shelf (struct cli *cli)
{
  if (!cli->shelf)
    {
      if (!cli->folder)
        cli->folder = folder_library (NULL);
      cli->shelf = shelf_open (cli->folder, tell_shelf_problem, cli);
    }
  return cli->shelf;
}

struct entries *
cli_entries (struct cli *cli)
{
  if (!cli->entries)
    {
      if (!cli->folder)
        cli->folder = folder_library (NULL);
      cli->entries = entries_open (cli->folder, tell_shelf_problem, cli);
    }
  return cli->entries;
}

const struct align_aids *
cli_aids (struct cli *cli)
{
  return shelf_aids (cli_shelf (cli));
}

/* --- the command line --------------------------------------------------- */

/* A command line that has been understood.  */
struct line
{
  const struct command *command;
  struct global_options globals;
  void *values; /* of the command's own options */
  struct words words;
};

static bool
usage_error (const char *where, const char *detail)
{
  struct err err;
  err_set (&err, ERR_USAGE, where, "%s", detail);
  say_err (&err);
  return false;
}

static enum status
print_version (void)
{
  printf ("enface %s\n", PACKAGE_VERSION);
  printf ("%s\n", _ ("Copyright (C) 2026 the enface authors.  Licence "
                     "GPLv3+: GNU GPL version 3 or later\n"
                     "<https://gnu.org/licenses/gpl.html>.  This is free "
                     "software: you may change and share it.\n"
                     "There is NO WARRANTY, as far as the law permits."));
  return STATUS_DONE;
}

/* The names of the commands that begin with the word FIRST, without it; the
   caller frees it; NULL where there are none.  */
static char *
names_under (const char *first)
{
  struct buf names = BUF_INIT;
  for (size_t i = 0; commands[i]; i++)
    if (command_is_under (commands[i], first))
      buf_add_format (&names, "%s%s", names.len ? ", " : "",
                      commands[i]->name + strlen (first) + 1);
  return names.len ? buf_take (&names) : NULL;
}

/* Takes the COUNT words from ARGV on as they are.  */
static bool
take_words (struct line *line, char **argv, int count)
{
  line->words = (struct words) { argv, (size_t) count };
  return true;
}

/* Reads what stands behind the name of the command; ARGV[0] is skipped.  */
static bool
read_rest (struct line *line, int argc, char **argv)
{
  struct err err;
  int next;
  if (line->command->size > 0)
    line->values = mem_new (1, line->command->size);
  const struct option_set sets[2]
    = { { global_options, &line->globals },
        { line->command->options, line->values } };
  if (options_read (argc, argv, sets, false, &next, &err))
    return take_words (line, argv + next, argc - next);
  say_err (&err);
  return false;
}

/* For "note" alone: NAMES must follow.  */
static bool
read_group (struct line *line, int argc, char **argv, char *names)
{
  struct err ignored;
  int next;
  const struct option_set sets[2] = { { global_options, &line->globals },
                                      { NULL, NULL } };
  bool help = options_read (argc, argv, sets, false, &next, &ignored)
              && line->globals.help;
  char *detail = mem_format (_ ("one of these must follow: %s"), names);
  if (help)
    usage_under (argv[0]);
  else
    usage_error (argv[0], detail);
  free (detail);
  free (names);
  return help;
}

/* Understands the command line.  False: it is wrong, and that was said, or
   there is no command to be run (line->command is NULL then).  */
static bool
read_line (struct line *line, int argc, char **argv)
{
  struct err err;
  int next;
  size_t used = 0;
  const struct option_set sets[2] = { { global_options, &line->globals },
                                      { NULL, NULL } };
  if (!options_read (argc, argv, sets, true, &next, &err))
    {
      say_err (&err);
      return false;
    }
  line->command = commands[0];
  if (strcmp (argv[next - 1], "--") == 0)
    return take_words (line, argv + next, argc - next);
  const struct command *named
    = command_named (argv + next, (size_t) (argc - next), &used);
  char *names = !named && next < argc ? names_under (argv[next]) : NULL;
  if (names)
    {
      line->command = NULL;
      return read_group (line, argc - next, argv + next, names);
    }
  if (named)
    line->command = named;
  next += (int) used - 1;
  return read_rest (line, argc - next, argv + next);
}

/* Whether the command can take so many words.  */
static bool
words_fit (const struct line *line)
{
  const struct command *command = line->command;
  size_t len = line->words.len;
  if (len > command->most)
    return usage_error (line->words.items[command->most],
                        _ ("one argument too many"));
  if (len < command->least)
    {
      char *detail = mem_format (_ ("it needs %s"), _ (command->arguments));
      usage_error (command->name, detail);
      free (detail);
    }
  return len >= command->least;
}

/* Reads the settings: what is wrong in them is told by the reader and doctor, and
   the rest holds.  */
static void
read_settings (struct cli *cli)
{
  struct err err;
  char *path = settings_path ();
  cli->settings = settings_new ();
  if (path && !settings_read (cli->settings, path, &err))
    cli->settings_problem = err_text (&err);
  width_set_ambiguous (cli->settings->ambiguous_wide);
  free (path);
}

static enum status
run_line (struct line *line, const struct screen_door *screen)
{
  struct cli cli = { .screen = screen };
  if (line->globals.help && line->command->name[0])
    usage_command (line->command);
  else if (line->globals.help)
    usage_all ();
  if (line->globals.help)
    return STATUS_DONE;
  if (line->globals.version)
    return print_version ();
  if (line->globals.library && !line->globals.library[0])
    usage_error ("--library", _ ("it needs a value"));
  if ((line->globals.library && !line->globals.library[0])
      || !words_fit (line))
    return STATUS_USAGE;
  if (line->globals.library)
    cli.folder = mem_string (line->globals.library);
  read_settings (&cli);
  enum status status = line->command->run (&cli, line->values, &line->words);
  library_close (cli.library);
  bool noted = cli.notebook != NULL;
  notebook_close (cli.notebook);
  /* One that can't be made now is made another day; doctor tells of the last.  */
  if (noted)
    backup_daily (cli.folder, NULL, NULL);
  shelf_close (cli.shelf);
  entries_close (cli.entries);
  settings_free (cli.settings);
  free (cli.settings_problem);
  free (cli.folder);
  return status;
}

int
cli_main (int argc, char **argv, const struct screen_door *screen)
{
  struct line line = { .command = NULL };
  enum status status = STATUS_USAGE;
  if (argc > 0 && read_line (&line, argc, argv))
    status = line.command ? run_line (&line, screen) : STATUS_DONE;
  free (line.values);
  if (!say_end () && status < STATUS_FAILED)
    status = STATUS_FAILED;
  return (int) status;
}
