/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that recognition knows, found by hash.  */
#include "number/wordlist.h"

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

struct wordlist
{
  const struct word **words; /* by bucket, longest first in each */
  uint32_t first[BUCKETS + 1];
  unsigned classes[BUCKETS]; /* of all words whose first atom has the hash */
};

/* Words are kept apart by their classes too, so that the many phrases that
   begin with 一 don't stand in the way of the digit.  */
static const unsigned groups[] = { 0xFu, 0x30u, ~0x3Fu };

enum
{
  GROUPS = sizeof groups / sizeof *groups
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

/* The bucket of words of GROUP whose first atom has HASH.  */
static unsigned
bucket_of (unsigned hash, unsigned group)
{
  return (hash + group * (BUCKETS / GROUPS)) % BUCKETS;
}

/* The bucket of WORD, whose first atom has HASH.  */
static unsigned
word_bucket (const struct word *word, unsigned hash)
{
  unsigned group = 0;
  while (!(word->class & groups[group]))
    group++;
  return bucket_of (hash, group);
}

static unsigned
word_hash (const struct word *word)
{
  return atom_hash (word->text, strlen (word->text));
}

/* Puts WORD among the COUNT words at WORDS: longest first, else by their
   bytes.  */
static void
insert_word (const struct word **words, size_t count, const struct word *word)
{
  size_t len = strlen (word->text);
  size_t at = count;
  for (; at > 0; at--)
    {
      size_t before = strlen (words[at - 1]->text);
      if (before > len
          || (before == len && strcmp (words[at - 1]->text, word->text) <= 0))
        break;
      words[at] = words[at - 1];
    }
  words[at] = word;
}

/* Counts the words of TABLES in each bucket of WORDLIST, in the place behind
   it, and in all; and notes their classes.  */
static size_t
count_words (struct wordlist *wordlist, const struct word *const *tables)
{
  size_t count = 0;
  for (const struct word *const *t = tables; *t; t++)
    for (const struct word *w = *t; w->text; w++, count++)
      {
        unsigned hash = word_hash (w);
        wordlist->classes[hash] |= w->class;
        wordlist->first[word_bucket (w, hash) + 1]++;
      }
  for (size_t b = 0; b < BUCKETS; b++)
    wordlist->first[b + 1] += wordlist->first[b];
  return count;
}

struct wordlist *
wordlist_new (const struct word *const *tables)
{
  struct wordlist *wordlist = mem_new (1, sizeof *wordlist);
  size_t count = count_words (wordlist, tables);
  uint32_t *filled = mem_new (BUCKETS, sizeof *filled);
  wordlist->words = mem_new (count, sizeof *wordlist->words);
  for (const struct word *const *t = tables; *t; t++)
    for (const struct word *w = *t; w->text; w++)
      {
        unsigned bucket = word_bucket (w, word_hash (w));
        insert_word (wordlist->words + wordlist->first[bucket],
                     filled[bucket]++, w);
      }
  free (filled);
  return wordlist;
}

void
wordlist_free (struct wordlist *wordlist)
{
  if (wordlist)
    free (wordlist->words);
  free (wordlist);
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

/* The longest word of one of CLASSES in BUCKET that stands at AT.  */
static const struct word *
find_in (const struct wordlist *wordlist, unsigned bucket, const char *text,
         size_t at, size_t end, unsigned classes, size_t *stop)
{
  for (uint32_t i = wordlist->first[bucket]; i < wordlist->first[bucket + 1];
       i++)
    {
      const struct word *word = wordlist->words[i];
      if (!(word->class & classes))
        continue;
      *stop = match (word->text, text, at, end);
      if (*stop)
        return word;
    }
  return NULL;
}

const struct word *
wordlist_find (const struct wordlist *wordlist, const char *text, size_t at,
              size_t end, unsigned classes, size_t *stop)
{
  const struct word *best = NULL;
  size_t longest = 0;
  if (at >= end)
    return NULL;
  unsigned hash = atom_hash (text + at, end - at);
  classes &= wordlist->classes[hash];
  for (unsigned g = 0; g < GROUPS; g++)
    if (classes & groups[g])
      {
        size_t found;
        const struct word *word = find_in (wordlist, bucket_of (hash, g), text,
                                           at, end, classes, &found);
        if (word && found > longest)
          {
            best = word;
            longest = found;
          }
      }
  if (best && stop)
    *stop = longest;
  return best;
}

const struct word *
wordlist_before (const struct wordlist *wordlist, const char *text, size_t start,
                size_t at, unsigned classes, size_t *from)
{
  size_t least = at > start + LOOK_BACK ? at - LOOK_BACK : start;
  for (size_t i = least; i < at; i++)
    {
      size_t stop;
      if (((unsigned char) text[i] & 0xC0) == 0x80)
        continue;
      const struct word *word
        = wordlist_find (wordlist, text, i, at, classes, &stop);
      if (word && stop == at)
        {
          *from = i;
          return word;
        }
    }
  return NULL;
}
