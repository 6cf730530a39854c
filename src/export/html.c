/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text as HTML.  */
#include "export/html.h"

#include <string.h>

/* What stands for C, which HTML can't hold as it is; NULL: it can.  */
static const char *
entity (unsigned char c)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    case '\n':
    case '\t':
      return NULL;
    default:
      return c < 0x20 || c == 0x7F ? "\xEF\xBF\xBD" : NULL;
    }
}

/* Whether the LEN bytes at TEXT begin with a control character of Latin-1,
   U+0080 to U+009F.  */
static int
is_control (const char *text, size_t len)
{
  return len >= 2 && (unsigned char) text[0] == 0xC2
         && (unsigned char) text[1] < 0xA0;
}

void
html_escape_part (const char *text, size_t len, struct buf *out)
{
  for (size_t at = 0; at < len; at++)
    {
      const char *other = entity ((unsigned char) text[at]);
      if (other)
        buf_add_string (out, other);
      else if (is_control (text + at, len - at))
        {
          buf_add_string (out, "\xEF\xBF\xBD");
          at++;
        }
      else
        buf_add_byte (out, text[at]);
    }
}

void
html_escape (const char *text, struct buf *out)
{
  html_escape_part (text, strlen (text), out);
}
