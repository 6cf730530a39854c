/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands dictionary, dictionary add and dictionary remove.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "cli/commands.h"
#include "cli/paper.h"
#include "cli/realigning.h"
#include "cli/record.h"
#include "cli/say.h"
#include "ingest/dictionary_file.h"

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
  bool header;
};

static const struct option_row list_rows[] = {
  { 'f', "format", N_ ("FORMAT"), OPTION_CHOICE,
    offsetof (struct list_options, format), N_ ("for people, or for programs"),
    format_choice, 0, 0 },
  { 0, "header", NULL, OPTION_FLAG, offsetof (struct list_options, header),
    N_ ("begin with the names of the columns (tsv)"), NULL, 0, 0 },
  { 0 }
};

static const char *const columns[]
  = { "name",  "words",   "bytes",  "entries",
      "title", "licence", "source", "version", NULL };

/* --- adding ------------------------------------------------------------- */

/* Prints "LABEL: TEXT" below what was added, where there is a TEXT.  */
static void
print_credit (const char *label, const char *text)
{
  struct buf out = BUF_INIT;
  if (!*text)
    return;
  char *line = mem_format ("%s: %s", label, text);
  paper_spaces (&out, 2);
  paper_wrap (&out, line, 4, paper_columns ());
  paper_print (&out, false);
  free (line);
}

/* Tells of the lines that were skipped.  */
static void
tell_broken (const char *path, const struct dictionary_added *added)
{
  size_t named = added->broken < BROKEN_NAMED ? added->broken : BROKEN_NAMED;
  if (added->broken == 0)
    return;
  for (size_t k = 0; k < named; k++)
    {
      struct warning warning
        = { added->line[k], N_ ("this line is no entry and was skipped") };
      say_warning (path, &warning);
    }
  say (ngettext ("%zu line was skipped", "%zu lines were skipped",
                 (unsigned long) added->broken),
       added->broken);
}

static void
print_added (const char *path, const struct dictionary_added *added)
{
  struct buf shown = BUF_INIT;
  const struct credits *credits = &added->credits;
  paper_cell (&shown, added->name, 0);
  printf (ngettext ("%s: %zu entry\n", "%s: %zu entries\n",
                    (unsigned long) added->entries),
          buf_string (&shown), added->entries);
  buf_free (&shown);
  print_credit (_ ("title"), credits->title);
  print_credit (_ ("publisher"), credits->source);
  print_credit (_ ("version"), credits->version);
  print_credit (_ ("licence"),
                *credits->licence ? credits->licence : _ ("none is stated"));
  fflush (stdout);
  tell_broken (path, added);
}

static enum status
run_add (struct cli *cli, const void *values, const struct words *words)
{
  const struct add_options *options = values;
  const char *path = words->len > 0 ? words->items[0] : NULL;
  struct dictionary_added added;
  struct err err = ERR_INIT;
  if (!cli_folder (cli))
    return STATUS_FAILED;
  if (options->name && strcmp (options->name, SHELF_LEXICON) == 0)
    {
      err_set (&err, ERR_USAGE, options->name, "%s",
               _ ("the lexicon of the library has that name"));
      return cli_fail (&err);
    }
  bool done
    = dictionary_file_add (cli->folder, options->name, path, &added, &err);
  if (done)
    {
      print_added (path ? path : added.name, &added);
      realigning_advise (cli);
    }
  enum status status = done ? STATUS_DONE : cli_fail (&err);
  if (!done && !path)
    say ("%s", _ ("the package unicode-data of Debian has Unihan; or name a "
                  "file"));
  dictionary_added_clear (&added);
  return status;
}

/* --- removing ----------------------------------------------------------- */

static enum status
run_remove (struct cli *cli, const void *values, const struct words *words)
{
  struct err err, other;
  const char *name = words->items[0];
  (void) values;
  if (!cli_folder (cli))
    return STATUS_FAILED;
  bool aligner = shelf_remove (cli->folder, name, &err);
  bool whole = entries_remove (cli->folder, name, &other);
  if (!aligner && !whole && err.code == ERR_NOT_FOUND
      && other.code == ERR_NOT_FOUND)
    {
      say (_ ("there is no dictionary \"%s\"; \"enface dictionary\" lists "
              "those that are there"), name);
      return STATUS_NOTHING;
    }
  if (!aligner && (!whole || err.code != ERR_NOT_FOUND))
    return cli_fail (&err);
  if (!whole && other.code != ERR_NOT_FOUND)
    return cli_fail (&other);
  realigning_advise (cli);
  return STATUS_DONE;
}

/* --- listing ------------------------------------------------------------ */

/* A dictionary as it is listed: what the aligner has of it, its entries, or
   both.  */
struct row
{
  const char *name;
  size_t words; /* 0: nothing for the aligner */
  long long bytes;
  const struct entry_book *book; /* NULL: no entries */
};

static const char *
credit (const struct row *row, enum entry_credit which)
{
  return row->book ? entry_book_credit (row->book, which) : "";
}

