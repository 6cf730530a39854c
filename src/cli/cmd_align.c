/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command align: which sentences face each other.  */
#include <stdio.h>

#include "base/intl.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/facing.h"
#include "cli/pair.h"
#include "cli/paper.h"
#include "cli/record.h"
#include "cli/which.h"

struct options
{
  size_t format;
  bool presegmented;
  bool header;
};

enum { TEXT, BEADS, TSV };

static const char *
align_choice (size_t index)
{
  static const char *const names[] = { "text", "beads", "tsv", NULL };
  return names[index];
}

static const struct option_row rows[] = {
  { 'f', "format", N_ ("FORMAT"), OPTION_CHOICE,
    offsetof (struct options, format),
    N_ ("en face; the numbers of the sentences, from 0; or a record for each "
        "pair"),
    align_choice, 0, 0 },
  { 'p', "presegmented", NULL, OPTION_FLAG,
    offsetof (struct options, presegmented),
    N_ ("the two files have a sentence a line"), NULL, 0, 0 },
  { 0, "header", NULL, OPTION_FLAG, offsetof (struct options, header),
    N_ ("begin with the names of the columns (tsv)"), NULL, 0, 0 },
  { 0 }
};

static const char *const columns[]
  = { "original start",  "original end", "translation start",
      "translation end", "confidence",   "original text",
      "translated text", NULL };

static void
add_numbers (struct buf *out, size_t first, size_t count)
{
  buf_add_byte (out, '[');
  for (size_t i = 0; i < count; i++)
    buf_add_format (out, "%s%zu", i ? ", " : "", first + i);
  buf_add_byte (out, ']');
}

static void
print_beads (const struct document *document)
{
  struct buf out = BUF_INIT;
  for (size_t i = 0; i < document->beads.len; i++)
    {
      const struct bead *bead = &document->beads.items[i];
      add_numbers (&out, bead->first[ORIGINAL], bead->count[ORIGINAL]);
      buf_add_byte (&out, ':');
      add_numbers (&out, bead->first[TRANSLATION], bead->count[TRANSLATION]);
      buf_add_byte (&out, '\n');
    }
  paper_print (&out, false);
}

/* The bytes of the sentences of BEAD on SIDE; empty where it would stand.  */
static struct range
exact_range (const struct side_text *side, const struct bead *bead,
             enum side s)
{
  size_t first = bead->first[s], last = first + bead->count[s];
  const struct sentence *sentences = side->sentences.items;
  size_t start
    = first < side->sentences.len ? sentences[first].range.start : side->len;
  size_t end = last > first ? sentences[last - 1].range.end : start;
  return (struct range) { start, end };
}

/* Prints a record a bead.  POINTS are the code points of both sides up to the
   bead, which covers the texts without gaps.  */
static void
print_records (const struct document *document)
{
  size_t points[SIDES] = { 0, 0 };
  for (size_t i = 0; i < document->beads.len; i++)
    {
      const struct bead *bead = &document->beads.items[i];
      struct record record = { .begun = false };
      struct range ranges[SIDES];
      char confidence[32];
      for (enum side s = 0; s < SIDES; s++)
        {
          const struct side_text *side = &document->side[s];
          ranges[s] = exact_range (side, bead, s);
          record_number (&record, (long long) points[s]);
          points[s] += utf8_count (side->text + ranges[s].start,
                                   range_len (ranges[s]));
          record_number (&record, (long long) points[s]);
        }
      snprintf (confidence, sizeof confidence, "%.3f",
                (double) bead->confidence);
      record_text (&record, confidence);
      for (enum side s = 0; s < SIDES; s++)
        record_bytes (&record, document->side[s].text + ranges[s].start,
                      range_len (ranges[s]));
      record_end (&record);
    }
}

static void
print_text (const struct document *document)
{
  struct buf out = BUF_INIT;
  size_t wide = paper_columns ();
  struct facing facing = { .numbers = true };
  facing.width = wide < FACING_LEAST ? FACING_LEAST : wide;
  facing.layout = facing_layout (document, 0, facing.width);
  facing_print (document, &facing, &out);
  paper_print (&out, false);
}

/* The document that the arguments mean.  */
static struct document *
find_document (struct cli *cli, const struct options *options,
               const struct words *words, enum status *status)
{
  struct err err;
  if (words->len == 1 && options->presegmented)
    {
      err_set (&err, ERR_USAGE, "--presegmented", "%s",
               _ ("it needs two files"));
      *status = cli_fail (&err);
      return NULL;
    }
  if (words->len == 1)
    return which_document_or_file (cli, words->items[0], status);
  struct document *document = pair_read (words->items[0], words->items[1],
                                         options->presegmented, &err);
  *status = document ? STATUS_DONE : cli_fail (&err);
  return document;
}

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  const struct options *options = values;
  enum status status;
  struct document *document = find_document (cli, options, words, &status);
  if (!document)
    return status;
  switch (option_chosen (options->format, TEXT))
    {
    case BEADS:
      print_beads (document);
      break;
    case TSV:
      if (options->header)
        record_header (columns);
      print_records (document);
      break;
    default:
      print_text (document);
    }
  document_free (document);
  return status;
}

const struct command command_align = {
  .name = "align",
  .arguments = N_ ("ORIGINAL TRANSLATION | DOC"),
  .least = 1,
  .most = 2,
  .summary = N_ ("say which sentences face each other"),
  .description
  = N_ ("Aligns two text files, or shows what was aligned in a document of the "
        "library.  In the records start and end count code points, and the "
        "texts of a side, put together, are the text of that side."),
  .options = rows,
  .size = sizeof (struct options),
  .columns = columns,
  .run = run,
};
