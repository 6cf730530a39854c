/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The growable string of bytes.  */
#include "termbytes.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
bytes_add (struct bytes *bytes, const char *data, size_t len)
{
  if (bytes->len + len + 1 > bytes->cap)
    {
      size_t cap = (bytes->len + len + 1) * 2;
      char *more = realloc (bytes->data, cap);
      if (!more)
        {
          fputs ("term: memory is exhausted\n", stderr);
          abort ();
        }
      bytes->data = more;
      bytes->cap = cap;
    }
  if (len)
    memcpy (bytes->data + bytes->len, data, len);
  bytes->len += len;
  bytes->data[bytes->len] = '\0';
}

void
bytes_add_string (struct bytes *bytes, const char *text)
{
  bytes_add (bytes, text, strlen (text));
}

void
bytes_add_cp (struct bytes *bytes, unsigned cp)
{
  char to[4];
  size_t n = cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
  static const unsigned lead[] = { 0, 0, 0xC0, 0xE0, 0xF0 };
  for (size_t k = n - 1; k > 0; k--, cp >>= 6)
    to[k] = (char) (0x80 | (cp & 0x3F));
  to[0] = (char) (lead[n] | cp);
  bytes_add (bytes, to, n);
}

void
bytes_drop (struct bytes *bytes, size_t len)
{
  if (!len)
    return;
  bytes->len -= len;
  memmove (bytes->data, bytes->data + len, bytes->len);
  bytes->data[bytes->len] = '\0';
}

void
bytes_trim (struct bytes *bytes, char blank)
{
  while (bytes->len > 0 && bytes->data[bytes->len - 1] == blank)
    bytes->data[--bytes->len] = '\0';
}

const char *
bytes_string (const struct bytes *bytes)
{
  return bytes->data ? bytes->data : "";
}

bool
bytes_add_hex (struct bytes *bytes, const char *text)
{
  size_t before = bytes->len;
  for (; *text; text++)
    {
      if (*text == ' ')
        continue;
      if (!isxdigit ((unsigned char) text[0])
          || !isxdigit ((unsigned char) text[1]))
        return false;
      char pair[] = { text[0], text[1], '\0' };
      char byte = (char) strtol (pair, NULL, 16);
      bytes_add (bytes, &byte, 1);
      text++;
    }
  return bytes->len > before;
}

void
bytes_free (struct bytes *bytes)
{
  free (bytes->data);
  *bytes = (struct bytes) { 0 };
}
