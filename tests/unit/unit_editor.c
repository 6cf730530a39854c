/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of read/editor.h: writing, moving, erasing, undo, rows.  */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/grapheme.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "check.h"
#include "read/editor.h"

/* An editor on TEXT, whose | is the cursor.  */
static struct editor *
editor_at (const char *text)
{
  size_t before = strcspn (text, "|");
  char *plain = mem_format ("%.*s%s", (int) before, text,
                            text[before] ? text + before + 1 : "");
  struct editor *editor = editor_new (plain);
  while (editor_cursor (editor) > before)
    editor_do (editor, ACTION_CHAR_LEFT, 80);
  CHECK_NUMBER (editor_cursor (editor), before);
  free (plain);
  return editor;
}

/* Checks that the text of EDITOR with a | at the cursor is WANT.  */
static void
check_editor (const struct editor *editor, const char *want)
{
  const char *text = editor_text (editor);
  size_t at = editor_cursor (editor);
  char *is = mem_format ("%.*s|%s", (int) at, text, text + at);
  CHECK_STRING (is, want);
  free (is);
}

struct deed
{
  const char *from;
  enum action action;
  const char *want;
};

static void
check_deeds (const struct deed *deeds, size_t count)
{
  for (size_t i = 0; i < count; i++)
    {
      struct editor *editor = editor_at (deeds[i].from);
      CHECK (editor_do (editor, deeds[i].action, 80));
      check_editor (editor, deeds[i].want);
      editor_free (editor);
    }
}

#define CHECK_DEEDS(deeds) check_deeds (deeds, sizeof deeds / sizeof *deeds)

/* e and a combining acute; a flag of two halves; a family joined by U+200D.  */
#define ACCENT "e\u0301"
#define FLAG "\U0001F1E8\U0001F1F3"
#define OTHER_FLAG "\U0001F1EB\U0001F1F7"
#define FAMILY "\U0001F468\u200D\U0001F469"

static void
motions (void)
{
  static const struct deed deeds[] = {
    { "ab|c", ACTION_CHAR_LEFT, "a|bc" },
    { "|abc", ACTION_CHAR_LEFT, "|abc" },
    { "ab|c", ACTION_CHAR_RIGHT, "abc|" },
    { "abc|", ACTION_CHAR_RIGHT, "abc|" },
    { "炉|火", ACTION_CHAR_LEFT, "|炉火" },
    { "|" ACCENT "x", ACTION_CHAR_RIGHT, ACCENT "|x" },
    { FLAG OTHER_FLAG "|", ACTION_CHAR_LEFT, FLAG "|" OTHER_FLAG },
    { "|" FLAG OTHER_FLAG, ACTION_CHAR_RIGHT, FLAG "|" OTHER_FLAG },
    { "a" FAMILY "|", ACTION_CHAR_LEFT, "a|" FAMILY },
    { "|" FAMILY "b", ACTION_CHAR_RIGHT, FAMILY "|b" },
    { "two words|", ACTION_WORD_LEFT, "two |words" },
    { "two |words", ACTION_WORD_LEFT, "|two words" },
    { "|two words", ACTION_WORD_LEFT, "|two words" },
    { "|two words", ACTION_WORD_RIGHT, "two| words" },
    { "two| words", ACTION_WORD_RIGHT, "two words|" },
    { "two words|", ACTION_WORD_RIGHT, "two words|" },
    { "炉火。|稻谷", ACTION_WORD_RIGHT, "炉火。稻谷|" },
    { "a\nbc|d\ne", ACTION_LINE_START, "a\n|bcd\ne" },
    { "a\nbc|d\ne", ACTION_LINE_END, "a\nbcd|\ne" },
    { "a\nbc|d\ne", ACTION_TEXT_START, "|a\nbcd\ne" },
    { "a\nbc|d\ne", ACTION_TEXT_END, "a\nbcd\ne|" },
    { "|", ACTION_CHAR_LEFT, "|" },
    { "|", ACTION_WORD_RIGHT, "|" },
    { "|", ACTION_LINE_END, "|" },
  };
  CHECK_DEEDS (deeds);
}

