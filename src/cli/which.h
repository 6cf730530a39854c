/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document that an argument means.  */
#ifndef CLI_WHICH_H
#define CLI_WHICH_H

#include "book/document.h"
#include "cli/cli.h"

/* The document of the library called NAME, with the reader's corrections of its
   pairs; the caller frees it.  *STATUS is the exit status, and what is amiss was
   said: with NULL, or with a document whose corrections can't be read.  */
struct document *which_document (struct cli *cli, const char *name,
                                 enum status *status);

/* The same, and where the library has none of that name but NAME is a file: the
   document that the file would make.  */
struct document *which_document_or_file (struct cli *cli, const char *name,
                                         enum status *status);

#endif
