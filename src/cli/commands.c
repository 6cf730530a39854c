/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of commands.  */
#include "cli/commands.h"

#include <string.h>

const struct command *const commands[]
  = { &command_open,       &command_add,         &command_list,
      &command_show,       &command_note_add,    &command_note_edit,
      &command_note_list,  &command_note_delete, &command_note_restore,
      &command_note_history, &command_note_attach, &command_note_merge,
      &command_tags_rename, &command_tags,       &command_reading,
      &command_export,     &command_import,      &command_search,
      &command_keywords,   &command_term_add,    &command_term_hide,
      &command_term_join,  &command_term_drop,   &command_term_list,
      &command_concordance,
      &command_check,      &command_numbers,     &command_quantities,
      &command_align,      &command_learn,       &command_dictionary_add,
      &command_dictionary_look,
      &command_dictionary_remove, &command_dictionary, &command_backup,
      &command_restore,    &command_doctor,
      &command_manual,     &command_completion,  NULL };

/* How many of the COUNT words at WORDS make the name NAME; 0: they don't.  */
static size_t
name_fits (const char *name, char *const *words, size_t count)
{
  size_t used = 0;
  while (*name)
    {
      size_t len = strcspn (name, " ");
      if (used == count || strlen (words[used]) != len
          || strncmp (words[used], name, len) != 0)
        return 0;
      used++;
      name += len;
      name += *name == ' ';
    }
  return used;
}

const struct command *
command_named (char *const *words, size_t count, size_t *used)
{
  for (size_t i = 0; commands[i]; i++)
    if ((*used = name_fits (commands[i]->name, words, count)) > 0)
      return commands[i];
  return NULL;
}

bool
command_is_under (const struct command *command, const char *first)
{
  size_t len = strlen (first);
  return strncmp (command->name, first, len) == 0
         && command->name[len] == ' ';
}
