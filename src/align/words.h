/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that are known without a dictionary.  */
#ifndef ALIGN_WORDS_H
#define ALIGN_WORDS_H

#include <stdbool.h>

#include "base/buf.h"

/* Writes a dictionary of them (dictionary.h) to IMAGE (empty before): terms of
   the newspapers, and, where they stand ALONE, common words too.  A dictionary of
   the language has those, and its glosses go better together.  */
void words_image (struct buf *image, bool alone);

/* Common words: "Chinese English; English|..." each, NULL at the end.  */
extern const char *const words_more[];

#endif
