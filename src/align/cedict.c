/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads dictionaries in the format of CC-CEDICT.  */
#include "align/cedict.h"

#include <string.h>

#include "base/intl.h"
#include "base/utf8.h"

/* Longer words are whole sentences.  */
enum { WORD_BYTES_MOST = 64 };

/* The bytes from *AT to the next C, which *AT moves behind; NULL where there is
   none or nothing before it.  */
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
  size_t at = 0, pinyin;
  entry->traditional = until (line, len, &at, ' ', &entry->traditional_len);
  if (!entry->traditional)
    return false;
  entry->simplified = until (line, len, &at, ' ', &entry->simplified_len);
  if (!entry->simplified || at >= len || line[at] != '[')
    return false;
  if (!until (line, len, &at, ']', &pinyin))
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

/* Whether GLOSS only points to another word or names a measure word.  */
static bool
is_pointer (const char *gloss, size_t len)
{
  static const char *const signs[]
    = { "CL:",          "variant of ", "old variant of ", "see ",
        "see also ",    "used in ",    "erhua variant of ",
        "also written ", "Taiwan pr. ", "also pr. " };
  for (size_t k = 0; k < sizeof signs / sizeof *signs; k++)
    {
      size_t n = strlen (signs[k]);
      if (len >= n && memcmp (gloss, signs[k], n) == 0)
        return true;
    }
  return false;
}

static void
add_word (struct dictionary_maker *maker, const char *word, size_t len,
          const struct cedict_entry *entry)
{
  const char *gloss = entry->glosses, *end = gloss + entry->glosses_len;
  if (len > WORD_BYTES_MOST)
    return;
  while (gloss < end)
    {
      const char *slash = memchr (gloss, '/', (size_t) (end - gloss));
      size_t n = (size_t) ((slash ? slash : end) - gloss);
      if (!is_pointer (gloss, n))
        dictionary_maker_add (maker, word, len, gloss, n);
      gloss += n + 1;
    }
}

static void
add_entry (struct dictionary_maker *maker, const struct cedict_entry *entry)
{
  add_word (maker, entry->simplified, entry->simplified_len, entry);
  if (entry->traditional_len != entry->simplified_len
      || memcmp (entry->traditional, entry->simplified, entry->simplified_len)
           != 0)
    add_word (maker, entry->traditional, entry->traditional_len, entry);
}

size_t
cedict_read (const char *text, size_t len, const char *where,
             struct dictionary_maker *maker, struct err *err)
{
  size_t entries = 0, bad = utf8_check (text, len);
  long number = 0;
  if (bad < len)
    {
      err_set (err, ERR_ENCODING, where, NULL);
      return (size_t) err_at (err, 0, (long long) bad);
    }
  for (size_t at = 0; at < len;)
    {
      const char *line = text + at, *end = memchr (line, '\n', len - at);
      size_t n = end ? (size_t) (end - line) : len - at;
      struct cedict_entry entry;
      number++;
      at += n + 1;
      if (n == 0 || line[0] == '#' || (n == 1 && line[0] == '\r'))
        continue;
      if (!cedict_entry (line, n, &entry))
        {
          err_set (err, ERR_FORMAT, where, NULL);
          return (size_t) err_at (err, number, -1);
        }
      add_entry (maker, &entry);
      entries++;
    }
  if (entries == 0)
    err_set (err, ERR_EMPTY, where, NULL);
  return entries;
}
