/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checks that make up collation; each appends what it finds.  */
#ifndef COLLATE_CHECKS_H
#define COLLATE_CHECKS_H

#include "collate/discrepancy.h"
#include "collate/pairing.h"

/* Quantities that differ.  */
void check_numbers (const struct sheet *sheet, struct discrepancies *out);

/* Quantities that nothing faces.  */
void check_singles (const struct sheet *sheet, struct discrepancies *out);

/* Parts that do not make the total stated with them.  */
void check_sums (const struct sheet *sheet, struct discrepancies *out);

/* Beads with an empty side.  */
void check_sentences (const struct document *document,
                      struct discrepancies *out);

/* Words in the script of the other side.  */
void check_scripts (const struct document *document,
                    struct discrepancies *out);

/* Characters that the scan of the original lost and the translation has.
   Settles the quantities that stand for them.  */
void check_gaps (struct sheet *sheet, struct discrepancies *out);

/* Names that are given in several ways.  */
void check_terms (const struct document *document, struct discrepancies *out);

/* An empty range in bead K on side S, where something would stand.  */
struct range place_of_nothing (const struct document *document, size_t k,
                               enum side s);

/* Whether Q of the original is 万人 and the like, where 万 may end a word.  */
bool begins_with_unit (const struct side_text *side, const struct quantity *q);

#endif
