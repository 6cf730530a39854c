/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands together again and again: counted length by length, each from
   the numbers of the two sequences one unit shorter.  What is too rare drops
   out at once, so that little is left to count of the longer ones.  */
#include "index/grams.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* --- counting ----------------------------------------------------------- */

/* The key of the sequence of LENGTH units at AT, 0 where it can't be one.  */
static uint64_t
key_at (const struct grams *g, const struct strip *strip, const bool *bar,
        size_t length, size_t at)
{
  if (length == 1)
    return bar[at] ? 0 : strip->units.items[at].key;
  const uint32_t *shorter = g->level[length - 1].number;
  if (shorter[at] == 0 || at + 1 == g->units || shorter[at + 1] == 0)
    return 0;
  return (uint64_t) shorter[at] << 32 | shorter[at + 1];
}

/* The numbers of one length by the hash of their keys: small, so that it stays in
   the processor's cache.  */
struct slots
{
  uint32_t *items; /* a number, or 0 */
  size_t mask;
};

static struct slots
slots_new (size_t keys)
{
  size_t size = 16;
  while (size < 2 * keys)
    size *= 2;
  return (struct slots) { mem_new (size, sizeof (uint32_t)), size - 1 };
}

/* The slot of KEY among SLOTS: it holds 0, or the number of that of GRAMS with
   that key, which stands in KEYS where it stands first.  */
static uint32_t *
slot_of (const struct gram *grams, const uint64_t *keys,
         const struct slots *slots, uint64_t key)
{
  size_t at = (size_t) ((key * 0x9E3779B97F4A7C15u) >> 40) & slots->mask;
  while (slots->items[at] != 0 && keys[grams[slots->items[at]].at] != key)
    at = (at + 1) & slots->mask;
  return &slots->items[at];
}

/* Numbers what is often enough anew, and drops the rest.  */
static void
drop_rare (struct gram_level *level, size_t units, uint32_t least)
{
  uint32_t *anew = mem_new (level->len, sizeof *anew);
  size_t len = 1;
  for (size_t k = 1; k < level->len; k++)
    if (level->grams[k].count >= least)
      {
        anew[k] = (uint32_t) len;
        level->grams[len++] = level->grams[k];
      }
  level->len = len;
  for (size_t i = 0; i < units; i++)
    level->number[i] = anew[level->number[i]];
  free (anew);
}

/* Counts the sequences of LENGTH units, whose keys, COUNT of them not 0, are
   KEYS.  */
static void
count_keys (struct grams *g, size_t length, const uint64_t *keys, size_t count)
{
  struct gram_level *level = &g->level[length];
  struct slots slots = slots_new (count);
  level->number = mem_new (g->units, sizeof *level->number);
  level->grams = mem_new (count + 1, sizeof *level->grams);
  level->len = 1;
  for (size_t i = 0; i < g->units; i++)
    {
      if (keys[i] == 0)
        continue;
      uint32_t *slot = slot_of (level->grams, keys, &slots, keys[i]);
      if (*slot == 0)
        {
          *slot = (uint32_t) level->len;
          level->grams[level->len++].at = (uint32_t) i;
        }
      level->number[i] = *slot;
      level->grams[*slot].count++;
    }
  free (slots.items);
}

/* Counts the sequences of LENGTH units; false where none is often enough.  KEYS
   has room for one a unit.  */
static bool
count_level (struct grams *g, const struct strip *strip, const bool *bar,
             size_t length, uint32_t least, uint64_t *keys)
{
  size_t count = 0;
  for (size_t i = 0; i < g->units; i++)
    {
      keys[i] = key_at (g, strip, bar, length, i);
      count += keys[i] != 0;
    }
  if (length == 1)
    g->whole = count;
  else if (count < least)
    return false;
  count_keys (g, length, keys, count);
  drop_rare (&g->level[length], g->units, least);
  return g->level[length].len > 1;
}

