/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command completion: prints what a shell needs to complete enface's command
   line, made from the table of commands.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/intl.h"
#include "cli/commands.h"
#include "cli/paper.h"
#include "cli/say.h"

static void
add_options (struct buf *out, const struct option_row *rows)
{
  for (; rows && rows->name; rows++)
    buf_add_format (out, " --%s%s", rows->name, rows->argument ? "=" : "");
}

/* Adds a line that completes the values of the option ROW of the command called
   NAME ("*": any).  */
static void
add_choices (struct buf *out, const char *name, const struct option_row *row)
{
  buf_add_format (out, "    '%s --%s') words='", name, row->name);
  for (size_t i = 0; row->choice (i); i++)
    buf_add_format (out, "%s%s", i ? " " : "", row->choice (i));
  buf_add_string (out, "' ;;\n");
}

/* Adds the first words of the commands, each once.  */
static void
add_names (struct buf *out)
{
  const char *before = "";
  for (size_t i = 1; commands[i]; i++)
    {
      const char *name = commands[i]->name;
      size_t len = strcspn (name, " ");
      if (strncmp (before, name, len) != 0
          || strcspn (before, " ") != len)
        buf_add_format (out, " %.*s", (int) len, name);
      before = name;
    }
}

/* Adds the second words of "note".  */
static void
add_names_under (struct buf *out, const char *first)
{
  for (size_t i = 1; commands[i]; i++)
    if (command_is_under (commands[i], first))
      buf_add_format (out, " %s", commands[i]->name + strlen (first) + 1);
}

static void
add_commands (struct buf *out)
{
  buf_add_string (out, "  case $command in\n");
  for (size_t i = 1; commands[i]; i++)
    {
      buf_add_format (out, "    '%s') options='", commands[i]->name);
      add_options (out, commands[i]->options);
      add_options (out, global_options);
      buf_add_string (out, "' ;;\n");
    }
  buf_add_string (out, "    *) options='");
  add_options (out, global_options);
  buf_add_string (out, "' ;;\n  esac\n");
}

static void
add_values (struct buf *out)
{
  buf_add_string (out, "  case \"$command $option\" in\n");
  for (size_t i = 1; commands[i]; i++)
    for (const struct option_row *row = commands[i]->options;
         row && row->name; row++)
      if (row->type == OPTION_CHOICE)
        add_choices (out, commands[i]->name, row);
  buf_add_string (out, "    *) files=yes ;;\n  esac\n");
}

static void
print_bash (void)
{
  struct buf out = BUF_INIT;
  buf_add_string (&out,
                  "# Completion of enface for bash, made by \"enface "
                  "completion bash\".\n"
                  "_enface ()\n"
                  "{\n"
                  "  local word=$2 option= command= options words= files= i\n"
                  "  local names='");
  add_names (&out);
  buf_add_string (&out, "'\n"
                        "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
                        "    case \" $names \" in\n"
                        "      *\" ${COMP_WORDS[i]} \"*) "
                        "command=${COMP_WORDS[i]}; break ;;\n"
                        "    esac\n"
                        "  done\n"
                        "  if [[ $command == note ]]; then\n"
                        "    if ((i + 1 == COMP_CWORD)); then\n"
                        "      COMPREPLY=($(compgen -W '");
  add_names_under (&out, "note");
  buf_add_string (&out, "' -- \"$word\"))\n"
                        "      return\n"
                        "    fi\n"
                        "    command=\"note ${COMP_WORDS[i + 1]}\"\n"
                        "  fi\n");
  add_commands (&out);
  buf_add_string (&out, "  # readline parts words at \"=\".\n"
                        "  if [[ $word == = ]]; then word=; fi\n"
                        "  if [[ ${COMP_WORDS[COMP_CWORD]} == = ]]; then\n"
                        "    option=${COMP_WORDS[COMP_CWORD - 1]}\n"
                        "  elif [[ ${COMP_WORDS[COMP_CWORD - 1]} == = ]]; "
                        "then\n"
                        "    option=${COMP_WORDS[COMP_CWORD - 2]}\n"
                        "  elif [[ $word == -* ]]; then\n"
                        "    COMPREPLY=($(compgen -W \"$options\" -- "
                        "\"$word\"))\n"
                        "    [[ ${COMPREPLY[0]-} == *= ]] && compopt -o "
                        "nospace\n"
                        "    return\n"
                        "  fi\n");
  add_values (&out);
  buf_add_string (&out, "  if [[ $files ]]; then\n"
                        "    compopt -o filenames\n"
                        "    mapfile -t COMPREPLY < <(compgen -f -- "
                        "\"$word\")\n"
                        "    if [[ -z $command ]]; then\n"
                        "      COMPREPLY+=($(compgen -W \"$names\" -- "
                        "\"$word\"))\n"
                        "    fi\n"
                        "  else\n"
                        "    COMPREPLY=($(compgen -W \"$words\" -- "
                        "\"$word\"))\n"
                        "  fi\n"
                        "}\n"
                        "complete -F _enface enface\n");
  paper_print (&out, false);
}

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  struct err err;
  (void) cli;
  (void) values;
  if (strcmp (words->items[0], "bash") == 0)
    {
      print_bash ();
      return STATUS_DONE;
    }
  err_set (&err, ERR_USAGE, words->items[0], "%s",
           _ ("only bash can be completed for"));
  return cli_fail (&err);
}

const struct command command_completion = {
  .name = "completion",
  .arguments = N_ ("bash"),
  .least = 1,
  .most = 1,
  .summary = N_ ("print a script that completes enface's command line"),
  .description = N_ ("To use it: enface completion bash > "
                     "~/.local/share/bash-completion/completions/enface"),
  .run = run,
};
