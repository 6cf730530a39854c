/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an open dictionary is.  Internal to align/.  */
#ifndef ALIGN_DICTIONARY_PRIVATE_H
#define ALIGN_DICTIONARY_PRIVATE_H

#include "align/dictionary.h"
#include "align/dictionary_image.h"

struct dictionary
{
  const struct dictionary_header *head;
  size_t bytes; /* of all */
  const uint32_t *word_start;
  const uint32_t *gloss_start;
  const uint32_t *hint_start;
  const uint32_t *stem_start;
  const uint32_t *first;
  const struct dictionary_gloss *glosses;
  const struct dictionary_hint *hints;
  const char *word_bytes;
  const char *stem_bytes;
  uint32_t *stem_chain; /* of each stem: the next one that looks like it, and 1 */
  uint32_t *stem_heads; /* the first one, and 1, by how stems look */
  uint32_t stem_shift;  /* so much is left away of that */
};

/* Makes it possible to find stems of D, all else of which is there.  */
void dictionary_chain_stems (struct dictionary *d);

#endif
