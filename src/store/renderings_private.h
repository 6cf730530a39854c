/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that look for renderings share.  Internal to store/.  */
#ifndef STORE_RENDERINGS_PRIVATE_H
#define STORE_RENDERINGS_PRIVATE_H

#include "base/vocabulary.h"
#include "index/common.h"
#include "index/rendering.h"
#include "store/keywords_private.h"
#include "store/renderings.h"
#include "store/search.h"

/* Terms of the other language by their number in the index.  */
struct numbered
{
  long long id;
  uint32_t word; /* in WORDS; TERM_NONE: of the term's own language */
};

struct numbereds VEC (struct numbered);

/* What stands beside a character, left and right, where it is a candidate: the
   commonest there is told by a vote, as in keywords_write.c.  */
struct beside
{
  unsigned cp[2];
  size_t votes[2];
  size_t count;
};

struct renderings_quest
{
  struct library *library;
  long long id;       /* of one document; 0: the first MOST that have it */
  size_t most;
  enum tongue tongue; /* of the term */
  char *word;         /* the term as wordbook_word writes it ... */
  char *form;         /* ... and as it is shown */
  const struct align_aids *aids;
  struct search *search; /* for documents; made when it is needed */
  struct renderings found;
  enum tongue other;
  struct commons *commons;
  struct vocabulary words; /* candidates; number i is candidate i */
  struct VEC (char *) forms;
  struct VEC (struct beside) beside; /* of each candidate */
  struct numbereds met;    /* by number */
  struct rendering_text text;
  size_t pairs;
  struct err err;
};

/* Makes the terms of DOCUMENT in the other language candidates, and those known
   whose glossary says so; false on an error, which is in G.  */
bool renderings_meet (struct renderings_quest *g,
                      const struct document *document);

/* The candidate of LEN bytes at WORD, a single character that is no term of the
   index, made where it is new; TERM_NONE where it can be none.  */
uint32_t renderings_meet_character (struct renderings_quest *g,
                                    const char *word, size_t len);

/* Takes the characters that are but half of a word no candidate any more: those
   with nearly always the same one beside them.  */
void renderings_drop_halves (struct renderings_quest *g);

/* Takes bead B of DOCUMENT, whose SIDE is in the term's language.  */
void renderings_read_bead (struct renderings_quest *g,
                           const struct document *document, size_t b,
                           enum side side);

#endif
