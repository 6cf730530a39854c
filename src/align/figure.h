/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers in figures and words, read as far as the aligner needs them: which
   numbers stand in both sides of a bead.  */
#ifndef ALIGN_FIGURE_H
#define ALIGN_FIGURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/range.h"

/* A number in a text.  */
struct figure
{
  uint32_t key; /* equal for equal values; never 0 */
  bool plain;   /* in figures, or a month: hardly ever translated freely */
};

/* The number that begins at byte AT of TEXT and ends before END, with the
   powers of ten behind it (万, thousand).  False where none begins there, or
   one that says little: Chinese numerals of one character, English ones below
   ten.  *NEXT is where to read on, behind AT in any case.  AT must be the start
   of a word or of a character that is no letter; TEXT is valid UTF-8.  */
bool figure_read (const char *text, size_t at, size_t end,
                  struct figure *figure, size_t *next);

#endif
