/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page word by word.  */
#ifndef VIEW_PAGE_WORD_H
#define VIEW_PAGE_WORD_H

#include <stdbool.h>
#include <stddef.h>

#include "view/look_text.h"
#include "view/page.h"

/* Begins it; while it is on, does ACTION where it is one of its own.  False
   otherwise.  */
bool page_word (struct app *app, struct page *page, enum action action);

/* How many of ROWS rows what is known of the word takes, the rule above it
   included; the same for every word, so that the texts stand still.  */
size_t page_word_rows (size_t rows);

/* Draws it in ROWS rows from ROW on.  */
void page_word_draw (struct app *app, struct page *page, size_t row,
                     size_t rows);

/* Scrolls as little as shows the word under the cursor.  */
void page_word_show (struct page *page, const struct session *session);

/* Writes a note on the word under the cursor; copies what is known of it.  */
void word_note (struct app *app);
void word_copy (struct app *app);

/* Opens the concordance of the word, or searches the library for it, by
   ACTION.  */
void word_find (struct app *app, enum action action);

#endif
