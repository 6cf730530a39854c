/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text being written: its rows in a window.  */
#include "read/editor_private.h"

#include "base/grapheme.h"
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

size_t
editor_shown (const struct editor *editor, size_t room)
{
  size_t start = editor_cursor (editor), width = 0;
  const char *text = editor_text (editor);
  while (start > 0)
    {
      size_t before = grapheme_start (text, start, start - 1);
      width += editor_width (editor, (struct range) { before, start });
      if (width >= room)
        break;
      start = before;
    }
  return start;
}

/* Whether the byte AT is a printable ASCII character.  */
static bool
is_plain (const struct editor *editor, size_t at)
{
  return at < editor->text.len && editor->text.data[at] >= ' '
         && editor->text.data[at] < 0x7F;
}

/* The end of the cluster at AT, and its columns.  */
static size_t
step (const struct editor *editor, size_t at, size_t *width)
{
  if (is_plain (editor, at) && is_plain (editor, at + 1))
    {
      *width = 1;
      return at + 1;
    }
  size_t next = editor_next (editor, at);
  *width = editor_width (editor, (struct range) { at, next });
  return next;
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
      size_t more, next = step (editor, at, &more);
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
editor_forget_rows (struct editor *editor, size_t at)
{
  /* What follows a row decides where it ends: a word that goes on, or a mark on
     its last character.  */
  enum { BEFORE = 3 };
  size_t low;
  VEC_PLACE (&editor->rows, low, middle, editor->rows.items[middle].end < at);
  editor->rows.len = low > BEFORE ? low - BEFORE : 0;
  editor->line_end = 0;
}

/* Finds the row behind the last one that is known; false at the end.  */
static bool
add_row (struct editor *editor)
{
  size_t len = editor->rows.len;
  size_t start = len > 0 ? editor->rows.items[len - 1].end : 0;
  if (len > 0 && start >= editor->text.len)
    return false;
  if (editor->line_end == 0)
    editor->line_end = editor_line_end (editor, start);
  if (len > 0 && start == editor->line_end)
    {
      start = editor_next (editor, start);
      editor->line_end = editor_line_end (editor, start);
    }
  VEC_PUSH (&editor->rows,
            (struct range) { start, row_end (editor, start, editor->line_end,
                                             editor->row_columns) });
  return true;
}

static void
set_columns (struct editor *editor, size_t columns)
{
  if (editor->row_columns != columns)
    editor->rows.len = editor->line_end = 0;
  editor->row_columns = columns;
}

bool
editor_row (struct editor *editor, size_t columns, size_t index,
            struct range *row)
{
  set_columns (editor, columns);
  while (editor->rows.len <= index)
    if (!add_row (editor))
      return false;
  *row = editor->rows.items[index];
  return true;
}

size_t
editor_cursor_row (struct editor *editor, size_t columns, size_t *column)
{
  set_columns (editor, columns);
  while ((editor->rows.len == 0
          || editor->rows.items[editor->rows.len - 1].start <= editor->at)
         && add_row (editor))
    ;
  size_t low = 0, high = editor->rows.len;
  while (high - low > 1)
    {
      size_t middle = low + (high - low) / 2;
      if (editor->rows.items[middle].start <= editor->at)
        low = middle;
      else
        high = middle;
    }
  size_t start = editor->rows.items[low].start;
  *column = editor_width (editor, (struct range) { start, editor->at });
  return low;
}

/* The place in row INDEX at COLUMN, or as near before it as can be: the end of a
   row that goes on in the next is the next one's start.  */
static size_t
row_place (struct editor *editor, size_t index, size_t column)
{
  struct range row = { 0 }, behind;
  size_t columns = editor->row_columns;
  editor_row (editor, columns, index, &row);
  bool goes_on = editor_row (editor, columns, index + 1, &behind)
                 && behind.start == row.end;
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
  struct range there;
  size_t column, row = editor_cursor_row (editor, columns, &column);
  if (down ? editor_row (editor, columns, row + 1, &there) : row > 0)
    editor->at = row_place (editor, down ? row + 1 : row - 1, column);
}
