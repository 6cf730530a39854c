/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A growable string of bytes.  */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

void
buf_reserve (struct buf *buf, size_t more)
{
  size_t need = buf->len + more + 1;
  if (need <= buf->cap)
    return;
  size_t cap = buf->cap ? buf->cap : 64;
  while (cap < need)
    cap += cap;
  buf->data = mem_resize (buf->data, cap, 1);
  buf->cap = cap;
  buf->data[buf->len] = '\0';
}

void
buf_add_string (struct buf *buf, const char *text)
{
  buf_add (buf, text, strlen (text));
}

void
buf_add_format (struct buf *buf, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  int len = vsnprintf (NULL, 0, format, args);
  va_end (args);
  if (len < 0)
    return;
  buf_reserve (buf, (size_t) len);
  va_start (args, format);
  vsnprintf (buf->data + buf->len, (size_t) len + 1, format, args);
  va_end (args);
  buf->len += (size_t) len;
}

void
buf_add_cp (struct buf *buf, unsigned cp)
{
  char bytes[4];
  buf_add (buf, bytes, utf8_put (bytes, cp));
}

void
buf_clear (struct buf *buf)
{
  buf->len = 0;
  if (buf->data)
    buf->data[0] = '\0';
}

char *
buf_take (struct buf *buf)
{
  buf_reserve (buf, 0);
  char *data = buf->data;
  *buf = (struct buf) BUF_INIT;
  return data;
}

const char *
buf_string (const struct buf *buf)
{
  return buf->data ? buf->data : "";
}

void
buf_free (struct buf *buf)
{
  free (buf->data);
  *buf = (struct buf) BUF_INIT;
}
