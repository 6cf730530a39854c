/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking at what the program has written.  */
#ifndef TERMLOOK_H
#define TERMLOOK_H

#include "termrun.h"

/* Whether TEXT stands in ROW (from 0; -1 for any).  */
bool look_shown (const struct run *run, int row, const char *text);

/* Whether the program has ever written BYTES.  */
bool look_raw (const struct run *run, const struct bytes *bytes);

#endif
