/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the editor share.  Internal to read/.  */
#ifndef READ_EDITOR_PRIVATE_H
#define READ_EDITOR_PRIVATE_H

#include "base/vec.h"
#include "read/editor.h"

/* One change: the bytes at AT, OLD replaced by NEW.  */
struct change
{
  size_t at;
  char *old;
  size_t new_len;
};

struct changes VEC (struct change);

struct editor
{
  struct buf text;
  size_t at;
  unsigned long changes;
  char *killed;
  bool typing; /* the last change was typing at AT: goes on with it */
  struct word_finder finder; /* find is NULL: none */
  struct changes undo;
  struct changes redo; /* what was undone, the last at the end */

  /* The first rows in ROW_COLUMNS columns, as far as they were asked for and no
     change has come before them.  */
  struct ranges rows;
  size_t row_columns;
  size_t line_end; /* of the line that the last of them is in; 0: not known */
};

/* The boundary of a grapheme cluster behind or before AT.  */
size_t editor_next (const struct editor *editor, size_t at);
size_t editor_previous (const struct editor *editor, size_t at);

/* The end of the line that AT is in, before its line end (LF or CR LF).  */
size_t editor_line_end (const struct editor *editor, size_t at);

/* The end of the next word behind AT, the start of the one before it.  */
size_t editor_next_word (const struct editor *editor, size_t at);
size_t editor_previous_word (const struct editor *editor, size_t at);

/* Forgets the rows that a change at byte AT may break anew.  */
void editor_forget_rows (struct editor *editor, size_t at);

/* Moves the cursor by a row in a window of COLUMNS, keeping its column.  */
void editor_move_row (struct editor *editor, bool down, size_t columns);

#endif
