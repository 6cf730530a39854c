/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Terms that show in many texts together, though in no single one.  */
#ifndef INDEX_SAMPLE_H
#define INDEX_SAMPLE_H

#include "book/document.h"
#include "index/strip.h"
#include "index/wordbook.h"

/* Texts from which terms are to be learned; all zero: none.  */
struct sample
{
  struct strip strip[TONGUES];
};

/* Adds both sides of DOCUMENT, of a long one the beginning; false where there is
   enough.  */
bool sample_add (struct sample *sample, const struct document *document);

/* Adds to BOOK the terms that SAMPLE shows, which is empty afterwards.  */
void sample_learn (struct sample *sample, struct wordbook *book);

void sample_free (struct sample *sample);

#endif
