/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Help on the command line, made from the table of commands.  */
#include "cli/usage.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "cli/paper.h"
#include "text/width.h"

/* Columns: of all, and of what is explained.  */
enum { COLUMNS = 79, INDENT = 2, NAMES = 26 };

void
usage_option (const struct option_row *row, struct buf *out)
{
  if (row->letter)
    buf_add_format (out, "-%c, ", row->letter);
  buf_add_format (out, "%s--%s", row->letter ? "" : "    ", row->name);
  if (row->type == OPTION_CHOICE)
    {
      /* Many choices are named in the help.  */
      enum { MOST = 56 };
      char *choices = option_choices (row);
      buf_add_format (out, "=%s", strlen (choices) > MOST && row->argument
                                    ? _ (row->argument) : choices);
      free (choices);
    }
  else if (row->argument)
    buf_add_format (out, "=%s", _ (row->argument));
}

/* Adds NAME and behind it, or below where it is long, HELP.  Frees NAME.  */
static void
add_entry (struct buf *out, struct buf *name, const char *help)
{
  size_t width = INDENT + width_text (buf_string (name), name->len);
  paper_spaces (out, INDENT);
  buf_add (out, buf_string (name), name->len);
  if (width + 2 > NAMES)
    {
      buf_add_byte (out, '\n');
      width = 0;
    }
  paper_spaces (out, NAMES - width);
  paper_wrap (out, help, NAMES, COLUMNS);
  buf_free (name);
}

static void
add_options (struct buf *out, const struct option_row *rows)
{
  for (; rows && rows->name; rows++)
    {
      struct buf name = BUF_INIT;
      usage_option (rows, &name);
      add_entry (out, &name, _ (rows->help));
    }
}

static void
add_synopsis (struct buf *out, const struct command *command,
              const char *before)
{
  buf_add_format (out, "%senface %s%s%s", before, command->name,
                  command->name[0] ? " " : "", _ ("[OPTION]..."));
  if (command->arguments)
    buf_add_format (out, " %s", _ (command->arguments));
  buf_add_byte (out, '\n');
}

void
usage_all (void)
{
  struct buf out = BUF_INIT;
  add_synopsis (&out, commands[0], _ ("Usage: "));
  buf_add_format (&out, "       enface %s\n",
                  _ ("COMMAND [OPTION]... [ARGUMENT]..."));
  paper_wrap (&out, _ (commands[0]->summary), 0, COLUMNS);
  buf_add_format (&out, "\n%s\n", _ ("Commands:"));
  for (size_t i = 1; commands[i]; i++)
    {
      struct buf name = BUF_INIT;
      buf_add_string (&name, commands[i]->name);
      if (commands[i]->arguments)
        buf_add_format (&name, " %s", _ (commands[i]->arguments));
      add_entry (&out, &name, _ (commands[i]->summary));
    }
  buf_add_format (&out, "\n%s\n", _ ("Options:"));
  add_options (&out, global_options);
  buf_add_byte (&out, '\n');
  paper_wrap (&out,
              _ ("\"enface COMMAND --help\" says more of a command, \"man "
                 "enface\" (or \"enface manual | man -l -\") of all of "
                 "them."),
              0, COLUMNS);
  paper_print (&out, false);
}

static void
add_columns (struct buf *out, const char *const *columns)
{
  struct buf names = BUF_INIT;
  for (size_t i = 0; columns[i]; i++)
    buf_add_format (&names, "%s%s", i ? ", " : "", columns[i]);
  buf_add_format (out, "\n%s\n", _ ("Columns of --format=tsv:"));
  paper_spaces (out, INDENT);
  paper_wrap (out, buf_string (&names), INDENT, COLUMNS);
  buf_free (&names);
}

static void
add_command (struct buf *out, const struct command *command)
{
  add_synopsis (out, command, _ ("Usage: "));
  paper_wrap (out, _ (command->summary), 0, COLUMNS);
  if (command->description)
    {
      buf_add_byte (out, '\n');
      paper_wrap (out, _ (command->description), 0, COLUMNS);
    }
  buf_add_format (out, "\n%s\n", _ ("Options:"));
  add_options (out, command->options);
  add_options (out, global_options);
  if (command->columns)
    add_columns (out, command->columns);
}

void
usage_command (const struct command *command)
{
  struct buf out = BUF_INIT;
  add_command (&out, command);
  paper_print (&out, false);
}

void
usage_under (const char *first)
{
  struct buf out = BUF_INIT;
  for (size_t i = 0; commands[i]; i++)
    if (command_is_under (commands[i], first))
      {
        if (out.len > 0)
          buf_add_byte (&out, '\n');
        add_command (&out, commands[i]);
      }
  paper_print (&out, false);
}
