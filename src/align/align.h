/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Alignment: which sentences of the translation face which of the original.  */
#ifndef ALIGN_ALIGN_H
#define ALIGN_ALIGN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "book/document.h"

struct dictionary;
struct workers;

enum { DICTIONARIES_MOST = 16 };

/* What helps to align; all zero is nothing.  */
struct align_aids
{
  const struct dictionary *const *dictionary;
  size_t dictionaries; /* less than DICTIONARIES_MOST */
  bool large; /* one of them covers the language, not some terms only */
  struct workers *workers; /* share the work; NULL: the caller alone.  The beads
                              are the same however many there are */
};

/* The version of what beads are found by; to be raised with the weights and with
   each change of what is made of a text.  */
enum { ALIGN_VERSION = 7 };

/* A number above 0 that tells whether texts would be aligned otherwise with
   AIDS (may be NULL) than with others, or by another version.  */
long long align_digest (const struct align_aids *aids);

/* Appends to BEADS (empty before) the beads of the two sides: all sentences of
   both, in order, without gaps; the confidence of each is its posterior.  Takes
   the sides' texts, paragraphs and sentences; a side without sentences gives
   1-0 or 0-1 beads.  AIDS may be NULL.

   The first pass goes by length alone: headlines and bylines at the start face
   each other; paragraphs are matched first, then the sentences within them, by
   the dynamic programme of W. Gale and K. Church, "A Program for Aligning
   Sentences in Bilingual Corpora", Computational Linguistics 19 (1993).  The
   second weighs all evidence (terms.h) in a band around its path, learns which
   words go together from what it finds, and does it again.  */
void align_sides (const struct side_text *original,
                  const struct side_text *translation,
                  const struct align_aids *aids, struct beads *beads);

/* Sets DOCUMENT's beads anew; its own glossary helps too.  */
void align_document (struct document *document,
                     const struct align_aids *aids);

/* Whether the sides of DOCUMENT, which has been aligned, hardly agree, so that one
   may not be the translation of the other: the mean confidence of its beads,
   into *MEAN, is low, where those with one side count as none.  Never of a few
   sentences, which can't tell.  */
bool align_doubt (const struct document *document, double *mean);

/* A pair of texts of several; BEADS is emptied first.  */
struct align_text
{
  const struct side_text *original;
  const struct side_text *translation;
  struct beads *beads;
};

struct align_texts VEC (struct align_text);

/* The same for texts that belong together: what is learned from one serves the
   others.  */
void align_together (const struct align_texts *texts,
                     const struct align_aids *aids);

/* The same, and writes what was learned to IMAGE (empty before) as a dictionary
   that helps to align other texts.  */
void align_learn (const struct align_texts *texts,
                  const struct align_aids *aids, struct buf *image);

#endif
