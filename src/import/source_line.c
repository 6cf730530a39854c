/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going through a source file line by line, and saying what was odd in it.  */
#include "import/source_line.h"

#include <string.h>
#include <unicase.h>
#include <unictype.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/space.h"
#include "base/utf8.h"

void
source_warn (const struct source *source, size_t at, const char *message)
{
  if (!source->warnings)
    return;
  int same = 0;
  for (size_t i = 0; i < source->warnings->len; i++)
    same += source->warnings->items[i].message == message;
  if (same >= SOURCE_SAME_WARNINGS)
    return;
  long line = at == SOURCE_WHOLE ? 0 : 1;
  if (at > source->len)
    at = line ? source->len : 0;
  const char *end = source->text + at;
  for (const char *s = source->text; s < end; s++, line++)
    if (!(s = memchr (s, '\n', (size_t) (end - s))))
      break;
  VEC_PUSH (source->warnings, (struct warning) { line, message });
}

struct range
source_line (const char *text, size_t at, size_t end)
{
  const char *stop = at < end ? memchr (text + at, '\n', end - at) : NULL;
  return (struct range) { at, stop ? (size_t) (stop - text) : end };
}

size_t
source_next (struct range line, size_t end)
{
  return line.end < end ? line.end + 1 : end;
}

struct range
source_first (const char *text, struct range within)
{
  size_t first = space_skip (text, within.start, within.end);
  if (first == within.end)
    return (struct range) { within.end, within.end };
  size_t start = first;
  while (start > within.start && text[start - 1] != '\n')
    start--;
  return source_line (text, start, within.end);
}

bool
source_blank (const char *text, struct range range)
{
  return space_skip (text, range.start, range.end) == range.end;
}

char *
source_string (const char *text, struct range range)
{
  struct range core = space_trim (text, range);
  if (range_len (core) == 0)
    return NULL;
  struct buf out = BUF_INIT;
  size_t at = core.start;
  while (at < core.end)
    {
      struct range line = source_line (text, at, core.end);
      struct range words = space_trim (text, line);
      if (out.len > 0 && range_len (words) > 0)
        buf_add_byte (&out, ' ');
      buf_add (&out, text + words.start, range_len (words));
      at = source_next (line, core.end);
    }
  return buf_take (&out);
}

static char
ascii_lower (char c)
{
  return c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c;
}

bool
source_starts (const char *text, struct range range, const char *prefix)
{
  size_t at = range.start;
  for (; *prefix; prefix++, at++)
    if (at >= range.end || ascii_lower (text[at]) != ascii_lower (*prefix))
      return false;
  return true;
}

bool
source_has (const char *text, struct range range, const char *word)
{
  for (; range.start < range.end; range.start++)
    if (source_starts (text, range, word))
      return true;
  return false;
}

bool
source_has_any (const char *text, struct range range,
                const char *const words[])
{
  for (; *words; words++)
    if (source_has (text, range, *words))
      return true;
  return false;
}

struct range
source_unmarked (const char *text, struct range range)
{
  struct range core = space_trim (text, range);
  while (core.start < core.end && text[core.start] == '*')
    core = space_trim (text, (struct range) { core.start + 1, core.end });
  while (core.start < core.end && text[core.end - 1] == '*')
    core = space_trim (text, (struct range) { core.start, core.end - 1 });
  return core;
}

bool
source_is_letter (unsigned cp)
{
  return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z');
}

bool
source_is_han (unsigned cp)
{
  return cp >= 0x3400 && uc_is_property_ideographic (cp);
}

bool
source_has_han (const char *text, struct range range)
{
  while (range.start < range.end)
    if (source_is_han (utf8_next (text, range.end, &range.start)))
      return true;
  return false;
}

/* Whether CP closes a quotation or a bracket.  */
static bool
is_closing (unsigned cp)
{
  return cp == '"' || cp == '\''
         || (cp != UTF8_ERROR
             && (uc_is_general_category (cp, UC_CLOSE_PUNCTUATION)
                 || uc_is_general_category (cp, UC_FINAL_QUOTE_PUNCTUATION)));
}

unsigned
source_last (const char *text, struct range range)
{
  struct range core = space_trim (text, range);
  for (size_t at = core.end; at > core.start;)
    {
      unsigned cp = utf8_prev (text, &at);
      if (!is_closing (cp) && !space_is (cp))
        return cp;
    }
  return 0;
}

bool
source_is_stop (unsigned cp)
{
  static const unsigned stops[]
    = { '.',    ',',    ';',    ':',    0x3002, 0xFF0C, 0x3001, 0xFF1B,
        0xFF1A, 0xFF0E, 0x2026, 0xFF61, 0xFF64 };
  for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
    if (cp == stops[i])
      return true;
  return false;
}

bool
source_is_heading (const char *text, struct range range, size_t max)
{
  struct range core = space_trim (text, range);
  size_t len = range_len (core);
  return len > 0 && len <= 4 * max
         && utf8_count (text + core.start, len) <= max
         && !source_is_stop (source_last (text, core));
}

/* Whether WORD can be a word of a name.  */
static bool
is_name_word (const char *text, struct range word)
{
  size_t at = word.start;
  unsigned first = utf8_next (text, word.end, &at);
  for (; at < word.end; at++)
    if (text[at] >= '0' && text[at] <= '9')
      return false;
  return uc_tolower (first) != first
         || (range_len (word) == 3 && source_starts (text, word, "and"));
}

bool
source_by_name (const char *text, struct range range, struct range *name)
{
  enum { NAME_WORDS = 8 };
  struct range core = space_trim (text, range);
  if (range_len (core) > 200 || !source_starts (text, core, "by "))
    return false;
  *name = space_trim (text, (struct range) { core.start + 3, core.end });
  int words = 0;
  for (size_t at = name->start; at < name->end; words++)
    {
      struct range word = { at, at };
      while (word.end < name->end && text[word.end] != ' ')
        word.end++;
      if (!is_name_word (text, word))
        return false;
      at = space_skip (text, word.end, name->end);
    }
  return words > 0 && words <= NAME_WORDS;
}
