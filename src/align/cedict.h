/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads dictionaries in the format of CC-CEDICT.  */
#ifndef ALIGN_CEDICT_H
#define ALIGN_CEDICT_H

#include <stdbool.h>
#include <stddef.h>

#include "align/dictionary_maker.h"
#include "base/err.h"

/* An entry; all within the line.  */
struct cedict_entry
{
  const char *traditional;
  size_t traditional_len;
  const char *simplified;
  size_t simplified_len;
  const char *glosses; /* between the first slash and the last: "a/b/c" */
  size_t glosses_len;
};

/* Reads the LEN bytes of a line, without its end:
   "TRADITIONAL SIMPLIFIED [PINYIN] /GLOSS/GLOSS/".  False where it is not so.
   Source: https://cc-cedict.org/wiki/format:syntax  */
bool cedict_entry (const char *line, size_t len, struct cedict_entry *entry);

/* Adds all entries of the LEN bytes at TEXT, from a file WHERE, to MAKER, under
   both forms of the word; returns how many, 0 on error: ERR_FORMAT with the
   line that is no entry and no comment, ERR_ENCODING, ERR_EMPTY.  */
size_t cedict_read (const char *text, size_t len, const char *where,
                    struct dictionary_maker *maker, struct err *err);

#endif
