/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folding: texts made comparable, for search and for identity.  */
#ifndef TEXT_FOLD_H
#define TEXT_FOLD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/range.h"

/* A folded text with the way back: byte i of DATA comes from the grapheme
   cluster of the source that starts at byte MAP[i]; MAP has LEN + 1 entries,
   the last the source's length.  GAPS tells where the cluster before byte
   .start of DATA ends in the source (.end), in order, for those bytes before
   which some of the source was dropped.  */
struct folded
{
  char *data;
  size_t len;
  size_t *map;
  struct ranges gaps;
};

/* Folds the LEN bytes of valid UTF-8 at TEXT for search: compatibility forms
   (full-width and half-width made one), case and accents folded (accents as in
   Latin, Greek and Cyrillic, not the vowels of Indic writing); a run of white
   space made one space, or nothing between two Han characters or Han and the
   punctuation of Han; U+200B, U+00AD and other invisible formats dropped; curly
   quotes and dashes made plain.  The folding of a part is the part of the
   folding, but for white space at its ends.  Linear.  folded_free frees it.  */
void fold_search (const char *text, size_t len, struct folded *folded);
void folded_free (struct folded *folded);

/* The first occurrence of NEEDLE (folded) in FOLDED at or after byte FROM of
   the folded text, as a range of the source text, whole grapheme clusters;
   *NEXT (may be NULL) is where to go on, behind it.  False where there is none;
   an empty needle is nowhere.  */
bool fold_find (const struct folded *folded, const char *needle, size_t len,
                size_t from, struct range *found, size_t *next);

/* The identity of a text: the first 16 bytes of the SHA-256 (FIPS 180-4, by
   libmd) of the text in NFC, each run of white space made one space and none
   at the ends, as 32 hexadecimal digits and a NUL.  White space as in
   base/space.h.  Text that isn't UTF-8 is taken as it is.  */
void fold_identity (const char *text, size_t len, char hash[33]);

#endif
