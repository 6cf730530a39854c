/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was pasted, made text.  */
#ifndef VIEW_PASTED_H
#define VIEW_PASTED_H

#include <stddef.h>

#include "base/buf.h"

/* What ends a bracketed paste (xterm's ctlseqs.txt, "Bracketed Paste Mode").  */
#define PASTE_END "\033[201~"

/* Appends the LEN bytes at RAW, as they came from the terminal, to TEXT: UTF-8,
   each part that is none as U+FFFD; CR becomes LF; controls but tab and LF are
   left out, and so are whole sequences of ESC [ and ESC O.  Linear.  */
void pasted_text (const char *raw, size_t len, struct buf *text);

#endif
