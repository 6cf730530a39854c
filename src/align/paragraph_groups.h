/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which paragraphs face which.  */
#ifndef ALIGN_PARAGRAPH_GROUPS_H
#define ALIGN_PARAGRAPH_GROUPS_H

#include "align/first.h"

/* Appends to GROUPS beads of sentences that cover both sides, each made of whole
   paragraphs; one side of a group may be empty.  One group of everything where
   the paragraphs don't answer to each other.  MODEL is that of the
   sentences.  */
void paragraph_groups (const struct first_side side[SIDES],
                       const struct length_model *model,
                       struct beads *groups);

#endif
