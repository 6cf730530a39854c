/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dictionary entries as people read them.  */
#ifndef INDEX_ENTRY_TEXT_H
#define INDEX_ENTRY_TEXT_H

#include "base/buf.h"
#include "index/entry_book.h"

/* Appends "钢铁 (鋼鐵)", or the one form where they are the same; the form FIRST
   (LEN bytes) stands first where it is one of the two.  */
void entry_text_forms (const struct word_entry *entry, const char *first,
                       size_t len, struct buf *out);

/* Appends the pinyin with tone marks.  */
void entry_text_pinyin (const struct word_entry *entry, struct buf *out);

/* Appends the glosses set apart by semicolons; pinyin in brackets among them
   gets its tone marks, and of two forms ("個|个") the simplified one is
   left.  */
void entry_text_glosses (const struct word_entry *entry, struct buf *out);

#endif
