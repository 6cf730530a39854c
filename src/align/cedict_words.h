/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the aligner takes of a dictionary in the format of CC-CEDICT.  */
#ifndef ALIGN_CEDICT_WORDS_H
#define ALIGN_CEDICT_WORDS_H

#include <stddef.h>

#include "align/dictionary_maker.h"
#include "base/err.h"
#include "index/cedict.h"

/* Adds the meanings of ENTRY to MAKER under both forms of the word, those left
   out that only point to another word.  */
void cedict_words_add (struct dictionary_maker *maker,
                       const struct cedict_entry *entry);

/* The same for all entries of the LEN bytes at TEXT; returns how many, 0 on
   error as cedict_read.  */
size_t cedict_words_read (const char *text, size_t len, const char *where,
                          struct dictionary_maker *maker, struct err *err);

#endif
