/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document made of two text files, for align.  */
#ifndef CLI_PAIR_H
#define CLI_PAIR_H

#include <stdbool.h>

#include "base/err.h"
#include "book/document.h"

/* Reads the files ORIGINAL and TRANSLATION (UTF-8, the whole text of each; an
   empty one is fine), finds sentences, or, where PRESEGMENTED, takes every line
   for one, its line end included.  Nothing is aligned yet.  The caller frees it;
   NULL on error.  */
struct document *pair_read (const char *original, const char *translation,
                            bool presegmented, struct err *err);

#endif
