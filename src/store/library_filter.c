/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The folded lines by which a document is found without its text.  */
#include <config.h>

#include "store/library_filter.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/space.h"
#include "base/utf8.h"
#include "text/fold.h"

char *
filter_fold (const char *text)
{
  size_t len = strlen (text);
  if (utf8_check (text, len) != len)
    return mem_string ("");
  struct folded folded;
  fold_search (text, len, &folded);
  char *copy = mem_copy (folded.data ? folded.data : "", folded.len);
  folded_free (&folded);
  return copy;
}

char *
filter_lines (const struct document *document, const char *path)
{
  const char *fields[FILTER_LINES] = {
    [LINE_PATH] = path,
    [LINE_ORIGINAL] = document->side[ORIGINAL].title,
    [LINE_TRANSLATION] = document->side[TRANSLATION].title,
    [LINE_DATE] = document->date,
    [LINE_AUTHOR] = document->side[ORIGINAL].author,
    [LINE_AUTHOR_FACING] = document->side[TRANSLATION].author,
    [LINE_COLUMN] = document->column,
  };
  struct buf lines = BUF_INIT;
  for (size_t i = 0; i < FILTER_LINES; i++)
    {
      if (fields[i] && *fields[i])
        {
          char *folded = filter_fold (fields[i]);
          buf_add_string (&lines, folded);
          free (folded);
        }
      buf_add_byte (&lines, '\n');
    }
  return buf_take (&lines);
}

/* Where the word that begins at AT ends.  */
static size_t
word_end (const char *text, size_t at, size_t len)
{
  while (at < len)
    {
      size_t next = at;
      if (space_is (utf8_next (text, len, &next)))
        break;
      at = next;
    }
  return at;
}

/* The word of LEN bytes at TEXT folded.  NULL where it is nothing but invisible
   signs; what stands nowhere for bytes that are not UTF-8.  */
static char *
fold_word (const char *text, size_t len)
{
  if (utf8_check (text, len) != len)
    return mem_string ("\xFF");
  char *word = mem_copy (text, len);
  char *folded = filter_fold (word);
  free (word);
  if (*folded)
    return folded;
  free (folded);
  return NULL;
}

struct filter
filter_make (const char *text)
{
  struct filter filter = { NULL, 0, 0 };
  size_t len = text ? strlen (text) : 0;
  size_t at = text ? space_skip (text, 0, len) : 0;
  while (at < len)
    {
      size_t end = word_end (text, at, len);
      char *word = fold_word (text + at, end - at);
      if (word)
        VEC_PUSH (&filter, word);
      at = space_skip (text, end, len);
    }
  return filter;
}

void
filter_free (struct filter *filter)
{
  for (size_t i = 0; i < filter->len; i++)
    free (filter->items[i]);
  VEC_FREE (filter);
}

bool
filter_fits (const struct filter *filter, const char *lines, size_t len)
{
  for (size_t i = 0; i < filter->len; i++)
    if (!memmem (lines, len, filter->items[i], strlen (filter->items[i])))
      return false;
  return true;
}

enum filter_match
filter_match (const char *name, const char *lines, size_t len)
{
  enum filter_match match = MATCH_NONE;
  size_t size = strlen (name);
  const char *at = lines, *stop = lines + len;
  for (int line = 0; line < LINE_NAMES && at < stop; line++)
    {
      const char *end = memchr (at, '\n', (size_t) (stop - at));
      if (!end)
        end = stop;
      size_t width = (size_t) (end - at);
      if (width == size && memcmp (at, name, size) == 0)
        return MATCH_LINE;
      if (memmem (at, width, name, size))
        match = MATCH_PART;
      at = end < stop ? end + 1 : stop;
    }
  return match;
}
