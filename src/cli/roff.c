/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts in the language of man pages.  */
#include "cli/roff.h"

#include <string.h>

#include "text/wrap.h"

/* Adds BYTE so that roff takes it for none of its own.  */
static void
add_byte (struct buf *out, char byte)
{
  if (byte == '\\')
    buf_add_string (out, "\\e");
  else if (byte == '-')
    buf_add_string (out, "\\-");
  else
    buf_add_byte (out, byte);
}

/* Whether roff must be told that a line may be broken before GLYPH of
   TEXT: of itself it does so at blanks only, which Chinese and a long list of
   choices lack.  */
static bool
is_break (const char *text, const struct glyph *glyph)
{
  size_t at = glyph->range.start;
  return at > 0 && text[at - 1] == '|' ? text[at] != ' '
         : glyph->may_break && at > 0 && text[at - 1] != ' '
         && (((unsigned char) text[at] & 0x80) != 0
             || ((unsigned char) text[at - 1] & 0x80) != 0);
}

void
roff_add (struct buf *out, const char *text, bool breaks)
{
  size_t len = strlen (text), next = 0;
  struct glyphs glyphs = { 0 };
  if (breaks)
    wrap_glyphs (text, (struct range) { 0, len }, false, &glyphs);
  for (size_t at = 0; at < len; at++)
    {
      while (next < glyphs.len && glyphs.items[next].range.start < at)
        next++;
      if ((at == 0 || text[at - 1] == '\n')
          && (text[at] == '.' || text[at] == '\''))
        buf_add_string (out, "\\&");
      if (next < glyphs.len && glyphs.items[next].range.start == at
          && is_break (text, &glyphs.items[next]))
        buf_add_string (out, "\\:");
      add_byte (out, text[at]);
    }
  VEC_FREE (&glyphs);
}

void
roff_text (struct buf *out, const char *text)
{
  roff_add (out, text, true);
}

void
roff_line (struct buf *out, const char *before, const char *text)
{
  buf_add_string (out, before);
  roff_text (out, text);
  buf_add_byte (out, '\n');
}

void
roff_section (struct buf *out, const char *title)
{
  buf_add_string (out, ".SH \"");
  roff_add (out, title, false);
  buf_add_string (out, "\"\n");
}
