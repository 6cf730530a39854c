/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where lines may begin, for readers of Chinese and of English.  */
#ifndef TEXT_BREAKS_H
#define TEXT_BREAKS_H

#include <stdbool.h>
#include <stddef.h>

#include "text/wrap.h"

/* Whether CP is written in a square of its own and without spaces between
   words: Han, Kana, Bopomofo, CJK punctuation, full-width forms.  */
bool breaks_square (unsigned cp);

/* Fills may_break and may_cut of the COUNT glyphs at GLYPHS, which are all of a
   reading view of TEXT.  UAX #14 (libunistring) with the tailorings told in the
   .c, so that 。，、；：？！）》」』”’ begin no line, （《〈“‘「『 end none, ——
   and …… stay whole, and an English word or a number is never broken.  */
void breaks_fill (const char *text, struct glyph *glyphs, size_t count);

#endif
