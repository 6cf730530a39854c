/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document that an argument means.  */
#include "cli/which.h"

#include <unistd.h>

#include "base/intl.h"
#include "base/mem.h"
#include "cli/say.h"
#include "ingest/source.h"

/* Corrects the beads of DOCUMENT as the reader did, where there is a
   notebook.  */
static enum status
mend (struct cli *cli, struct document *document)
{
  struct err err;
  size_t lost;
  if (!cli_has_notebook (cli))
    return STATUS_DONE;
  enum status status = cli_notebook (cli, false);
  if (status == STATUS_DONE
      && !notebook_mend (cli->notebook, document, &lost, &err))
    status = cli_fail (&err);
  if (status != STATUS_DONE)
    say ("%s", _ ("so the corrections of pairs are missing"));
  return status;
}

struct document *
which_document (struct cli *cli, const char *name, enum status *status)
{
  struct err err;
  struct document *document = NULL;
  *status = cli_library (cli, false);
  if (*status != STATUS_DONE)
    return NULL;
  long long id = library_find (cli->library, name, &err);
  if (id != 0)
    document = library_document (cli->library, id, &err);
  if (!document)
    {
      *status = cli_fail (&err);
      return NULL;
    }
  *status = mend (cli, document);
  return document;
}

/* The document that the file NAME would make.  */
static struct document *
document_of_file (struct cli *cli, const char *name, enum status *status)
{
  struct warnings warnings = { 0 };
  struct err err = ERR_INIT;
  struct document *document
    = source_document (name, cli_aids (cli), &warnings, NULL, &err);
  for (size_t i = 0; i < warnings.len; i++)
    say_warning (name, &warnings.items[i]);
  VEC_FREE (&warnings);
  if (document && !document->path)
    document->path = mem_string (name);
  *status = document ? STATUS_DONE : cli_fail (&err);
  return document;
}

struct document *
which_document_or_file (struct cli *cli, const char *name,
                        enum status *status)
{
  struct err err;
  if (access (name, F_OK) != 0)
    return which_document (cli, name, status);
  /* A file that is there needs no library to be read.  */
  if (!cli_has_library (cli))
    return document_of_file (cli, name, status);
  *status = cli_library (cli, false);
  if (*status != STATUS_DONE)
    return NULL;
  if (library_find (cli->library, name, &err) == 0
      && err.code == ERR_NOT_FOUND)
    return document_of_file (cli, name, status);
  return which_document (cli, name, status);
}
