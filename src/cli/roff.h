/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts in the language of man pages: man(7).  */
#ifndef CLI_ROFF_H
#define CLI_ROFF_H

#include <stdbool.h>

#include "base/buf.h"

/* Adds TEXT so that roff takes none of it for a command.  BREAKS: it may be
   broken into lines wherever its language allows.  */
void roff_add (struct buf *out, const char *text, bool breaks);

/* The same with breaks.  */
void roff_text (struct buf *out, const char *text);

/* Adds BEFORE as it stands, TEXT, and the end of the line.  */
void roff_line (struct buf *out, const char *before, const char *text);

/* Adds the heading TITLE.  Headings and what man -k looks for have no breaks:
   they are short, and other programs read them too.  */
void roff_section (struct buf *out, const char *title);

#endif
