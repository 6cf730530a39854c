/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold of every wrapped text: for the unit tests and the fuzzer.  */
#ifndef WRAPPED_H
#define WRAPPED_H

#include <stdbool.h>
#include <stddef.h>

/* Makes the glyphs of the LEN bytes at TEXT and lines of 1 to MOST columns of
   them, and returns what is wrong with any, or NULL; *COLUMNS says at which
   width (0: in the glyphs).  */
const char *wrapped_wrong (const char *text, size_t len, bool keep_lines,
                           size_t most, size_t *columns);

/* How many lines of COLUMNS columns begin with closing punctuation or end with
   an opening one.  */
size_t wrapped_torn (const char *text, size_t len, size_t columns);

#endif
