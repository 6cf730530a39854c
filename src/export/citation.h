/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Citations of documents after The Chicago Manual of Style, 17th edition, notes
   and bibliography.  */
#ifndef EXPORT_CITATION_H
#define EXPORT_CITATION_H

#include "base/buf.h"
#include "base/range.h"
#include "book/note.h"

enum citation_form
{
  CITATION_NOTE,         /* of a footnote: parts between commas */
  CITATION_BIBLIOGRAPHY, /* of a list: parts between full stops */
  CITATION_FORMS
};

/* The name of FORM on the command line; NULL behind the last.  */
const char *citation_form_name (size_t form);

/* Appends a citation of the document in one line to OUT: author, title in
   quotation marks, that of the translation in brackets (14.99), newspaper or
   collection, date, page; what is missing is left out.  Chinese names are not
   inverted, and Latin letters stand before the characters (11.110).  In a
   bibliography the newspaper takes the place of the author of an unsigned
   article (14.199).  *ITALIC (may be NULL) is the part of OUT that stands in
   italics, the name of the newspaper or collection in Latin letters (14.191);
   empty where there is none.  */
void citation_write (const struct citation *citation, enum citation_form form,
                     struct buf *out, struct range *italic);

/* The first of these forms.  */
void export_citation (const struct citation *citation, struct buf *out);

/* Appends what the document appeared in: the newspaper, else its collection;
   nothing where neither is known.  */
void citation_container (const struct citation *citation, struct buf *out);

/* Appends the authors: both forms of the name, the Latin one first.  */
void citation_authors (const struct citation *citation, struct buf *out);

/* Appends a key for the document, for BibTeX and its like: lower-case letters,
   digits and hyphens, "rmrb-1958-10-24-2-1a2b3c4d": collection, date, page and
   eight digits of where the document lies, else of its identity HASH.  */
void citation_key (const struct citation *citation, const char *hash,
                   struct buf *out);

/* Whether DATE is a whole date of ISO 8601, taken apart into *YEAR, *MONTH and
   *DAY; the last two are 0 where it has only a year, or a year and a month.  */
bool citation_date (const char *date, unsigned *year, unsigned *month,
                    unsigned *day);

#endif
