/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may reach a terminal: the one cleaning of the whole program.
   ncurses and stdio send controls and formats as they are (U+202E turns the
   line round, ESC starts a command), so everything untrusted passes here.  */
#ifndef TEXT_CLEAN_H
#define TEXT_CLEAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

enum clean
{
  CLEAN_KEEP,  /* may be drawn as it is */
  CLEAN_SPACE, /* white space: draw a space (or the line end it is); not
                  U+200B, U+FEFF, U+2028 and U+2029, which are marked */
  CLEAN_MARK   /* never draw it: show its mark */
};

/* What to do with CP: CLEAN_MARK for Cc (but white space), Cf, Cs, Zl, Zp, Co,
   noncharacters, unassigned code points and whatever wcwidth does not know
   (so U+31350 too), UTF8_ERROR included.  Combining marks are kept.  */
enum clean clean_class (unsigned cp);

enum
{
  CLEAN_MARK_SIZE = 12, /* bytes, the NUL included */
  CLEAN_COMBINING = 8   /* code points of no width kept on one base */
};

/* Stands for the combining marks beyond CLEAN_COMBINING.  */
#define CLEAN_CUT "<...>"

/* The mark for CP, ASCII: "<U+202E>"; "<??>" for UTF8_ERROR.  Returns its
   length (bytes and columns), without the NUL behind it.  */
size_t clean_mark (unsigned cp, char mark[CLEAN_MARK_SIZE]);

/* Appends the LEN bytes at S to OUT, every code point kept, made a space or
   replaced by its mark; tabs and line ends (CR LF is one) become one space
   each unless KEEP_LINES, which makes a line end LF and a tab spaces up to the
   next stop of eight columns.  A combining mark (all that has no width) with no
   base gets a space for base; those beyond CLEAN_COMBINING on one base are left
   out and CLEAN_CUT stands for them.  S may be any bytes.  Needs LC_CTYPE set
   to a UTF-8 locale, as does clean_class.  */
void clean_add (struct buf *out, const char *s, size_t len, bool keep_lines);

/* The same for a string in one line; the caller frees it.  */
char *clean_string (const char *s);

#endif
