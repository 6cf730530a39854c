/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that are known with no dictionary installed.  */
#ifndef ALIGN_WORDS_H
#define ALIGN_WORDS_H

#include "base/buf.h"

/* Writes a dictionary of them (dictionary.h) to IMAGE (empty before).  */
void words_image (struct buf *image);

/* More of them: "Chinese English; English|..." each, NULL at the end.  */
extern const char *const words_more[];

#endif
