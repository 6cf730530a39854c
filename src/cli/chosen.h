/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The notes that a command is to list or export, and where they stand today.  */
#ifndef CLI_CHOSEN_H
#define CLI_CHOSEN_H

#include <stdbool.h>
#include <stddef.h>

#include "book/note.h"
#include "cli/cli.h"
#include "export/exporter.h"

/* What --document, --tag, --since, --until, --words and so on say.  */
struct filters
{
  const char *document;
  const char *tag;
  const char *since;
  const char *until;
  const char *words;
  size_t state;          /* 1 + an enum note_state; 0: any */
  size_t kind;           /* 1 + an enum anchor_kind; 0: any */
  const char *highlight; /* a letter, or "any" */
  const char *link;      /* a title or path that is linked to, or note:UUID */
  bool deleted;          /* those that were deleted, and no others */
  bool conflicting;
  bool also_deleted;     /* those that were deleted too */
  bool ordered;          /* in an order that is the same in all notebooks */
};

/* The rows for the first four of them, or all five, in a struct of options that
   has `struct filters` as the member MEMBER.  */
#define FILTER_ROWS(type, member)                                             \
  { 'd', "document", N_ ("DOC"), OPTION_STRING,                               \
    offsetof (type, member.document), N_ ("only notes on DOC"), NULL, 0, 0 }, \
  { 0, "tag", N_ ("TAG"), OPTION_STRING, offsetof (type, member.tag),         \
    N_ ("only notes with this tag"), NULL, 0, 0 },                            \
  { 0, "since", N_ ("DATE"), OPTION_STRING, offsetof (type, member.since),    \
    N_ ("only notes written or changed since (YYYY, YYYY-MM or "              \
        "YYYY-MM-DD)"),                                                       \
    NULL, 0, 0 },                                                             \
  { 0, "until", N_ ("DATE"), OPTION_STRING, offsetof (type, member.until),    \
    N_ ("only notes not changed after that date"), NULL, 0, 0 }
#define WORDS_ROW(type, member)                                               \
  { 0, "words", N_ ("TEXT"), OPTION_STRING, offsetof (type, member.words),    \
    N_ ("only notes with TEXT in them, in what they quote or in a title"),    \
    NULL, 0, 0 }

/* The rows for what a note is on, and for all that `struct filters` has.  */
#define STATE_ROWS(type, member)                                              \
  { 0, "state", N_ ("STATE"), OPTION_CHOICE, offsetof (type, member.state),   \
    N_ ("only notes whose place is certain, or not"), chosen_state, 0, 0 },   \
  { 0, "kind", N_ ("KIND"), OPTION_CHOICE, offsetof (type, member.kind),      \
    N_ ("only notes on such a thing"), chosen_kind, 0, 0 },                   \
  { 0, "highlight", N_ ("LETTER"), OPTION_STRING,                             \
    offsetof (type, member.highlight),                                        \
    N_ ("only places marked with LETTER, or with \"any\""), NULL, 0, 0 },     \
  { 0, "linking-to", N_ ("TARGET"), OPTION_STRING,                            \
    offsetof (type, member.link),                                             \
    N_ ("only notes with a link to a title, a path or note:UUID"), NULL, 0,   \
    0 }
#define MORE_ROWS(type, member)                                               \
  STATE_ROWS (type, member),                                                  \
  { 0, "deleted", NULL, OPTION_FLAG, offsetof (type, member.deleted),         \
    N_ ("the deleted notes, and no others"), NULL, 0, 0 },                    \
  { 0, "conflicting", NULL, OPTION_FLAG, offsetof (type, member.conflicting), \
    N_ ("only versions of a note that was changed in two places"), NULL, 0,   \
    0 }

/* The names of the states and kinds, for options.  */
const char *chosen_state (size_t index);
const char *chosen_kind (size_t index);

struct chosen
{
  struct notes notes;
  struct export_note *placed; /* one a note */
  size_t unknown; /* how many are on documents that are not in the library;
                     0 where it can't be read */
  bool partial;   /* there are notes that could not be read */
};

/* Opens the notebook, and the library where there is one, and fills CHOSEN (all
   zero) with the notes that FILTERS let through, in the notebook's order.
   STATUS_NOTHING where there are none, which was said; STATUS_FAILED may come
   with those that could be read.  Release with chosen_free.  */
enum status chosen_read (struct cli *cli, const struct filters *filters,
                         struct chosen *chosen);
void chosen_free (struct chosen *chosen);

#endif
