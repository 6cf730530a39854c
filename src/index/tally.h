/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts of words: a table from strings of bytes to numbers.  */
#ifndef INDEX_TALLY_H
#define INDEX_TALLY_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/vec.h"

struct tallied
{
  uint32_t start; /* of its bytes, in the table's `bytes` */
  uint32_t len;
  uint32_t count;
  uint32_t other; /* two further counts, the caller's */
  uint32_t third;
};

/* All zero is an empty table.  The items stand in the order in which they came
   first.  Holds up to 4 GiB of strings.  */
struct tally
{
  struct buf bytes;
  struct
  VEC (struct tallied) items;
  uint32_t *slots; /* index of the item + 1; 0: free */
  size_t room;     /* of SLOTS, a power of two; 0 while there are none */
};

void tally_free (struct tally *tally);

/* Adds N to the count of the LEN bytes at TEXT.  */
void tally_add (struct tally *tally, const char *text, size_t len, uint32_t n);

/* The item of these bytes, NULL where there is none; it lives until the next
   tally_add.  */
struct tallied *tally_find (const struct tally *tally, const char *text,
                            size_t len);

/* Drops the items whose count is below LEAST.  */
void tally_prune (struct tally *tally, uint32_t least);

/* The bytes of ITEM.  */
static inline const char *
tally_text (const struct tally *tally, const struct tallied *item)
{
  return tally->bytes.data + item->start;
}

#endif
