/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The named entities of an article: its own glossary.  */
#ifndef IMPORT_ARCHIVE_GLOSSARY_H
#define IMPORT_ARCHIVE_GLOSSARY_H

#include "base/range.h"
#include "book/document.h"
#include "import/source_line.h"

/* Adds the entries of BLOCK, whose first line is its heading, to GLOSSARY: the
   original term first, then the translation, parted by a tab, two or more
   spaces, an ideographic space or, where there is none of these, the change
   from Han to other letters, a colon or a dash.  Heads of categories and
   <br> are no entries; a line that can't be parted is a warning.  */
void glossary_read (const struct source *source, struct range block,
                    struct glossary *glossary);

#endif