static void
erasures (void)
{
  static const struct deed deeds[] = {
    { "ab|c", ACTION_ERASE, "a|c" },
    { "|abc", ACTION_ERASE, "|abc" },
    { "ab|c", ACTION_REMOVE, "ab|" },
    { "abc|", ACTION_REMOVE, "abc|" },
    { "x" ACCENT "|", ACTION_ERASE, "x|" },
    { FLAG OTHER_FLAG "|", ACTION_ERASE, FLAG "|" },
    { "|" FAMILY "x", ACTION_REMOVE, "|x" },
    { "炉火|", ACTION_ERASE, "炉|" },
    { "a\n|b", ACTION_ERASE, "a|b" },
    { "two words|", ACTION_ERASE_WORD, "two |" },
    { "|two words", ACTION_REMOVE_WORD, "| words" },
    { "a|bc\nd", ACTION_KILL, "a|\nd" },
    { "abc|\nd", ACTION_KILL, "abc|d" },
    { "abc|", ACTION_KILL, "abc|" },
    { "x\na|bc", ACTION_KILL_BACK, "x\n|bc" },
    { "x\n|bc", ACTION_KILL_BACK, "x\n|bc" },
    { "x|", ACTION_YANK, "x|" },
    { "x|", ACTION_UNDO, "x|" },
  };
  CHECK_DEEDS (deeds);
}

/* Without a dictionary two characters are a word of Chinese, counted from its
   beginning.  */
static void
pairs_of_characters (void)
{
  static const struct deed deeds[] = {
    { "|炉火通红", ACTION_WORD_RIGHT, "炉火|通红" },
    { "炉|火通红", ACTION_WORD_RIGHT, "炉火|通红" },
    { "炉火|通红了", ACTION_WORD_RIGHT, "炉火通红|了" },
    { "炉火通红|了", ACTION_WORD_RIGHT, "炉火通红了|" },
    { "炉火通红了|", ACTION_WORD_LEFT, "炉火通红|了" },
    { "炉火通红，|", ACTION_WORD_LEFT, "炉火|通红，" },
    { "炉火通红|", ACTION_ERASE_WORD, "炉火|" },
    { "|炉火通红", ACTION_REMOVE_WORD, "|通红" },
    { "|two炉火", ACTION_WORD_RIGHT, "two|炉火" },
    { "炉火two|", ACTION_WORD_LEFT, "炉火|two" },
    { "a炉火|b", ACTION_WORD_LEFT, "a|炉火b" },
  };
  CHECK_DEEDS (deeds);
}

/* A dictionary of two words.  */
static void
find_known (void *data, const char *text, size_t len,
            void (*found) (void *sink, size_t len), void *sink)
{
  static const char *const known[] = { "小高炉", "炼铁" };
  (void) data;
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (strlen (known[i]) <= len
        && memcmp (known[i], text, strlen (known[i])) == 0)
      found (sink, strlen (known[i]));
}

static void
words_of_a_dictionary (void)
{
  static const struct deed deeds[] = {
    { "|在小高炉炼铁", ACTION_WORD_RIGHT, "在|小高炉炼铁" },
    { "在|小高炉炼铁", ACTION_WORD_RIGHT, "在小高炉|炼铁" },
    { "在小|高炉炼铁", ACTION_WORD_RIGHT, "在小高炉|炼铁" },
    { "在小高炉炼铁|", ACTION_WORD_LEFT, "在小高炉|炼铁" },
    { "在小高炉|炼铁", ACTION_ERASE_WORD, "在|炼铁" },
  };
  for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++)
    {
      struct editor *editor = editor_at (deeds[i].from);
      editor_know_words (editor, (struct word_finder) { find_known, NULL });
      CHECK (editor_do (editor, deeds[i].action, 80));
      check_editor (editor, deeds[i].want);
      editor_free (editor);
    }
}

static void
others_are_not_its_own (void)
{
  struct editor *editor = editor_at ("a|b");
  unsigned long changes = editor_changes (editor);
  CHECK (!editor_do (editor, ACTION_SAVE, 80));
  CHECK (!editor_do (editor, ACTION_CANCEL, 80));
  CHECK (!editor_do (editor, ACTION_NONE, 80));
  check_editor (editor, "a|b");
  CHECK_NUMBER (editor_changes (editor), changes);
  editor_do (editor, ACTION_CHAR_LEFT, 80);
  CHECK_NUMBER (editor_changes (editor), changes);
  editor_set (editor, "ab");
  editor_insert (editor, "", 0);
  CHECK_NUMBER (editor_changes (editor), changes);
  editor_insert (editor, "x", 1);
  CHECK (editor_changes (editor) != changes);
  editor_do (editor, ACTION_UNDO, 80);
  CHECK_STRING (editor_text (editor), "ab");
  editor_free (editor);
  editor_free (NULL);
}