static void
print_record (const struct row *row)
{
  struct record record = { .begun = false };
  record_text (&record, row->name);
  record_number (&record, (long long) row->words);
  record_number (&record, row->bytes);
  record_number (&record,
                 row->book ? (long long) entry_book_len (row->book) : 0);
  for (enum entry_credit which = 0; which < CREDITS; which++)
    record_text (&record, credit (row, which));
  record_end (&record);
}

/* Adds "TITLE, SOURCE, VERSION" to OUT, what there is of it.  */
static void
add_credits (const struct row *row, struct buf *out)
{
  static const enum entry_credit told[]
    = { CREDIT_TITLE, CREDIT_SOURCE, CREDIT_VERSION };
  struct buf line = BUF_INIT;
  for (size_t k = 0; k < sizeof told / sizeof *told; k++)
    if (*credit (row, told[k]))
      buf_add_format (&line, "%s%s", line.len ? ", " : "",
                      credit (row, told[k]));
  if (line.len > 0)
    {
      paper_spaces (out, 4);
      paper_wrap (out, line.data, 4, paper_columns ());
    }
  buf_free (&line);
}

static void
print_row (const struct row *row)
{
  struct buf out = BUF_INIT;
  paper_cell (&out, row->name, 24);
  if (row->book)
    buf_add_format (&out,
                    ngettext ("  %9zu entry\n", "  %9zu entries\n",
                              entry_book_len (row->book)),
                    entry_book_len (row->book));
  else
    buf_add_format (&out,
                    ngettext ("  %9zu word\n", "  %9zu words\n",
                              (unsigned long) row->words),
                    row->words);
  add_credits (row, &out);
  if (row->book)
    {
      const char *licence = credit (row, CREDIT_LICENCE);
      paper_spaces (&out, 4);
      char *line = mem_format (_ ("licence: %s"),
                               *licence ? licence : _ ("none is stated"));
      paper_wrap (&out, line, 4, paper_columns ());
      free (line);
    }
  paper_print (&out, false);
}

struct rows VEC (struct row);

static int
compare_row (const void *a, const void *b)
{
  const struct row *x = a, *y = b;
  return strcmp (x->name, y->name);
}

/* The row of NAME, which is added where it is new.  */
static struct row *
row_named (struct rows *rows, const char *name)
{
  for (size_t k = 0; k < rows->len; k++)
    if (strcmp (rows->items[k].name, name) == 0)
      return &rows->items[k];
  VEC_PUSH (rows, (struct row) { .name = name });
  return &rows->items[rows->len - 1];
}

/* Appends all that stands on the shelf, by name; the strings are those of LIST
   and of the entries.  */
static void
gather (struct cli *cli, struct shelved_list *list, struct rows *rows)
{
  size_t len;
  const struct installed *installed
    = entries_list (cli_entries (cli), &len);
  shelf_list (cli_shelf (cli), list);
  for (size_t k = 0; k < list->len; k++)
    {
      struct row *row = row_named (rows, list->items[k].name);
      row->words = list->items[k].words;
      row->bytes = list->items[k].bytes;
    }
  for (size_t k = 0; k < len; k++)
    {
      struct row *row = row_named (rows, installed[k].name);
      row->book = installed[k].book;
      row->bytes += (long long) installed[k].bytes;
    }
  if (rows->len > 0)
    qsort (rows->items, rows->len, sizeof *rows->items, compare_row);
}

static enum status
run_list (struct cli *cli, const void *values, const struct words *words)
{
  const struct list_options *options = values;
  struct shelved_list list = { 0 };
  struct rows rows = { 0 };
  bool tsv = option_chosen (options->format, FORMAT_TEXT) == FORMAT_TSV;
  (void) words;
  if (!cli_folder (cli))
    return STATUS_FAILED;
  gather (cli, &list, &rows);
  if (tsv && options->header)
    record_header (columns);
  for (size_t k = 0; k < rows.len; k++)
    if (tsv)
      print_record (&rows.items[k]);
    else
      print_row (&rows.items[k]);
  enum status status = rows.len > 0 ? STATUS_DONE : STATUS_NOTHING;
  if (rows.len == 0)
    say (_ ("there are no dictionaries in %s; \"enface dictionary add FILE\" "
            "adds one"),
         cli->folder);
  VEC_FREE (&rows);
  shelved_list_free (&list);
  return status;
}

/* --- the commands ------------------------------------------------------- */

const struct command command_dictionary = {
  .name = "dictionary",
  .summary = N_ ("list the dictionaries, how many entries each has and under "
                 "which licence"),
  .description
  = N_ ("The lexicon that was learned from the library stands among them."),
  .options = list_rows,
  .size = sizeof (struct list_options),
  .columns = columns,
  .run = run_list,
};

const struct command command_dictionary_add = {
  .name = "dictionary add",
  .arguments = N_ ("[FILE]"),
  .most = 1,
  .summary = N_ ("add a dictionary: CC-CEDICT, or Unihan's readings"),
  .description
  = N_ ("FILE is in the format of CC-CEDICT, or Unihan_Readings.txt or "
        "Unihan_Variants.txt of Unicode (the other is read where it lies "
        "beside it), or a folder that has them; packed files are fine.  With "
        "no FILE, Unihan is read where the package unicode-data has it.  "
        "Sentences are aligned better with a dictionary; "
        "\"enface learn\" aligns anew what "
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
