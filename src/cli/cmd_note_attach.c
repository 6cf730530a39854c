/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command note attach: another place for a note.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "cli/commands.h"
#include "cli/note_text.h"
#include "cli/paper.h"
#include "cli/placing.h"
#include "cli/say.h"
#include "cli/which.h"
#include "store/notebook_history.h"

struct options
{
  struct placing placing;
  bool confirm;
  bool candidates;
};

static const struct option_row rows[] = {
  PLACING_ROWS (struct options, placing),
  { 0, "confirm", NULL, OPTION_FLAG, offsetof (struct options, confirm),
    N_ ("it is right where it was found after the text had changed"), NULL, 0,
    0 },
  { 'c', "candidates", NULL, OPTION_FLAG,
    offsetof (struct options, candidates),
    N_ ("only print the places most like what it was on"), NULL, 0, 0 },
  { 0 }
};

enum { CANDIDATES = 5 };

/* Prints a candidate: how like it is, its pair, its words.  */
static void
print_candidate (const struct document *document, enum side side,
                 const struct candidate *candidate)
{
  struct buf out = BUF_INIT;
  struct range r = candidate->range;
  char *words = mem_copy (document->side[side].text + r.start, range_len (r));
  buf_add_format (&out, "%3.0f%%  --bead=%zu --side=%s  ",
                  100 * candidate->score,
                  document_bead_at (document, side, r.start) + 1,
                  placing_side (side));
  paper_wrap (&out, words, 8, paper_columns ());
  paper_print (&out, false);
  free (words);
}

static enum status
print_candidates (const struct document *document, const struct note *note)
{
  struct candidate near[CANDIDATES];
  enum side side = note->anchor.side;
  const struct side_text *text = &document->side[side];
  size_t count = anchor_candidates (&note->anchor, text->text, text->len,
                                    CANDIDATES, near);
  for (size_t i = 0; i < count; i++)
    print_candidate (document, side, &near[i]);
  if (count == 0)
    say ("%s", _ ("nothing like it is in the text"));
  return count ? STATUS_DONE : STATUS_NOTHING;
}

/* Where NOTE is to stand in DOCUMENT.  */
static bool
find_place (const struct options *options, const struct document *document,
            const struct note *note, struct passage *place,
            enum status *status)
{
  if (!options->confirm)
    return placing_find (&options->placing, document, place, status);
  place->side = note->anchor.side;
  if (note_find (note, document, &place->range) != ANCHOR_DETACHED)
    return true;
  say ("%s", _ ("what the note was on is not in the text any more; "
                "--candidates prints the places most like it"));
  *status = STATUS_NOTHING;
  return false;
}

static enum status
attach (struct cli *cli, const struct options *options,
        const struct document *document, struct note *note)
{
  struct err err;
  struct passage place = { note->anchor.side, { 0, 0 } };
  enum status status = STATUS_USAGE;
  char was[NOTE_TIME_SIZE];
  if (!find_place (options, document, note, &place, &status))
    return status;
  memcpy (was, note->modified, sizeof was);
  note_move (note, document, place.side, place.range);
  if (!notebook_attach (cli->notebook, note->id, note, was, &err))
    return note_fail (note->id, &err);
  char *line = mem_format (_ ("note %lld is on “%s” now"), note->id,
                           note->anchor.exact);
  struct buf out = BUF_INIT;
  paper_wrap (&out, line, 0, paper_columns ());
  paper_print (&out, false);
  free (line);
  return STATUS_DONE;
}

/* The document called NAME, or where that is NULL the one that NOTE is on.  */
static struct document *
document_for (struct cli *cli, const char *name, const struct note *note,
              enum status *status)
{
  char number[24];
  if (name)
    return which_document (cli, name, status);
  *status = cli_library (cli, false);
  if (*status != STATUS_DONE)
    return NULL;
  long long id = library_find_hash (cli->library, note->document);
  if (id == 0)
    {
      say ("%s", _ ("the note's document is not in the library; name the "
                    "document that it is to be on"));
      *status = STATUS_NOTHING;
      return NULL;
    }
  snprintf (number, sizeof number, "%lld", id);
  return which_document (cli, number, status);
}

static bool
check (const struct options *options)
{
  bool placed = options->placing.quote || options->placing.bead;
  if (placed + options->confirm + options->candidates != 1)
    return placing_refuse ("note attach",
                           _ ("--quote, --bead, --confirm or --candidates is "
                              "needed"));
  return placing_check (&options->placing);
}

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  const struct options *options = values;
  struct note note;
  struct err err;
  long long id = note_number (words->items[0]);
  if (id == 0 || !check (options))
    return STATUS_USAGE;
  enum status status = cli_notebook (cli, false);
  if (status != STATUS_DONE)
    return status;
  if (!notebook_note (cli->notebook, id, &note, &err))
    return note_fail (id, &err);
  struct document *document = document_for (
    cli, words->len > 1 ? words->items[1] : NULL, &note, &status);
  if (document && status == STATUS_DONE)
    status = options->candidates ? print_candidates (document, &note)
                                 : attach (cli, options, document, &note);
  document_free (document);
  note_clear (&note);
  return status;
}

const struct command command_note_attach = {
  .name = "note attach",
  .arguments = N_ ("NUMBER [DOC]"),
  .least = 1,
  .most = 2,
  .summary = N_ ("put a note on another place"),
  .description
  = N_ ("For a note whose place is gone (detached) or not certain (moved); "
        "\"enface note list --state\" prints these.  Without DOC: in the "
        "document that it was on.  Where it was before stays in its "
        "history."),
  .options = rows,
  .size = sizeof (struct options),
  .run = run,
};
