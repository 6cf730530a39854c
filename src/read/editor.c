/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text being written: cursor, changes, undo.  */
#include "read/editor_private.h"

#include <stdlib.h>
#include <string.h>

#include "base/grapheme.h"
#include "base/mem.h"
#include "base/utf8.h"

struct editor *
editor_new (const char *text)
{
  struct editor *editor = mem_new (1, sizeof *editor);
  buf_add_string (&editor->text, text);
  editor->at = editor->text.len;
  return editor;
}

static void
changes_clear (struct changes *changes)
{
  for (size_t i = 0; i < changes->len; i++)
    free (changes->items[i].old);
  changes->len = 0;
}

void
editor_free (struct editor *editor)
{
  if (!editor)
    return;
  changes_clear (&editor->undo);
  changes_clear (&editor->redo);
  VEC_FREE (&editor->undo);
  VEC_FREE (&editor->redo);
  VEC_FREE (&editor->rows);
  buf_free (&editor->text);
  free (editor->killed);
  free (editor);
}

const char *
editor_text (const struct editor *editor)
{
  return buf_string (&editor->text);
}

size_t
editor_cursor (const struct editor *editor)
{
  return editor->at;
}

unsigned long
editor_changes (const struct editor *editor)
{
  return editor->changes;
}

size_t
editor_next (const struct editor *editor, size_t at)
{
  size_t len = editor->text.len;
  return at < len ? grapheme_end (editor_text (editor), len, at) : len;
}

size_t
editor_previous (const struct editor *editor, size_t at)
{
  return at > 0 ? grapheme_start (editor_text (editor), editor->text.len,
                                  at - 1)
                : 0;
}

size_t
editor_line_end (const struct editor *editor, size_t at)
{
  const char *text = editor_text (editor);
  const char *found = strchr (text + at, '\n');
  size_t end = found ? (size_t) (found - text) : editor->text.len;
  return found && end > at && text[end - 1] == '\r' ? end - 1 : end;
}

/* AT, or where it is inside a cluster the boundary behind that: what was put in
   may have become one with its neighbours.  */
static size_t
boundary (const struct editor *editor, size_t at)
{
  size_t len = editor->text.len;
  const char *text = editor_text (editor);
  return grapheme_begins (text, len, at)
           ? at
           : grapheme_end (text, len, grapheme_start (text, len, at));
}

/* Replaces RANGE by the LEN bytes at NEW without a record.  */
static void
splice (struct editor *editor, struct range range, const char *new,
        size_t len)
{
  struct buf *text = &editor->text;
  size_t tail = text->len - range.end;
  editor_forget_rows (editor, range.start);
  buf_reserve (text, len);
  memmove (text->data + range.start + len, text->data + range.end, tail);
  if (len)
    memcpy (text->data + range.start, new, len);
  text->len = range.start + len + tail;
  text->data[text->len] = '\0';
  editor->at = boundary (editor, range.start + len);
  editor->changes++;
}

/* Replaces RANGE, so that it can be undone; what is typed in one go is undone
   in one go.  */
static void
replace (struct editor *editor, struct range range, const char *new,
         size_t len)
{
  struct change *last
    = editor->undo.len ? &editor->undo.items[editor->undo.len - 1] : NULL;
  changes_clear (&editor->redo);
  bool joins = editor->typing && last && range_len (range) == 0
               && range.start == last->at + last->new_len;
  if (joins)
    last->new_len += len;
  else
    VEC_PUSH (&editor->undo,
              (struct change) { range.start,
                                mem_copy (editor_text (editor) + range.start,
                                          range_len (range)),
                                len });
  splice (editor, range, new, len);
  editor->typing = range_len (range) == 0 && (len == 0 || new[len - 1] != '\n');
}

void
editor_set (struct editor *editor, const char *text)
{
  if (strcmp (text, editor_text (editor)) == 0)
    return;
  replace (editor, (struct range) { 0, editor->text.len }, text,
           strlen (text));
  editor->typing = false;
}

void
editor_replace (struct editor *editor, struct range range, const char *text,
                size_t len)
{
  replace (editor, range, text, len);
  editor->typing = false;
}

void
editor_put_cursor (struct editor *editor, size_t at)
{
  editor->at = at < editor->text.len ? boundary (editor, at)
                                     : editor->text.len;
  editor->typing = false;
}

