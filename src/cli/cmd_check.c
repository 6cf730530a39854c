/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command check: what translations say otherwise than their originals.  */
#include <stdlib.h>

#include "base/intl.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/paper.h"
#include "cli/record.h"
#include "cli/say.h"
#include "cli/which.h"
#include "collate/collate.h"
#include "read/session.h"

struct options
{
  size_t kind;
  size_t least;
  size_t format;
  bool all;
  bool dismissed;
  bool header;
};

static const char *
kind_choice (size_t index)
{
  return index < DISCREPANCY_KINDS
           ? discrepancy_kind_name ((enum discrepancy_kind) index)
           : NULL;
}

static const char *
severity_choice (size_t index)
{
  return index <= SEVERITY_GRAVE ? severity_name ((enum severity) index) : NULL;
}

static const struct option_row rows[] = {
  { 'a', "all", NULL, OPTION_FLAG, offsetof (struct options, all),
    N_ ("check all documents of the library, as with no DOC"), NULL, 0, 0 },
  { 'k', "kind", N_ ("KIND"), OPTION_CHOICE, offsetof (struct options, kind),
    N_ ("only discrepancies of this kind: number, precision, unit, multiple, "
        "date, omission, addition, leftover, term, sum or gap"),
    kind_choice, 0, 0 },
  { 's', "severity", N_ ("LEVEL"), OPTION_CHOICE,
    offsetof (struct options, least),
    N_ ("only those at least so severe; by default all"), severity_choice, 0,
    0 },
  { 'd', "dismissed", NULL, OPTION_FLAG, offsetof (struct options, dismissed),
    N_ ("with those that were dismissed in the reader"), NULL, 0, 0 },
  { 'f', "format", N_ ("FORMAT"), OPTION_CHOICE,
    offsetof (struct options, format), N_ ("for people, or for programs"),
    format_choice, 0, 0 },
  { 0, "header", NULL, OPTION_FLAG, offsetof (struct options, header),
    N_ ("begin with the names of the columns (tsv)"), NULL, 0, 0 },
  { 0 }
};

static const char *const columns[]
  = { "number",         "path",
      "kind",           "original text",
      "translated text", "original start",
      "translation start", "message",
      NULL };

/* One run of the command.  */
struct run
{
  const struct options *options;
  struct notebook *notebook; /* NULL where there is none */
  struct collator *collator;
  size_t found;
  bool tsv;
};

/* A place in a side: a byte, and how many code points stand before it.  */
struct counted
{
  size_t at;
  size_t points;
};

static const char *
translate (const char *text)
{
  return _ (text);
}

/* The code points up to byte AT of TEXT, counted from where *LAST is, which
   moves there: discrepancies lie nearly in order.  */
static long long
points_at (const char *text, size_t at, struct counted *last)
{
  if (at >= last->at)
    last->points += utf8_count (text + last->at, at - last->at);
  else
    last->points -= utf8_count (text + at, last->at - at);
  last->at = at;
  return (long long) last->points;
}

static void
print_record (const struct document *document, const struct discrepancy *d,
              const char *message, struct counted last[SIDES])
{
  struct record record = { .begun = false };
  record_number (&record, document->id);
  record_path (&record, document->collection, document->path);
  record_text (&record, discrepancy_kind_name (d->kind));
  for (enum side s = 0; s < SIDES; s++)
    record_bytes (&record, document->side[s].text + d->place[s].start,
                  range_len (d->place[s]));
  for (enum side s = 0; s < SIDES; s++)
    record_number (&record, points_at (document->side[s].text,
                                       d->place[s].start, &last[s]));
  record_text (&record, message);
  record_end (&record);
}

/* Prints "  MARK KIND: MESSAGE", wrapped; BEAD counts from 1, as show does.  */
static void
print_paragraph (const struct discrepancy *d, const char *message)
{
  enum { INDENT = 6 };
  static const char marks[] = { '.', '-', '!' };
  struct buf out = BUF_INIT, line = BUF_INIT;
  size_t columns_wide = paper_columns ();
  buf_add_format (&line, "%c %zu %s: %s", marks[d->severity], d->bead + 1,
                  discrepancy_kind_name (d->kind), message);
  paper_spaces (&out, 2);
  paper_wrap (&out, buf_string (&line), INDENT,
              columns_wide > INDENT ? columns_wide - INDENT : columns_wide);
  buf_free (&line);
  paper_print (&out, false);
}

