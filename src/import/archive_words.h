/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a line made comparable.  */
#ifndef IMPORT_ARCHIVE_WORDS_H
#define IMPORT_ARCHIVE_WORDS_H

#include <stddef.h>

#include "base/range.h"

/* A Han character, or a run of other letters and figures.  */
struct word
{
  unsigned long long print; /* FNV-1a of its folded letters */
  struct range range;       /* where it stands in the text */
  int used;                 /* for whoever matches words; 0 at first */
};

struct words VEC (struct word);

/* Appends the words of RANGE of TEXT to OUT: full-width forms made half-width,
   case folded, white space and punctuation left out.  */
void words_of_line (const char *text, struct range range, struct words *out);

#endif
