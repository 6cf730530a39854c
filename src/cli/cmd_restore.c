/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command restore: a backup in the place of the notebook, or what can be
   read of a damaged one.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/intl.h"
#include "cli/commands.h"
#include "cli/paper.h"
#include "cli/say.h"
#include "store/backup.h"

struct options
{
  bool salvage;
};

static const struct option_row rows[] = {
  { 's', "salvage", NULL, OPTION_FLAG, offsetof (struct options, salvage),
    N_ ("read what can be read of FILE, or of the damaged notes themselves"),
    NULL, 0, 0 },
  { 0 }
};

/* Prints the LINE, which is freed.  */
static void
print_line (char *line)
{
  struct buf out = BUF_INIT;
  paper_cell (&out, line, 0);
  buf_add_byte (&out, '\n');
  paper_print (&out, false);
  free (line);
}

/* The file that NAME means: itself, or one of that name among the backups or
   beside the notebook; the caller frees it.  */
static char *
file_named (struct cli *cli, const char *name)
{
  static const char *const folders[] = { "/backups", "" };
  if (access (name, F_OK) == 0 || strchr (name, '/'))
    return mem_string (name);
  for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
    {
      char *path = mem_format ("%s%s/%s", cli->folder, folders[i], name);
      if (access (path, F_OK) == 0)
        return path;
      free (path);
    }
  return mem_string (name);
}

/* Puts the notebook PATH in place and says what that came to.  */
static enum status
put_in_place (struct cli *cli, const char *path)
{
  struct restored restored;
  struct err err;
  if (!backup_restore (cli->folder, path, &restored, &err))
    return cli_fail (&err);
  unsigned long notes = (unsigned long) restored.notes;
  print_line (mem_format (ngettext ("there is %lld note now, deleted ones "
                                    "counted",
                                    "there are %lld notes now, deleted ones "
                                    "counted",
                                    notes),
                          restored.notes));
  if (restored.aside && restored.was >= 0)
    print_line (mem_format (ngettext ("the notebook of before, with %lld note, "
                                      "is kept as %s",
                                      "the notebook of before, with %lld "
                                      "notes, is kept as %s",
                                      (unsigned long) restored.was),
                            restored.was, restored.aside));
  else if (restored.aside)
    print_line (mem_format (_ ("the notebook of before, which can't be read, "
                               "is kept as %s"),
                            restored.aside));
  restored_free (&restored);
  return STATUS_DONE;
}

static void
tell_salvaged (const struct salvaged *salvaged)
{
  print_line (mem_format (ngettext ("%lld note was read",
                                    "%lld notes were read",
                                    (unsigned long) salvaged->notes),
                          salvaged->notes));
  if (salvaged->lost > 0)
    print_line (mem_format (ngettext ("%lld entry that was there could not be "
                                      "read",
                                      "%lld entries that were there could not "
                                      "be read",
                                      (unsigned long) salvaged->lost),
                            salvaged->lost));
  if (salvaged->unsure)
    print_line (mem_string (_ ("parts of the file can't be read at all: nobody "
                               "knows what stood there; look into the backups "
                               "too (\"enface backup --list\")")));
}

/* Reads what can be read of PATH (NULL: of the notebook itself), and puts that in
   place.  */
static enum status
salvage_file (struct cli *cli, const char *path)
{
  struct salvaged salvaged;
  struct err err;
  char *from = path ? mem_string (path)
                    : mem_format ("%s/notes.db", cli->folder);
  char *to = mem_format ("%s/notes-salvaged-%ld.db", cli->folder,
                         (long) getpid ());
  enum status status = STATUS_DONE;
  if (salvage (from, to, &salvaged, &err))
    {
      tell_salvaged (&salvaged);
      status = put_in_place (cli, to);
      if (status == STATUS_DONE)
        unlink (to);
    }
  else
    status = cli_fail (&err);
  free (to);
  free (from);
  return status;
}

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  const struct options *options = values;
  if (!cli_folder (cli))
    return STATUS_FAILED;
  if (words->len == 0 && !options->salvage)
    {
      say ("%s", _ ("which file? \"enface backup --list\" prints the backups; "
                    "of damaged notes --salvage reads what can be read"));
      return STATUS_USAGE;
    }
  char *path = words->len ? file_named (cli, words->items[0]) : NULL;
  enum status status = options->salvage ? salvage_file (cli, path)
                                        : put_in_place (cli, path);
  free (path);
  return status;
}

const struct command command_restore = {
  .name = "restore",
  .arguments = N_ ("[FILE]"),
  .most = 1,
  .summary = N_ ("put a backup in the place of the notes"),
  .description
  = N_ ("FILE is a copy that \"enface backup\" made, or the name of one among "
        "the backups.  It is checked as a whole first, and only copied; the "
        "notes that were there are kept beside, under a name that is printed.  "
        "Nothing is merged: \"enface import\" does that.  With --salvage each "
        "note that can be read of a damaged file is taken."),
  .options = rows,
  .size = sizeof (struct options),
  .run = run,
};
