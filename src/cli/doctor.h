/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The doctor: what its files share.  */
#ifndef CLI_DOCTOR_H
#define CLI_DOCTOR_H

#include <stdbool.h>

#include "cli/cli.h"

/* What was found so far.  */
struct doctor
{
  struct cli *cli;
  bool failed; /* something could not be read */
};

/* Prints a line: WHAT was found, VALUE (freed); and what to do: ADVICE, or NULL
   where all is well.  */
void doctor_tell (const char *what, char *value, const char *advice);

/* Tells of the folder that CLI has chosen and of what is in it.  */
void doctor_folder (struct doctor *doctor);

#endif
