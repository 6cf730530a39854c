/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text being written: its rows in a window.  */
#include "read/editor_private.h"

#include "text/clean.h"
#include "text/width.h"

size_t
editor_width (const struct editor *editor, struct range range)
{
  struct buf drawn = BUF_INIT;
  clean_add (&drawn, editor_text (editor) + range.start, range_len (range),
             false);
  size_t width = width_text (buf_string (&drawn), drawn.len);
  buf_free (&drawn);
  return width;
}

/* The end of the row that begins at START of a line that ends at END: as much as
   COLUMNS hold, back to the last space where that is in the row.  */
static size_t
row_end (const struct editor *editor, size_t start, size_t end,
         size_t columns)
{
  size_t at = start, width = 0, space = 0;
  while (at < end)
    {
      size_t next = editor_next (editor, at);
      size_t more = editor_width (editor, (struct range) { at, next });
      if (width + more > columns && at > start)
        return space > start ? space : at;
      width += more;
      at = next;
      if (editor_text (editor)[at - 1] == ' ')
        space = at;
    }
  return end;
}

void
editor_rows (const struct editor *editor, size_t columns,
             struct ranges *rows, size_t *row, size_t *column)
{
  size_t start = 0, line = editor_line_end (editor, 0);
  for (;;)
    {
      size_t end = row_end (editor, start, line, columns);
      if (editor->at >= start && editor->at <= end)
        {
          *row = rows->len;
          *column
            = editor_width (editor, (struct range) { start, editor->at });
        }
      VEC_PUSH (rows, (struct range) { start, end });
      if (end >= editor->text.len)
        break;
      start = end;
      if (end == line)
        {
          start = editor_next (editor, end);
          line = editor_line_end (editor, start);
        }
    }
}

/* The place in row INDEX of ROWS at COLUMN, or as near before it as can be: the
   end of a row that goes on in the next is the next one's start.  */
static size_t
row_place (const struct editor *editor, const struct ranges *rows,
           size_t index, size_t column)
{
  struct range row = rows->items[index];
  bool goes_on = index + 1 < rows->len
                 && rows->items[index + 1].start == row.end;
  size_t last = goes_on ? editor_previous (editor, row.end) : row.end;
  size_t at = row.start, next;
  while (at < last
         && (next = editor_next (editor, at)) <= row.end
         && editor_width (editor, (struct range) { row.start, next })
              <= column)
    at = next;
  return at > last ? last : at;
}

void
editor_move_row (struct editor *editor, bool down, size_t columns)
{
  struct ranges rows = { 0 };
  size_t row = 0, column = 0;
  editor_rows (editor, columns, &rows, &row, &column);
  if (down ? row + 1 < rows.len : row > 0)
    editor->at = row_place (editor, &rows, down ? row + 1 : row - 1, column);
  VEC_FREE (&rows);
}
