/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands dictionary, dictionary add and dictionary remove.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "align/cedict.h"
#include "base/intl.h"
#include "cli/commands.h"
#include "cli/paper.h"
#include "cli/realigning.h"
#include "cli/record.h"
#include "cli/say.h"
#include "ingest/source.h"

struct add_options
{
  const char *name;
};

static const struct option_row add_rows[] = {
  { 'n', "name", N_ ("NAME"), OPTION_STRING, offsetof (struct add_options, name),
    N_ ("call it NAME; by default the file's name without its ending"), NULL,
    0, 0 },
  { 0 }
};

struct list_options
{
  size_t format;
};

static const struct option_row list_rows[] = {
  { 'f', "format", N_ ("FORMAT"), OPTION_CHOICE,
    offsetof (struct list_options, format), N_ ("for people, or for programs"),
    format_choice, 0, 0 },
  { 0 }
};

static const char *const columns[] = { "name", "words", "bytes", NULL };

/* The last part of PATH without its ending; the caller frees it.  */
static char *
plain_name (const char *path)
{
  const char *slash = strrchr (path, '/');
  char *name = mem_string (slash ? slash + 1 : path);
  char *dot = strrchr (name, '.');
  if (dot && dot > name)
    *dot = '\0';
  return name;
}

/* Whether BYTES are those of a file that gzip made.  */
static bool
is_packed (const struct buf *bytes)
{
  return bytes->len > 2 && memcmp (bytes->data, "\x1f\x8b", 2) == 0;
}

/* Reads the dictionary in the file PATH into IMAGE; returns how many entries it
   has, 0 on error.  */
static size_t
read_image (const char *path, struct buf *image, struct err *err)
{
  struct buf bytes = BUF_INIT;
  size_t entries = 0;
  if (source_read (path, &bytes, NULL, err))
    {
      struct dictionary_maker *maker = dictionary_maker_new ();
      if (is_packed (&bytes))
        err_set (err, ERR_FORMAT, path, "%s", _ ("unpack it with gunzip"));
      else
        entries
          = cedict_read (buf_string (&bytes), bytes.len, path, maker, err);
      if (entries > 0)
        {
          dictionary_maker_learn (maker);
          dictionary_maker_image (maker, image);
        }
      dictionary_maker_free (maker);
    }
  buf_free (&bytes);
  return entries;
}

static enum status
run_add (struct cli *cli, const void *values, const struct words *words)
{
  const struct add_options *options = values;
  const char *path = words->items[0];
  struct buf image = BUF_INIT;
  struct err err = ERR_INIT;
  if (!cli_folder (cli))
    return STATUS_FAILED;
  char *name = options->name ? mem_string (options->name) : plain_name (path);
  size_t entries = 0;
  if (strcmp (name, SHELF_LEXICON) == 0)
    err_set (&err, ERR_USAGE, name, "%s",
             _ ("the lexicon of the library has that name"));
  else
    entries = read_image (path, &image, &err);
  bool done = entries > 0 && shelf_add (cli->folder, name, &image, &err);
  if (done)
    {
      struct buf shown = BUF_INIT;
      paper_cell (&shown, name, 0);
      printf (ngettext ("%s: %zu entry\n", "%s: %zu entries\n",
                        (unsigned long) entries),
              buf_string (&shown), entries);
      buf_free (&shown);
      realigning_advise (cli);
    }
  free (name);
  buf_free (&image);
  return done ? STATUS_DONE : cli_fail (&err);
}

static enum status
run_remove (struct cli *cli, const void *values, const struct words *words)
{
  struct err err;
  (void) values;
  if (!cli_folder (cli))
    return STATUS_FAILED;
  if (!shelf_remove (cli->folder, words->items[0], &err))
    return cli_fail (&err);
  realigning_advise (cli);
  return STATUS_DONE;
}

static void
print_row (const struct shelved *row, bool record_wanted)
{
  if (record_wanted)
    {
      struct record record = { .begun = false };
      record_text (&record, row->name);
      record_number (&record, (long long) row->words);
      record_number (&record, row->bytes);
      record_end (&record);
      return;
    }
  struct buf out = BUF_INIT;
  paper_cell (&out, row->name, 24);
  buf_add_format (&out, "  %9zu\n", row->words);
  paper_print (&out, false);
}

static enum status
run_list (struct cli *cli, const void *values, const struct words *words)
{
  const struct list_options *options = values;
  struct shelved_list list = { 0 };
  (void) words;
  if (!cli_folder (cli))
    return STATUS_FAILED;
  shelf_list (cli_shelf (cli), &list);
  for (size_t k = 0; k < list.len; k++)
    print_row (&list.items[k], option_chosen (options->format, 0) == 1);
  enum status status = list.len > 0 ? STATUS_DONE : STATUS_NOTHING;
  if (list.len == 0)
    say (_ ("there are no dictionaries in %s; \"enface dictionary add FILE\" "
            "adds one"),
         cli->folder);
  shelved_list_free (&list);
  return status;
}

const struct command command_dictionary = {
  .name = "dictionary",
  .summary = N_ ("list the dictionaries and how many words each has"),
  .description
  = N_ ("The lexicon that was learned from the library stands among them."),
  .options = list_rows,
  .size = sizeof (struct list_options),
  .columns = columns,
  .run = run_list,
};

const struct command command_dictionary_add = {
  .name = "dictionary add",
  .arguments = N_ ("FILE"),
  .least = 1,
  .most = 1,
  .summary = N_ ("add a dictionary, in the format of CC-CEDICT"),
  .description
  = N_ ("Sentences are aligned better with it.  \"enface learn\" aligns anew what "
        "stands in the library already.  A dictionary of the same name is "
        "replaced."),
  .options = add_rows,
  .size = sizeof (struct add_options),
  .run = run_add,
};

const struct command command_dictionary_remove = {
  .name = "dictionary remove",
  .arguments = N_ ("NAME"),
  .least = 1,
  .most = 1,
  .summary = N_ ("remove a dictionary"),
  .run = run_remove,
};
