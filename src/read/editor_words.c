/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of a text being written.  Chinese has no spaces between them: they are
   those of a dictionary where there is one.  */
#include <unictype.h>

#include "base/utf8.h"
#include "read/editor_private.h"

/* Characters on both sides of the cursor that are looked at in a run of Chinese:
   more than a sentence has between two commas, so that a text of megabytes costs
   no more than a short one.  */
enum { AROUND = 48 };

static void
find_entries (void *data, const char *text, size_t len,
              void (*found) (void *sink, size_t len), void *sink)
{
  entries_longest (data, text, len, found, sink);
}

void
editor_know (struct editor *editor, struct entries *entries)
{
  editor->finder = entries && entries_any (entries)
                     ? (struct word_finder) { find_entries, entries }
                     : (struct word_finder) { NULL, NULL };
}

void
editor_know_words (struct editor *editor, struct word_finder finder)
{
  editor->finder = finder;
}

static bool
word_at (const struct editor *editor, size_t at)
{
  size_t next = at;
  return uc_is_alnum (utf8_next (editor_text (editor), editor->text.len,
                                 &next));
}

static bool
han_at (const struct editor *editor, size_t at)
{
  size_t next = at;
  return uc_is_property_ideographic (
    utf8_next (editor_text (editor), editor->text.len, &next));
}

/* The Chinese around AT, where there is some, as far as it is looked at.  */
static struct range
run_around (const struct editor *editor, size_t at)
{
  struct range run = { at, at };
  for (size_t i = 0; i < AROUND && run.start > 0; i++)
    {
      size_t before = editor_previous (editor, run.start);
      if (!han_at (editor, before))
        break;
      run.start = before;
    }
  for (size_t i = 0; i < AROUND && run.end < editor->text.len
                     && han_at (editor, run.end); i++)
    run.end = editor_next (editor, run.end);
  return run;
}

/* The pair of characters of RUN, counted from its start, that byte AT is in.  */
static struct range
pair_at (const struct editor *editor, struct range run, size_t at)
{
  struct range pair = { run.start, run.start };
  while (pair.end <= at)
    {
      pair.start = pair.end;
      pair.end = editor_next (editor, pair.start);
      if (pair.end < run.end)
        pair.end = editor_next (editor, pair.end);
    }
  return pair;
}

/* The word of Chinese that byte AT is in.  */
static struct range
han_word_at (const struct editor *editor, size_t at)
{
  struct range run = run_around (editor, at);
  struct range word = { at, editor_next (editor, at) };
  struct ranges none = { NULL, 0, 0 };
  struct cut_words words = { NULL, 0, 0 };
  if (!editor->finder.find)
    return pair_at (editor, run, at);
  word_cut (editor_text (editor), run, &none, &editor->finder, &words);
  for (size_t i = 0; i < words.len; i++)
    if (words.items[i].range.start <= at && at < words.items[i].range.end)
      word = words.items[i].range;
  VEC_FREE (&words);
  return word;
}

size_t
editor_next_word (const struct editor *editor, size_t at)
{
  while (at < editor->text.len && !word_at (editor, at))
    at = editor_next (editor, at);
  if (at < editor->text.len && han_at (editor, at))
    return han_word_at (editor, at).end;
  while (at < editor->text.len && word_at (editor, at)
         && !han_at (editor, at))
    at = editor_next (editor, at);
  return at;
}

size_t
editor_previous_word (const struct editor *editor, size_t at)
{
  while (at > 0 && !word_at (editor, editor_previous (editor, at)))
    at = editor_previous (editor, at);
  if (at > 0 && han_at (editor, editor_previous (editor, at)))
    return han_word_at (editor, editor_previous (editor, at)).start;
  while (at > 0 && word_at (editor, editor_previous (editor, at))
         && !han_at (editor, editor_previous (editor, at)))
    at = editor_previous (editor, at);
  return at;
}
