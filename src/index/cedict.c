/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads dictionaries in the format of CC-CEDICT.  */
#include "index/cedict.h"

#include <string.h>

#include "base/utf8.h"

/* The bytes from *AT to the next C, which *AT moves behind; NULL where there
   is none or nothing before it.  */
static const char *
until (const char *line, size_t len, size_t *at, char c, size_t *count)
{
  const char *from = line + *at;
  const char *end = memchr (from, c, len - *at);
  if (!end || end == from)
    return NULL;
  *count = (size_t) (end - from);
  *at += *count + 1;
  return from;
}

bool
cedict_entry (const char *line, size_t len, struct cedict_entry *entry)
{
  size_t at = 0;
  entry->traditional = until (line, len, &at, ' ', &entry->traditional_len);
  if (!entry->traditional)
    return false;
  entry->simplified = until (line, len, &at, ' ', &entry->simplified_len);
  if (!entry->simplified || at >= len || line[at] != '[')
    return false;
  at++;
  entry->pinyin = until (line, len, &at, ']', &entry->pinyin_len);
  if (!entry->pinyin)
    return false;
  while (at < len && line[at] == ' ')
    at++;
  while (len > at && (line[len - 1] == ' ' || line[len - 1] == '\r'))
    len--;
  if (at + 2 >= len || line[at] != '/' || line[len - 1] != '/')
    return false;
  entry->glosses = line + at + 1;
  entry->glosses_len = len - at - 2;
  return true;
}

/* What was found so far; of the broken lines the first is told.  */
struct tally
{
  size_t entries;
  size_t broken;
  long line;
  long long bad; /* its first byte that is not UTF-8; -1: all of it is */
};

static void
tell_broken (struct tally *tally, long number, long long bad,
             const struct cedict_taker *taker)
{
  if (tally->broken++ == 0)
    {
      tally->line = number;
      tally->bad = bad;
    }
  if (taker->broken)
    taker->broken (taker->data, number);
}

/* Line NUMBER, LEN bytes from AT of TEXT.  */
static void
take_line (const char *text, size_t at, size_t len, long number,
           struct tally *tally, const struct cedict_taker *taker)
{
  const char *line = text + at;
  struct cedict_entry entry;
  if (len == 0 || line[0] == '#' || (len == 1 && line[0] == '\r'))
    return;
  size_t bad = utf8_check (line, len);
  if (bad < len || memchr (line, '\0', len))
    tell_broken (tally, number, bad < len ? (long long) (at + bad) : -1,
                 taker);
  else if (!cedict_entry (line, len, &entry))
    tell_broken (tally, number, -1, taker);
  else
    {
      taker->entry (taker->data, &entry);
      tally->entries++;
    }
}

size_t
cedict_read (const char *text, size_t len, const char *where,
             const struct cedict_taker *taker, struct err *err)
{
  struct tally tally = { .bad = -1 };
  long number = 0;
  size_t start = len >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  for (size_t at = start; at < len;)
    {
      const char *end = memchr (text + at, '\n', len - at);
      size_t n = end ? (size_t) (end - text) - at : len - at;
      take_line (text, at, n, ++number, &tally, taker);
      at += n + 1;
    }
  if (tally.entries > 0 && tally.broken <= tally.entries)
    return tally.entries;
  if (tally.broken == 0)
    return (size_t) err_set (err, ERR_EMPTY, where, NULL);
  err_set (err, tally.bad >= 0 ? ERR_ENCODING : ERR_FORMAT, where, NULL);
  return (size_t) err_at (err, tally.line, tally.bad);
}
