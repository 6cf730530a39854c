/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes that ask a terminal to copy a text.  */
#ifndef VIEW_OSC52_H
#define VIEW_OSC52_H

#include <stddef.h>

#include "base/buf.h"

/* What the bytes have to go through.  */
enum osc52_through
{
  OSC52_NOTHING,
  OSC52_TMUX,
  OSC52_SCREEN
};

/* Appends what asks to copy the LEN bytes at TEXT (xterm's OSC 52).  */
void osc52_copy (const char *text, size_t len, enum osc52_through through,
                 struct buf *out);

#endif
