/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pages of HTML have in common.  */
#ifndef EXPORT_HTML_PAGE_H
#define EXPORT_HTML_PAGE_H

#include "base/buf.h"
#include "export/exporter.h"

/* The languages of the two sides, for fonts and reading aloud: the program
   is for Chinese with English.  */
extern const char *const html_languages[SIDES];

/* Append what stands around all of a page; TITLE is its heading too.  */
void html_page_begin (const char *title, struct buf *out);
void html_page_end (struct buf *out);

/* Appends an element NAME of CLASS (NULL: none) and LANG (NULL: none) with TEXT
   in one line; nothing where it is empty.  Its direction is its own: what turns
   the writing around ends with it.  */
void html_element (struct buf *out, const char *name, const char *class,
                   const char *lang, const char *text);

/* Appends "LABEL VALUE" as a line of facts, LABEL (N_) in the language of
   OPTIONS; nothing where VALUE is empty.  Frees VALUE.  */
void html_fact (const struct export_options *options, const char *label,
                struct buf *value, struct buf *out);

/* The same with TEXT (may be NULL) in one line.  */
void html_fact_line (const struct export_options *options, const char *label,
                     const char *text, struct buf *out);

/* Appends the text of a note as it was written.  */
void html_note_text (const char *text, struct buf *out);

#endif
