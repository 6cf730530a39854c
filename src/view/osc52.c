/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes that ask a terminal to copy a text.  */
#include "view/osc52.h"

/* Base 64 (RFC 4648).  */
static void
add_base64 (struct buf *out, const char *text, size_t len)
{
  static const char digits[]
    = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (size_t i = 0; i < len; i += 3)
    {
      unsigned long three = 0;
      for (size_t k = 0; k < 3; k++)
        three = three << 8 | (i + k < len ? (unsigned char) text[i + k] : 0);
      for (size_t k = 0; k < 4; k++)
        buf_add_byte (out, i + k > len ? '='
                                       : digits[three >> (18 - 6 * k) & 63]);
    }
}

void
osc52_copy (const char *text, size_t len, enum osc52_through through,
            struct buf *out)
{
  static const char *const begin[]
    = { [OSC52_NOTHING] = "\033]52;c;",
        [OSC52_TMUX] = "\033Ptmux;\033\033]52;c;",
        [OSC52_SCREEN] = "\033P\033]52;c;" };
  buf_add_string (out, begin[through]);
  add_base64 (out, text, len);
  buf_add_string (out, through == OSC52_NOTHING ? "\a" : "\a\033\\");
}
