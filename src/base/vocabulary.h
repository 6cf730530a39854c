/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strings and their numbers.  */
#ifndef BASE_VOCABULARY_H
#define BASE_VOCABULARY_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/vec.h"

/* No string.  */
#define TERM_NONE UINT32_MAX

struct term_starts VEC (uint32_t);

struct term_slot
{
  uint32_t hash;
  uint32_t number; /* and 1; 0: free */
};

/* A set of strings, numbered from 0 in the order in which they came.  */
struct vocabulary
{
  struct buf text;           /* all of them, without anything between */
  struct term_starts starts; /* of each string, and the end of the last */
  struct term_slot *slots;   /* open addressing */
  size_t size;               /* of SLOTS, a power of 2 or 0 */
};

/* All zero is an empty one.  */
void vocabulary_free (struct vocabulary *vocabulary);

/* How many strings there are.  */
size_t vocabulary_len (const struct vocabulary *vocabulary);

/* The number of the LEN bytes at TEXT, which are added where they are new.  */
uint32_t vocabulary_add (struct vocabulary *vocabulary, const char *text,
                         size_t len);

/* The number of the LEN bytes at TEXT, or TERM_NONE.  */
uint32_t vocabulary_find (const struct vocabulary *vocabulary,
                          const char *text, size_t len);

/* The number of a string whose vocabulary_hash is HASH, or TERM_NONE.  */
uint32_t vocabulary_find_hash (const struct vocabulary *vocabulary,
                               uint32_t hash);

/* The bytes of string TERM, *LEN of them; valid until the next one is added.  */
const char *vocabulary_text (const struct vocabulary *vocabulary,
                             uint32_t term, size_t *len);

/* A good hash of the LEN bytes at TEXT (multiplied and mixed), which is
   not to be kept in a file.  */
uint32_t vocabulary_hash (const char *text, size_t len);

#endif
