/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A keyword in its context.  */
#include "index/kwic.h"

#include <string.h>

#include "index/running.h"
#include "text/wrap.h"

/* Bytes looked at for COLUMNS columns: a character of two columns has three
   bytes, four at most, and some have marks on them.  */
static size_t
bytes_for (size_t columns)
{
  return columns * 8 + 64;
}

/* The last bytes of RANGE, MOST at most, from a character's start on.  */
static struct range
last_bytes (const char *text, struct range range, size_t most)
{
  if (range_len (range) > most)
    range.start = range.end - most;
  while (range.start < range.end
         && ((unsigned char) text[range.start] & 0xC0) == 0x80)
    range.start++;
  return range;
}

static struct range
first_bytes (const char *text, struct range range, size_t most)
{
  if (range_len (range) > most)
    range.end = range.start + most;
  while (range.end > range.start
         && ((unsigned char) text[range.end] & 0xC0) == 0x80)
    range.end--;
  return range;
}

static struct range
before (struct range within, struct range match)
{
  size_t end = match.start > within.start ? match.start : within.start;
  return (struct range) { within.start, end };
}

static struct range
behind (struct range within, struct range match)
{
  size_t start = match.end < within.end ? match.end : within.end;
  return (struct range) { start, within.end };
}

/* --- fitting ------------------------------------------------------------ */

static struct range
fit_left (const char *text, struct range range, size_t columns, size_t *used)
{
  struct glyphs glyphs = { 0 };
  wrap_glyphs (text, last_bytes (text, range, bytes_for (columns)), false,
               &glyphs);
  size_t first = glyphs.len;
  *used = 0;
  while (first > 0 && *used + glyphs.items[first - 1].width <= columns)
    *used += glyphs.items[--first].width;
  while (first < glyphs.len && glyphs.items[first].kind == GLYPH_SPACE)
    *used -= glyphs.items[first++].width;
  struct range fits = { range.end, range.end };
  if (first < glyphs.len)
    fits = (struct range) { glyphs.items[first].range.start,
                            glyphs.items[glyphs.len - 1].range.end };
  VEC_FREE (&glyphs);
  return fits;
}

static struct range
fit_right (const char *text, struct range range, size_t columns)
{
  struct glyphs glyphs = { 0 };
  wrap_glyphs (text, first_bytes (text, range, bytes_for (columns)), false,
               &glyphs);
  size_t end = 0, used = 0;
  while (end < glyphs.len && used + glyphs.items[end].width <= columns)
    used += glyphs.items[end++].width;
  while (end > 0 && glyphs.items[end - 1].kind == GLYPH_SPACE)
    end--;
  struct range fits = { range.start, range.start };
  if (end > 0)
    fits = (struct range) { glyphs.items[0].range.start,
                            glyphs.items[end - 1].range.end };
  VEC_FREE (&glyphs);
  return fits;
}

void
kwic_fit (const char *text, struct range within, struct range match,
          size_t left, size_t right, struct kwic *kwic)
{
  kwic->match = match;
  kwic->left = fit_left (text, before (within, match), left,
                         &kwic->left_columns);
  kwic->right = fit_right (text, behind (within, match), right);
}

/* --- showing ------------------------------------------------------------ */

size_t
kwic_draw (const char *text, struct range range, struct buf *out)
{
  struct glyphs glyphs = { 0 };
  size_t columns = 0;
  wrap_glyphs (text, range, false, &glyphs);
  for (size_t i = 0; i < glyphs.len; i++)
    {
      wrap_draw (text, &glyphs.items[i], out);
      columns += glyphs.items[i].width;
    }
  VEC_FREE (&glyphs);
  return columns;
}

void
kwic_plain (const char *text, struct range range, struct buf *out)
{
  struct glyphs glyphs = { 0 };
  wrap_glyphs (text, range, false, &glyphs);
  for (size_t i = 0; i < glyphs.len; i++)
    if (glyphs.items[i].kind == GLYPH_SPACE)
      buf_add_byte (out, ' ');
    else
      buf_add (out, text + glyphs.items[i].range.start,
               range_len (glyphs.items[i].range));
  VEC_FREE (&glyphs);
}

/* --- sorting ------------------------------------------------------------ */

/* Appends WORD and a blank where there is room; false where there is none.  */
static bool
add_word (const char *text, struct range word, char key[KWIC_KEY],
          size_t *len)
{
  size_t size = range_len (word), room = KWIC_KEY - 1 - *len;
  if (size + 1 > room)
    {
      if (*len == 0) /* a very long one alone */
        {
          *len = range_len (first_bytes (text, word, room));
          memcpy (key, text + word.start, *len);
        }
      return false;
    }
  memcpy (key + *len, text + word.start, size);
  key[*len + size] = ' ';
  *len += size + 1;
  return true;
}

void
kwic_key (const char *text, struct range within, struct range match,
          bool left, char key[KWIC_KEY])
{
  enum { SEEN = 4 * KWIC_KEY };
  struct buf folded = BUF_INIT;
  struct runnings words = { 0 };
  struct range range
    = left ? last_bytes (text, before (within, match), SEEN)
           : first_bytes (text, behind (within, match), SEEN);
  running_words (text, range, &folded, &words);
  size_t len = 0;
  for (size_t i = 0; i < words.len; i++)
    if (!add_word (folded.data,
                   words.items[left ? words.len - 1 - i : i].folded, key,
                   &len))
      break;
  key[len] = '\0';
  VEC_FREE (&words);
  buf_free (&folded);
}