void
grams_make (struct grams *grams, const struct strip *strip, const bool *bar,
            uint32_t least)
{
  *grams = (struct grams) { .units = strip->units.len };
  uint64_t *keys = mem_new (grams->units, sizeof *keys);
  for (size_t length = 1; length <= GRAM_MOST; length++)
    {
      if (!count_level (grams, strip, bar, length, least, keys))
        break;
      grams->longest = length;
    }
  free (keys);
}

void
grams_free (struct grams *grams)
{
  for (size_t length = 1; length <= GRAM_MOST; length++)
    {
      free (grams->level[length].number);
      free (grams->level[length].grams);
    }
  *grams = (struct grams) { .units = 0 };
}

/* --- judging ------------------------------------------------------------ */

static double
count_at (const struct grams *g, size_t length, size_t at)
{
  const struct gram_level *level = &g->level[length];
  return level->grams[level->number[at]].count;
}

double
grams_cohesion (const struct grams *grams, size_t length, size_t at)
{
  double own = count_at (grams, length, at) * (double) grams->whole;
  double least = INFINITY;
  for (size_t cut = 1; cut < length; cut++)
    {
      double apart = count_at (grams, cut, at)
                     * count_at (grams, length - cut, at + cut);
      if (own / apart < least)
        least = own / apart;
    }
  return log2 (least);
}

/* A sequence and the unit beside it.  */
struct beside
{
  uint32_t number;
  uint32_t key;
};

struct besides VEC (struct beside);

static int
compare (const void *a, const void *b)
{
  const struct beside *x = a, *y = b;
  return x->number != y->number ? (x->number < y->number ? -1 : 1)
                                : (x->key > y->key) - (x->key < y->key);
}

/* Adds one side's variety and entropy of each sequence in BESIDES to FREEDOM:
   the lesser of both sides stays.  */
static void
weigh_side (struct besides *besides, const struct gram_level *level,
            struct freedom *freedom)
{
  if (besides->len > 1)
    qsort (besides->items, besides->len, sizeof *besides->items, compare);
  for (size_t i = 0; i < besides->len;)
    {
      uint32_t number = besides->items[i].number, variety = 0;
      double count = level->grams[number].count, entropy = 0;
      while (i < besides->len && besides->items[i].number == number)
        {
          size_t first = i;
          uint32_t key = besides->items[i].key;
          while (i < besides->len && besides->items[i].number == number
                 && besides->items[i].key == key)
            i++;
          double part = (double) (i - first) / count;
          entropy -= part * log2 (part);
          variety++;
        }
      struct freedom *f = &freedom[number];
      f->variety = variety < f->variety ? variety : f->variety;
      f->entropy = entropy < f->entropy ? entropy : f->entropy;
    }
}

/* The unit at AT; a part, an end or what serves is like no other: the high bit
   keeps its place apart from all keys.  */
static uint32_t
key_beside (const struct strip *strip, const bool *serves, size_t at)
{
  enum { PART = 1 << 30 };
  uint32_t key = at < strip->units.len && !serves[at]
                   ? strip->units.items[at].key
                   : 0;
  return key ? key : PART | (uint32_t) (at & (PART - 1));
}

void
grams_freedom (const struct grams *grams, const struct strip *strip,
               const bool *serves, size_t length, const bool *wanted,
               struct freedom *freedom)
{
  const struct gram_level *level = &grams->level[length];
  for (size_t k = 0; k < level->len; k++)
    freedom[k] = (struct freedom) { UINT32_MAX, INFINITY };
  for (int side = 0; side < 2; side++)
    {
      struct besides besides = { 0 };
      for (size_t i = 0; i < grams->units; i++)
        {
          uint32_t number = level->number[i];
          if (number && wanted[number])
            VEC_PUSH (&besides, (struct beside) {
                                  number,
                                  key_beside (strip, serves,
                                              side ? i + length : i - 1) });
        }
      weigh_side (&besides, level, freedom);
      VEC_FREE (&besides);
    }
}
