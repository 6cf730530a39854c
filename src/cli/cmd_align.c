/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command align: which sentences face each other.  */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/intl.h"
#include "base/workers.h"
#include "cli/alignment.h"
#include "cli/commands.h"
#include "cli/pair.h"
#include "cli/pair_folders.h"
#include "cli/paper.h"
#include "cli/record.h"
#include "cli/say.h"
#include "cli/which.h"

struct options
{
  size_t format;
  bool presegmented;
  bool header;
  const char *output;
  size_t jobs;
};

static const struct option_row rows[] = {
  { 'f', "format", N_ ("FORMAT"), OPTION_CHOICE,
    offsetof (struct options, format),
    N_ ("en face; the numbers of the sentences, from 0; a record for each "
        "pair; or a translation memory"),
    alignment_choice, 0, 0 },
  { 'j', "jobs", N_ ("N"), OPTION_NUMBER, offsetof (struct options, jobs),
    N_ ("align with N threads; by default as many as there are processors"),
    NULL, 1, 256 },
  { 'o', "output", N_ ("DIR"), OPTION_STRING,
    offsetof (struct options, output),
    N_ ("write the result of each pair of files into the folder DIR"), NULL,
    0, 0 },
  { 'p', "presegmented", NULL, OPTION_FLAG,
    offsetof (struct options, presegmented),
    N_ ("the two files have a sentence a line"), NULL, 0, 0 },
  { 0, "header", NULL, OPTION_FLAG, offsetof (struct options, header),
    N_ ("begin with the names of the columns (tsv)"), NULL, 0, 0 },
  { 0 }
};

static enum status
fail_usage (const char *option, const char *why)
{
  struct err err;
  err_set (&err, ERR_USAGE, option, "%s", why);
  return cli_fail (&err);
}

static bool
is_folder (const char *path)
{
  struct stat st;
  return stat (path, &st) == 0 && S_ISDIR (st.st_mode);
}

/* The document that the arguments mean.  */
static struct document *
find_document (struct cli *cli, const struct options *options,
               const struct words *words, enum status *status)
{
  struct err err;
  if (words->len == 1)
    return which_document_or_file (cli, words->items[0], status);
  struct document *document = pair_read (words->items[0], words->items[1],
                                         options->presegmented, &err);
  *status = document ? STATUS_DONE : cli_fail (&err);
  if (document)
    {
      struct align_aids aids = *cli_aids (cli);
      aids.workers = workers_new (options->jobs);
      align_document (document, &aids);
      workers_free (aids.workers);
      pair_doubt (document, words->items[0], words->items[1]);
    }
  return document;
}

static enum status
run_one (struct cli *cli, const struct options *options,
         const struct words *words)
{
  enum status status;
  enum alignment_format format
    = option_chosen (options->format, ALIGNMENT_TEXT);
  struct document *document = find_document (cli, options, words, &status);
  if (!document)
    return status;
  struct buf out = BUF_INIT;
  if (options->header && format == ALIGNMENT_TSV)
    record_header (alignment_columns);
  alignment_write (document, format, paper_columns (), &out);
  paper_print (&out, format != ALIGNMENT_TEXT);
  document_free (document);
  return status;
}

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  const struct options *options = values;
  if (words->len == 1 && options->presegmented)
    return fail_usage ("--presegmented", _ ("it needs two files"));
  bool folders = words->len == 2 && is_folder (words->items[0])
                 && is_folder (words->items[1]);
  if (options->output && !folders)
    return fail_usage ("--output", _ ("it needs two folders"));
  if (!folders)
    return run_one (cli, options, words);
  if (!options->output)
    return fail_usage (words->items[0],
                       _ ("two folders need --output=DIR"));
  const struct folder_options folder
    = { option_chosen (options->format, ALIGNMENT_BEADS),
        options->presegmented, options->header, options->jobs };
  return pair_folders (cli, words->items[0], words->items[1],
                       options->output, &folder);
}

const struct command command_align = {
  .name = "align",
  .arguments = N_ ("ORIGINAL TRANSLATION | DOC"),
  .least = 1,
  .most = 2,
  .summary = N_ ("say which sentences face each other"),
  .description
  = N_ ("Aligns two text files, or all files of the same names in two folders, "
        "or shows what was aligned in a document of the library.  The files of "
        "two folders are aligned together: what is learned from one serves the "
        "others.  In the records start and end count code points, and the "
        "texts of a side, put together, are the text of that side."),
  .options = rows,
  .size = sizeof (struct options),
  .columns = alignment_columns,
  .run = run,
};
