/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much text the library holds.  */
#include "store/library_sizes.h"

#include "store/library_private.h"

static void
take_sizes (struct row *row, struct library_size *size)
{
  for (enum side s = 0; s < SIDES; s++)
    size->size[s] = take_double (row, 0, 1e18);
}

bool
library_sizes (struct library *library, struct library_sizes *out,
               struct err *err)
{
  struct err found = ERR_INIT;
  struct row row = row_of (&library->database, SIZES);
  while (row_next (&row, &found))
    {
      struct library_size size = { .month = "" };
      take_short (&row, size.month, sizeof size.month);
      take_sizes (&row, &size);
      if (!row.bad)
        VEC_PUSH (out, size);
    }
  if (found.code != ERR_NONE && err)
    *err = found;
  return found.code == ERR_NONE;
}

bool
library_size_of (struct library *library, long long id,
                 struct library_size *size, struct err *err)
{
  struct err found = ERR_INIT;
  struct row row = row_of (&library->database, SIZE_OF);
  *size = (struct library_size) { .month = "" };
  put_number (&row, id);
  while (row_next (&row, &found))
    take_sizes (&row, size);
  if (found.code != ERR_NONE && err)
    *err = found;
  return found.code == ERR_NONE;
}
