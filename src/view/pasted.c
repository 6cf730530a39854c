/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was pasted, made text.  */
#include "view/pasted.h"

#include "base/utf8.h"

/* Behind the ESC before byte AT: the end of the sequence that it begins, or AT
   where it begins none (ECMA-48 5.4).  */
static size_t
sequence_end (const char *raw, size_t len, size_t at)
{
  if (at < len && raw[at] == 'O')
    return at + 2 < len ? at + 2 : len;
  if (at >= len || raw[at] != '[')
    return at;
  at++;
  while (at < len && raw[at] >= 0x20 && raw[at] <= 0x3F)
    at++;
  return at < len && raw[at] >= 0x40 && raw[at] <= 0x7E ? at + 1 : at;
}

void
pasted_text (const char *raw, size_t len, struct buf *text)
{
  buf_reserve (text, len);
  for (size_t at = 0; at < len;)
    {
      unsigned cp = utf8_next (raw, len, &at);
      if (cp == UTF8_ERROR)
        cp = 0xFFFD;
      if (cp == '\r')
        cp = '\n';
      if (cp == '\033')
        at = sequence_end (raw, len, at);
      else if (cp == '\n' || cp == '\t' || (cp >= ' ' && cp != 0x7F))
        buf_add_cp (text, cp);
    }
}
