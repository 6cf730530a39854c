/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many columns text takes: the one width function of the program.  It is
   wcwidth, since that is what ncurses draws by; width.c puts its own in the
   place of the C library's, for both.  */
#ifndef TEXT_WIDTH_H
#define TEXT_WIDTH_H

#include <stdbool.h>
#include <stddef.h>

/* Whether the terminal draws characters of ambiguous width (“ ” — · ①, by UAX
   #11) two columns wide; not, unless told.  To be told before anything is
   measured.  */
void width_set_ambiguous (bool wide);

/* Columns of CP (0, 1 or 2); those of its mark where clean_class says
   CLEAN_MARK, 1 for CLEAN_SPACE.  Needs LC_CTYPE set to a UTF-8 locale.  */
int width_cp (unsigned cp);

/* Columns of the LEN bytes of cleaned UTF-8 at S.  */
size_t width_text (const char *s, size_t len);

/* The longest start of the LEN bytes at S (whole grapheme clusters) that takes
   at most COLUMNS columns: its length in bytes; *USED (may be NULL) its
   columns.  */
size_t width_fit (const char *s, size_t len, size_t columns, size_t *used);

#endif
