/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a document states: its quantities, each with its place and the one that
   faces it, and how many discrepancies there are.  */
#ifndef NUMBER_APPARATUS_H
#define NUMBER_APPARATUS_H

#include "base/vec.h"
#include "book/document.h"
#include "number/quantity.h"

#define STATED_ALONE ((size_t) -1)

struct stated
{
  struct quantity quantity;
  enum side side;
  size_t bead;
  struct range sentence; /* without the white space around it */
  size_t facing;         /* index of the one that answers to it on the other
                            side, or STATED_ALONE */
};

struct stateds VEC (struct stated);

/* All zero is that of a document that states nothing; apparatus_free frees
   what it holds.  */
struct apparatus
{
  struct stateds stated; /* by bead, then side, then place */
  size_t grave;          /* discrepancies, so severe */
  size_t minor;
};

static inline void
apparatus_free (struct apparatus *apparatus)
{
  VEC_FREE (&apparatus->stated);
}

#endif
