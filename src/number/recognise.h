/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding the quantities of a text.  */
#ifndef NUMBER_RECOGNISE_H
#define NUMBER_RECOGNISE_H

#include "number/quantity.h"

/* What a language's recogniser knows, ready for use; it is never changed, so
   that threads may share it.  */
struct recogniser;

/* The recogniser for LANG, "zh" or "en"; NULL for any other.  recogniser_free
   frees it.  */
struct recogniser *recogniser_new (const char *lang);
void recogniser_free (struct recogniser *recogniser);

/* Appends the quantities that stand in the bytes WITHIN of TEXT to OUT, in
   their order; they don't overlap, but for a second reading, which comes right
   behind the first and has the same range (alternative).  Bytes that are not
   UTF-8 are passed over.  One pass; the time is linear in the length.  */
void recognise (const struct recogniser *recogniser, const char *text,
                struct range within, struct quantities *out);

#endif
