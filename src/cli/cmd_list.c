/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command list: the documents of the library.  */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/intl.h"
#include "cli/commands.h"
#include "cli/paper.h"
#include "cli/record.h"
#include "cli/say.h"
#include "text/width.h"

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
  = { "number", "date", "page", "original title", "translated title", "path",
      "beads", "notes", "grave", "minor", NULL };

static void
print_record (const struct listed *listed, long long notes)
{
  struct record record = { .begun = false };
  record_number (&record, listed->id);
  record_text (&record, listed->date);
  record_text (&record, listed->page);
  record_text (&record, listed->title[ORIGINAL]);
  record_text (&record, listed->title[TRANSLATION]);
  record_path (&record, listed->collection, listed->path);
  record_number (&record, (long long) listed->beads);
  record_number (&record, notes);
  record_number (&record, (long long) listed->grave);
  record_number (&record, (long long) listed->minor);
  record_end (&record);
}

/* Adds both titles, or the path where there is none.  */
static void
add_titles (struct buf *out, const struct listed *listed)
{
  const char *original = listed->title[ORIGINAL];
  const char *translation = listed->title[TRANSLATION];
  if (!*original && !*translation)
    original = listed->path;
  paper_cell (out, original, 0);
  if (*original && *translation)
    buf_add_string (out, " / ");
  paper_cell (out, translation, 0);
}

/* Prints a line, cut where it is wider than a terminal.  */
static void
print_line (const struct listed *listed, long long notes)
{
  enum { NUMBER = 6, DATE = 10, PAGE = 4 };
  struct buf out = BUF_INIT;
  buf_add_format (&out, "%*lld  ", NUMBER, listed->id);
  paper_cell (&out, *listed->date ? listed->date : "-", DATE);
  buf_add_string (&out, "  ");
  paper_cell (&out, *listed->page ? listed->page : "-", PAGE);
  buf_add_string (&out, "  ");
  if (notes > 0)
    buf_add_format (&out, ngettext ("[%lld note] ", "[%lld notes] ",
                                    (unsigned long) notes),
                    notes);
  size_t differ = listed->grave + listed->minor;
  if (differ > 0)
    buf_add_format (&out, ngettext ("[%zu discrepancy] ",
                                    "[%zu discrepancies] ", differ),
                    differ);
  add_titles (&out, listed);
  if (paper_is_terminal ())
    out.len = width_fit (out.data, out.len, paper_columns () - 1, NULL);
  buf_add_byte (&out, '\n');
  paper_print (&out, false);
}

static enum status
print_listing (struct cli *cli, const struct options *options,
               const struct listing *listing)
{
  bool tsv = option_chosen (options->format, FORMAT_TEXT) == FORMAT_TSV;
  if (tsv && options->header)
    record_header (columns);
  for (size_t i = 0; i < listing->len; i++)
    {
      const struct listed *listed = &listing->items[i];
      long long notes
        = cli->notebook ? notebook_count (cli->notebook, listed->hash) : 0;
      if (tsv)
        print_record (listed, notes);
      else
        print_line (listed, notes);
    }
  if (listing->len == 0)
    say ("%s", _ ("no document fits"));
  return listing->len > 0 ? STATUS_DONE : STATUS_NOTHING;
}

/* The words joined by spaces; the caller frees it.  */
static char *
join (const struct words *words)
{
  struct buf out = BUF_INIT;
  for (size_t i = 0; i < words->len; i++)
    buf_add_format (&out, "%s%s", i ? " " : "", words->items[i]);
  return buf_take (&out);
}

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  struct listing listing = { 0 };
  struct err err;
  enum status status = cli_library (cli, false);
  if (status != STATUS_DONE)
    return status;
  enum status notebook
    = cli_has_notebook (cli) ? cli_notebook (cli, false) : STATUS_DONE;
  if (notebook != STATUS_DONE)
    say ("%s", _ ("so the numbers of notes are missing"));
  char *filter = join (words);
  struct library_query query = { .filter = *filter ? filter : NULL };
  if (library_list (cli->library, &query, &listing, &err))
    status = print_listing (cli, values, &listing);
  else
    status = cli_fail (&err);
  listing_free (&listing);
  free (filter);
  return notebook > status ? notebook : status;
}

const struct command command_list = {
  .name = "list",
  .arguments = N_ ("[WORD]..."),
  .most = ANY_NUMBER,
  .summary = N_ ("list the documents, by date"),
  .description = N_ ("With words, only the documents that have them all in "
                     "date, titles, authors, column or path."),
  .options = rows,
  .size = sizeof (struct options),
  .columns = columns,
  .run = run,
};
