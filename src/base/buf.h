/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A growable string of bytes, always ended by a NUL that is not counted.  */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stddef.h>
#include <string.h>

struct buf
{
  char *data; /* NULL until something is added */
  size_t len; /* bytes, without the NUL */
  size_t cap;
};

#define BUF_INIT { NULL, 0, 0 }

/* Makes room for MORE bytes after the present ones.  */
void buf_reserve (struct buf *buf, size_t more);
static inline void buf_add (struct buf *buf, const char *data, size_t len);
void buf_add_string (struct buf *buf, const char *text);
static inline void buf_add_byte (struct buf *buf, char byte);
void buf_add_format (struct buf *buf, const char *format, ...)
  __attribute__ ((format (printf, 2, 3)));

/* Adds the code point CP in UTF-8.  */
void buf_add_cp (struct buf *buf, unsigned cp);

/* Empties BUF and keeps its memory.  */
void buf_clear (struct buf *buf);

/* The content as a string that the caller frees (never NULL); BUF is empty
   afterwards.  */
char *buf_take (struct buf *buf);

/* The content as a string that lives as long as BUF is not changed.  */
const char *buf_string (const struct buf *buf);

void buf_free (struct buf *buf);

static inline void
buf_add (struct buf *buf, const char *data, size_t len)
{
  if (buf->cap - buf->len <= len)
    buf_reserve (buf, len);
  if (len)
    memcpy (buf->data + buf->len, data, len);
  buf->len += len;
  buf->data[buf->len] = '\0';
}

static inline void
buf_add_byte (struct buf *buf, char byte)
{
  if (buf->cap - buf->len <= 1)
    buf_reserve (buf, 1);
  buf->data[buf->len++] = byte;
  buf->data[buf->len] = '\0';
}

#endif
