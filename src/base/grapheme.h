/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Grapheme clusters (UAX #29): what a reader takes for one character.  */
#ifndef BASE_GRAPHEME_H
#define BASE_GRAPHEME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/range.h"

/* The end of the grapheme cluster of the LEN bytes of UTF-8 at TEXT that starts
   at byte AT (AT < LEN).  Takes time as the cluster is long.  */
size_t grapheme_end (const char *text, size_t len, size_t at);

/* The start of the cluster that byte AT stands in; AT itself where one starts
   there, or where AT is LEN.  */
size_t grapheme_start (const char *text, size_t len, size_t at);

/* Whether a cluster starts at byte AT, a code point's start, or AT is LEN.
   Takes constant time; in a row of more than 64 halves of flags it may be
   wrong.  */
bool grapheme_begins (const char *text, size_t len, size_t at);

/* RANGE widened to whole clusters; one that is empty stays so, at the start of
   its cluster.  */
struct range grapheme_widen (const char *text, size_t len, struct range range);

#endif
