/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command numbers: the number index of the library.  */
#include "store/numbers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "cli/commands.h"
#include "cli/paper.h"
#include "cli/record.h"
#include "cli/say.h"
#include "text/width.h"

struct options
{
  size_t sort;
  const char *same;
  size_t limit;
  size_t format;
  bool reverse;
  bool header;
};

enum { MOST_ROWS = 1000000000 };

static const char *
sort_choice (size_t index)
{
  return index < NUMBER_ORDERS ? number_order_name ((enum number_order) index)
                               : NULL;
}

static const struct option_row rows[] = {
  { 's', "sort", N_ ("ORDER"), OPTION_CHOICE, offsetof (struct options, sort),
    N_ ("in which order; by default by date"), sort_choice, 0, 0 },
  { 'r', "reverse", NULL, OPTION_FLAG, offsetof (struct options, reverse),
    N_ ("from the end"), NULL, 0, 0 },
  { 0, "same", N_ ("N"), OPTION_STRING, offsetof (struct options, same),
    N_ ("the same number elsewhere: where other documents state the number N, "
        "or one that overlaps it"),
    NULL, 0, 0 },
  { 'n', "limit", N_ ("COUNT"), OPTION_NUMBER,
    offsetof (struct options, limit), N_ ("at most so many"), NULL, 1,
    MOST_ROWS },
  { 'f', "format", N_ ("FORMAT"), OPTION_CHOICE,
    offsetof (struct options, format), N_ ("for people, or for programs"),
    format_choice, 0, 0 },
  { 0, "header", NULL, OPTION_FLAG, offsetof (struct options, header),
    N_ ("begin with the names of the columns (tsv)"), NULL, 0, 0 },
  { 0 }
};

static const char *const columns[]
  = { "number", "path", "date", "side", "start", "end", "surface", "kind",
      "low", "high", "unit", "qualifier", "facing surface", "context",
      "base low", "base high", "base unit", NULL };

/* --- printing ----------------------------------------------------------- */

static void
print_record (const struct number *number)
{
  struct record record = { .begun = false };
  record_number (&record, number->document);
  record_path (&record, number->collection, number->path);
  record_text (&record, number->date);
  record_side (&record, number->side);
  record_number (&record, (long long) number->start);
  record_number (&record, (long long) number->end);
  record_text (&record, number->surface);
  record_text (&record, quantity_kind_name (number->kind));
  record_text (&record, number->low);
  record_text (&record, number->high);
  record_text (&record, number->unit);
  record_text (&record, number->qualifier);
  record_text (&record, number->facing_surface);
  record_text (&record, number->context);
  record_text (&record, number->base_low);
  record_text (&record, number->base_high);
  record_text (&record, number->base_unit);
  record_end (&record);
}

/* Adds both printed forms, the original first, in COLUMNS columns.  */
static void
add_forms (struct buf *out, const struct number *number, size_t wide)
{
  bool facing = number->side == TRANSLATION;
  const char *original = facing ? number->facing_surface : number->surface;
  const char *translation = facing ? number->surface : number->facing_surface;
  char *both = mem_format ("%s / %s", *original ? original : "-",
                           *translation ? translation : "-");
  paper_cell (out, both, wide);
  free (both);
}

/* Prints "N  LOW..HIGH UNIT  DATE  ORIGINAL / TRANSLATION  TITLE", cut where it
   is wider than a terminal.  */
static void
print_line (const struct number *number)
{
  enum { ID = 8, VALUE = 18, DATE = 10, FORMS = 40, TEXT = 240 };
  struct buf out = BUF_INIT;
  char text[TEXT];
  snprintf (text, sizeof text, "%lld.%lld", number->document,
            number_place (number->id));
  paper_cell (&out, text, ID);
  bool range = strcmp (number->low, number->high) != 0;
  snprintf (text, sizeof text, "%s%s%s%s%s", number->low, range ? ".." : "",
            range ? number->high : "", *number->unit ? " " : "",
            number->unit);
  buf_add_string (&out, "  ");
  paper_cell (&out, text, VALUE);
  buf_add_string (&out, "  ");
  paper_cell (&out, *number->date ? number->date : "-", DATE);
  buf_add_string (&out, "  ");
  add_forms (&out, number, FORMS);
  buf_add_string (&out, "  ");
  const char *title = number->title[ORIGINAL];
  if (!*title)
    title = *number->title[TRANSLATION] ? number->title[TRANSLATION]
                                        : number->path;
  paper_cell (&out, title, 0);
  if (paper_is_terminal ())
    out.len = width_fit (out.data, out.len, paper_columns () - 1, NULL);
  buf_add_byte (&out, '\n');
  paper_print (&out, false);
}

