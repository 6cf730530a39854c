/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command keywords: the keyword index of the library or of a document.  */
#include "store/keywords.h"

#include <stdio.h>
#include <string.h>

#include "base/intl.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/paper.h"
#include "cli/record.h"
#include "cli/say.h"
#include "store/renderings.h"
#include "text/width.h"

struct options
{
  size_t lang;
  size_t sort;
  const char *words;
  size_t limit;
  size_t format;
  bool header;
  bool renderings;
};

enum { MOST_ROWS = 1000000000 };

/* From so many documents the renderings of a term are taken.  */
enum { SEEN_DOCUMENTS = 200 };

static const char *
lang_choice (size_t index)
{
  return index < TONGUES ? tongue_name ((enum tongue) index) : NULL;
}

static const char *
sort_choice (size_t index)
{
  return index < KEYWORD_ORDERS
           ? keyword_order_name ((enum keyword_order) index)
           : NULL;
}

static const struct option_row rows[] = {
  { 'l', "lang", N_ ("LANGUAGE"), OPTION_CHOICE,
    offsetof (struct options, lang), N_ ("only the terms of one language"),
    lang_choice, 0, 0 },
  { 's', "sort", N_ ("ORDER"), OPTION_CHOICE, offsetof (struct options, sort),
    N_ ("in which order; by default by keyness"), sort_choice, 0, 0 },
  { 'w', "words", N_ ("TEXT"), OPTION_STRING, offsetof (struct options, words),
    N_ ("only terms with TEXT in them, or whose pinyin begins with it"), NULL,
    0, 0 },
  { 'n', "limit", N_ ("COUNT"), OPTION_NUMBER,
    offsetof (struct options, limit), N_ ("at most so many of a language"),
    NULL, 1, MOST_ROWS },
  { 0, "renderings", NULL, OPTION_FLAG, offsetof (struct options, renderings),
    N_ ("say how each term is rendered on the facing side, and how often"),
    NULL, 0, 0 },
  { 'f', "format", N_ ("FORMAT"), OPTION_CHOICE,
    offsetof (struct options, format), N_ ("for people, or for programs"),
    format_choice, 0, 0 },
  { 0, "header", NULL, OPTION_FLAG, offsetof (struct options, header),
    N_ ("begin with the names of the columns (tsv)"), NULL, 0, 0 },
  { 0 }
};

/* The last one where it is asked for.  */
static const char *const columns[] = { "language", "term", "documents",
                                       "occurrences", "score", "pinyin",
                                       "renderings", NULL };
static const char *const plain_columns[] = { "language", "term", "documents",
                                             "occurrences", "score", "pinyin",
                                             NULL };

/* --- printing ----------------------------------------------------------- */

/* One run of the command.  */
struct run
{
  struct cli *cli;
  const struct options *options;
  long long document; /* 0: the library */
  size_t found;
  struct keyword_choices choices; /* the reader's own list */
  struct err err;     /* of the renderings and dates */
};

/* Appends the renderings of ROW: "steel 20; iron 2"; "-" where there are none.
   MARK: those that differ are marked, and it is said how many pairs there are.  */
static void
add_renderings (struct run *run, const struct keyword_row *row, bool mark,
                struct buf *out)
{
  struct renderings found = { .pairs = 0 };
  if (!library_renderings (run->cli->library, run->document, row,
                           SEEN_DOCUMENTS, cli_aids (run->cli), &found,
                           &run->err))
    return;
  if (mark && renderings_differ (&found))
    buf_add_string (out, "* ");
  for (size_t i = 0; i < found.of.len; i++)
    buf_add_format (out, "%s%s %zu", i ? "; " : "", found.of.items[i].form,
                    found.of.items[i].count);
  if (found.of.len == 0)
    buf_add_byte (out, '-');
  if (mark)
    buf_add_format (
      out, " (%s%zu %s)", found.more ? "> " : "", found.pairs,
      ngettext ("pair", "pairs", (unsigned long) found.pairs));
  renderings_free (&found);
}

/* SCORE with DIGITS behind the point; what is next to nothing is nothing.  */
static const char *
score_text (double score, int digits, char text[32])
{
  snprintf (text, 32, "%.*f", digits, score);
  return strspn (text, "-0.") == strlen (text) ? text + (*text == '-') : text;
}