static void
killed_comes_back (void)
{
  struct editor *editor = editor_at ("one two|");
  editor_do (editor, ACTION_ERASE_WORD, 80);
  editor_do (editor, ACTION_TEXT_START, 80);
  editor_do (editor, ACTION_YANK, 80);
  check_editor (editor, "two|one ");
  editor_do (editor, ACTION_YANK, 80);
  check_editor (editor, "twotwo|one ");
  editor_do (editor, ACTION_ERASE, 80); /* a character is not kept */
  editor_do (editor, ACTION_YANK, 80);
  check_editor (editor, "twotwtwo|one ");
  editor_free (editor);
}

static void
undone_step_by_step (void)
{
  struct editor *editor = editor_new ("");
  for (const char *p = "iron"; *p; p++)
    editor_insert (editor, p, 1);
  editor_insert (editor, "\n", 1);
  for (const char *p = "steel"; *p; p++)
    editor_insert (editor, p, 1);
  editor_do (editor, ACTION_CHAR_LEFT, 80);
  editor_insert (editor, "-", 1);
  editor_do (editor, ACTION_KILL_BACK, 80);
  editor_set (editor, "all else");
  static const char *const back[]
    = { "iron\n|l", "iron\nstee-|l", "iron\nstee|l", "iron\n|", "|", "|" };
  for (size_t i = 0; i < sizeof back / sizeof *back; i++)
    {
      editor_do (editor, ACTION_UNDO, 80);
      if (i == 0)
        CHECK_STRING (editor_text (editor), "iron\nl");
      else
        check_editor (editor, back[i]);
    }
  editor_free (editor);
}

/* The rows of TEXT joined by /, and the cursor's place behind.  */
static void
check_rows (const char *text, size_t columns, const char *want)
{
  struct editor *editor = editor_at (text);
  struct buf is = BUF_INIT;
  struct range r;
  size_t column, row = editor_cursor_row (editor, columns, &column);
  for (size_t i = 0; editor_row (editor, columns, i, &r); i++)
    {
      buf_add_string (&is, i ? "/" : "");
      buf_add (&is, editor_text (editor) + r.start, range_len (r));
    }
  buf_add_format (&is, " %zu,%zu", row, column);
  CHECK_STRING (buf_string (&is), want);
  buf_free (&is);
  editor_free (editor);
}

static void
rows (void)
{
  check_rows ("|", 10, " 0,0");
  check_rows ("abc|", 10, "abc 0,3");
  check_rows ("abc\n|", 10, "abc/ 1,0");
  check_rows ("a\n\n|b", 10, "a//b 2,0");
  check_rows ("iron and |steel", 9, "iron and /steel 1,0");
  check_rows ("iron an|d steel", 9, "iron and /steel 0,7");
  check_rows ("abcdefgh|", 3, "abc/def/gh 2,2");
  check_rows ("炉火不熄|", 5, "炉火/不熄 1,4");
  check_rows ("a炉火|", 3, "a炉/火 1,2");
  check_rows (ACCENT ACCENT ACCENT "|", 2, ACCENT ACCENT "/" ACCENT " 1,1");
}

static void
rows_up_and_down (void)
{
  struct editor *editor = editor_at ("abcdefghijkl|");
  editor_do (editor, ACTION_LINE_UP, 6);
  check_editor (editor, "abcde|fghijkl"); /* behind f is the next row */
  editor_do (editor, ACTION_LINE_UP, 6);
  check_editor (editor, "abcde|fghijkl");
  editor_do (editor, ACTION_LINE_DOWN, 6);
  check_editor (editor, "abcdefghijk|l");
  editor_do (editor, ACTION_LINE_DOWN, 6);
  check_editor (editor, "abcdefghijk|l");
  editor_free (editor);

  editor = editor_at ("a炉火\nbcd|e\nf");
  editor_do (editor, ACTION_LINE_UP, 80);
  check_editor (editor, "a炉|火\nbcde\nf");
  editor_do (editor, ACTION_LINE_DOWN, 80);
  editor_do (editor, ACTION_LINE_DOWN, 80);
  check_editor (editor, "a炉火\nbcde\nf|");
  editor_free (editor);
}

