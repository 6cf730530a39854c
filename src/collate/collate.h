/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Collation: what the translation says otherwise than the original.  */
#ifndef COLLATE_COLLATE_H
#define COLLATE_COLLATE_H

#include "book/document.h"
#include "collate/discrepancy.h"
#include "number/apparatus.h"

/* What collation knows, ready for use; never changed, so that threads may share
   it.  collator_free frees it.  */
struct collator;

struct collator *collator_new (void);
void collator_free (struct collator *collator);

/* Appends the discrepancies of DOCUMENT (whole, with its beads) to OUT, in the
   order of the beads; nothing where a side is missing or the original is not
   Chinese and the translation English.  */
void collate (const struct collator *collator, const struct document *document,
              struct discrepancies *out);

/* What DOCUMENT (whole) states, into OUT, which apparatus_free empties: the
   quantities of the sides that are Chinese or English, paired off, and how many
   discrepancies there are.  */
void collate_apparatus (const struct collator *collator,
                        const struct document *document,
                        struct apparatus *out);

#endif
