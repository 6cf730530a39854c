/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a maker of dictionaries holds.  Internal to align/.  */
#ifndef ALIGN_DICTIONARY_MAKER_PRIVATE_H
#define ALIGN_DICTIONARY_MAKER_PRIVATE_H

#include "align/dictionary_image.h"
#include "align/dictionary_maker.h"
#include "base/vec.h"
#include "base/vocabulary.h"

/* A stem of a meaning of a word.  */
struct meaning
{
  uint32_t word;
  uint32_t stem;
  uint32_t parts;
};

struct meanings VEC (struct meaning);

struct hint
{
  uint32_t word;
  struct dictionary_hint hint;
};

struct hints VEC (struct hint);

struct dictionary_maker
{
  struct vocabulary words;
  struct vocabulary stems;
  struct meanings meanings;
  struct hints hints;
  struct term_starts glosses; /* where each gloss ends in MEANINGS */
};

#endif
