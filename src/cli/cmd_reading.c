/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command reading: what is to be read, is being read, was read.  */
#include <stdio.h>
#include <stdlib.h>

#include "base/intl.h"
#include "base/mem.h"
#include "cli/commands.h"
#include "cli/paper.h"
#include "cli/placing.h"
#include "cli/record.h"
#include "cli/say.h"
#include "cli/which.h"
#include "store/notebook_reading.h"

struct options
{
  size_t status;
  size_t format;
  bool header;
};

/* The statuses a document in the list can have.  */
static const char *
status_choice (size_t index)
{
  return index + 1 < READING_STATUSES
           ? reading_status_name ((enum reading_status) (index + 1))
           : NULL;
}

static const struct option_row rows[] = {
  { 's', "status", N_ ("STATUS"), OPTION_CHOICE,
    offsetof (struct options, status), N_ ("only documents of this status"),
    status_choice, 0, 0 },
  { 'f', "format", N_ ("FORMAT"), OPTION_CHOICE,
    offsetof (struct options, format), N_ ("for people, or for programs"),
    format_choice, 0, 0 },
  { 0, "header", NULL, OPTION_FLAG, offsetof (struct options, header),
    N_ ("begin with the names of the columns (tsv)"), NULL, 0, 0 },
  { 0 }
};

static const char *const columns[]
  = { "status", "date",    "original title", "translated title", "path",
      "unread", "reading", "done",           NULL };

/* STATUS for people.  */
static const char *
status_words (enum reading_status status)
{
  static const char *const words[READING_STATUSES] = {
    [READING_NONE] = N_ ("not in the list"),
    [READING_UNREAD] = N_ ("unread"),
    [READING_BEGUN] = N_ ("reading"),
    [READING_DONE] = N_ ("done"),
  };
  return _ (words[status]);
}

static void
print_record (const struct reading_item *item)
{
  const struct citation *c = &item->citation;
  struct record record = { .begun = false };
  record_text (&record, reading_status_name (item->status));
  record_text (&record, c->date);
  record_text (&record, c->title[ORIGINAL]);
  record_text (&record, c->title[TRANSLATION]);
  record_path (&record, c->collection, c->path);
  for (int i = READING_UNREAD; i < READING_STATUSES; i++)
    record_text (&record, item->since[i]);
  record_end (&record);
}

/* Prints the day since when, the status, date and titles.  */
static void
print_item (const struct reading_item *item)
{
  enum { STATUS = 10, DATE = 12 };
  const struct citation *c = &item->citation;
  struct buf out = BUF_INIT;
  buf_add_format (&out, "%.10s  ", item->since[item->status]);
  paper_cell (&out, status_words (item->status), STATUS);
  paper_cell (&out, c->date ? c->date : "", DATE);
  const char *original = c->title[ORIGINAL], *other = c->title[TRANSLATION];
  if (!original && !other)
    original = c->path ? c->path : item->document;
  paper_cell (&out, original ? original : "", 0);
  if (original && other)
    buf_add_string (&out, " / ");
  paper_cell (&out, other ? other : "", 0);
  buf_add_byte (&out, '\n');
  paper_print (&out, false);
}

static enum status
list (struct cli *cli, const struct options *options)
{
  struct reading_items items = { 0 };
  struct err err;
  bool tsv = option_chosen (options->format, FORMAT_TEXT) == FORMAT_TSV;
  enum status status = cli_notebook (cli, false);
  if (status != STATUS_DONE)
    return status;
  if (!notebook_reading (cli->notebook, (enum reading_status) options->status,
                         &items, &err))
    status = cli_fail (&err);
  else if (items.len == 0)
    {
      say ("%s", _ ("no such document is in the reading list"));
      status = STATUS_NOTHING;
    }
  if (tsv && options->header)
    record_header (columns);
  for (size_t i = 0; i < items.len; i++)
    if (tsv)
      print_record (&items.items[i]);
    else
      print_item (&items.items[i]);
  reading_items_free (&items);
  return status;
}

/* Gives the document called NAME the STATUS.  */
static enum status
set (struct cli *cli, const char *name, enum reading_status status)
{
  struct err err;
  enum status ended;
  struct document *document = which_document (cli, name, &ended);
  if (document && (ended = cli_notebook (cli, true)) == STATUS_DONE)
    {
      if (!notebook_set_status (cli->notebook, document, status, &err))
        ended = cli_fail (&err);
      else
        printf ("%s\n", status_words (status));
    }
  document_free (document);
  return ended;
}

/* Prints the status of the document called NAME.  */
static enum status
show (struct cli *cli, const char *name)
{
  enum status ended;
  struct document *document = which_document (cli, name, &ended);
  if (document && (ended = cli_notebook (cli, true)) == STATUS_DONE)
    printf ("%s\n",
            status_words (notebook_status (cli->notebook, document->hash)));
  document_free (document);
  return ended;
}

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  enum reading_status status;
  if (words->len == 0)
    return list (cli, values);
  if (words->len == 1)
    return show (cli, words->items[0]);
  if (!reading_status_named (words->items[1], &status))
    {
      placing_refuse (words->items[1],
                      _ ("it is unread, reading, done or none"));
      return STATUS_USAGE;
    }
  return set (cli, words->items[0], status);
}

const struct command command_reading = {
  .name = "reading",
  .arguments = N_ ("[DOC [STATUS]]"),
  .most = 2,
  .summary = N_ ("print the reading list, or put a document into it"),
  .description
  = N_ ("STATUS is unread, reading or done; none takes the document out of the "
        "list.  The list is kept with the notes: it outlives the library."),
  .options = rows,
  .size = sizeof (struct options),
  .columns = columns,
  .run = run,
};
