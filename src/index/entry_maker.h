/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the bytes of a book of entries.  */
#ifndef INDEX_ENTRY_MAKER_H
#define INDEX_ENTRY_MAKER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "index/cedict.h"
#include "index/credits.h"

struct entry_maker;

struct entry_maker *entry_maker_new (void);
void entry_maker_free (struct entry_maker *maker);

/* The forms under which an entry is found.  One that is found by its
   traditional form alone is not found by its glosses: the same character's
   simplified form has them too.  */
enum entry_forms
{
  FORMS_SIMPLIFIED = 1,
  FORMS_TRADITIONAL = 2,
  FORMS_BOTH = 3
};

/* Adds ENTRY, copied; nothing where it has a NUL.  */
void entry_maker_add (struct entry_maker *maker,
                      const struct cedict_entry *entry,
                      enum entry_forms forms);

/* Writes the image of all that was added to IMAGE (empty before).  False where
   it would be larger than an image can be (4 GB).  */
bool entry_maker_image (struct entry_maker *maker,
                        const struct credits *credits, struct buf *image);

#endif
