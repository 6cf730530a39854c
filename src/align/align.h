/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Alignment: which sentences of the translation face which of the original.  */
#ifndef ALIGN_ALIGN_H
#define ALIGN_ALIGN_H

#include <stddef.h>

#include "book/document.h"

/* Appends to BEADS (empty before) the beads of the two sides: all sentences of
   both, in order, without gaps; the confidence of each is its posterior.  Takes the sides' texts, paragraphs and
   sentences; a side without sentences gives 1-0 or 0-1 beads.

   Headlines and bylines at the start face each other; paragraphs are matched
   first, then the sentences within them, by length in bytes: the dynamic
   programme of W. Gale and K. Church, "A Program for Aligning Sentences in
   Bilingual Corpora", Computational Linguistics 19 (1993), with beads up to
   1-5 and 5-1, 2-2 and 3-3 and a variance of 20 for Chinese and English
   (measured: BENCH, "Gale-Church wide").  */
void align_sides (const struct side_text *original,
                  const struct side_text *translation, struct beads *beads);

#endif
