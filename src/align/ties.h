/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which tokens of a set of texts belong together.  */
#ifndef ALIGN_TIES_H
#define ALIGN_TIES_H

#include "align/attraction.h"
#include "align/known.h"

/* Brings what dictionaries KNOW and what their characters HINT to both
   directions; freed with ties_free.  */
void ties_open (struct ties *ties, const struct known_texts *texts,
                const struct known_rows *know, const struct known_rows *hint);
/* From now on LEXICON, which must outlive TIES, tells what was learned.  */
void ties_learn (struct ties *ties, const struct lexicon *lexicon);
void ties_free (struct ties *ties);

#endif
