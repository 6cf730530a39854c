/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command concordance: every place of a term in its context.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "cli/commands.h"
#include "cli/concordance_table.h"
#include "cli/paper.h"
#include "cli/record.h"
#include "cli/say.h"
#include "index/collocates.h"
#include "read/line_text.h"
#include "read/sorted_lines.h"

enum { MOST_ROWS = 1000000000, MOST_WIDTH = 1000 };

/* Columns of the contexts of a record, where none are asked for.  */
enum { RECORD_WIDTH = 160 };

static const char *
sort_choice (size_t index)
{
  return index < LINE_ORDERS ? line_order_name ((enum line_order) index)
                             : NULL;
}

static const char *
score_choice (size_t index)
{
  return index < COLLOCATE_SCORES
           ? collocate_score_name ((enum collocate_score) index) : NULL;
}

static const char *
plot_choice (size_t index)
{
  static const char *const names[] = { "dispersion", "time", NULL };
  return names[index];
}

static const char *
by_choice (size_t index)
{
  static const char *const names[] = { "month", "year", NULL };
  return names[index];
}

#define AT(member) offsetof (struct concordance_options, member)
static const struct option_row rows[] = {
  { 's', "sort", N_ ("ORDER"), OPTION_CHOICE, AT (sort),
    N_ ("in which order: of date (the default), of what stands left or right "
        "of the term, or of the documents' numbers"),
    sort_choice, 0, 0 },
  { 'w', "width", N_ ("COLUMNS"), OPTION_NUMBER, AT (width),
    N_ ("of a line; by default those of the terminal"), NULL, LINE_TEXT_LEAST,
    MOST_WIDTH },
  { 'q', "query", NULL, OPTION_FLAG, AT (query),
    N_ ("TERM is a query, as \"enface search\" has it"), NULL, 0, 0 },
  { 'x', "exact", NULL, OPTION_FLAG, AT (exact),
    N_ ("as it is spelled: fold no endings, no simplified and traditional "
        "characters"),
    NULL, 0, 0 },
  { 0, "near", N_ ("WORD"), OPTION_STRING, AT (near),
    N_ ("only where this word stands near, as --collocates lists it"), NULL,
    0, 0 },
  { 0, "period", N_ ("DATE"), OPTION_STRING, AT (period),
    N_ ("only documents of this year (1958) or month (1958-09)"), NULL, 0,
    0 },
  { 'c', "collocates", NULL, OPTION_FLAG, AT (collocates),
    N_ ("print the words that stand near the term instead"), NULL, 0, 0 },
  { 0, "window", N_ ("WORDS"), OPTION_NUMBER, AT (window),
    N_ ("how many words away is near; by default 5.  Two characters of "
        "Chinese are a word"),
    NULL, 1, COLLOCATES_WIDEST },
  { 0, "score", N_ ("SCORE"), OPTION_CHOICE, AT (score),
    N_ ("by what the words are sorted; by default by the log-likelihood"),
    score_choice, 0, 0 },
  { 'p', "plot", N_ ("PLOT"), OPTION_CHOICE, AT (plot),
    N_ ("draw where in each document the term stands, or how often over "
        "time, instead"),
    plot_choice, 0, 0 },
  { 0, "by", N_ ("PERIOD"), OPTION_CHOICE, AT (by),
    N_ ("the periods of --plot=time; by default months"), by_choice, 0, 0 },
  { 'n', "limit", N_ ("COUNT"), OPTION_NUMBER, AT (limit),
    N_ ("at most so many lines"), NULL, 1, MOST_ROWS },
  { 'f', "format", N_ ("FORMAT"), OPTION_CHOICE, AT (format),
    N_ ("for people, or for programs"), format_choice, 0, 0 },
  { 0, "header", NULL, OPTION_FLAG, AT (header),
    N_ ("begin with the names of the columns (tsv)"), NULL, 0, 0 },
  { 0 }
};

static const char *const columns[]
  = { "number", "path", "side", "start", "end", "left", "match", "right",
      "facing text", NULL };

/* --- lines -------------------------------------------------------------- */

static size_t
line_width (const struct concordance_run *run)
{
  if (run->options->width)
    return run->options->width;
  size_t terminal = paper_columns ();
  return run->tsv                     ? RECORD_WIDTH
         : terminal > LINE_TEXT_LEAST ? terminal
                                      : LINE_TEXT_LEAST;
}

static void
print (struct concordance_run *run, const struct found_line *line)
{
  if (run->found == 0 && run->tsv && run->options->header)
    record_header (columns);
  struct buf out = BUF_INIT;
  if (run->tsv)
    line_record_add (line, line_width (run), &out);
  else
    line_text_add (line, line_width (run), &out);
  paper_print (&out, run->tsv);
  run->found++;
}

static bool
is_full (const struct concordance_run *run)
{
  return run->options->limit && run->found >= run->options->limit;
}

