/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Queries that the notebook keeps, on the command line.  */
#include <config.h>

#include "cli/kept.h"

#include <stdlib.h>

#include "base/intl.h"
#include "base/mem.h"
#include "cli/record.h"
#include "cli/say.h"
#include "store/searches.h"

enum status
kept_print (struct cli *cli)
{
  struct kept_searches kept = { NULL, 0, 0 };
  if (cli->notebook)
    {
      notebook_named_searches (cli->notebook, &kept);
      notebook_search_history (cli->notebook, &kept);
    }
  for (size_t i = 0; i < kept.len; i++)
    {
      struct record record = { .begun = false };
      char *name = kept.items[i].name
                     ? mem_format ("@%s", kept.items[i].name)
                     : mem_string ("");
      record_text (&record, name);
      record_text (&record, kept.items[i].query);
      record_end (&record);
      free (name);
    }
  if (kept.len == 0)
    say ("%s", _ ("no query is kept"));
  enum status status = kept.len > 0 ? STATUS_DONE : STATUS_NOTHING;
  kept_searches_free (&kept);
  return status;
}

enum status
kept_put (struct cli *cli, const char *name, const char *query)
{
  struct err err;
  enum status status = cli_notebook (cli, query != NULL);
  if (status != STATUS_DONE
      || notebook_name_search (cli->notebook, name, query, &err))
    return status;
  if (err.code == ERR_USAGE)
    err_set (&err, ERR_USAGE, name, "%s",
             _ ("a name is a word of at most 60 bytes"));
  return cli_fail (&err);
}

char *
kept_find (struct cli *cli, const char *text)
{
  char *query = cli->notebook ? notebook_named_search (cli->notebook, text + 1)
                              : NULL;
  if (!query)
    say (_ ("no query is kept as %s; \"enface search --named\" lists those "
            "that are"),
         text);
  return query;
}
