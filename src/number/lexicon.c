/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that recognition knows, found by hash.  */
#include "number/lexicon.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/ascii.h"

enum
{
  BUCKETS = 8192,
  LOOK_BACK = 12
};

struct lexicon
{
  const struct word **words; /* by bucket, longest first in each */
  uint32_t first[BUCKETS + 1];
};

/* The hash of the first atom at S: a word of Latin letters, or a character. */
static unsigned
atom_hash (const char *s, size_t len)
{
  uint32_t hash = 2166136261u;
  size_t i = 0;
  if (len > 0 && !ascii_is_alpha ((unsigned char) s[0]))
    do
      hash = (hash ^ (unsigned char) s[i++]) * 16777619u;
    while (i < len && ((unsigned char) s[i] & 0xC0) == 0x80);
  else
    for (; i < len && ascii_is_alpha ((unsigned char) s[i]); i++)
      hash = (hash ^ (unsigned char) ascii_to_lower (s[i])) * 16777619u;
  return (hash ^ hash >> 15) % BUCKETS;
}

static int
longest_first (const void *a, const void *b)
{
  const struct word *x = *(const struct word *const *) a;
  const struct word *y = *(const struct word *const *) b;
  unsigned hash[2] = { atom_hash (x->text, strlen (x->text)),
                       atom_hash (y->text, strlen (y->text)) };
  size_t len[2] = { strlen (x->text), strlen (y->text) };
  if (hash[0] != hash[1])
    return hash[0] < hash[1] ? -1 : 1;
  if (len[0] != len[1])
    return len[0] > len[1] ? -1 : 1;
  return strcmp (x->text, y->text);
}

struct lexicon *
lexicon_new (const struct word *const *tables)
{
  struct lexicon *lexicon = mem_new (1, sizeof *lexicon);
  size_t count = 0;
  for (const struct word *const *t = tables; *t; t++)
    for (const struct word *w = *t; w->text; w++)
      count++;
  lexicon->words = mem_new (count, sizeof *lexicon->words);
  count = 0;
  for (const struct word *const *t = tables; *t; t++)
    for (const struct word *w = *t; w->text; w++)
      lexicon->words[count++] = w;
  qsort (lexicon->words, count, sizeof *lexicon->words, longest_first);
  for (size_t b = 0, i = 0; b <= BUCKETS; b++)
    {
      while (i < count
             && atom_hash (lexicon->words[i]->text,
                           strlen (lexicon->words[i]->text))
                  < b)
        i++;
      lexicon->first[b] = (uint32_t) i;
    }
  return lexicon;
}

void
lexicon_free (struct lexicon *lexicon)
{
  if (lexicon)
    free (lexicon->words);
  free (lexicon);
}

/* Skips what a space in a word stands for; AT itself where it isn't there.  */
static size_t
skip_gap (const char *text, size_t at, size_t end)
{
  size_t i = at;
  unsigned lines = 0;
  if (i < end && text[i] == '-')
    i++;
  while (i < end && (text[i] == ' ' || text[i] == '\n'))
    lines += text[i++] == '\n';
  return lines > 1 ? at : i;
}

/* Where WORD ends when it stands at AT; 0 where it does not.  */
static size_t
match (const char *word, const char *text, size_t at, size_t end)
{
  for (; *word; word++)
    {
      if (*word == ' ')
        {
          size_t next = skip_gap (text, at, end);
          if (next == at)
            return 0;
          at = next;
          continue;
        }
      if (at == end
          || (*word != text[at] && *word != ascii_to_lower (text[at])))
        return 0;
      at++;
    }
  bool inside = ascii_is_alpha ((unsigned char) word[-1]) && at < end
                && ascii_is_alpha ((unsigned char) text[at]);
  return inside ? 0 : at;
}

const struct word *
lexicon_find (const struct lexicon *lexicon, const char *text, size_t at,
              size_t end, unsigned classes, size_t *stop)
{
  if (at >= end)
    return NULL;
  unsigned bucket = atom_hash (text + at, end - at);
  for (uint32_t i = lexicon->first[bucket]; i < lexicon->first[bucket + 1];
       i++)
    {
      const struct word *word = lexicon->words[i];
      size_t found
        = word->class & classes ? match (word->text, text, at, end) : 0;
      if (found == 0)
        continue;
      if (stop)
        *stop = found;
      return word;
    }
  return NULL;
}

const struct word *
lexicon_before (const struct lexicon *lexicon, const char *text, size_t start,
                size_t at, unsigned classes, size_t *from)
{
  size_t least = at > start + LOOK_BACK ? at - LOOK_BACK : start;
  for (size_t i = least; i < at; i++)
    {
      size_t stop;
      if (((unsigned char) text[i] & 0xC0) == 0x80)
        continue;
      const struct word *word
        = lexicon_find (lexicon, text, i, at, classes, &stop);
      if (word && stop == at)
        {
          *from = i;
          return word;
        }
    }
  return NULL;
}
