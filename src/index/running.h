/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The running words of a text, Chinese characters one by one.  */
#ifndef INDEX_RUNNING_H
#define INDEX_RUNNING_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/range.h"
#include "base/vec.h"

/* A word of letters and digits, or a character of Chinese.  */
struct running
{
  struct range folded; /* bytes of the folded text */
  struct range source; /* bytes of the text it was folded from */
  bool square;         /* a Chinese character */
  bool apart;          /* punctuation stands before it, or nothing */
};

struct runnings VEC (struct running);

/* Appends the words of RANGE of TEXT (valid UTF-8), which are the tokens of the
   search without the marks (index/token.h), to OUT, and what they are folded to to
   FOLDED, one behind the other.  Takes time by RANGE.  */
void running_words (const char *text, struct range range, struct buf *folded,
                    struct runnings *out);

#endif
