/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Grapheme clusters, code point by code point.  */
#include "text/cluster.h"

#include <unigbrk.h>

/* Printable ASCII, Han and CJK punctuation that never joins.  */
static bool
plain (unsigned cp)
{
  return (cp >= ' ' && cp < 0x7F) || (cp >= 0x4E00 && cp <= 0x9FFF)
         || (cp >= 0x3001 && cp <= 0x3029) || (cp >= 0xFF01 && cp <= 0xFF60);
}

static bool
regional (unsigned cp)
{
  return cp >= 0x1F1E6 && cp <= 0x1F1FF;
}

bool
cluster_begins (struct cluster *state, unsigned cp)
{
  unsigned last = state->last;
  unsigned regionals = state->regionals;
  state->last = cp;
  state->regionals = regional (cp) ? regionals + 1 : 0;
  if (last == 0 || (plain (last) && plain (cp)))
    return true;
  /* uc_is_grapheme_break sees two code points only and joins every regional
     indicator to the one before; flags are pairs (GB12, GB13).  */
  if (regional (last) && regional (cp))
    return regionals % 2 == 0;
  return uc_is_grapheme_break (last, cp);
}
