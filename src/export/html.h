/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text as HTML.  */
#ifndef EXPORT_HTML_H
#define EXPORT_HTML_H

#include <stddef.h>

#include "base/buf.h"

/* Appends TEXT, UTF-8, so that HTML takes none of it for markup, in elements and
   in attributes within quotation marks alike.  Control characters, which HTML
   does not allow, become U+FFFD; line feed and tab stay.  */
void html_escape (const char *text, struct buf *out);

/* The same for the LEN bytes at TEXT.  */
void html_escape_part (const char *text, size_t len, struct buf *out);

#endif
