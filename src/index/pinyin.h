/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pinyin: the numbered form of dictionaries, tone marks, and what a reader
   types to find it.  */
#ifndef INDEX_PINYIN_H
#define INDEX_PINYIN_H

#include <stddef.h>

#include "base/buf.h"

/* Appends the LEN bytes at TEXT to OUT with tone marks for tone numbers: "lu:4
   se4" is "lǜ sè", "hua1 r5" is "huār"; capitals are kept, marks that are
   there already too, and whatever is no syllable ("·", ",", Latin names).  The
   mark stands on a, e, the o of ou, else on the last vowel, or on the m or n
   of a syllable without one.  Sources: ISO 7098:2015;
   https://cc-cedict.org/wiki/format:syntax  */
void pinyin_mark (const char *text, size_t len, struct buf *out);

/* Appends the letters of the LEN bytes at TEXT, numbered or marked, without
   tones, spaces and case: "Lǜ sè", "lu:4 se4" and "lvse" are all "luse".  What
   is typed and what is sought are made the same with it.  */
void pinyin_bare (const char *text, size_t len, struct buf *out);

/* Appends what is typed to find pinyin by its beginning, the LEN bytes at TEXT:
   letters in lower case, ü as v; behind a letter with a mark the tone, and behind
   a syllable with a number that and a space: "liàn tong2" is "lia4ntong2 ".
   Nothing where there is no letter; all else is left out.  */
void pinyin_typed (const char *text, size_t len, struct buf *out);

#endif