/* By date: as they are found.  */
static bool
print_stream (struct concordance_run *run, struct err *err)
{
  struct finder *finder = finder_open (run->cli->library, run->cli->notebook,
                                       &run->wanted, false, 0, err);
  enum search_state state = finder ? SEARCH_BUSY : SEARCH_FAILED;
  while (state != SEARCH_FAILED && state != SEARCH_END && !is_full (run))
    {
      struct search_found found;
      struct found_lines lines = { 0 };
      state = finder_next (finder, &found, err);
      if (state != SEARCH_FOUND)
        continue;
      found_lines_by_place (run->cli->library, &found, &lines);
      for (size_t i = 0; i < lines.len && !is_full (run); i++)
        print (run, lines.items[i]);
      found_lines_free (&lines);
      search_found_clear (&found);
    }
  finder_close (finder);
  return state != SEARCH_FAILED;
}

static bool
print_sorted (struct concordance_run *run, enum line_order order,
              struct err *err)
{
  enum { SLICE = 1000 };
  struct sorted_lines *sorted = sorted_lines_new (
    run->cli->library, run->cli->notebook, &run->wanted, order, err);
  enum search_state state = sorted ? SEARCH_BUSY : SEARCH_FAILED;
  while (state == SEARCH_BUSY)
    state = sorted_lines_go (sorted, SLICE, err);
  for (size_t i = 0; state == SEARCH_END && i < sorted_lines_count (sorted)
                     && !is_full (run);
       i++)
    {
      const struct found_line *line = sorted_lines_at (sorted, i);
      if (line)
        print (run, line);
    }
  if (state == SEARCH_END && sorted_lines_cut (sorted))
    say (_ ("only the first %d lines are sorted"), SORTED_MOST);
  sorted_lines_free (sorted);
  return state != SEARCH_FAILED;
}

static bool
print_lines (struct concordance_run *run, struct err *err)
{
  enum line_order order
    = (enum line_order) option_chosen (run->options->sort, LINES_BY_DATE);
  return order == LINES_BY_DATE ? print_stream (run, err)
                                : print_sorted (run, order, err);
}

/* --- the command -------------------------------------------------------- */

/* The words joined by spaces; the caller frees it.  */
static char *
join (const struct words *words)
{
  struct buf out = BUF_INIT;
  for (size_t i = 0; i < words->len; i++)
    buf_add_format (&out, "%s%s", i ? " " : "", words->items[i]);
  return buf_take (&out);
}

static bool
answer (struct concordance_run *run, struct err *err)
{
  const struct concordance_options *options = run->options;
  if (options->plot)
    return options->plot == 1 ? concordance_spread (run, err)
                              : concordance_trend (run, err);
  return options->collocates ? concordance_collocates (run, err)
                             : print_lines (run, err);
}

static enum status
ask (struct concordance_run *run)
{
  struct err err = ERR_INIT;
  if (answer (run, &err))
    {
      if (run->found == 0)
        say ("%s", _ ("nothing is found"));
      return run->found ? STATUS_DONE : STATUS_NOTHING;
    }
  struct err told = err;
  if (err.code == ERR_USAGE && *err.detail)
    err_set (&told, ERR_USAGE, err.where, "%s", _ (err.detail));
  return cli_fail (&told);
}

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  const struct concordance_options *options = values;
  struct concordance_run run
    = { .cli = cli,
        .options = options,
        .tsv = option_chosen (options->format, FORMAT_TEXT) == FORMAT_TSV };
  enum status status = cli_library (cli, false);
  if (status != STATUS_DONE)
    return status;
  enum status notebook
    = cli_has_notebook (cli) ? cli_notebook (cli, false) : STATUS_DONE;
  char *text = join (words);
  run.window = options->window ? options->window : COLLOCATES_WINDOW;
  run.wanted = (struct wanted) { .text = text,
                                 .query = options->query,
                                 .exact = options->exact,
                                 .near = (char *) options->near,
                                 .window = run.window,
                                 .period = (char *) options->period };
  status = ask (&run);
  free (text);
  return notebook > status ? notebook : status;
}

const struct command command_concordance = {
  .name = "concordance",
  .arguments = N_ ("TERM..."),
  .least = 1,
  .most = ANY_NUMBER,
  .summary = N_ ("list every place of a term in its context"),
  .description
  = N_ ("A line has the number and date of the document and the term in its "
        "column, with what stands left and right of it; below it stands the "
        "sentence that faces it.  Case, accents, endings of plurals and verbs, "
        "full width, and simplified or traditional writing make no "
        "difference.  Lines are sorted by their contexts word by word "
        "(Chinese: character by character), the nearest first; only the first "
        "20,000 are.  Collocates are told with how often they stand near, "
        "left and right of the term, how often they stand in the same "
        "documents at all, the log-likelihood ratio (Dunning 1993) and logDice "
        "(Rychly 2008); they are words, and runs of Chinese characters that "
        "stand on their own; function words are left out.  --plot=dispersion "
        "tells for each document how often the term stands there and how "
        "evenly (Juilland's D), and Gries' DP over the whole library: 0 is "
        "even; --plot=time how often it stands in each month or year, and in "
        "a million characters of Chinese or words of English.  Start and end "
        "count code points; places in titles have a side of their own."),
  .options = rows,
  .size = sizeof (struct concordance_options),
  .columns = columns,
  .run = run,
};
