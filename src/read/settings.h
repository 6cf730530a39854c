/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings file: an ini file that the reader writes.  */
#ifndef READ_SETTINGS_H
#define READ_SETTINGS_H

#include <stdbool.h>

#include "base/err.h"
#include "read/action.h"

struct settings
{
  bool colour;           /* [screen] colour = yes|no; no under NO_COLOR */
  bool ambiguous_wide;   /* [screen] ambiguous = wide|narrow: how the terminal
                            draws characters of ambiguous width */
  char *export_folder;   /* [notes] folder = PATH: where the reader's export key
                            proposes to write; NULL: the current folder */
  char *editor;          /* [notes] editor = COMMAND; NULL: $VISUAL, $EDITOR */
  char *note_template;   /* [notes] template = FILE: what a new note begins with;
                            NULL: nothing */
  struct keymap *keymap; /* [keys] ACTION = KEY KEY ... */
};

/* The path of the settings file: $XDG_CONFIG_HOME/enface/settings.ini, or
   ~/.config/... where that is unset or relative; NULL where there is no HOME
   either.  The caller frees it.  */
char *settings_path (void);

/* The settings as they are without a file.  */
struct settings *settings_new (void);
void settings_free (struct settings *settings);

/* Reads the file PATH into SETTINGS; a file that is not there changes nothing.
   A line is a [section], NAME = VALUE, or a remark behind # or ;, which begins
   the line; white space at both ends and around the sign = says nothing.
   ERR_USAGE with the line of the first thing that is not understood, and all
   the rest is taken.  */
bool settings_read (struct settings *settings, const char *path,
                    struct err *err);

#endif
