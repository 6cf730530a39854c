/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of a dictionary: header, then the sections one after the other.  */
#ifndef ALIGN_DICTIONARY_IMAGE_H
#define ALIGN_DICTIONARY_IMAGE_H

#include <stdint.h>

#include "align/dictionary.h"

#define DICTIONARY_MAGIC "enfacedi"

enum { DICTIONARY_VERSION = 1, DICTIONARY_FIRSTS = 0x10001 };

/* All numbers in the order of the machine that made it: ORDER tells.  */
struct dictionary_header
{
  char magic[8];
  uint32_t order; /* 0x01020304 */
  uint32_t version;
  uint32_t words;
  uint32_t stems;
  uint32_t glosses;
  uint32_t hints;
  uint32_t word_bytes;
  uint32_t stem_bytes;
};

/* Behind it: uint32_t word_start[words + 1], gloss_start[words + 1],
   hint_start[words + 1], stem_start[stems + 1], first[DICTIONARY_FIRSTS] (the
   first word that begins with the code point or a higher one), struct
   dictionary_gloss[glosses], struct dictionary_hint[hints], the bytes of the
   words, sorted, and those of the stems.  */

#endif