void
editor_insert (struct editor *editor, const char *text, size_t len)
{
  if (len == 0)
    return;
  replace (editor, (struct range) { editor->at, editor->at }, text, len);
}

/* Takes the last of FROM back, which is then the last of TO.  */
static void
turn_back (struct editor *editor, struct changes *from, struct changes *to)
{
  if (from->len == 0)
    return;
  struct change change = from->items[--from->len];
  struct range range = { change.at, change.at + change.new_len };
  size_t len = strlen (change.old);
  VEC_PUSH (to, (struct change) {
                  change.at,
                  mem_copy (editor_text (editor) + range.start,
                            range_len (range)),
                  len });
  splice (editor, range, change.old, len);
  free (change.old);
  editor->typing = false;
}

static size_t
line_start (const struct editor *editor, size_t at)
{
  while (at > 0 && editor_text (editor)[at - 1] != '\n')
    at--;
  return at;
}

/* Erases from the cursor to TO, and keeps it for yank where KEEP.  */
static void
erase_to (struct editor *editor, size_t to, bool keep)
{
  struct range range = { to < editor->at ? to : editor->at,
                         to < editor->at ? editor->at : to };
  if (range_len (range) == 0)
    return;
  if (keep)
    {
      free (editor->killed);
      editor->killed
        = mem_copy (editor_text (editor) + range.start, range_len (range));
    }
  replace (editor, range, "", 0);
  editor->typing = false;
}

/* The place a motion leads to; false where ACTION is none.  */
static bool
motion (const struct editor *editor, enum action action, size_t *to)
{
  size_t at = editor->at;
  switch (action)
    {
    case ACTION_CHAR_LEFT:
      *to = editor_previous (editor, at);
      return true;
    case ACTION_CHAR_RIGHT:
      *to = editor_next (editor, at);
      return true;
    case ACTION_WORD_LEFT:
      *to = editor_previous_word (editor, at);
      return true;
    case ACTION_WORD_RIGHT:
      *to = editor_next_word (editor, at);
      return true;
    case ACTION_LINE_START:
      *to = line_start (editor, at);
      return true;
    case ACTION_LINE_END:
      *to = editor_line_end (editor, at);
      return true;
    case ACTION_TEXT_START:
      *to = 0;
      return true;
    case ACTION_TEXT_END:
      *to = editor->text.len;
      return true;
    default:
      return false;
    }
}

/* At a line's end, kill takes the line end itself.  */
static size_t
kill_end (const struct editor *editor)
{
  size_t end = editor_line_end (editor, editor->at);
  return end == editor->at ? editor_next (editor, end) : end;
}

static bool
erasure (struct editor *editor, enum action action)
{
  switch (action)
    {
    case ACTION_ERASE:
      erase_to (editor, editor_previous (editor, editor->at), false);
      return true;
    case ACTION_REMOVE:
      erase_to (editor, editor_next (editor, editor->at), false);
      return true;
    case ACTION_ERASE_WORD:
      erase_to (editor, editor_previous_word (editor, editor->at), true);
      return true;
    case ACTION_REMOVE_WORD:
      erase_to (editor, editor_next_word (editor, editor->at), true);
      return true;
    case ACTION_KILL:
      erase_to (editor, kill_end (editor), true);
      return true;
    case ACTION_KILL_BACK:
      erase_to (editor, line_start (editor, editor->at), true);
      return true;
    default:
      return false;
    }
}

bool
editor_do (struct editor *editor, enum action action, size_t columns)
{
  size_t to;
  if (motion (editor, action, &to))
    {
      editor->at = to;
      editor->typing = false;
    }
  else if (action == ACTION_LINE_UP || action == ACTION_LINE_DOWN)
    editor_move_row (editor, action == ACTION_LINE_DOWN, columns);
  else if (action == ACTION_YANK)
    {
      if (editor->killed)
        editor_insert (editor, editor->killed, strlen (editor->killed));
    }
  else if (action == ACTION_UNDO)
    turn_back (editor, &editor->undo, &editor->redo);
  else if (action == ACTION_REDO)
    turn_back (editor, &editor->redo, &editor->undo);
  else
    return erasure (editor, action);
  return true;
}
