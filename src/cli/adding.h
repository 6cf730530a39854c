/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adding files to the library, for the commands that do.  */
#ifndef CLI_ADDING_H
#define CLI_ADDING_H

#include "cli/cli.h"
#include "ingest/ingest.h"

/* Adds the COUNT files and folders at PATHS with JOBS threads (0: one a
   processor), opens what must be open, shows progress and tells problems.  An
   interrupt stops it between two files.  STATUS_FAILED where a file failed or
   not all was done.  */
enum status adding_run (struct cli *cli, char *const *paths, size_t count,
                        size_t jobs, struct ingest_report *report);

#endif
