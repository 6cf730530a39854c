/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts of words: open addressing, the strings in one buffer.  */
#include "index/tally.h"

#include <string.h>

void
tally_free (struct tally *tally)
{
  buf_free (&tally->bytes);
  VEC_FREE (&tally->items);
  free (tally->slots);
  *tally = (struct tally) { .room = 0 };
}

/* FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo), 64 bits, folded to spread the high
   ones.  */
static size_t
hash_of (const char *text, size_t len)
{
  uint64_t hash = 0xCBF29CE484222325u;
  for (size_t i = 0; i < len; i++)
    hash = (hash ^ (unsigned char) text[i]) * 0x100000001B3u;
  return (size_t) (hash ^ hash >> 29);
}

/* The slot of these bytes: theirs, or the free one where they would be.  */
static size_t
slot_of (const struct tally *tally, const char *text, size_t len)
{
  size_t slot = hash_of (text, len) & (tally->room - 1);
  for (uint32_t is; (is = tally->slots[slot]) > 0;
       slot = (slot + 1) & (tally->room - 1))
    {
      const struct tallied *item = &tally->items.items[is - 1];
      if (item->len == len && memcmp (tally_text (tally, item), text, len) == 0)
        break;
    }
  return slot;
}

/* Makes ROOM slots and puts all items into them.  */
static void
spread (struct tally *tally, size_t room)
{
  tally->room = room;
  free (tally->slots);
  tally->slots = mem_new (tally->room, sizeof *tally->slots);
  for (size_t i = 0; i < tally->items.len; i++)
    {
      const struct tallied *item = &tally->items.items[i];
      size_t slot = slot_of (tally, tally_text (tally, item), item->len);
      tally->slots[slot] = (uint32_t) i + 1;
    }
}

void
tally_add (struct tally *tally, const char *text, size_t len, uint32_t n)
{
  if (tally->items.len * 2 >= tally->room)
    spread (tally, tally->room ? tally->room * 2 : 256);
  size_t slot = slot_of (tally, text, len);
  if (tally->slots[slot] == 0)
    {
      struct tallied item = { .start = (uint32_t) tally->bytes.len,
                              .len = (uint32_t) len };
      buf_add (&tally->bytes, text, len);
      VEC_PUSH (&tally->items, item);
      tally->slots[slot] = (uint32_t) tally->items.len;
    }
  tally->items.items[tally->slots[slot] - 1].count += n;
}

struct tallied *
tally_find (const struct tally *tally, const char *text, size_t len)
{
  if (tally->room == 0)
    return NULL;
  uint32_t is = tally->slots[slot_of (tally, text, len)];
  return is ? &tally->items.items[is - 1] : NULL;
}

void
tally_prune (struct tally *tally, uint32_t least)
{
  struct buf bytes = BUF_INIT;
  size_t kept = 0, room = 256;
  for (size_t i = 0; i < tally->items.len; i++)
    {
      struct tallied item = tally->items.items[i];
      if (item.count < least)
        continue;
      uint32_t start = (uint32_t) bytes.len;
      buf_add (&bytes, tally_text (tally, &item), item.len);
      item.start = start;
      tally->items.items[kept++] = item;
    }
  buf_free (&tally->bytes);
  tally->bytes = bytes;
  tally->items.len = kept;
  while (kept * 2 >= room)
    room *= 2;
  spread (tally, room);
}
