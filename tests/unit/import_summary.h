/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an importer read, in one line, for the unit tests of import/.  */
#ifndef IMPORT_SUMMARY_H
#define IMPORT_SUMMARY_H

#include "book/document.h"

/* Reads TEXT into DOCUMENT (new) with the importer that is surest of it, checks
   that the paragraphs cover both sides, and returns: date, page and column ("-"
   for none), the kinds of the paragraphs of the original and behind a slash of
   the translation (H headline, Y byline, B body, C caption), entries of the
   glossary, and behind "w" the lines of the warnings.  Where nothing could be
   read: "error line N".  The caller frees it.  */
char *import_summary (const char *text, struct document *document);

#endif
