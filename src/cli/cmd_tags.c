/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands tags and tags rename: the tags of all notes.  */
#include <stdio.h>
#include <stdlib.h>

#include "base/intl.h"
#include "base/mem.h"
#include "cli/commands.h"
#include "cli/paper.h"
#include "cli/placing.h"
#include "cli/record.h"
#include "cli/say.h"
#include "store/notebook_tags.h"

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

static const char *const columns[] = { "tag", "notes", NULL };

/* TAG without `#`.  */
static const char *
bare (const char *tag)
{
  return *tag == '#' ? tag + 1 : tag;
}

static void
print_tag (const struct tag_count *tag, bool tsv)
{
  if (tsv)
    {
      struct record record = { .begun = false };
      record_text (&record, tag->name);
      record_number (&record, tag->notes);
      record_end (&record);
      return;
    }
  struct buf out = BUF_INIT;
  buf_add_format (&out, "%6lld  #", tag->notes);
  paper_cell (&out, tag->name, 0);
  buf_add_byte (&out, '\n');
  paper_print (&out, false);
}

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  const struct options *options = values;
  struct tag_counts tags = { 0 };
  struct err err;
  bool tsv = option_chosen (options->format, FORMAT_TEXT) == FORMAT_TSV;
  enum status status = cli_notebook (cli, false);
  if (status != STATUS_DONE)
    return status;
  if (!notebook_tags (cli->notebook,
                      words->len ? bare (words->items[0]) : NULL, &tags,
                      &err))
    status = cli_fail (&err);
  else if (tags.len == 0)
    {
      say ("%s", _ ("no note has such a tag"));
      status = STATUS_NOTHING;
    }
  if (tsv && options->header)
    record_header (columns);
  for (size_t i = 0; i < tags.len; i++)
    print_tag (&tags.items[i], tsv);
  tag_counts_free (&tags);
  return status;
}

static enum status
run_rename (struct cli *cli, const void *values, const struct words *words)
{
  const char *from = bare (words->items[0]), *to = bare (words->items[1]);
  struct err err;
  size_t count;
  (void) values;
  enum status status = cli_notebook (cli, false);
  if (status != STATUS_DONE)
    return status;
  if (!notebook_rename_tag (cli->notebook, from, to, &count, &err))
    {
      if (err.code != ERR_USAGE)
        return cli_fail (&err);
      placing_refuse (words->items[1],
                      _ ("a tag is letters, digits, - and _, at least one "
                         "letter among them"));
      return STATUS_USAGE;
    }
  if (count == 0)
    {
      say ("%s", _ ("no note has such a tag"));
      return STATUS_NOTHING;
    }
  printf (ngettext ("%zu note changed\n", "%zu notes changed\n",
                    (unsigned long) count),
          count);
  return STATUS_DONE;
}

const struct command command_tags = {
  .name = "tags",
  .arguments = N_ ("[PREFIX]"),
  .most = 1,
  .summary = N_ ("print the tags of the notes, and how many have each"),
  .description = N_ ("With PREFIX only those that begin so.  Case makes no "
                     "difference; a tag is printed as it is written most "
                     "often."),
  .options = rows,
  .size = sizeof (struct options),
  .columns = columns,
  .run = run,
};

const struct command command_tags_rename = {
  .name = "tags rename",
  .arguments = N_ ("OLD NEW"),
  .least = 2,
  .most = 2,
  .summary = N_ ("rename a tag in all notes"),
  .description = N_ ("All at once, or nothing; what a note said before stays in "
                     "its history.  Where NEW is there already the two become "
                     "one."),
  .run = run_rename,
};
