/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a term of the keyword index is rendered on the facing side.  */
#ifndef STORE_RENDERINGS_H
#define STORE_RENDERINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "align/align.h"
#include "store/keywords.h"

/* A rendering, and in how many pairs of sentences with the term it is the one
   that explains the term.  */
struct rendering
{
  char *form;
  size_t count;
};

struct renderings
{
  struct VEC (struct rendering) of; /* the most frequent first */
  size_t pairs;     /* of sentences with the term that were looked at */
  size_t documents; /* that were looked at */
  bool more;        /* there are more than were looked at */
};

void renderings_free (struct renderings *renderings);

/* Whether no rendering stands for most of the pairs: the term is rendered in many
   ways.  */
bool renderings_differ (const struct renderings *renderings);

/* Fills RENDERINGS (all zero) for the term of ROW, from the pairs of sentences of
   the documents that have it: of document ID, or where that is 0 of the first
   MOST documents by date.  The dictionaries and the lexicon of AIDS (may be NULL)
   and the glossaries of the documents say what is known beforehand.  The reader's
   corrections of pairs are not regarded.  */
bool library_renderings (struct library *library, long long id,
                         const struct keyword_row *row, size_t most,
                         const struct align_aids *aids,
                         struct renderings *renderings, struct err *err);

#endif
