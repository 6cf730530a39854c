/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Collocates, dispersion and frequency over time, printed.  */
#include "cli/concordance_table.h"

#include <stdio.h>
#include <string.h>

#include "base/intl.h"
#include "cli/options.h"
#include "cli/paper.h"
#include "cli/record.h"
#include "export/plot_strip.h"
#include "read/found_documents.h"
#include "read/near_words.h"
#include "read/trend.h"
#include "text/clean.h"
#include "text/width.h"

/* Milliseconds of a piece of work: as good as all of it; documents that are read
   in one.  */
enum { SLICE = 1000, READ = 64 };

/* Adds NUMBER with DIGITS behind its point.  */
static void
record_double (struct record *record, double number, int digits)
{
  char text[48];
  snprintf (text, sizeof text, "%.*f", digits, number);
  record_text (record, text);
}

static bool
is_full (const struct concordance_run *run)
{
  return run->options->limit && run->found >= run->options->limit;
}

/* --- collocates --------------------------------------------------------- */

static const char *const collocate_columns[]
  = { "word", "near", "left", "right", "in all", "log-likelihood", "logDice",
      NULL };

static void
print_collocate_record (const struct collocate *word)
{
  struct record record = { .begun = false };
  record_text (&record, word->word);
  record_number (&record, (long long) word->near);
  record_number (&record, (long long) word->left);
  record_number (&record, (long long) (word->near - word->left));
  record_number (&record, (long long) word->all);
  record_double (&record, word->likelihood, 3);
  record_double (&record, word->dice, 3);
  record_end (&record);
}

enum { WORD = 20 };

static void
print_collocate (const struct collocate *word)
{
  struct buf out = BUF_INIT;
  paper_cell (&out, word->word, WORD);
  buf_add_format (&out, " %7zu %7zu %7zu %7zu %9.1f %7.2f\n", word->near,
                  word->left, word->near - word->left, word->all,
                  word->likelihood, word->dice);
  paper_print (&out, false);
}

/* Adds TEXT, ended at the right of WIDTH columns.  */
static void
add_right (struct buf *out, const char *text, size_t width)
{
  size_t own = width_text (text, strlen (text));
  paper_spaces (out, own < width ? width - own + 1 : 1);
  buf_add_string (out, text);
}

static void
print_collocate_head (void)
{
  struct buf out = BUF_INIT;
  paper_cell (&out, _ ("word"), WORD);
  add_right (&out, _ ("near"), 7);
  add_right (&out, _ ("left"), 7);
  add_right (&out, _ ("right"), 7);
  add_right (&out, _ ("in all"), 7);
  add_right (&out, "LL", 9);
  add_right (&out, "logDice", 7);
  buf_add_byte (&out, '\n');
  paper_print (&out, false);
}

static void
print_collocates (struct concordance_run *run, const struct near_words *near)
{
  struct collocate_list list = { 0 };
  near_words_list (near,
                   (enum collocate_score) option_chosen (
                     run->options->score, COLLOCATES_BY_LIKELIHOOD),
                   &list);
  if (run->tsv && run->options->header)
    record_header (collocate_columns);
  if (!run->tsv && list.len > 0)
    print_collocate_head ();
  for (size_t i = 0; i < list.len && !is_full (run); i++)
    {
      if (run->tsv)
        print_collocate_record (&list.items[i]);
      else
        print_collocate (&list.items[i]);
      run->found++;
    }
  collocate_list_free (&list);
}

bool
concordance_collocates (struct concordance_run *run, struct err *err)
{
  struct near_words *near
    = near_words_new (run->cli->library, run->cli->notebook,
                      cli_entries (run->cli), &run->wanted, run->window, err);
  enum search_state state = near ? SEARCH_BUSY : SEARCH_FAILED;
  while (state == SEARCH_BUSY)
    state = near_words_go (near, SLICE, err);
  if (state == SEARCH_END)
    print_collocates (run, near);
  near_words_free (near);
  return state == SEARCH_END;
}

/* --- dispersion --------------------------------------------------------- */

static const char *const spread_columns[]
  = { "number", "path", "date", "places", "D", NULL };

static void
print_spread_record (const struct found_document *document)
{
  struct record record = { .begun = false };
  record_number (&record, document->id);
  record_path (&record, document->collection, document->path);
  record_text (&record, document->date);
  record_number (&record, (long long) document->places);
  record_double (&record, document->juilland, 3);
  record_end (&record);
}

