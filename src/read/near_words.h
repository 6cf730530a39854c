/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The collocates of what is found in the library.  */
#ifndef READ_NEAR_WORDS_H
#define READ_NEAR_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "index/collocates.h"
#include "read/finder.h"
#include "store/entries.h"

/* Only so many places are looked at, the earliest, with all the text of the
   documents they are in.  */
enum { NEAR_PLACES = 10000 };

struct near_words;

/* Begins to look for WANTED (copied) and the words at most WINDOW words away.
   LIBRARY, NOTEBOOK and ENTRIES, which tell words of Chinese, must outlive it; the
   last two may be NULL.  NULL with ERR filled where the query is wrong.  */
struct near_words *near_words_new (struct library *library,
                                   struct notebook *notebook,
                                   struct entries *entries,
                                   const struct wanted *wanted,
                                   size_t window, struct err *err);
void near_words_free (struct near_words *near);

/* Goes on for about MILLISECONDS.  SEARCH_BUSY: call again; SEARCH_END: the list
   can be had; SEARCH_FAILED: ERR is filled.  */
enum search_state near_words_go (struct near_words *near,
                                 unsigned milliseconds, struct err *err);

/* How many places were looked at so far, and whether there are more than are
   looked at.  */
size_t near_words_places (const struct near_words *near);
bool near_words_cut (const struct near_words *near);

/* As collocates_list.  */
void near_words_list (const struct near_words *near,
                      enum collocate_score score, struct collocate_list *out);

#endif
