/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two files of collocates share.  */
#ifndef INDEX_COLLOCATES_PRIVATE_H
#define INDEX_COLLOCATES_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "index/tally.h"
#include "index/word_cut.h"
#include "text/stem.h"

/* Longest run of Chinese characters that is counted.  */
enum { COLLOCATE_RUN = 6 };

/* How many words there were: [0], and runs of that many characters.  */
struct slots
{
  double of[COLLOCATE_RUN + 1];
};

struct collocates
{
  size_t window;
  struct word_finder finder; /* all NULL where none is asked */
  struct tally near;  /* `other`: left of the term; `third`: not cut out by the
                         dictionary */
  struct tally chosen; /* stems and runs; `count` in all, `other`: index of the
                          form in `near` */
  struct slots near_slots;
  struct slots all_slots;

  /* While it is being chosen, for each item of `near`: how often the longer run
     was seen that it is part of, and whether it is worth being counted.  */
  uint32_t *within;
  bool *worth;
  size_t next; /* the item to look at, counted on through both rounds */
};

/* Whether the word TEXT, not empty, is a run of Chinese.  */
bool collocate_is_run (const char *text, size_t len);

/* How many characters a run of Chinese has; 0 for a word of letters.  */
size_t collocate_run (const char *text, size_t len);

/* What the forms of a word have in common: its stem, written to STEM, or the run
   itself; *KEY points to it.  Returns its length.  */
size_t collocate_key (const char *text, size_t len, char stem[STEM_SIZE],
                      const char **key);

#endif
