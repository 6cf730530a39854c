/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A growable string of bytes for the terminal driver, which uses nothing of
   the program that it tests.  */
#ifndef TERMBYTES_H
#define TERMBYTES_H

#include <stdbool.h>
#include <stddef.h>

struct bytes
{
  char *data; /* NUL-ended once something was added */
  size_t len; /* bytes, without the NUL */
  size_t cap;
};

/* Adds LEN bytes at DATA; ends the program when memory runs out.  */
void bytes_add (struct bytes *bytes, const char *data, size_t len);
void bytes_add_string (struct bytes *bytes, const char *text);

/* Adds the code point CP in UTF-8.  */
void bytes_add_cp (struct bytes *bytes, unsigned cp);

/* Takes the first LEN bytes away.  */
void bytes_drop (struct bytes *bytes, size_t len);

/* Takes blanks off the end.  */
void bytes_trim (struct bytes *bytes, char blank);

/* The content, never NULL; it lives as long as BYTES is not changed.  */
const char *bytes_string (const struct bytes *bytes);

/* Adds the bytes that TEXT names in hexadecimal ("1b 5b" or "1b5b").
   Returns false when it is empty or something else.  */
bool bytes_add_hex (struct bytes *bytes, const char *text);

void bytes_free (struct bytes *bytes);

#endif
