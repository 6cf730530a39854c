/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the bytes of a file to a text: UTF-8, line ends LF.  */
#ifndef TEXT_DECODE_H
#define TEXT_DECODE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"

/* What was mended on the way.  */
struct decoded
{
  size_t repaired;        /* ill-formed sequences replaced by U+FFFD */
  long first_line;        /* of the first of them, from 1; 0: there is none */
  long long first_offset; /* its byte in the file, from 0; -1: there is none */
};

/* Appends to OUT the LEN bytes at BYTES as text: a byte order mark dropped,
   CR LF and CR made LF.  A few ill-formed sequences (at most one in a hundred
   bytes or three in all) are replaced by U+FFFD and counted in *DONE;
   overlong forms, surrogates and values above U+10FFFF are such.  More than
   that, more than what is well-formed, or bytes that look like another
   encoding with few or no UTF-8 characters beyond ASCII among them, or a
   UTF-16 or UTF-32 mark: ERR_ENCODING, with the place of the first and, in the
   detail, the encoding the bytes look like (text/encoding.h).  A NUL byte:
   ERR_NUL with its place and the same detail.  Nothing but white space:
   ERR_EMPTY.  WHERE names the file in errors (may be NULL).  On an error OUT is
   as it was before.  */
bool text_decode (const char *bytes, size_t len, const char *where,
                  struct buf *out, struct decoded *done, struct err *err);

#endif
