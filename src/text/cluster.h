/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Grapheme clusters, code point by code point.  */
#ifndef TEXT_CLUSTER_H
#define TEXT_CLUSTER_H

#include <stdbool.h>

/* Where a stepping through clusters stands.  All zero at its start.  */
struct cluster
{
  unsigned last;       /* the code point before */
  unsigned regionals;  /* regional indicators in a row, up to it */
};

/* Whether a grapheme cluster (UAX #29, by libunistring) begins with CP, the
   next code point; *STATE moves on.  True for the first of all.  Joined emoji
   are not kept together: the joiner is a format, never drawn.  */
bool cluster_begins (struct cluster *state, unsigned cp);

#endif
