/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads dictionaries in the format of CC-CEDICT.  */
#ifndef INDEX_CEDICT_H
#define INDEX_CEDICT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

/* An entry; all within the line.  */
struct cedict_entry
{
  const char *traditional;
  size_t traditional_len;
  const char *simplified;
  size_t simplified_len;
  const char *pinyin; /* between the brackets; tones by number */
  size_t pinyin_len;
  const char *glosses; /* between the first slash and the last: "a/b/c" */
  size_t glosses_len;
};

/* Reads the LEN bytes of a line, without its end:
   "TRADITIONAL SIMPLIFIED [PINYIN] /GLOSS/GLOSS/".  False where it is not so.
   Source: https://cc-cedict.org/wiki/format:syntax  */
bool cedict_entry (const char *line, size_t len, struct cedict_entry *entry);

/* Who takes what is read.  */
struct cedict_taker
{
  void (*entry) (void *data, const struct cedict_entry *entry);
  /* Line NUMBER (from 1) is no entry and no comment and was skipped; may be
     NULL.  */
  void (*broken) (void *data, long number);
  void *data;
};

/* Gives all entries of the LEN bytes at TEXT, from a file WHERE, to TAKER;
   returns how many.  Lines that are broken are skipped; where they are more
   than the entries it is no dictionary: 0, ERR_FORMAT (ERR_ENCODING where that
   is what was wrong first) with the first of them; ERR_EMPTY.  */
size_t cedict_read (const char *text, size_t len, const char *where,
                    const struct cedict_taker *taker, struct err *err);

#endif
