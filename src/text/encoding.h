/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What encoding bytes look like that are not UTF-8: for messages only, since
   nothing is ever converted by a guess.  */
#ifndef TEXT_ENCODING_H
#define TEXT_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

/* The encoding whose byte order mark the LEN bytes at S begin with: "UTF-16LE",
   "UTF-16BE", "UTF-32LE" or "UTF-32BE"; NULL where there is none.  */
const char *encoding_mark (const char *s, size_t len);

/* The encoding the LEN bytes at S look like, by its IANA name: UTF-16LE,
   UTF-16BE, UTF-32LE, UTF-32BE, GB18030, Big5, Shift_JIS, windows-1252,
   ISO-8859-1; NULL where they look like none.  Looks at 64 KiB from the first
   byte above 0x7F on, or from the start where the bytes hold a NUL.  */
const char *encoding_guess (const char *s, size_t len);

/* Whether NAME, from encoding_guess, has one byte a character.  */
bool encoding_is_single (const char *name);

#endif
