/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a command is to put a note: by quotation or by pair of sentences.  */
#ifndef CLI_PLACING_H
#define CLI_PLACING_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/cli.h"
#include "cli/quote.h"

/* What --quote, --bead and --side say.  */
struct placing
{
  const char *quote;
  size_t bead; /* from 1; 0: not given */
  size_t side; /* 1 + the side; 0: either */
  bool whole;  /* of a quotation the whole pair is meant */
};

/* The rows for them in a struct of options that has `struct placing' as the
   member MEMBER.  */
#define PLACING_ROWS(type, member)                                            \
  { 'q', "quote", N_ ("TEXT"), OPTION_STRING, offsetof (type, member.quote),  \
    N_ ("the note is on TEXT, as it stands in the document"), NULL, 0, 0 },   \
  { 'b', "bead", N_ ("N"), OPTION_NUMBER, offsetof (type, member.bead),       \
    N_ ("the note is on pair N of sentences (\"enface show --numbers\"); "    \
        "with --quote: look for it there"),                                   \
    NULL, 1, 1 << 30 },                                                       \
  { 's', "side", N_ ("SIDE"), OPTION_CHOICE, offsetof (type, member.side),    \
    N_ ("the original or the translation"), placing_side, 0, 0 }

/* "o" and "t".  */
const char *placing_side (size_t index);

/* Says that WHERE (an option) is wrongly used; returns false.  */
bool placing_refuse (const char *where, const char *detail);

/* Whether the options make sense, whatever the document; says so where not.  */
bool placing_check (const struct placing *placing);

/* The place in DOCUMENT that they mean; PLACE stays as it is where they name
   none.  False: *STATUS, and it was said.  */
bool placing_find (const struct placing *placing,
                   const struct document *document, struct passage *place,
                   enum status *status);

#endif
