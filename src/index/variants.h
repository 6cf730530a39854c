/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Simplified and traditional forms of the same character.  Pure.  */
#ifndef INDEX_VARIANTS_H
#define INDEX_VARIANTS_H

#include <stddef.h>

enum { VARIANTS_MOST = 8 };

/* Writes the code points that may stand for the character CP in the other
   writing to OUT, CP itself not among them; returns how many, 0 for most.  As
   a simplified character may stand for several, and one of them may be written
   so in both (后 for 後, and 后 itself), the relation is no conversion: it
   says what to look for, never what to write.  */
size_t variants_of (unsigned cp, unsigned out[VARIANTS_MOST]);

#endif
