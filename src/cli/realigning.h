/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Aligning the library anew, for the commands that do or that call for it.  */
#ifndef CLI_REALIGNING_H
#define CLI_REALIGNING_H

#include "cli/cli.h"

/* Aligns the documents of the library that is open with what is on the shelf
   now, in JOBS threads (0: one a processor), shows progress, tells problems and
   prints how many there were.  An interrupt stops it between two documents.  */
enum status realigning_run (struct cli *cli, size_t jobs);

/* Says how many documents of the library, where there is one, were aligned with
   other dictionaries than stand on the shelf now, and what to do.  */
void realigning_advise (struct cli *cli);

#endif