/* Whether the rows hold the text but the line ends, none wider than COLUMNS but
   for a single cluster, and the cursor's place is on one of them.  */
static bool
rows_are_whole (struct editor *editor, size_t columns)
{
  const char *text = editor_text (editor);
  size_t at = 0, len = strlen (text), column, i = 0;
  size_t row = editor_cursor_row (editor, columns, &column);
  struct range r;
  bool whole = true;
  for (; whole && editor_row (editor, columns, i, &r); i++)
    {
      if (i > 0)
        at += strncmp (text + at, "\r\n", 2) == 0 ? 2 : text[at] == '\n';
      whole = r.start == at && r.end >= r.start && r.end <= len
              && !memchr (text + r.start, '\n', range_len (r))
              && (editor_width (editor, r) <= columns
                  || grapheme_end (text, len, r.start) >= r.end);
      at = r.end;
    }
  return whole && i > 0 && at == len && editor_row (editor, columns, row, &r)
         && editor_cursor (editor) >= r.start && editor_cursor (editor) <= r.end;
}

static unsigned
next_random (unsigned *state)
{
  *state = *state * 1103515245u + 12345u;
  return *state >> 16;
}

/* Whatever is done, text and cursor stay whole, and undoing it all leads back
   to the beginning.  */
static void
anything (void)
{
  static const char *const pieces[]
    = { "a",  " ",    "炉", "\n",       "\u0301",     ACCENT,
        FLAG, FAMILY, "。", "\u200D", "\U0001F1E8", "two words",
        "",   "\t",   "\r", "\u202E" };
  unsigned state = 7;
  for (int turn = 0; turn < 60; turn++)
    {
      struct editor *editor = editor_new ("first 炉火\n");
      size_t columns = 5;
      for (int step = 0; step < 120; step++)
        {
          enum action first = ACTION_CHAR_LEFT;
          unsigned r = next_random (&state) % 48;
          if (r < 16)
            editor_insert (editor, pieces[r], strlen (pieces[r]));
          else
            editor_do (editor, first + r % (ACTION_REDO - first + 1),
                       2 + r % 9);
          const char *text = editor_text (editor);
          size_t len = strlen (text), at = editor_cursor (editor);
          CHECK (at <= len && grapheme_begins (text, len, at));
          CHECK (utf8_check (text, len) == len);
          CHECK (rows_are_whole (editor, columns));
          if (step % 8 == 0) /* else what was found stays, and must be right */
            columns = 2 + r % 9;
        }
      for (int step = 0; step < 200; step++)
        editor_do (editor, ACTION_UNDO, 80);
      CHECK_STRING (editor_text (editor), "first 炉火\n");
      editor_free (editor);
    }
}

/* The rows that were kept through changes are those of the text anew.  */
static void
rows_after_changes (void)
{
  static const char *const pieces[]
    = { "a", " ", "炉", "\n", "\u0301", "two words ", "\r\n", "longest" };
  unsigned state = 11;
  struct editor *editor = editor_new ("one two three\nfour 炉火 five six");
  for (int step = 0; step < 2000; step++)
    {
      unsigned r = next_random (&state) % 24;
      size_t column, other;
      if (r < 8)
        editor_insert (editor, pieces[r], strlen (pieces[r]));
      else
        editor_do (editor, ACTION_CHAR_LEFT + r - 8, 7);
      struct editor *anew = editor_new (editor_text (editor));
      editor_put_cursor (anew, editor_cursor (editor));
      CHECK_NUMBER (editor_cursor_row (editor, 7, &column),
                    editor_cursor_row (anew, 7, &other));
      CHECK_NUMBER (column, other);
      struct range is, want;
      for (size_t i = 0; editor_row (anew, 7, i, &want); i++)
        CHECK (editor_row (editor, 7, i, &is) && is.start == want.start
               && is.end == want.end);
      editor_free (anew);
    }
  editor_free (editor);
}

