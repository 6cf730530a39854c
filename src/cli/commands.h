/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands: one file each, and one table of them, from which parsing,
   --help, the manual and shell completion are made.  */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include <stddef.h>

#include "cli/cli.h"
#include "cli/options.h"

/* As many arguments as one likes.  */
#define ANY_NUMBER ((size_t) -1)

struct command
{
  const char *name;        /* "note add"; "" where no command is named */
  const char *arguments;   /* "[WORD]...", untranslated (N_) as are all texts
                              here; NULL where it takes none */
  size_t least, most;      /* of them */
  const char *summary;     /* one line */
  const char *description; /* the manual says this too; NULL: nothing more */
  const struct option_row *options; /* its own; NULL: none */
  size_t size;             /* of the struct that the rows point into */
  const char *const *columns; /* of --format=tsv, ended by NULL; NULL: none */

  /* OPTIONS is the struct of SIZE bytes, all zero but for what was given.  */
  enum status (*run) (struct cli *cli, const void *options,
                      const struct words *words);
};

/* All commands, ended by NULL; the first is the one without a name.  */
extern const struct command *const commands[];

extern const struct command command_open, command_add, command_list,
  command_show, command_note_add, command_note_edit, command_note_delete,
  command_note_list, command_export, command_import, command_search,
  command_keywords, command_term_add, command_term_hide, command_term_join,
  command_term_drop, command_term_list,
  command_concordance, command_check, command_numbers,
  command_align,
  command_quantities, command_learn, command_dictionary,
  command_dictionary_add, command_dictionary_look,
  command_dictionary_remove, command_note_restore, command_note_history,
  command_note_attach, command_note_merge, command_tags_rename, command_tags,
  command_reading, command_backup, command_restore,
  command_doctor,
  command_manual, command_completion;

/* The command whose name the COUNT words at WORDS begin with, and in *USED how
   many words that are; NULL where there is none.  */
const struct command *command_named (char *const *words, size_t count,
                                     size_t *used);

/* Whether COMMAND is one of several that begin with the word FIRST ("note").  */
bool command_is_under (const struct command *command, const char *first);

#endif
