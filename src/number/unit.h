/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Units of measure: symbols, and what one is in its base unit.  */
#ifndef NUMBER_UNIT_H
#define NUMBER_UNIT_H

#include "number/decimal.h"

struct unit
{
  const char *symbol;     /* "jin" */
  const char *base;       /* the symbol of its base unit, "kg"; its own where it
                             is one */
  struct decimal factor;  /* how many base units one is */
  const char *conversion; /* the conversion in words; NULL for a base unit */
};

/* The unit with that symbol; NULL for a word that is no measure ("furnace"). */
const struct unit *unit_find (const char *symbol);

/* Whether SYMBOL is a unit of measure, not of counting (person, household).  */
bool unit_is_measure (const char *symbol);

/* All units in the order of their symbols, ended by a NULL symbol.  */
extern const struct unit units[];

#endif
