/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain text in columns: what commands print for people.  */
#include "cli/paper.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "text/clean.h"
#include "text/width.h"
#include "text/wrap.h"

/* Where there is no terminal, and the least that anything is laid out in.  */
enum { USUAL = 80, LEAST = 10 };

bool
paper_is_terminal (void)
{
  return isatty (STDOUT_FILENO) == 1;
}

size_t
paper_columns (void)
{
  struct winsize size;
  return ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0
           ? size.ws_col
           : USUAL;
}

void
paper_spaces (struct buf *out, size_t count)
{
  for (; count > 0; count--)
    buf_add_byte (out, ' ');
}

void
paper_wrap (struct buf *out, const char *raw, size_t indent, size_t columns)
{
  struct glyphs glyphs = { 0 };
  struct lines lines = { 0 };
  char *text = clean_string (raw);
  columns = columns > indent + LEAST ? columns - indent : LEAST;
  wrap_glyphs (text, (struct range) { 0, strlen (text) }, false, &glyphs);
  wrap_lines (&glyphs, columns, &lines);
  for (size_t i = 0; i < lines.len; i++)
    {
      size_t first = lines.items[i].first;
      size_t end = first + lines.items[i].count;
      while (end > first && glyphs.items[end - 1].kind == GLYPH_SPACE)
        end--;
      paper_spaces (out, i > 0 ? indent : 0);
      for (size_t g = first; g < end; g++)
        wrap_draw (text, &glyphs.items[g], out);
      buf_add_byte (out, '\n');
    }
  if (lines.len == 0)
    buf_add_byte (out, '\n');
  VEC_FREE (&lines);
  VEC_FREE (&glyphs);
  free (text);
}

void
paper_cell (struct buf *out, const char *text, size_t columns)
{
  char *cell = clean_string (text);
  size_t width = width_text (cell, strlen (cell));
  buf_add_string (out, cell);
  paper_spaces (out, width < columns ? columns - width : 0);
  free (cell);
}

void
paper_print (struct buf *out, bool raw)
{
  struct buf clean = BUF_INIT;
  if (raw && paper_is_terminal ())
    {
      clean_add (&clean, buf_string (out), out->len, true);
      buf_free (out);
      *out = clean;
    }
  fwrite (buf_string (out), 1, out->len, stdout);
  buf_free (out);
}
