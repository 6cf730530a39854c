/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Languages, paragraphs and sentences.  */
#ifndef TEXT_SENTENCE_H
#define TEXT_SENTENCE_H

#include <stddef.h>

#include "base/range.h"

/* The language of the LEN bytes at TEXT: "zh" where at least one letter in
   five is Han, "en" where there are other letters, "" where there are none.
   Looks at the first 64 KiB of letters at most.  */
const char *text_language (const char *text, size_t len);

/* Appends to OUT the paragraphs of WITHIN as ranges that cover it without
   gaps, each from its indent to the next one's, blank lines behind it
   included.  PARAGRAPH_LINES: every line that is not blank is one, but for a
   line that plainly goes on the one before (see the .c); PARAGRAPH_BLANK: blank
   lines part them, as in OCR, and a paragraph whose last line ends in the
   middle of a sentence goes on in the next where that begins with a small
   letter.  */
enum paragraph_rule { PARAGRAPH_LINES, PARAGRAPH_BLANK };
void text_paragraphs (const char *text, struct range within,
                      enum paragraph_rule rule, struct ranges *out);

/* Appends to OUT the sentences of the paragraph WITHIN of TEXT as ranges that
   cover it without gaps; white space behind a sentence belongs to it, that at
   the start of WITHIN to the first.  LANG as from text_language.

   Chinese: a sentence ends behind 。！？；…… and their doubles, with the closing
   quotes and brackets that follow; inside quotation marks that open within the
   sentence an end counts only when the quotation ends with it or the paragraph
   does; `：` ends none.  English: behind . ! ? with closing quotes and brackets,
   where what follows can begin a sentence; not behind abbreviations (Mr. Dr.
   No. U.S. etc., months, h.p. kwh.), initials, decimals, list numbers
   ("1." "(1)" belong to what follows), an ellipsis that goes on small.  */
void text_sentences (const char *text, struct range within, const char *lang,
                     struct ranges *out);

#endif