/* --- asking ------------------------------------------------------------- */

/* One run of the command.  */
struct run
{
  bool tsv;
  size_t found;
};

static bool
print_number (const struct number *number, void *data)
{
  struct run *run = data;
  run->found++;
  if (run->tsv)
    print_record (number);
  else
    print_line (number);
  return true;
}

/* The number that TEXT, "12.34", names; 0 where it names none.  */
static long long
read_id (const char *text)
{
  long long document, place;
  int end = 0;
  bool plain = text[strspn (text, "0123456789.")] == '\0';
  return plain
             && sscanf (text, "%9lld.%8lld%n", &document, &place, &end) == 2
             && text[end] == '\0' && place < NUMBER_PLACES
           ? number_id (document, place)
           : 0;
}

static bool
ask_same (struct cli *cli, const char *name, const struct number_query *query,
          struct run *run, struct err *err)
{
  struct numbers found = { 0 };
  long long id = read_id (name);
  if (id == 0)
    return err_set (err, ERR_USAGE, name, "%s",
                    _ ("a number is named as the table names it: 12.34"));
  bool done = library_numbers_same (cli->library, id, query, &found, err);
  for (size_t i = 0; done && i < found.len; i++)
    print_number (&found.items[i], run);
  numbers_free (&found);
  return done;
}

static bool
ask (struct cli *cli, const struct options *options,
     const struct number_query *query, struct run *run, struct err *err)
{
  if (run->tsv && options->header)
    record_header (columns);
  return options->same
           ? ask_same (cli, options->same, query, run, err)
           : library_numbers_each (cli->library, query, print_number, run,
                                   err);
}

/* Says what was added before there was a number index.  */
static void
say_outdated (struct cli *cli)
{
  long long count = library_outdated (cli->library, NULL);
  if (count > 0)
    say (ngettext ("%lld file was added by an older version of enface: its "
                   "numbers are missing until it is added again",
                   "%lld files were added by an older version of enface: "
                   "their numbers are missing until they are added again",
                   (unsigned long) count),
         count);
}

/* Fills QUERY from WORDS and OPTIONS.  */
static bool
make_query (const struct options *options, const struct words *words,
            struct number_query *query, struct err *err)
{
  number_query_init (query);
  query->order
    = (enum number_order) option_chosen (options->sort, NUMBERS_BY_DATE);
  query->backwards = options->reverse;
  query->limit = options->limit;
  query->once = option_chosen (options->format, FORMAT_TEXT) == FORMAT_TEXT;
  for (size_t i = 0; i < words->len; i++)
    if (!number_query_parse (words->items[i], query, err))
      {
        struct err found = *err;
        if (found.code == ERR_USAGE)
          err_set (err, ERR_USAGE, found.where, "%s", _ (found.detail));
        return false;
      }
  /* Who asks for one side gets all of it.  */
  query->once = query->once && query->side < 0;
  return true;
}

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  const struct options *options = values;
  struct number_query query;
  struct err err = ERR_INIT;
  struct run state
    = { .tsv = option_chosen (options->format, FORMAT_TEXT) == FORMAT_TSV };
  bool made = make_query (options, words, &query, &err);
  enum status status = made ? cli_library (cli, false) : cli_fail (&err);
  if (status == STATUS_DONE)
    {
      if (!ask (cli, options, &query, &state, &err))
        status = cli_fail (&err);
      else if (state.found == 0)
        {
          say ("%s", _ ("no number fits"));
          status = STATUS_NOTHING;
        }
      say_outdated (cli);
    }
  number_query_clear (&query);
  return status;
}

const struct command command_numbers = {
  .name = "numbers",
  .arguments = N_ ("[FILTER]..."),
  .most = ANY_NUMBER,
  .summary = N_ ("list the quantities that the documents state"),
  .description
  = N_ ("A line has the number of the quantity, its value, the date, both "
        "printed forms and the document.  FILTER is \"unit:t\" (the unit as "
        "stated; \"unit:-\" for none), \"base:kg\" (all units with the same "
        "base), \"kind:percent\", \"side:o\", \"document:12\", a value "
        "(\">=1e6\", \"<3\", \"=5\", \"10..20\"), a date of the documents "
        "(\"1958-09\", \"1958..1960\", \"..1958-11\"), the name of a unit "
        "(\"tons\"), or another word of the sentence (\"text:tons\": that one "
        "too).  Values are compared in the unit that is asked for, else as "
        "stated.  Start and end count code points."),
  .options = rows,
  .size = sizeof (struct options),
  .columns = columns,
  .run = run,
};
