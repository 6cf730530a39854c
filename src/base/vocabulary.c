/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strings and their numbers: a table with open addressing.  */
#include "base/vocabulary.h"

#include <stdlib.h>
#include <string.h>

void
vocabulary_free (struct vocabulary *vocabulary)
{
  buf_free (&vocabulary->text);
  VEC_FREE (&vocabulary->starts);
  free (vocabulary->slots);
  *vocabulary = (struct vocabulary) { .slots = NULL };
}

size_t
vocabulary_len (const struct vocabulary *vocabulary)
{
  return vocabulary->starts.len ? vocabulary->starts.len - 1 : 0;
}

static uint64_t
mix (uint64_t hash, uint64_t part)
{
  hash = (hash ^ part) * 0x9E3779B97F4A7C15u;
  return hash ^ hash >> 32;
}

/* Eight bytes at a time; the last ones, up to eight, are read without a loop,
   some of them twice: most strings have no others.  */
uint32_t
vocabulary_hash (const char *text, size_t len)
{
  uint64_t hash = len, part = 0;
  uint32_t first, last;
  for (; len > sizeof part; text += sizeof part, len -= sizeof part)
    {
      memcpy (&part, text, sizeof part);
      hash = mix (hash, part);
    }
  if (len >= sizeof first)
    {
      memcpy (&first, text, sizeof first);
      memcpy (&last, text + len - sizeof last, sizeof last);
      part = (uint64_t) first << 32 | last;
    }
  else if (len > 0)
    part = (uint64_t) (unsigned char) text[0] << 16
           | (uint64_t) (unsigned char) text[len / 2] << 8
           | (unsigned char) text[len - 1];
  return (uint32_t) mix (mix (hash, part), 0);
}

const char *
vocabulary_text (const struct vocabulary *vocabulary, uint32_t term,
                 size_t *len)
{
  const uint32_t *start = vocabulary->starts.items + term;
  *len = start[1] - start[0];
  return vocabulary->text.data + start[0];
}

/* The slot that holds TEXT with its HASH, or the free one where it belongs.  */
static struct term_slot *
slot_of (const struct vocabulary *vocabulary, const char *text, size_t len,
         uint32_t hash)
{
  size_t mask = vocabulary->size - 1;
  for (size_t at = hash & mask;; at = (at + 1) & mask)
    {
      struct term_slot *slot = &vocabulary->slots[at];
      size_t other_len;
      if (slot->number == 0)
        return slot;
      if (slot->hash != hash)
        continue;
      const char *other
        = vocabulary_text (vocabulary, slot->number - 1, &other_len);
      if (other_len == len && memcmp (other, text, len) == 0)
        return slot;
    }
}

uint32_t
vocabulary_find (const struct vocabulary *vocabulary, const char *text,
                 size_t len)
{
  if (vocabulary->size == 0)
    return TERM_NONE;
  uint32_t number
    = slot_of (vocabulary, text, len, vocabulary_hash (text, len))->number;
  return number ? number - 1 : TERM_NONE;
}

uint32_t
vocabulary_find_hash (const struct vocabulary *vocabulary, uint32_t hash)
{
  size_t mask = vocabulary->size - 1;
  for (size_t at = hash & mask; vocabulary->size > 0; at = (at + 1) & mask)
    {
      const struct term_slot *slot = &vocabulary->slots[at];
      if (slot->number == 0)
        break;
      if (slot->hash == hash)
        return slot->number - 1;
    }
  return TERM_NONE;
}

static void
grow (struct vocabulary *vocabulary)
{
  struct term_slot *before = vocabulary->slots;
  size_t size = vocabulary->size;
  vocabulary->size = size == 0 ? 256 : size < 4096 ? 4 * size : 2 * size;
  vocabulary->slots = mem_new (vocabulary->size, sizeof *vocabulary->slots);
  size_t mask = vocabulary->size - 1;
  for (size_t i = 0; i < size; i++)
    if (before[i].number)
      {
        size_t at = before[i].hash & mask;
        while (vocabulary->slots[at].number)
          at = (at + 1) & mask;
        vocabulary->slots[at] = before[i];
      }
  free (before);
}

uint32_t
vocabulary_add (struct vocabulary *vocabulary, const char *text, size_t len)
{
  uint32_t hash = vocabulary_hash (text, len);
  size_t count = vocabulary_len (vocabulary);
  if (count == 0 && vocabulary->starts.len == 0)
    VEC_PUSH (&vocabulary->starts, 0);
  if (2 * (count + 1) > vocabulary->size)
    grow (vocabulary);
  struct term_slot *slot = slot_of (vocabulary, text, len, hash);
  if (slot->number == 0)
    {
      buf_add (&vocabulary->text, text, len);
      VEC_PUSH (&vocabulary->starts, (uint32_t) vocabulary->text.len);
      *slot = (struct term_slot) { hash, (uint32_t) count + 1 };
    }
  return slot->number - 1;
}
