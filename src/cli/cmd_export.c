/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command export: the notes, for reading, printing and other programs.  */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/export_form.h"
#include "cli/paper.h"
#include "cli/say.h"
#include "export/safe_file.h"
#include "read/gather.h"

/* Columns of wrapped formats where none are named: what is sent by mail.  */
enum { WIDTH = 72, WIDTH_LEAST = 20, WIDTH_MOST = 10000 };

/* More than any template is.  */
enum { TEMPLATE_MOST = 1 << 20 };

struct options
{
  size_t format;
  const char *output;
  struct filters filters;
  size_t width;
  size_t group;
  size_t citation;
  const char *template;
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
        "standard output; a folder (or DIR/): a file a document"),
    NULL, 0, 0 },
  FILTER_ROWS (struct options, filters),
  WORDS_ROW (struct options, filters),
  STATE_ROWS (struct options, filters),
  { 0, "deleted", NULL, OPTION_FLAG,
    offsetof (struct options, filters.also_deleted),
    N_ ("also which notes were deleted, so that \"enface import\" deletes them "
        "elsewhere (jsonld)"),
    NULL, 0, 0 },
  { 'g', "group", N_ ("WHAT"), OPTION_CHOICE,
    offsetof (struct options, group),
    N_ ("put the notes together under headings (text, markdown, org, html)"),
    export_group_name, 0, 0 },
  { 'c', "citation", N_ ("STYLE"), OPTION_CHOICE,
    offsetof (struct options, citation),
    N_ ("cite as in notes, or as in a bibliography, after The Chicago Manual "
        "of Style"),
    citation_form_name, 0, 0 },
  { 't', "template", N_ ("TEMPLATE"), OPTION_STRING,
    offsetof (struct options, template),
    N_ ("write each note as TEMPLATE says: a file, or the template itself, if "
        "there is a { in it; see TEMPLATES in the manual"),
    NULL, 0, 0 },
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

void
export_form_write (const struct export_form *form,
                   const struct export_note *notes, size_t count,
                   struct buf *out)
{
  if (form->template)
    template_write (form->template, notes, count, &form->options, out);
  else
    export_notes (form->exporter, notes, count, &form->options, out);
}

/* The template GIVEN on the command line itself: \\n, \\t and \\\\ are what
   they mean.  */
static void
unescape (const char *given, struct buf *out)
{
  for (; *given; given++)
    if (*given == '\\' && given[1] && strchr ("nt\\", given[1]))
      {
        given++;
        buf_add_byte (out, *given == 'n'   ? '\n'
                           : *given == 't' ? '\t'
                                           : '\\');
      }
    else
      buf_add_byte (out, *given);
}

static bool
read_file (const char *path, struct buf *out, struct err *err)
{
  char piece[4096];
  size_t len;
  FILE *file = fopen (path, "rbe");
  if (!file)
    return err_set_errno (err, ERR_OPEN, path, errno);
  errno = 0;
  while (out->len <= TEMPLATE_MOST
         && (len = fread (piece, 1, sizeof piece, file)) > 0)
    buf_add (out, piece, len);
  bool failed = ferror (file);
  int number = errno;
  fclose (file);
  if (failed)
    return err_set_errno (err, ERR_READ, path, number);
  if (out->len > TEMPLATE_MOST)
    return err_set (err, ERR_TOO_LARGE, path, NULL);
  size_t good = utf8_check (buf_string (out), out->len);
  return good == out->len
         || (err_set (err, ERR_ENCODING, path, NULL),
             err_at (err, 0, (long long) good));
}

/* The template that GIVEN is or names; NULL on error.  */
static struct template *
read_template (const char *given, struct err *err)
{
  struct buf text = BUF_INIT;
  bool itself = strchr (given, '{') != NULL;
  bool done = true;
  if (itself)
    unescape (given, &text);
  else
    done = read_file (given, &text, err);
  struct template *template
    = done ? template_read (buf_string (&text), text.len,
                            itself ? "--template" : given, err)
           : NULL;
  buf_free (&text);
  return template;
}

/* Whether the options go together.  */
static bool
check_options (const struct options *options, struct err *err)
{
  if (options->output && !options->output[0])
    return err_set (err, ERR_USAGE, "--output", "%s", _ ("it needs a value"));
  if (options->filters.also_deleted
      && (options->template
          || !exporters[option_chosen (options->format, 0)]->versions))
    return err_set (err, ERR_USAGE, "--deleted", "%s",
                    _ ("only --format=jsonld tells of deleted notes"));
  if (!options->template)
    return true;
  if (options->format)
    return err_set (err, ERR_USAGE, "--template", "%s",
                    _ ("it takes the place of --format"));
  return !options->group
         || err_set (err, ERR_USAGE, "--template", "%s",
                     _ ("it does not go with --group"));
}

/* Whether FILTERS let all notes through.  */
static bool
takes_all (const struct filters *f)
{
  return !f->document && !f->tag && !f->since && !f->until && !f->words
         && !f->state && !f->kind && !f->highlight && !f->link;
}

/* Writes the notes to standard output, a file or a folder.  */
static enum status
write_out (const struct options *options, const struct chosen *chosen,
           const struct export_form *form)
{
  struct buf out = BUF_INIT;
  struct err err;
  const struct filters *f = &options->filters;
  const char *output = options->output && strcmp (options->output, "-") == 0
                         ? NULL
                         : options->output;
  enum status status = STATUS_DONE;
  if (output && chosen->partial)
    say (_ ("%s is left as it was, since some notes can't be read; without "
            "--output those that can are printed"),
         output);
  else if (output && export_is_folder (output))
    return export_to_folder (output, chosen, form, takes_all (f));
  else
    export_form_write (form, chosen->placed, chosen->notes.len, &out);
  if (!output)
    paper_print (&out, true);
  else if (out.len > 0 && !safe_file_write (output, out.data, out.len, &err))
    status = cli_fail (&err);
  buf_free (&out);
  return status;
}

static enum status
run_form (struct cli *cli, const struct options *options,
          const struct export_form *form)
{
  struct chosen chosen = { .unknown = 0 };
  struct filters filters = options->filters;
  filters.ordered = true;
  enum status status = chosen_read (cli, &filters, &chosen);
  if (chosen.unknown > 0)
    say (ngettext ("%zu note is on a document that is not in the library",
                   "%zu notes are on documents that are not in the library",
                   chosen.unknown),
         chosen.unknown);
  struct err err;
  if (!form->template && form->exporter->versions
      && !gather_versions (cli->notebook, chosen.placed, chosen.notes.len,
                           &err))
    {
      chosen.partial = true;
      status = cli_fail (&err);
    }
  if (chosen.notes.len > 0)
    {
      enum status written = write_out (options, &chosen, form);
      status = written > status ? written : status;
    }
  chosen_free (&chosen);
  return status;
}

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  const struct options *options = values;
  struct template *template = NULL;
  struct err err;
  (void) words;
  bool done = check_options (options, &err);
  if (done && options->template)
    {
      template = read_template (options->template, &err);
      done = template != NULL;
    }
  if (!done)
    return cli_fail (&err);
  struct export_form form
    = { .exporter = exporters[option_chosen (options->format, 0)],
        .template = template,
        .options = { .width = options->width ? options->width : WIDTH,
                     .translate = translate } };
  form.options.group
    = (enum export_group) option_chosen (options->group, GROUP_NONE);
  form.options.citation
    = (enum citation_form) option_chosen (options->citation, CITATION_NOTE);
  enum status status = run_form (cli, options, &form);
  template_free (template);
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
