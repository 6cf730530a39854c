/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of source formats.  */
#include "import/formats.h"

const struct importer *const importers[]
  = { &import_archive, &import_prose, NULL };

const struct importer *
importer_for (const char *text, size_t len, const char *name)
{
  const struct importer *best = NULL;
  int surest = 0;
  for (size_t i = 0; importers[i]; i++)
    {
      int sure = importers[i]->recognise (text, len, name);
      if (sure > surest)
        best = importers[i], surest = sure;
    }
  return best;
}
