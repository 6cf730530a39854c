/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a quotation stands in a document.  */
#ifndef CLI_QUOTE_H
#define CLI_QUOTE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/vec.h"
#include "book/document.h"

/* A piece of a side.  */
struct passage
{
  enum side side;
  struct range range; /* bytes */
};

struct passages VEC (struct passage);

/* Where to look.  */
struct quote_scope
{
  bool side[SIDES]; /* in which texts */
  size_t bead;      /* the number of the one bead, from 1; 0: anywhere */
};

/* Appends the places of QUOTE (valid UTF-8) in DOCUMENT within SCOPE to PLACES:
   where the very bytes stand, else, where they stand nowhere, where they stand
   folded (width, case, white space).  */
void quote_find (const struct document *document, const char *quote,
                 const struct quote_scope *scope, struct passages *places);

#endif