static void
print_record (struct run *run, const struct keyword_row *row,
              const struct keyword_found *found)
{
  struct record record = { .begun = false };
  struct buf renderings = BUF_INIT;
  char score[32];
  if (run->options->renderings)
    add_renderings (run, row, false, &renderings);
  record_text (&record, tongue_name (row->tongue));
  record_text (&record, row->form);
  record_number (&record, (long long) found->documents);
  record_number (&record, (long long) found->occurrences);
  record_text (&record, score_text (row->score, 2, score));
  record_text (&record, row->pinyin);
  if (run->options->renderings)
    record_text (&record, buf_string (&renderings));
  record_end (&record);
  buf_free (&renderings);
}

/* Prints the renderings of ROW on lines of their own.  */
static void
print_renderings (struct run *run, const struct keyword_row *row)
{
  enum { INDENT = 4 };
  struct buf text = BUF_INIT, out = BUF_INIT;
  add_renderings (run, row, true, &text);
  paper_spaces (&out, INDENT);
  paper_wrap (&out, buf_string (&text), INDENT, paper_columns () - INDENT);
  paper_print (&out, false);
  buf_free (&text);
}

/* Appends " FIRST..LAST", the dates of ROW.  */
static void
add_dates (struct run *run, const struct keyword_row *row, struct buf *out)
{
  char first[KEYWORD_DATE], last[KEYWORD_DATE];
  if (library_date_row (run->cli->library, &run->choices, row, first, last,
                        &run->err))
    buf_add_format (out, "%s%s%s", first, strcmp (first, last) ? ".." : "",
                    strcmp (first, last) ? last : "");
}

/* Prints "TERM  PINYIN  DOCUMENTS  OCCURRENCES  SCORE  FIRST..LAST".  */
static void
print_line (struct run *run, const struct keyword_row *row,
            const struct keyword_found *found)
{
  enum { TERM = 26, PINYIN = 26 };
  struct buf out = BUF_INIT;
  char score[32];
  paper_cell (&out, row->form, row->tongue == TONGUE_ZH ? TERM
                                                        : TERM + PINYIN + 2);
  if (row->tongue == TONGUE_ZH)
    {
      buf_add_string (&out, "  ");
      paper_cell (&out, row->pinyin, PINYIN);
    }
  buf_add_format (&out, "  %7zu  %7zu  %9s  ", found->documents,
                  found->occurrences, score_text (row->score, 1, score));
  add_dates (run, row, &out);
  if (paper_is_terminal ())
    out.len = width_fit (out.data, out.len, paper_columns () - 1, NULL);
  buf_add_byte (&out, '\n');
  paper_print (&out, false);
  if (run->options->renderings)
    print_renderings (run, row);
}

/* --- asking ------------------------------------------------------------- */

/* Rows that are read at a time; of words, those that are read first.  */
enum { PIECE = 1000, FEW = 20000 };

/* Counts each of PIECE and prints it.  */
static bool
print_rows (struct run *run, const struct keyword_rows *piece,
            struct err *err)
{
  bool tsv = option_chosen (run->options->format, FORMAT_TEXT) == FORMAT_TSV;
  for (size_t i = 0; i < piece->len; i++)
    {
      const struct keyword_row *row = &piece->items[i];
      struct keyword_found found;
      if (!library_count_row (run->cli->library, run->document, &run->choices,
                              row, &found, err))
        return false;
      (tsv ? print_record : print_line) (run, row, &found);
      run->found++;
    }
  return true;
}

static bool
print_document (struct run *run, const struct keyword_query *query,
                struct err *err)
{
  struct keyword_rows all = { 0 };
  bool done = library_document_keywords (run->cli->library, run->document,
                                         query, &all, err)
              && print_rows (run, &all, err);
  keyword_rows_free (&all);
  return done;
}

/* Piece by piece: the index may be larger than memory.  The first piece is enough
   for words that stand in few terms.  */
static bool
print_library (struct run *run, struct keyword_query query, struct err *err)
{
  size_t left = query.limit ? query.limit : MOST_ROWS;
  struct keyword_rows before = { 0 };
  bool done = true, more = true;
  while (done && more && left > 0)
    {
      struct keyword_rows piece = { 0 };
      query.few = before.len == 0;
      size_t most = query.words && query.few ? FEW : PIECE;
      query.limit = left < most ? left : most;
      query.after = before.len ? &before.items[before.len - 1] : NULL;
      done = library_keywords (run->cli->library, &query, &piece, err)
             && print_rows (run, &piece, err);
      more = piece.len == query.limit;
      left -= piece.len;
      keyword_rows_free (&before);
      before = piece;
    }
  keyword_rows_free (&before);
  return done;
}

