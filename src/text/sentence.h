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
   line that plainly goes on the one just above: that one is long and ends in
   the middle of a sentence, and this one stands left of the body's indent or
   begins with a small letter.  PARAGRAPH_BLANK: blank lines part them, as in
   OCR, and a paragraph that ends in the middle of a sentence goes on in the
   next where that begins with a small letter (but for a byline, "by" and a
   name), and one that ends with a hyphen in any.  */
enum paragraph_rule { PARAGRAPH_LINES, PARAGRAPH_BLANK };
void text_paragraphs (const char *text, struct range within,
                      enum paragraph_rule rule, struct ranges *out);

/* Appends to OUT the sentences of the paragraph WITHIN of TEXT as ranges that
   cover it without gaps; white space behind a sentence belongs to it, that at
   the start of WITHIN to the first.  LANG as from text_language.  Linear.

   Chinese: a sentence ends behind 。！？；…… and their doubles, with the
   closing quotes and brackets that follow; `：` ends none, a comma behind the
   end takes it back, and so does 的 behind a quotation.  In speech, that is a
   quotation that opens its sentence or follows ：，— or a verb of saying, its
   own ends count (but for ……), as they do in English, so that both sides are
   parted alike; the last one counts unless the sentence goes on by saying who
   spoke (“ ！”他们说。).  In words that are only mentioned (提出“ ！”的口号),
   in brackets and in titles 《》 no end counts, but for that of a whole
   sentence in brackets.  ASCII marks count as in English; a ? between Han is a
   character that the scan lost, not a mark.

   English: behind . ! ? with closing quotes and brackets, where what follows
   can begin a sentence; not behind abbreviations (Mr. Dr. No. U.S. etc.,
   months, h.p. kwh.), initials, decimals, list numbers ("1." "(1)" belong to
   what follows), an ellipsis that goes on small, nor inside brackets.  */
void text_sentences (const char *text, struct range within, const char *lang,
                     struct ranges *out);

#endif
