/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pairing the quantities of both sides, bead by bead.  */
#ifndef COLLATE_PAIRING_H
#define COLLATE_PAIRING_H

#include "book/document.h"
#include "collate/compare.h"
#include "number/recognise.h"
#include "number/apparatus.h"

#define UNPAIRED STATED_ALONE

/* A quantity in its place.  */
struct entry
{
  struct reading reading;
  size_t bead;
  size_t partner; /* among the entries of the other side, or UNPAIRED */
  enum relation relation; /* to the partner */
  bool settled;   /* needs no remark, though it has no partner */
};

struct entries VEC (struct entry);

/* All quantities of a document.  Entries lie in the order of the text; those of
   bead K are FIRST[side][K] to FIRST[side][K + 1].  */
struct sheet
{
  const struct document *document;
  const struct recogniser *recognisers[SIDES];
  struct quantities found[SIDES];
  struct entries entries[SIDES];
  size_t *first[SIDES];
};

/* Recognises the quantities of both sides of DOCUMENT, which has beads (of a
   side whose recogniser is not NULL), and
   pairs them off: within each bead by relation, then by order; what is equal
   and has no partner also with the beads around.  */
void sheet_fill (struct sheet *sheet, const struct document *document,
                 const struct recogniser *const recognisers[SIDES]);
void sheet_free (struct sheet *sheet);

/* Appends all quantities of SHEET to OUT, which is empty.  A second reading
   faces what the first one does.  */
void sheet_state (const struct sheet *sheet, struct stateds *out);

#endif