static bool
print_all (struct run *run, struct err *err)
{
  const struct options *options = run->options;
  bool done = true;
  if (option_chosen (options->format, FORMAT_TEXT) == FORMAT_TSV
      && options->header)
    record_header (options->renderings ? columns : plain_columns);
  for (enum tongue t = TONGUE_ZH; done && t < TONGUES; t++)
    {
      struct keyword_query query
        = { .tongue = t,
            .order = (enum keyword_order) option_chosen (
              options->sort, KEYWORDS_BY_KEYNESS),
            .words = options->words,
            .choices = &run->choices,
            .limit = options->limit };
      if (options->lang && options->lang - 1 != (size_t) t)
        continue;
      done = run->document ? print_document (run, &query, err)
                           : print_library (run, query, err);
    }
  if (done && run->err.code != ERR_NONE)
    *err = run->err;
  return done && run->err.code == ERR_NONE;
}

/* Says what was added before there was a keyword index.  */
static void
say_outdated (struct cli *cli)
{
  long long count = library_outdated (cli->library, NULL);
  if (count > 0)
    say (ngettext ("%lld file was added by an older version of enface: its "
                   "keywords are missing until it is added again",
                   "%lld files were added by an older version of enface: "
                   "their keywords are missing until they are added again",
                   (unsigned long) count),
         count);
}

/* Reads what the reader's own list says, where there is a notebook.  */
static enum status
read_choices (struct run *run)
{
  struct err err = ERR_INIT;
  struct own_terms terms = { 0 };
  struct cli *cli = run->cli;
  if (!cli_has_notebook (cli))
    return STATUS_DONE;
  enum status status = cli_notebook (cli, false);
  if (status == STATUS_DONE
      && (!notebook_terms (cli->notebook, &terms, &err)
          || !library_keyword_choices (cli->library, &terms, &run->choices,
                                       &err)))
    status = cli_fail (&err);
  own_terms_free (&terms);
  return status;
}

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  struct err err = ERR_INIT;
  struct run state = { .cli = cli, .options = values };
  const char *sought = state.options->words ? state.options->words : "";
  if (utf8_check (sought, strlen (sought)) < strlen (sought))
    {
      err_set (&err, ERR_USAGE, "--words", "%s", _ ("it is not UTF-8"));
      return cli_fail (&err);
    }
  enum status status = cli_library (cli, false);
  if (status != STATUS_DONE)
    return status;
  if (words->len > 0)
    {
      state.document = library_find (cli->library, words->items[0], &err);
      if (state.document == 0)
        return cli_fail (&err);
    }
  status = read_choices (&state);
  if (status != STATUS_DONE)
    return status;
  if (!print_all (&state, &err))
    status = cli_fail (&err);
  else if (state.found == 0)
    {
      say ("%s", _ ("there is no such term"));
      status = STATUS_NOTHING;
    }
  keyword_choices_free (&state.choices);
  say_outdated (cli);
  return status;
}

const struct command command_keywords = {
  .name = "keywords",
  .arguments = N_ ("[DOC]"),
  .most = 1,
  .summary = N_ ("list the terms of the library or of a document"),
  .description
  = N_ ("A line has the term, its pinyin, in how many documents it stands, how "
        "often, its keyness and the dates of the documents from the first to the "
        "last.  With DOC, how often and keyness are those of the document, "
        "measured against the rest of the library.  Documents, how often and "
        "dates are those that \"enface search\" finds; the orders go by what "
        "was counted when the documents were added: a term that was not known "
        "as one then is not counted there.  By alphabet Chinese terms go "
        "character by character, each by its pinyin and tone.  Keyness is the "
        "log-likelihood of what stands there for itself, and not as part of a "
        "longer term, against what was to be expected.  Terms are words of the "
        "dictionaries and what the texts themselves show to be one; words that "
        "only serve, numbers, units of measure and single Chinese characters "
        "are left out.  Renderings are what faces a term in the pairs of "
        "sentences of the first 200 documents that have it, with the number of "
        "pairs that each of them explains; \"*\" marks a term that is rendered "
        "in many ways."),
  .options = rows,
  .size = sizeof (struct options),
  .columns = columns,
  .run = run,
};
