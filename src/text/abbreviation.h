/* SPDX-License-Identifier: GPL-3.0-or-later */
/* English abbreviations, and the words that open English sentences.  */
#ifndef TEXT_ABBREVIATION_H
#define TEXT_ABBREVIATION_H

#include <stdbool.h>
#include <stddef.h>

enum abbreviation
{
  ABBREVIATION_NONE,
  ABBREVIATION_BEFORE_NAME,   /* Mr. e.g.: its full stop ends no sentence */
  ABBREVIATION_BEFORE_NUMBER, /* No. pp.: nor where a number follows */
  ABBREVIATION_ANYWHERE       /* U.S. p.m. kwh. Oct., an initial: only where a
                                 word follows that opens sentences */
};

/* What the word is that ends at byte END of TEXT (where its full stop stands),
   not looking before FROM.  */
enum abbreviation abbreviation_before (const char *text, size_t from,
                                       size_t end);

/* Whether the word that starts at byte AT of TEXT, before END, is one that
   opens English sentences rather than names: The, In, But ...  */
bool abbreviation_opener (const char *text, size_t at, size_t end);

/* Whether it is a verb that tells who spoke: said, asked ...  */
bool abbreviation_saying (const char *text, size_t at, size_t end);

#endif