static void
redone_step_by_step (void)
{
  struct editor *editor = editor_new ("");
  editor_insert (editor, "iron", 4);
  editor_insert (editor, "\n", 1);
  editor_insert (editor, "steel", 5);
  editor_do (editor, ACTION_REDO, 80); /* nothing was undone */
  check_editor (editor, "iron\nsteel|");
  editor_do (editor, ACTION_UNDO, 80);
  editor_do (editor, ACTION_UNDO, 80);
  check_editor (editor, "|");
  editor_do (editor, ACTION_REDO, 80);
  check_editor (editor, "iron\n|");
  editor_do (editor, ACTION_REDO, 80);
  check_editor (editor, "iron\nsteel|");
  editor_do (editor, ACTION_UNDO, 80);
  editor_insert (editor, "x", 1); /* what was undone is gone now */
  editor_do (editor, ACTION_REDO, 80);
  check_editor (editor, "iron\nx|");
  editor_free (editor);
}

static void
replaced (void)
{
  struct editor *editor = editor_at ("see #st| now");
  editor_replace (editor, (struct range) { 5, 7 }, "steel", 5);
  check_editor (editor, "see #steel| now");
  editor_do (editor, ACTION_UNDO, 80);
  check_editor (editor, "see #st| now");
  editor_put_cursor (editor, 1000);
  check_editor (editor, "see #st now|");
  editor_free (editor);
}

/* A line of a million bytes, as pasted.  */
static void
long_line (void)
{
  enum { BYTES = 999999 };
  char *text = mem_new (BYTES + 1, 1);
  for (size_t i = 0; i < BYTES; i += 3)
    for (size_t k = 0; k < 3; k++)
      text[i + k] = "炉"[k];
  struct editor *editor = editor_new (text);
  struct range range;
  size_t column, row = editor_cursor_row (editor, 80, &column);
  CHECK_NUMBER (row, (BYTES / 3 + 39) / 40 - 1);
  CHECK (!editor_row (editor, 80, row + 1, &range));
  editor_do (editor, ACTION_WORD_LEFT, 80);
  CHECK_NUMBER (editor_cursor (editor), BYTES - 3);
  editor_do (editor, ACTION_LINE_START, 80);
  CHECK_NUMBER (editor_cursor (editor), 0);
  editor_do (editor, ACTION_KILL, 80);
  editor_do (editor, ACTION_YANK, 80);
  CHECK_STRING (editor_text (editor), text);
  editor_free (editor);
  free (text);
}

/* On one line the text ends at the cursor at the latest: what is shown before it
   leaves it a column, and one more would not.  */
static void
shown_on_one_line (void)
{
  static const struct
  {
    const char *text;
    size_t room, start;
  } rows[] = {
    { "steel|", 10, 0 },  { "steel|", 6, 0 },  { "steel|", 5, 1 },
    { "steel|", 1, 5 },   { "|steel", 1, 0 },  { "st|eel", 2, 1 },
    { "钢铁|", 5, 0 },    { "钢铁|", 4, 3 },   { "钢铁|", 2, 6 },
    { "e\xCC\x81e|", 2, 3 }, { "e\xCC\x81|", 1, 3 }, { "|", 1, 0 },
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    {
      struct editor *editor = editor_at (rows[i].text);
      CHECK_NUMBER (editor_shown (editor, rows[i].room), rows[i].start);
      editor_free (editor);
    }
  /* A megabyte: the end of it takes no longer.  */
  char *text = mem_new (1 << 20, 1);
  memset (text, 'a', (1 << 20) - 1);
  struct editor *editor = editor_new (text);
  for (int i = 0; i < 1000; i++)
    CHECK_NUMBER (editor_shown (editor, 80), (1 << 20) - 1 - 79);
  editor_free (editor);
  free (text);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "motions", motions },
    { "erasures", erasures },
    { "pairs-of-characters", pairs_of_characters },
    { "words-of-a-dictionary", words_of_a_dictionary },
    { "others-are-not-its-own", others_are_not_its_own },
    { "killed-comes-back", killed_comes_back },
    { "undone-step-by-step", undone_step_by_step },
    { "rows", rows },
    { "rows-up-and-down", rows_up_and_down },
    { "rows-after-changes", rows_after_changes },
    { "redone-step-by-step", redone_step_by_step },
    { "replaced", replaced },
    { "anything", anything },
    { "long-line", long_line },
    { "shown-on-one-line", shown_on_one_line },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
