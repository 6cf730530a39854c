/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text being written: the model behind the note editor and the prompts.  */
#ifndef READ_EDITOR_H
#define READ_EDITOR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/range.h"
#include "read/action.h"

struct editor;

/* An editor that holds TEXT (valid UTF-8), the cursor at its end.  */
struct editor *editor_new (const char *text);
void editor_free (struct editor *editor);

/* The text; lives until the next change.  */
const char *editor_text (const struct editor *editor);

/* The cursor: a byte of the text, at a grapheme cluster's boundary.  */
size_t editor_cursor (const struct editor *editor);

/* Counts the changes, so that a caller sees whether there were any.  */
unsigned long editor_changes (const struct editor *editor);

/* Replaces the whole text (what $EDITOR brought back); can be undone.  The same
   text is no change.  */
void editor_set (struct editor *editor, const char *text);

/* Puts the LEN bytes at TEXT (valid UTF-8) in at the cursor.  */
void editor_insert (struct editor *editor, const char *text, size_t len);

/* Does ACTION of CONTEXT_EDITOR in a window of COLUMNS; false where it is none
   of the editor's own (save, cancel, ...).  */
bool editor_do (struct editor *editor, enum action action, size_t columns);

/* Appends the rows of the text in COLUMNS columns (at least 2): ranges without
   the line end; a text that ends in a line end has an empty last row.  Breaks
   between words where it can.  *ROW and *COLUMN are the cursor's place.  */
void editor_rows (const struct editor *editor, size_t columns,
                  struct ranges *rows, size_t *row, size_t *column);

/* Columns of the bytes RANGE of the text as they are drawn.  */
size_t editor_width (const struct editor *editor, struct range range);

#endif