static void
print_title (const struct document *document)
{
  struct buf out = BUF_INIT;
  paper_cell (&out, document_title (document, ORIGINAL), 0);
  buf_add_string (&out, " / ");
  paper_cell (&out, document_title (document, TRANSLATION), 0);
  buf_add_byte (&out, '\n');
  paper_print (&out, false);
}

/* Whether the options let D of DOCUMENT through.  */
static bool
is_wanted (const struct run *run, const struct document *document,
           const struct discrepancy *d)
{
  const struct options *options = run->options;
  if (run->notebook && !options->dismissed
      && check_is_dismissed (run->notebook, document, d))
    return false;
  return (options->kind == 0 || options->kind - 1 == (size_t) d->kind)
         && option_chosen (options->least, SEVERITY_QUIET)
              <= (size_t) d->severity;
}

static void
check_document (struct run *run, const struct document *document)
{
  struct discrepancies found = { 0 };
  struct counted last[SIDES] = { { 0, 0 }, { 0, 0 } };
  bool titled = false;
  collate (run->collator, document, &found);
  for (size_t i = 0; i < found.len; i++)
    {
      const struct discrepancy *d = &found.items[i];
      if (!is_wanted (run, document, d))
        continue;
      char *message = discrepancy_message (document, d, translate);
      if (!run->tsv && !titled)
        print_title (document);
      titled = true;
      if (run->tsv)
        print_record (document, d, message, last);
      else
        print_paragraph (d, message);
      run->found++;
      free (message);
    }
  VEC_FREE (&found);
}

/* Checks the documents that are named; the worst of their statuses.  */
static enum status
check_named (struct cli *cli, struct run *run, const struct words *words)
{
  enum status worst = STATUS_DONE;
  for (size_t i = 0; i < words->len; i++)
    {
      enum status status;
      struct document *document
        = which_document_or_file (cli, words->items[i], &status);
      if (document)
        check_document (run, document);
      document_free (document);
      worst = status > worst ? status : worst;
    }
  return worst;
}

static enum status
check_library (struct cli *cli, struct run *run)
{
  struct listing listing = { 0 };
  struct library_query query = { .limit = 0 };
  struct err err = ERR_INIT;
  enum status status = cli_library (cli, false);
  if (status != STATUS_DONE)
    return status;
  if (!library_list (cli->library, &query, &listing, &err))
    status = cli_fail (&err);
  for (size_t i = 0; i < listing.len; i++)
    {
      struct document *document
        = library_document (cli->library, listing.items[i].id, &err);
      size_t lost;
      if (!document
          || (run->notebook
              && !notebook_mend (run->notebook, document, &lost, &err)))
        status = cli_fail (&err);
      if (document)
        check_document (run, document);
      document_free (document);
    }
  listing_free (&listing);
  return status;
}

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  const struct options *options = values;
  struct err err;
  if (options->all && words->len > 0)
    {
      err_set (&err, ERR_USAGE, "--all", "%s",
               _ ("it goes without the name of a document"));
      return cli_fail (&err);
    }
  enum status notebook
    = cli_has_notebook (cli) ? cli_notebook (cli, false) : STATUS_DONE;
  if (notebook != STATUS_DONE)
    say ("%s", _ ("so dismissals and corrections of pairs are missing"));
  struct run state = { .options = options, .collator = collator_new (),
                       .notebook = notebook == STATUS_DONE ? cli->notebook
                                                           : NULL,
                       .tsv = option_chosen (options->format, FORMAT_TEXT)
                              == FORMAT_TSV };
  if (state.tsv && options->header)
    record_header (columns);
  enum status status = words->len > 0 ? check_named (cli, &state, words)
                                      : check_library (cli, &state);
  collator_free (state.collator);
  if (status == STATUS_DONE)
    status = notebook;
  return status != STATUS_DONE ? status
         : state.found > 0     ? STATUS_DONE
                               : STATUS_NOTHING;
}

const struct command command_check = {
  .name = "check",
  .arguments = N_ ("[DOC]..."),
  .most = ANY_NUMBER,
  .summary = N_ ("say where translations depart from their originals"),
  .description
  = N_ ("DOC is what it is for \"enface show\".  Numbers, units, multiples and "
        "dates that differ, sentences and numbers with nothing facing them, "
        "words left in the other script, names in several forms, parts that "
        "do not make their total, and characters lost in the original.  The "
        "mark tells how severe: \"!\" grave, \"-\" minor, \".\" quiet; the "
        "number is that of \"enface show --numbers\".  Start counts code "
        "points."),
  .options = rows,
  .size = sizeof (struct options),
  .columns = columns,
  .run = run,
};
