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
#include "cli/quote.h"
#include "cli/say.h"
#include "cli/which.h"

struct options
{
  const char *quote;
  size_t bead;
  size_t side;
  size_t kind;
  const char *text;
};

static const char *
side_choice (size_t index)
{
  static const char *const names[] = { "o", "t", NULL };
  return names[index];
}

static const char *
kind_choice (size_t index)
{
  static const char *const names[] = { "span", "bead", "document", NULL };
  return names[index];
}

static const struct option_row rows[] = {
  { 'q', "quote", N_ ("TEXT"), OPTION_STRING, offsetof (struct options, quote),
    N_ ("the note is on TEXT, as it stands in the document"), NULL, 0, 0 },
  { 'b', "bead", N_ ("N"), OPTION_NUMBER, offsetof (struct options, bead),
    N_ ("the note is on pair N of sentences (\"enface show --numbers\"); with "
        "--quote: look for it there"),
    NULL, 1, 1 << 30 },
  { 's', "side", N_ ("SIDE"), OPTION_CHOICE, offsetof (struct options, side),
    N_ ("the original or the translation"), side_choice, 0, 0 },
  { 'k', "kind", N_ ("KIND"), OPTION_CHOICE, offsetof (struct options, kind),
    N_ ("what the note is on: just the quotation, the whole pair of "
        "sentences, or the document"),
    kind_choice, 0, 0 },
  { 't', "text", N_ ("TEXT"), OPTION_STRING, offsetof (struct options, text),
    N_ ("the note; - reads it from standard input.  Words that begin with # "
        "are its tags"),
    NULL, 0, 0 },
  { 0 }
};

static bool
refuse (const char *where, const char *detail)
{
  struct err err;
  err_set (&err, ERR_USAGE, where, "%s", detail);
  say_err (&err);
  return false;
}

/* What the note is on, where --kind does not say.  */
static enum anchor_kind
kind_of (const struct options *options)
{
  if (options->kind)
    return (enum anchor_kind) (options->kind - 1);
  return options->quote ? ANCHOR_SPAN : ANCHOR_BEAD;
}

/* Whether the options make sense together, whatever the document.  */
static bool
check (const struct options *options)
{
  size_t len = options->quote ? strlen (options->quote) : 1;
  if (!options->quote && !options->bead
      && kind_of (options) != ANCHOR_DOCUMENT)
    return refuse ("note add",
                   _ ("--quote, --bead or --kind=document is needed"));
  if (kind_of (options) == ANCHOR_DOCUMENT
      && (options->quote || options->bead || options->side))
    return refuse ("--kind=document",
                   _ ("a note on the whole document has no quotation, pair or "
                      "side"));
  if (len == 0)
    return refuse ("--quote", _ ("it needs a value"));
  if (options->quote && utf8_check (options->quote, len) < len)
    return refuse ("--quote", _ ("it is not UTF-8"));
  return true;
}

/* Names the PLACES where a quotation stands, each pair of sentences once.  */
static bool
refuse_places (const struct document *document, const char *quote,
               const struct passages *places)
{
  struct buf names = BUF_INIT;
  enum { NAMED = 150 }; /* bytes: what an error's detail holds with the rest */
  char *last = mem_string ("");
  for (size_t i = 0; i < places->len && names.len < NAMED; i++)
    {
      const struct passage *place = &places->items[i];
      size_t bead
        = document_bead_at (document, place->side, place->range.start);
      char *name = mem_format ("--bead=%zu --side=%s", bead + 1,
                               side_choice (place->side));
      if (strcmp (name, last) != 0)
        buf_add_format (&names, "%s%s", names.len ? ", " : "", name);
      free (last);
      last = name;
    }
  free (last);
  char *detail
    = mem_format (_ ("it stands in %zu places, quote more of it: %s%s"),
                  places->len, buf_string (&names),
                  names.len < NAMED ? "" : ", ...");
  refuse (quote, detail);
  free (detail);
  buf_free (&names);
  return false;
}

/* The one place of the quotation.  */
static bool
place_quote (const struct document *document, const struct options *options,
             struct passage *place, enum status *status)
{
  struct passages places = { 0 };
  struct quote_scope scope = { .bead = options->bead };
  for (enum side s = 0; s < SIDES; s++)
    scope.side[s] = options->side == 0 || options->side == 1 + (size_t) s;
  quote_find (document, options->quote, &scope, &places);
  bool one = places.len == 1;
  *status = places.len == 0 ? STATUS_NOTHING : STATUS_USAGE;
  if (one)
    *place = places.items[0];
  else if (places.len == 0)
    say (_ ("\"%s\" does not stand there; \"enface show\" prints the text"),
         options->quote);
  else
    refuse_places (document, options->quote, &places);
  VEC_FREE (&places);
  return one;
}

/* The text of bead INDEX on the side asked for, else on one that has any.  */
static bool
place_bead (const struct document *document, const struct options *options,
            size_t index, struct passage *place)
{
  const struct bead *bead = &document->beads.items[index];
  place->side = options->side ? (enum side) (options->side - 1) : ORIGINAL;
  if (!options->side && bead->count[ORIGINAL] == 0)
    place->side = TRANSLATION;
  if (bead->count[place->side] == 0)
    return refuse ("--side", _ ("this pair has no sentence on that side"));
  place->range = document_bead_range (document, index, place->side);
  return true;
}

/* Where in DOCUMENT the note is to stand.  */
static bool
find_place (const struct document *document, const struct options *options,
            struct passage *place, enum status *status)
{
  *status = STATUS_USAGE;
  if (options->bead > document->beads.len)
    {
      char *detail
        = mem_format (_ ("the document has %zu pairs of sentences"),
                      document->beads.len);
      refuse ("--bead", detail);
      free (detail);
      return false;
    }
  if (options->quote
      && !place_quote (document, options, place, status))
    return false;
  if (options->quote && kind_of (options) == ANCHOR_BEAD)
    {
      struct options on = { .side = 1 + (size_t) place->side };
      return place_bead (document, &on,
                         document_bead_at (document, place->side,
                                           place->range.start),
                         place);
    }
  if (!options->quote && options->bead)
    return place_bead (document, options, options->bead - 1, place);
  return true;
}

static enum status
add_note (struct cli *cli, const struct document *document,
          const struct options *options, char *text)
{
  struct err err;
  struct passage place = { document_identity_side (document), { 0, 0 } };
  enum status status;
  if (!find_place (document, options, &place, &status)
      || (status = cli_notebook (cli, true)) != STATUS_DONE)
    {
      free (text);
      return status;
    }
  struct note note = note_on (document, place.side, place.range,
                              kind_of (options), text);
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
  char *text = note_text (options->text, &status);
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
