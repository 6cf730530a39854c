/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command quantities: the numbers and dates of a text.  */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/intl.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/paper.h"
#include "cli/record.h"
#include "cli/say.h"
#include "ingest/source.h"
#include "number/recognise.h"
#include "text/decode.h"
#include "text/sentence.h"

struct options
{
  size_t lang;
  size_t format;
  bool header;
};

static const char *
lang_choice (size_t index)
{
  static const char *const names[] = { "zh", "en", NULL };
  return names[index];
}

static const struct option_row rows[] = {
  { 'l', "lang", N_ ("LANG"), OPTION_CHOICE, offsetof (struct options, lang),
    N_ ("the language of the text; by default as its letters say"),
    lang_choice, 0, 0 },
  { 'f', "format", N_ ("FORMAT"), OPTION_CHOICE,
    offsetof (struct options, format),
    N_ ("for people, or for programs (the default)"), format_choice, 0, 0 },
  { 0, "header", NULL, OPTION_FLAG, offsetof (struct options, header),
    N_ ("begin with the names of the columns (tsv)"), NULL, 0, 0 },
  { 0 }
};

static const char *const columns[]
  = { "start", "end", "surface", "kind", "low", "high", "unit", "qualifier",
      NULL };

/* Prints Q, whose first byte is code point FIRST of TEXT.  */
static void
print_record (const char *text, const struct quantity *q, size_t first)
{
  struct record record = { .begun = false };
  char bound[QUANTITY_TEXT];
  const char *surface = text + q->range.start;
  size_t len = range_len (q->range);
  record_number (&record, (long long) first);
  record_number (&record, (long long) (first + utf8_count (surface, len)));
  record_bytes (&record, surface, len);
  record_text (&record, quantity_kind_name (q->kind));
  record_text (&record, quantity_low (q, bound));
  record_text (&record, quantity_high (q, bound));
  record_text (&record, q->unit);
  record_text (&record, quantity_qualifier (q, bound));
  record_end (&record);
}

/* Prints Q as "LOW..HIGH UNIT (KIND, QUALIFIER)  SURFACE".  */
static void
print_line (const char *text, const struct quantity *q)
{
  char low[QUANTITY_TEXT], high[QUANTITY_TEXT], qualifier[QUANTITY_TEXT];
  struct buf out = BUF_INIT, surface = BUF_INIT;
  quantity_low (q, low);
  quantity_high (q, high);
  quantity_qualifier (q, qualifier);
  buf_add_string (&out, low);
  if (strcmp (low, high) != 0)
    buf_add_format (&out, "..%s", high);
  if (*q->unit)
    buf_add_format (&out, " %s", q->unit);
  buf_add_format (&out, " (%s", quantity_kind_name (q->kind));
  if (*qualifier)
    buf_add_format (&out, ", %s", qualifier);
  buf_add_string (&out, ")  ");
  buf_add (&surface, text + q->range.start, range_len (q->range));
  paper_cell (&out, buf_string (&surface), 0);
  buf_add_byte (&out, '\n');
  buf_free (&surface);
  paper_print (&out, false);
}

static void
print_all (const struct options *options, const char *text,
           const struct quantities *found)
{
  bool people
    = option_chosen (options->format, FORMAT_TSV) == FORMAT_TEXT;
  size_t at = 0, points = 0;
  if (!people && options->header)
    record_header (columns);
  for (size_t i = 0; i < found->len; i++)
    {
      const struct quantity *q = &found->items[i];
      points += utf8_count (text + at, q->range.start - at);
      at = q->range.start;
      if (people)
        print_line (text, q);
      else
        print_record (text, q, points);
    }
}

/* Reads standard input to its end.  */
static bool
read_input (struct buf *out, struct err *err)
{
  char chunk[65536];
  size_t len;
  while ((len = fread (chunk, 1, sizeof chunk, stdin)) > 0)
    {
      buf_add (out, chunk, len);
      if (out->len > SOURCE_MAX)
        return err_set (err, ERR_TOO_LARGE, "-", NULL);
    }
  return !ferror (stdin) || err_set_errno (err, ERR_READ, "-", errno);
}

/* Reads and decodes the text that WORDS name.  */
static bool
read_text (const struct words *words, struct buf *text, struct err *err)
{
  struct buf bytes = BUF_INIT;
  struct decoded decoded = { 0 };
  struct err found = ERR_INIT;
  const char *name = words->len > 0 ? words->items[0] : "-";
  bool input = strcmp (name, "-") == 0;
  bool done = (input ? read_input (&bytes, &found)
                     : source_read (name, &bytes, NULL, &found))
              && text_decode (buf_string (&bytes), bytes.len, name, text,
                              &decoded, &found);
  if (done && decoded.repaired > 0)
    say_warning (name, &(struct warning) {
                         decoded.first_line,
                         N_ ("here and perhaps further on the text is not "
                             "UTF-8: U+FFFD stands there now") });
  done = done || found.code == ERR_EMPTY;
  if (!done)
    *err = found;
  buf_free (&bytes);
  return done;
}

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  const struct options *options = values;
  struct buf text = BUF_INIT;
  struct quantities found = { 0 };
  struct err err = ERR_INIT;
  (void) cli;
  if (!read_text (words, &text, &err))
    {
      buf_free (&text);
      return cli_fail (&err);
    }
  const char *lang = options->lang ? lang_choice (options->lang - 1)
                                   : text_language (buf_string (&text),
                                                    text.len);
  struct recogniser *recogniser = recogniser_new (*lang ? lang : "en");
  recognise (recogniser, buf_string (&text), (struct range) { 0, text.len },
             &found);
  print_all (options, buf_string (&text), &found);
  bool any = found.len > 0;
  recogniser_free (recogniser);
  VEC_FREE (&found);
  buf_free (&text);
  return any ? STATUS_DONE : STATUS_NOTHING;
}

const struct command command_quantities = {
  .name = "quantities",
  .arguments = N_ ("[FILE]"),
  .most = 1,
  .summary = N_ ("find the numbers and dates of a text"),
  .description
  = N_ ("Reads FILE, or standard input where it is missing or \"-\".  Start "
        "and end count code points.  Low and high are exact; \"-\" is an open "
        "bound.  What can be read in two ways stands on two lines with the "
        "same start and end.  A multiple says in the qualifier whether it is "
        "an increase (by so many times) or a ratio (so many times as much)."),
  .options = rows,
  .size = sizeof (struct options),
  .columns = columns,
  .run = run,
};
