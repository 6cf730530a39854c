/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of Unihan share: the characters that were read.  */
#ifndef INDEX_UNIHAN_PRIVATE_H
#define INDEX_UNIHAN_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/range.h"
#include "base/vec.h"
#include "index/unihan.h"

/* What is known of a character.  */
struct row
{
  unsigned cp;
  struct range readings; /* of the characters' text */
  struct range meanings;
};

/* OTHER is a form of CP: the simplified one, or a traditional one.  */
struct link
{
  unsigned cp;
  unsigned other;
  bool simplified;
  size_t order; /* in the file */
};

struct characters
{
  struct buf text;
  struct
  VEC (struct row) rows;
  struct
  VEC (struct link) links; /* in the order of the file: sorted by CP */
  size_t lines;
  size_t broken;
  long first_broken;
};

/* Sorts the rows and links of CHARACTERS and gives their entries to TAKER; returns
   how many.  */
size_t unihan_give (struct characters *characters,
                    const struct unihan_taker *taker);

#endif
