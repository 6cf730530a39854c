/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text being written: the model behind the note editor and the prompts.  */
#ifndef READ_EDITOR_H
#define READ_EDITOR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/range.h"
#include "index/word_cut.h"
#include "read/action.h"
#include "store/entries.h"

struct editor;

/* An editor that holds TEXT (valid UTF-8), the cursor at its end.  */
struct editor *editor_new (const char *text);
void editor_free (struct editor *editor);

/* Word motions take the words of ENTRIES (borrowed; may be NULL) for those of
   Chinese; where none are installed, and before this is called, two characters
   are a word.  */
void editor_know (struct editor *editor, struct entries *entries);

/* The same for any other finder (its data is borrowed).  */
void editor_know_words (struct editor *editor, struct word_finder finder);

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

/* Replaces the bytes RANGE of the text, whole grapheme clusters, by the LEN bytes
   at TEXT; the cursor is behind them.  */
void editor_replace (struct editor *editor, struct range range,
                     const char *text, size_t len);

/* Puts the cursor at byte AT, or at the next boundary behind it.  */
void editor_put_cursor (struct editor *editor, size_t at);

/* Does ACTION of CONTEXT_EDITOR in a window of COLUMNS; false where it is none
   of the editor's own (save, cancel, ...).  */
bool editor_do (struct editor *editor, enum action action, size_t columns);

/* The row that the cursor is in, with COLUMNS columns (at least 2); *COLUMN is
   its place there.  Rows break between words where they can.  */
size_t editor_cursor_row (struct editor *editor, size_t columns,
                          size_t *column);

/* Row INDEX of the text, without its line end; a text that ends in a line end has
   an empty last row.  False where there are not so many.  Rows are found as far
   as they are asked for, and kept until the text before them changes: in a text
   of megabytes a key costs no more than in a short one.  */
bool editor_row (struct editor *editor, size_t columns, size_t index,
                 struct range *row);

/* Columns of the bytes RANGE of the text as they are drawn.  */
size_t editor_width (const struct editor *editor, struct range range);

/* Where a text on one line of ROOM columns begins to be shown: as far before the
   cursor as leaves one of them to it.  Takes time by ROOM, however long the text
   is.  */
size_t editor_shown (const struct editor *editor, size_t room);

#endif
