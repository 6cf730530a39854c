/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Queries that the notebook keeps, on the command line.  */
#ifndef CLI_KEPT_H
#define CLI_KEPT_H

#include "cli/commands.h"

/* Prints the queries with a name and those asked last.  */
enum status kept_print (struct cli *cli);

/* Keeps QUERY as NAME; NULL forgets it.  */
enum status kept_put (struct cli *cli, const char *name, const char *query);

/* The query that TEXT, "@NAME", stands for; the caller frees it; NULL, which was
   said, where there is none.  */
char *kept_find (struct cli *cli, const char *text);

#endif
