/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command note history: what a note said before.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "cli/commands.h"
#include "cli/note_text.h"
#include "cli/paper.h"
#include "cli/record.h"
#include "store/notebook_history.h"

struct options
{
  size_t format;
  bool header;
};

static const struct option_row rows[] = {
  { 'f', "format", N_ ("FORMAT"), OPTION_CHOICE,
    offsetof (struct options, format), N_ ("for people, or for programs"),
    format_choice, 0, 0 },
  { 0, "header", NULL, OPTION_FLAG, offsetof (struct options, header),
    N_ ("begin with the names of the columns (tsv)"), NULL, 0, 0 },
  { 0 }
};

static const char *const columns[]
  = { "version", "written",   "until",     "what", "highlight",
      "text",    "quotation", NULL };

/* What ended a version, for people.  */
static const char *
event_words (enum note_event event)
{
  static const char *const words[EVENTS] = {
    [EVENT_EDIT] = N_ ("then changed"),
    [EVENT_DELETE] = N_ ("then deleted"),
    [EVENT_RESTORE] = N_ ("then brought back"),
    [EVENT_ATTACH] = N_ ("then put elsewhere"),
    [EVENT_HIGHLIGHT] = N_ ("then highlighted otherwise"),
    [EVENT_TAG] = N_ ("then a tag was renamed"),
    [EVENT_TAKE] = N_ ("then replaced by a version from elsewhere"),
    [EVENT_RESOLVE] = N_ ("then two versions were made one"),
  };
  return _ (words[event]);
}

/* Adds the lines of TEXT, each wrapped by itself.  */
static void
add_lines (struct buf *out, const char *text, size_t wide)
{
  while (*text)
    {
      size_t len = strcspn (text, "\n");
      char *line = mem_copy (text, len);
      paper_spaces (out, *line ? 8 : 0);
      paper_wrap (out, line, 8, wide);
      free (line);
      text += len + (text[len] == '\n');
    }
}

static void
print_former (const struct former *former, size_t version)
{
  struct buf out = BUF_INIT;
  size_t wide = paper_columns ();
  buf_add_format (&out, "%6zu  %s  ", version, former->modified);
  if (former->highlight)
    buf_add_format (&out, "[%c] ", former->highlight);
  buf_add_format (&out, "(%s %s)\n", event_words (former->event),
                  former->until);
  if (former->anchor.exact && *former->anchor.exact)
    {
      char *quoted = mem_format ("“%s”", former->anchor.exact);
      paper_spaces (&out, 8);
      paper_wrap (&out, quoted, 8, wide);
      free (quoted);
    }
  add_lines (&out, former->text, wide);
  paper_print (&out, false);
}

static void
print_record (const struct former *former, size_t version)
{
  struct record record = { .begun = false };
  record_number (&record, (long long) version);
  record_text (&record, former->modified);
  record_text (&record, former->until);
  record_text (&record, note_event_name (former->event));
  record_bytes (&record, &former->highlight, former->highlight != '\0');
  record_text (&record, former->text);
  record_text (&record, former->anchor.exact);
  record_end (&record);
}

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  const struct options *options = values;
  struct history history = { 0 };
  struct err err;
  bool tsv = option_chosen (options->format, FORMAT_TEXT) == FORMAT_TSV;
  long long id = note_number (words->items[0]);
  if (id == 0)
    return STATUS_USAGE;
  enum status status = cli_notebook (cli, false);
  if (status != STATUS_DONE)
    return status;
  if (!notebook_history (cli->notebook, id, &history, &err))
    status = note_fail (id, &err);
  if (tsv && options->header)
    record_header (columns);
  for (size_t i = 0; i < history.len; i++)
    if (tsv)
      print_record (&history.items[i], i + 1);
    else
      print_former (&history.items[i], i + 1);
  history_free (&history);
  return status;
}

const struct command command_note_history = {
  .name = "note history",
  .arguments = N_ ("NUMBER"),
  .least = 1,
  .most = 1,
  .summary = N_ ("print what a note said before"),
  .description
  = N_ ("Each former version has a number, from 1 on, that \"enface note "
        "restore --former\" takes; what ended it stands behind the time when "
        "it was written.  What the note was on is printed where that was "
        "changed.  Times are UTC."),
  .options = rows,
  .size = sizeof (struct options),
  .columns = columns,
  .run = run,
};
