/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the readings, meanings and variants of single characters in Unicode's
   Unihan database.  */
#ifndef INDEX_UNIHAN_H
#define INDEX_UNIHAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "index/cedict.h"

enum unihan_file
{
  UNIHAN_NONE,
  UNIHAN_READINGS,
  UNIHAN_VARIANTS
};

/* Which file of Unihan the LEN bytes at TEXT begin like, by its head.  */
enum unihan_file unihan_is (const char *text, size_t len);

/* The bytes of the files; VARIANTS may be NULL.  */
struct unihan_texts
{
  const char *readings;
  size_t readings_len;
  const char *variants;
  size_t variants_len;
};

/* Who takes what is read.  */
struct unihan_taker
{
  /* ENTRY is that of a character: of its simplified form where SIMPLIFIED, else
     of its traditional one.  */
  void (*entry) (void *data, const struct cedict_entry *entry,
                 bool simplified);
  /* Line NUMBER (from 1) is broken and was skipped; may be NULL.  */
  void (*broken) (void *data, long number);
  void *data;
};

/* Gives TAKER an entry for every character that the readings say something of:
   its readings in Mandarin, the commonest first, set apart by commas, with
   tone marks; what it means, set apart by slashes.  A character that has a
   simplified form gives an entry with it; one that is the simplified form of
   several gives one for each of them.  Returns how many; 0 on error:
   ERR_EMPTY, or ERR_FORMAT with the first broken line where those are more.
   Source: Unicode Standard Annex #38.  */
size_t unihan_read (const struct unihan_texts *texts, const char *where,
                    const struct unihan_taker *taker, struct err *err);

#endif
