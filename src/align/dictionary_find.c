/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding the words and the stems of a dictionary.  */
#include <string.h>

#include "align/dictionary_private.h"
#include "base/mem.h"
#include "base/utf8.h"

/* --- words -------------------------------------------------------------- */

/* So many bytes are compared at once.  */
enum { KEY = 8 };

/* The KEY bytes at BYTES as a number that sorts like them.  */
static inline uint64_t
key_at (const char *bytes)
{
  const unsigned char *b = (const unsigned char *) bytes;
  return (uint64_t) b[0] << 56 | (uint64_t) b[1] << 48 | (uint64_t) b[2] << 40
         | (uint64_t) b[3] << 32 | (uint64_t) b[4] << 24
         | (uint64_t) b[5] << 16 | (uint64_t) b[6] << 8 | b[7];
}

/* The first LEN bytes of KEY, and zeros.  */
static inline uint64_t
key_part (uint64_t key, size_t len)
{
  static const uint64_t mask[KEY + 1]
    = { 0, 0xffull << 56, 0xffffull << 48, 0xffffffull << 40,
        0xffffffffull << 32, ~0ull << 24, ~0ull << 16, ~0ull << 8, ~0ull };
  return key & mask[len < KEY ? len : KEY];
}

/* What is looked for, among the words from LOW to HIGH, which begin like it: by
   SKIP bytes.  */
struct quest
{
  const struct dictionary *d;
  const char *text;
  size_t len;
  size_t skip;
  uint64_t keys; /* of the bytes behind those, of all that may be looked for */
  uint64_t key;  /* of those that are looked for */
  uint32_t low;
  uint32_t high;
  size_t end; /* of the bytes of all words */
};

/* A quest for the first bytes of TEXT, of which there are MOST, among the words that
   begin with the code point there.  */
static inline struct quest
quest_open (const struct dictionary *d, const char *text, size_t most)
{
  enum { LAST = DICTIONARY_FIRSTS - 2 };
  size_t at = 0;
  unsigned cp = utf8_next (text, most, &at);
  struct quest quest = { .d = d, .text = text, .end = d->head->word_bytes };
  bool rare = cp >= LAST;
  quest.low = d->first[rare ? LAST : cp];
  quest.high = rare ? d->head->words : d->first[cp + 1];
  quest.skip = rare ? 0 : at;
  size_t from = quest.skip, to = from + KEY < most ? from + KEY : most;
  for (size_t k = from; k < to; k++)
    quest.keys
      |= (uint64_t) (unsigned char) text[k] << (8 * (KEY - 1 - (k - from)));
  return quest;
}

/* From now on LEN bytes are looked for, no fewer than those that are skipped.  */
static inline void
quest_set (struct quest *quest, size_t len)
{
  quest->len = len;
  quest->key = key_part (quest->keys, len - quest->skip);
}

/* Less than 0, 0 or more, as word WORD stands before, is or stands behind what is
   looked for.  */
static inline int
compare (const struct quest *quest, uint32_t word)
{
  const uint32_t *starts = quest->d->word_start + word;
  size_t start = starts[0], own = starts[1] - start;
  const char *bytes = quest->d->word_bytes + start;
  size_t len = quest->len, skip = quest->skip;
  if (own >= skip && start + skip + KEY <= quest->end)
    {
      uint64_t key = key_part (key_at (bytes + skip), own - skip);
      if (key != quest->key)
        return key < quest->key ? -1 : 1;
      if (own <= skip + KEY || len <= skip + KEY)
        return (own > len) - (own < len);
    }
  int order = memcmp (bytes, quest->text, own < len ? own : len);
  return order ? order : (own > len) - (own < len);
}

/* Moves LOW of QUEST to the first word that does not stand before what is looked
   for.  */
