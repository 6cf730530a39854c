/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command export: the notes, for reading, printing and other programs.  */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "cli/chosen.h"
#include "cli/commands.h"
#include "cli/paper.h"
#include "cli/say.h"
#include "export/exporter.h"
#include "export/safe_file.h"

/* Columns of wrapped formats where none are named: what is sent by mail.  */
enum { WIDTH = 72, WIDTH_LEAST = 20, WIDTH_MOST = 10000 };

struct options
{
  size_t format;
  const char *output;
  struct filters filters;
  size_t width;
};

static const char *
exporter_choice (size_t index)
{
  return exporters[index] ? exporters[index]->name : NULL;
}

static const struct option_row rows[] = {
  { 'f', "format", N_ ("FORMAT"), OPTION_CHOICE,
    offsetof (struct options, format), N_ ("the format"), exporter_choice, 0,
    0 },
  { 'o', "output", N_ ("FILE"), OPTION_STRING,
    offsetof (struct options, output),
    N_ ("write to FILE; what it held before is kept until all is written; - is "
        "standard output"),
    NULL, 0, 0 },
  FILTER_ROWS (struct options, filters),
  { 'w', "width", N_ ("N"), OPTION_NUMBER, offsetof (struct options, width),
    N_ ("wrap plain text at N columns (72 if not given)"), NULL, WIDTH_LEAST,
    WIDTH_MOST },
  { 0 }
};

/* What export/export_tsv.c writes.  */
static const char *const columns[]
  = { "uuid",       "date",
      "page",       "original title",
      "translated title", "path",
      "side",       "start",
      "end",        "quotation",
      "original sentence", "translated sentence",
      "text",       "tags",
      "created",    "modified",
      "state",      "citation",
      NULL };

static const char *
translate (const char *text)
{
  return _ (text);
}

/* Appends the notes in the format asked for to OUT.  */
static void
write_notes (const struct options *options, const struct chosen *chosen,
             struct buf *out)
{
  const struct exporter *exporter
    = exporters[option_chosen (options->format, 0)];
  struct export_options how = { options->width ? options->width : WIDTH,
                                translate };
  exporter->write (chosen->placed, chosen->notes.len, &how, out);
}

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  const struct options *options = values;
  struct chosen chosen = { .unknown = 0 };
  struct buf out = BUF_INIT;
  struct err err;
  (void) words;
  if (options->output && !options->output[0])
    {
      err_set (&err, ERR_USAGE, "--output", "%s", _ ("it needs a value"));
      return cli_fail (&err);
    }
  const char *output = options->output && strcmp (options->output, "-") == 0
                         ? NULL
                         : options->output;
  enum status status = chosen_read (cli, &options->filters, &chosen);
  if (chosen.unknown > 0)
    say (ngettext ("%zu note is on a document that is not in the library",
                   "%zu notes are on documents that are not in the library",
                   chosen.unknown),
         chosen.unknown);
  if (chosen.notes.len > 0)
    write_notes (options, &chosen, &out);
  if (!output)
    paper_print (&out, true);
  else if (chosen.partial)
    say (_ ("%s is left as it was, since some notes can't be read; without "
            "--output those that can are printed"),
         output);
  else if (out.len > 0 && !safe_file_write (output, out.data, out.len,
                                            &err))
    status = cli_fail (&err);
  buf_free (&out);
  chosen_free (&chosen);
  return status;
}

const struct command command_export = {
  .name = "export",
  .summary = N_ ("write the notes out"),
  .description
  = N_ ("Each note with its document, the sentence it is on, the facing "
        "sentence, its tags, dates and a citation.  The same notes give the "
        "same bytes."),
  .options = rows,
  .size = sizeof (struct options),
  .columns = columns,
  .run = run,
};
