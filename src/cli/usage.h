/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Help on the command line, made from the table of commands.  */
#ifndef CLI_USAGE_H
#define CLI_USAGE_H

#include "base/buf.h"
#include "cli/commands.h"

/* Prints the help of the whole program.  */
void usage_all (void);

/* Prints the help of COMMAND.  */
void usage_command (const struct command *command);

/* Prints the help of the commands that begin with the word FIRST.  */
void usage_under (const char *first);

/* Appends the option ROW as it is written, "-L, --library=DIR", to OUT.  */
void usage_option (const struct option_row *row, struct buf *out);

#endif