/* DATE  TITLE  strip  places  D  */
static void
print_spread_row (const struct found_document *document, size_t width)
{
  enum { DATE = 10, NUMBERS = 13, LEAST = 20 };
  struct buf out = BUF_INIT;
  size_t room = width > DATE + NUMBERS + LEAST ? width - DATE - NUMBERS - 3
                                               : LEAST;
  size_t title = room * 36 / 100;
  const char *name = *document->title[ORIGINAL] ? document->title[ORIGINAL]
                     : *document->title[TRANSLATION]
                       ? document->title[TRANSLATION] : document->path;
  paper_cell (&out, *document->date ? document->date : "-", DATE);
  buf_add_byte (&out, ' ');
  struct buf cell = BUF_INIT;
  clean_add (&cell, name, strlen (name), false);
  cell.len = width_fit (buf_string (&cell), cell.len, title, NULL);
  size_t used = width_text (buf_string (&cell), cell.len);
  buf_add (&out, buf_string (&cell), cell.len);
  buf_free (&cell);
  paper_spaces (&out, title - used + 1);
  plot_strip (document->pieces, FOUND_PIECES, room - title, &out);
  buf_add_format (&out, " %6zu %5.2f\n", document->places,
                  document->juilland);
  paper_print (&out, false);
}

/* Prints the documents as they are found.  */
static bool
print_spread (struct concordance_run *run, struct err *err)
{
  size_t width = run->options->width ? run->options->width : paper_columns ();
  struct found_documents *documents = found_documents_new (
    run->cli->library, run->cli->notebook, &run->wanted, err);
  enum search_state state = documents ? SEARCH_BUSY : SEARCH_FAILED;
  if (run->tsv && run->options->header)
    record_header (spread_columns);
  while (state == SEARCH_BUSY && !is_full (run))
    {
      const struct found_document *document;
      state = found_documents_go (documents, run->found, run->found + READ,
                                  SLICE, err);
      while (!is_full (run)
             && (document = found_documents_at (documents, run->found)))
        {
          if (run->tsv)
            print_spread_record (document);
          else
            print_spread_row (document, width);
          run->found++;
        }
      if (state == SEARCH_END && run->found < found_documents_count (documents))
        state = SEARCH_BUSY;
    }
  found_documents_free (documents);
  return state != SEARCH_FAILED;
}

/* All of what is to be surveyed; NULL with ERR filled.  */
static struct survey *
survey_all (struct concordance_run *run, struct err *err)
{
  struct survey *survey = survey_new (run->cli->library, run->cli->notebook,
                                      &run->wanted, err);
  enum search_state state = survey ? SEARCH_BUSY : SEARCH_FAILED;
  while (state == SEARCH_BUSY)
    state = survey_go (survey, SLICE, err);
  if (state == SEARCH_END)
    return survey;
  survey_free (survey);
  return NULL;
}

bool
concordance_spread (struct concordance_run *run, struct err *err)
{
  if (!print_spread (run, err))
    return false;
  if (run->tsv || run->found == 0)
    return true;
  struct survey *survey = survey_all (run, err);
  if (!survey)
    return false;
  printf (_ ("places: %zu, documents: %zu, DP: %.3f\n"),
          survey_places_count (survey), survey_documents_count (survey),
          survey_dp (survey));
  survey_free (survey);
  return true;
}

/* --- over time ---------------------------------------------------------- */

static const char *const trend_columns[]
  = { "period", "places", "documents", "in a million", NULL };

static void
print_trend_records (struct concordance_run *run, const struct trend *trend)
{
  if (run->options->header)
    record_header (trend_columns);
  for (size_t i = 0; i < trend->periods.len && !is_full (run); i++)
    {
      const struct survey_period *period = &trend->periods.items[i];
      struct record record = { .begun = false };
      record_text (&record, period->name);
      record_number (&record, (long long) period->places);
      record_number (&record, (long long) period->documents);
      record_double (&record, trend_rate (period), 3);
      record_end (&record);
      run->found++;
    }
}

static void
print_trend_plot (struct concordance_run *run, const struct trend *trend)
{
  enum { ROWS = 20 };
  struct buf out = BUF_INIT;
  struct plot plot
    = trend_plot (trend, run->wanted.text, _ ("in a million"));
  size_t width = run->options->width ? run->options->width : paper_columns ();
  if (!plot_rows (&plot, width > PLOT_COLUMNS ? width : PLOT_COLUMNS, ROWS,
                  &out, NULL))
    return;
  run->found = trend->periods.len;
  paper_print (&out, false);
}

bool
concordance_trend (struct concordance_run *run, struct err *err)
{
  struct trend trend = { .undated = 0 };
  struct survey *survey = survey_all (run, err);
  if (!survey)
    return false;
  trend_make (&trend, survey, option_chosen (run->options->by, 0) == 1, true);
  if (survey_places_count (survey) == 0)
    run->found = 0;
  else if (run->tsv)
    print_trend_records (run, &trend);
  else
    print_trend_plot (run, &trend);
  if (!run->tsv && run->found > 0)
    printf (_ ("In a million characters of Chinese or words of English; "
               "places: %zu, documents: %zu\n"),
            survey_places_count (survey), survey_documents_count (survey));
  if (!run->tsv && run->found > 0 && trend.undated > 0)
    {
      printf (ngettext ("Not shown: %zu place in documents without a date.",
                        "Not shown: %zu places in documents without a date.",
                        trend.undated),
              trend.undated);
      putchar ('\n');
    }
  trend_free (&trend);
  survey_free (survey);
  return true;
}
