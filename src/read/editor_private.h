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

struct editor
{
  struct buf text;
  size_t at;
  unsigned long changes;
  char *killed;
  bool typing; /* the last change was typing at AT: goes on with it */
  struct
  VEC (struct change) undo;
};

/* The boundary of a grapheme cluster behind or before AT.  */
size_t editor_next (const struct editor *editor, size_t at);
size_t editor_previous (const struct editor *editor, size_t at);

/* The end of the line that AT is in, before its line end (LF or CR LF).  */
size_t editor_line_end (const struct editor *editor, size_t at);

/* Moves the cursor by a row in a window of COLUMNS, keeping its column.  */
void editor_move_row (struct editor *editor, bool down, size_t columns);

#endif