static void
quest_go (struct quest *quest)
{
  uint32_t low = quest->low, high = quest->high;
  /* Often it is the first: a word stands before those that it begins.  */
  if (low < high && compare (quest, low) >= 0)
    return;
  while (low < high)
    {
      uint32_t middle = low + (high - low) / 2;
      if (compare (quest, middle) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  quest->low = low;
}

/* The same where that is near, for a longer text than before.  */
static void
quest_go_on (struct quest *quest)
{
  uint32_t high = quest->high, step = 1;
  while (step < high - quest->low && compare (quest, quest->low + step) < 0)
    {
      quest->low += step;
      step *= 2;
    }
  if (step < high - quest->low)
    quest->high = quest->low + step;
  quest_go (quest);
  quest->high = high;
}

/* Whether the word at LOW begins with what is looked for.  */
static inline bool
quest_begins (const struct quest *quest)
{
  const struct dictionary *d = quest->d;
  size_t start = d->word_start[quest->low];
  size_t own = d->word_start[quest->low + 1] - start, skip = quest->skip;
  const char *bytes = d->word_bytes + start;
  if (own < quest->len)
    return false;
  if (quest->len <= skip + KEY && start + skip + KEY <= quest->end)
    return key_part (key_at (bytes + skip), quest->len - skip) == quest->key;
  return memcmp (bytes, quest->text, quest->len) == 0;
}

size_t
dictionary_prefixes (const struct dictionary *d, const char *text,
                     const size_t *starts, size_t most, size_t *found)
{
  struct quest quest = quest_open (d, text, starts[most] - starts[0]);
  size_t count = 0;
  for (size_t chars = 1; chars <= most && quest.low < quest.high; chars++)
    {
      quest_set (&quest, starts[chars] - starts[0]);
      if (chars <= 2)
        quest_go (&quest);
      else
        quest_go_on (&quest);
      if (quest.low == quest.high || !quest_begins (&quest))
        break;
      if (d->word_start[quest.low + 1] - d->word_start[quest.low] == quest.len
          && d->gloss_start[quest.low + 1] > d->gloss_start[quest.low])
        found[count++] = chars;
    }
  return count;
}

uint32_t
dictionary_find (const struct dictionary *d, const char *text, size_t len)
{
  if (len == 0)
    return UINT32_MAX;
  struct quest quest = quest_open (d, text, len);
  quest_set (&quest, len);
  quest_go (&quest);
  return quest.low < quest.high
             && d->word_start[quest.low + 1] - d->word_start[quest.low] == len
             && quest_begins (&quest)
           ? quest.low
           : UINT32_MAX;
}

/* --- stems -------------------------------------------------------------- */

/* How the LEN bytes at TEXT, one at least, look: a number that is the same for
   equal ones, from a few of them.  */
static inline uint32_t
look_of (const char *text, size_t len)
{
  const unsigned char *b = (const unsigned char *) text;
  uint32_t few = b[0] | (uint32_t) b[len / 4] << 8
                 | (uint32_t) b[len / 2] << 16 | (uint32_t) b[len - 1] << 24;
  few += ((uint32_t) b[3 * len / 4] << 5) + (uint32_t) len * 0x2545f491u;
  return few * 0x9e3779b1u;
}

void
dictionary_chain_stems (struct dictionary *d)
{
  size_t stems = d->head->stems, bits = 1;
  while (bits < 31 && (size_t) 1 << bits < stems)
    bits++;
  d->stem_shift = (uint32_t) (32 - bits);
  d->stem_heads = mem_new ((size_t) 1 << bits, sizeof *d->stem_heads);
  d->stem_chain = mem_new (stems, sizeof *d->stem_chain);
  for (uint32_t k = 0; k < stems; k++)
    {
      size_t len = d->stem_start[k + 1] - d->stem_start[k];
      if (len == 0)
        continue;
      uint32_t *head
        = d->stem_heads
          + (look_of (d->stem_bytes + d->stem_start[k], len) >> d->stem_shift);
      d->stem_chain[k] = *head;
      *head = k + 1;
    }
}

uint32_t
dictionary_find_stem (const struct dictionary *d, const char *text, size_t len)
{
  uint32_t next
    = len > 0 ? d->stem_heads[look_of (text, len) >> d->stem_shift] : 0;
  for (; next > 0; next = d->stem_chain[next - 1])
    {
      const uint32_t *start = d->stem_start + (next - 1);
      if (start[1] - start[0] == len
          && memcmp (d->stem_bytes + start[0], text, len) == 0)
        return next - 1;
    }
  return UINT32_MAX;
}
