/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain text in columns: what commands print for people.  */
#ifndef CLI_PAPER_H
#define CLI_PAPER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* Columns of the terminal that standard output is; 80 where it is none.  */
size_t paper_columns (void);

/* Whether standard output is a terminal.  */
bool paper_is_terminal (void);

/* Appends COUNT spaces to OUT.  */
void paper_spaces (struct buf *out, size_t count);

/* Appends TEXT, cleaned, in lines of COLUMNS columns to OUT; the first goes on
   the line that is there, the others are indented by INDENT.  Ends the line.  */
void paper_wrap (struct buf *out, const char *text, size_t indent,
                 size_t columns);

/* Appends TEXT, cleaned, and spaces up to COLUMNS.  */
void paper_cell (struct buf *out, const char *text, size_t columns);

/* Prints OUT on standard output and frees it.  Where standard output is a
   terminal and RAW, OUT may hold anything and is cleaned.  */
void paper_print (struct buf *out, bool raw);

#endif
