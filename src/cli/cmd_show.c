/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command show: a document en face, as plain text or as HTML.  */
#include "base/intl.h"
#include "cli/commands.h"
#include "cli/facing.h"
#include "cli/paper.h"
#include "cli/which.h"
#include "export/edition_html.h"
#include "read/reading.h"

struct options
{
  size_t format;
  size_t width;
  size_t layout;
  bool numbers;
};

enum
{
  SHOWN_TEXT,
  SHOWN_HTML
};

static const char *
shown_choice (size_t index)
{
  static const char *const names[] = { "text", "html", NULL };
  return names[index];
}

static const struct option_row rows[] = {
  { 'f', "format", N_ ("FORMAT"), OPTION_CHOICE,
    offsetof (struct options, format),
    N_ ("plain text, or one page of HTML with your notes on the document"),
    shown_choice, 0, 0 },
  { 'w', "width", N_ ("N"), OPTION_NUMBER, offsetof (struct options, width),
    N_ ("print in N columns; by default as wide as the terminal, or 80"), NULL,
    FACING_LEAST, FACING_MOST },
  { 'l', "layout", N_ ("LAYOUT"), OPTION_CHOICE,
    offsetof (struct options, layout),
    N_ ("how the two sides stand; by default as the width allows"),
    facing_choice, 0, 0 },
  { 'n', "numbers", NULL, OPTION_FLAG, offsetof (struct options, numbers),
    N_ ("number the pairs of sentences, for \"note add --bead\""), NULL, 0,
    0 },
  { 0 }
};

static size_t
within (size_t number, size_t least, size_t most)
{
  return number < least ? least : number > most ? most : number;
}

static void
add_text (const struct document *document, const struct options *options,
          struct buf *out)
{
  struct facing facing = { .numbers = options->numbers };
  facing.width = options->width ? options->width
                                : within (paper_columns (), FACING_LEAST,
                                          FACING_MOST);
  facing.layout = facing_layout (document, options->layout, facing.width);
  facing_header (document, facing.width, out);
  facing_print (document, &facing, out);
}

static const char *
translated (const char *text)
{
  return _ (text);
}

/* Adds DOCUMENT, which is taken over, with the notes on it.  */
static void
add_html (struct cli *cli, struct document *document, struct buf *out)
{
  const struct export_options options = { .translate = translated };
  struct edition_notes notes = { 0 };
  if (cli_has_notebook (cli))
    cli_notebook (cli, false);
  struct reading *reading = reading_new (document, cli->notebook);
  for (size_t i = 0; i < reading->marks.len; i++)
    {
      const struct mark *mark = &reading->marks.items[i];
      VEC_PUSH (&notes, (struct edition_note) { &mark->note, mark->state,
                                                mark->range, mark->bead });
    }
  edition_html (document, &notes, &options, out);
  VEC_FREE (&notes);
  reading_free (reading);
}

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  const struct options *options = values;
  enum status status;
  struct document *document
    = which_document_or_file (cli, words->items[0], &status);
  if (!document)
    return status;
  struct buf out = BUF_INIT;
  bool html = option_chosen (options->format, SHOWN_TEXT) == SHOWN_HTML;
  if (html)
    add_html (cli, document, &out);
  else
    {
      add_text (document, options, &out);
      document_free (document);
    }
  paper_print (&out, html);
  return status;
}

const struct command command_show = {
  .name = "show",
  .arguments = N_ ("DOC"),
  .least = 1,
  .most = 1,
  .summary = N_ ("print a document, its two sides facing each other"),
  .description
  = N_ ("DOC is a number from \"enface list\", the path of a file, a path "
        "within a collection, or a part of a title or path that no other "
        "document has.  A file that is not in the library is shown without "
        "being added."),
  .options = rows,
  .size = sizeof (struct options),
  .run = run,
};
