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

/* The same, a document at a time: for a screen that must not wait.  */
struct renderings_quest;

/* Begins; what AIDS points to must live on.  Never NULL.  */
struct renderings_quest *
renderings_quest_new (struct library *library, long long id,
                      const struct keyword_row *row, size_t most,
                      const struct align_aids *aids);
void renderings_quest_free (struct renderings_quest *quest);

/* Goes on for some milliseconds.  True where there is more to do; false at the
   end, which fills RENDERINGS (all zero), and on an error, which fills ERR
   (ERR_NONE else).  */
bool renderings_quest_go (struct renderings_quest *quest,
                          struct renderings *renderings, struct err *err);

#endif
