/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command note add: a note without the screen.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/note_text.h"
#include "cli/placing.h"
#include "cli/which.h"
#include "store/numbers.h"

struct options
{
  struct placing placing;
  size_t kind;
  const char *subject;
  const char *highlight;
  const char *text;
};

static const char *
kind_choice (size_t index)
{
  return index < ANCHOR_KINDS ? anchor_kind_name ((enum anchor_kind) index)
                              : NULL;
}

static const struct option_row rows[] = {
  PLACING_ROWS (struct options, placing),
  { 'k', "kind", N_ ("KIND"), OPTION_CHOICE, offsetof (struct options, kind),
    N_ ("what the note is on: just the quotation, the whole pair of "
        "sentences, the document, or a number, a term or a discrepancy that "
        "the quotation is"),
    kind_choice, 0, 0 },
  { 0, "subject", N_ ("TEXT"), OPTION_STRING,
    offsetof (struct options, subject),
    N_ ("which number (\"3270 - t\"), term or discrepancy it is; of a term or "
        "a number: by default what is quoted"),
    NULL, 0, 0 },
  { 0, "highlight", N_ ("LETTER"), OPTION_STRING,
    offsetof (struct options, highlight),
    N_ ("mark the place with a letter from a to z; the note may be without "
        "text then"),
    NULL, 0, 0 },
  { 't', "text", N_ ("TEXT"), OPTION_STRING, offsetof (struct options, text),
    N_ ("the note; - reads it from standard input.  Words that begin with # "
        "are its tags"),
    NULL, 0, 0 },
  { 0 }
};

/* What the note is on, where --kind does not say.  */
static enum anchor_kind
kind_of (const struct options *options)
{
  if (options->kind)
    return (enum anchor_kind) (options->kind - 1);
  return options->placing.quote ? ANCHOR_SPAN : ANCHOR_BEAD;
}

/* Whether --highlight is a letter.  */
static bool
check_letter (const char *letter)
{
  return !letter
         || (letter[0] >= 'a' && letter[0] <= 'z' && letter[1] == '\0')
         || placing_refuse ("--highlight", _ ("it is a letter from a to z"));
}

/* Whether the options make sense together, whatever the document.  */
static bool
check (const struct options *options)
{
  const struct placing *placing = &options->placing;
  enum anchor_kind kind = kind_of (options);
  if (!placing->quote && !placing->bead && kind != ANCHOR_DOCUMENT)
    return placing_refuse ("note add",
                           _ ("--quote, --bead or --kind=document is needed"));
  if (kind == ANCHOR_DOCUMENT
      && (placing->quote || placing->bead || placing->side))
    return placing_refuse ("--kind=document",
                           _ ("a note on the whole document has no quotation, "
                              "pair or side"));
  if (options->subject && utf8_check (options->subject,
                                      strlen (options->subject))
                            < strlen (options->subject))
    return placing_refuse ("--subject", _ ("it is not UTF-8"));
  return placing_check (placing) && check_letter (options->highlight);
}

/* The number that the document states at PLACE; NULL where it states none
   there.  */
static char *
number_at (struct cli *cli, const struct document *document,
           const struct passage *place)
{
  struct numbers all = { 0 };
  struct number_query query;
  char *subject = NULL;
  number_query_init (&query);
  query.first_document = query.last_document = document->id;
  query.order = NUMBERS_BY_DOCUMENT;
  library_numbers (cli->library, &query, &all, NULL);
  for (size_t i = 0; i < all.len && !subject; i++)
    if (all.items[i].side == place->side
        && range_overlaps (all.items[i].range, place->range))
      subject = number_subject (&all.items[i]);
  numbers_free (&all);
  number_query_clear (&query);
  return subject;
}

/* What the note at PLACE is on: as it was given, else what stands there.  */
static char *
subject_of (struct cli *cli, const struct options *options,
            const struct document *document, const struct passage *place,
            const char *quoted)
{
  enum anchor_kind kind = kind_of (options);
  if (options->subject)
    return mem_string (options->subject);
  return kind == ANCHOR_TERM       ? mem_string (quoted)
         : kind == ANCHOR_QUANTITY ? number_at (cli, document, place)
                                   : NULL;
}

static enum status
add_note (struct cli *cli, const struct document *document,
          const struct options *options, char *text)
{
  struct err err;
  struct passage place = { document_identity_side (document), { 0, 0 } };
  enum status status;
  struct placing placing = options->placing;
  placing.whole = kind_of (options) == ANCHOR_BEAD;
  if (!placing_find (&placing, document, &place, &status)
      || (status = cli_notebook (cli, true)) != STATUS_DONE)
    {
      free (text);
      return status;
    }
  struct note note = note_on (document, place.side, place.range,
                              kind_of (options), text);
  note.highlight = options->highlight ? options->highlight[0] : '\0';
  if (kind_of (options) >= ANCHOR_QUANTITY)
    note.anchor.subject
      = subject_of (cli, options, document, &place, note.anchor.exact);
  if (notebook_add (cli->notebook, &note, &err))
    printf (_ ("note %lld added\n"), note.id);
  else
    status = cli_fail (&err);
  note_clear (&note);
  return status;
}

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  const struct options *options = values;
  enum status status;
  if (!check (options))
    return STATUS_USAGE;
  char *text = !options->text && options->highlight
                 ? mem_string ("")
                 : note_text (options->text, &status);
  if (!text)
    return status;
  struct document *document = which_document (cli, words->items[0], &status);
  if (status == STATUS_DONE)
    status = add_note (cli, document, options, text);
  else
    free (text);
  document_free (document);
  return status;
}

const struct command command_note_add = {
  .name = "note add",
  .arguments = N_ ("DOC"),
  .least = 1,
  .most = 1,
  .summary = N_ ("write a note on a place in a document"),
  .description
  = N_ ("A quotation is looked for in both texts; width, case and white space "
        "don't matter where the very words don't stand there.  Where it "
        "stands in several places they are named, and --bead and --side say "
        "which."),
  .options = rows,
  .size = sizeof (struct options),
  .run = run,
};
