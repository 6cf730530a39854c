/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two folders of texts, aligned together.  */
#ifndef CLI_PAIR_FOLDERS_H
#define CLI_PAIR_FOLDERS_H

#include "cli/alignment.h"
#include "cli/cli.h"

struct folder_options
{
  enum alignment_format format;
  bool presegmented;
  bool header;
  size_t jobs; /* threads; 0: as many as there are processors */
};

/* Aligns the files of the same names in the folders ORIGINAL and TRANSLATION
   (those in folders below them not) and writes the beads of each pair to
   OUTPUT, a folder that is made where it is missing.  A file that has no
   counterpart or can't be read is told, and the others go on.  */
enum status pair_folders (struct cli *cli, const char *original,
                          const char *translation, const char *output,
                          const struct folder_options *options);

/* Says so where the texts of DOCUMENT, from these two files, hardly agree.  */
void pair_doubt (const struct document *document, const char *original,
                 const char *translation);

#endif
