/* SPDX-License-Identifier: GPL-3.0-or-later */
/* English words without their endings.  */
#ifndef TEXT_STEM_H
#define TEXT_STEM_H

#include <stddef.h>

/* Bytes of a stem with its NUL.  */
enum { STEM_SIZE = 48 };

/* Writes the stem of the word of LEN bytes at WORD, in lower case already, to
   STEM and returns its length; a longer word is cut.  Plurals, -s, -ed, -ing
   and -ly go, and a final e; the irregular forms of common verbs and nouns
   become their base form.  The same steps as the first of M. F. Porter, "An
   algorithm for suffix stripping", Program 14 (1980), and no more: the
   dictionary's glosses need no derivation.  */
size_t stem_word (const char *word, size_t len, char stem[STEM_SIZE]);

#endif
