/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the bytes of a file to a text.  */
#include "text/decode.h"

#include <string.h>

#include "base/space.h"
#include "base/utf8.h"
#include "text/encoding.h"

enum { REPLACEMENT = 0xFFFD };

/* The line of byte OFFSET, from 1; LF, CR and CR LF end lines.  */
static long
line_of (const char *bytes, size_t offset)
{
  long line = 1;
  for (size_t i = 0; i < offset; i++)
    line += bytes[i] == '\n'
            || (bytes[i] == '\r' && (i + 1 == offset || bytes[i + 1] != '\n'));
  return line;
}

/* Adds the LEN bytes at S, which are UTF-8, with line ends made LF.  */
static void
add_lines (struct buf *out, const char *s, size_t len)
{
  const char *end = s + len;
  while (s < end)
    {
      const char *cr = memchr (s, '\r', (size_t) (end - s));
      buf_add (out, s, (size_t) ((cr ? cr : end) - s));
      if (!cr)
        return;
      buf_add_byte (out, '\n');
      s = cr + 1;
      if (s < end && *s == '\n')
        s++;
    }
}

/* Adds the bytes from START on and mends what is ill-formed, counting it in
   *DONE, until there is more of it than LIMIT.  */
static void
add_mended (struct buf *out, const char *bytes, size_t start, size_t len,
            size_t limit, struct decoded *done)
{
  for (size_t at = start; at < len && done->repaired <= limit;)
    {
      size_t good = utf8_check (bytes + at, len - at);
      add_lines (out, bytes + at, good);
      at += good;
      if (at == len)
        break;
      if (done->repaired++ == 0)
        done->first_offset = (long long) at;
      utf8_next (bytes, len, &at);
      buf_add_cp (out, REPLACEMENT);
    }
}

/* Whether the text in OUT from START on, mended, is one in UTF-8: a short file
   in GB 18030, or the first bytes of a long one, would pass for UTF-8 with two
   or three mistakes.  Pairs of GB 18030 often look like the two bytes of
   UTF-8, hardly ever like three: those count in full, twos for a quarter.  */
static bool
trusted (const struct buf *out, size_t start, const char *bytes, size_t len,
         const struct decoded *done)
{
  size_t ascii = 0, twos = 0, threes = 0;
  for (size_t at = start; at < out->len;)
    {
      unsigned cp = utf8_next (out->data, out->len, &at);
      ascii += cp < 0x80;
      twos += cp >= 0x80 && cp < 0x800;
      threes += cp >= 0x800;
    }
  threes -= done->repaired;
  if (threes + twos / 4 >= done->repaired)
    return true;
  const char *name = encoding_guess (bytes, len);
  return ascii > done->repaired && (!name || encoding_is_single (name));
}

/* Fills ERR for CODE at byte OFFSET, with the encoding the bytes look like.
   Returns false.  */
static bool
refuse (struct err *err, enum err_code code, const char *where,
        const char *bytes, size_t len, size_t offset)
{
  const char *name = encoding_guess (bytes, len);
  err_set (err, code, where, name ? "looks like %s" : NULL, name);
  return err_at (err, line_of (bytes, offset), (long long) offset);
}

/* Takes what was added behind byte BEFORE away again.  */
static void
forget (struct buf *out, size_t before)
{
  out->len = before;
  out->data[before] = '\0';
}

bool
text_decode (const char *bytes, size_t len, const char *where,
             struct buf *out, struct decoded *done, struct err *err)
{
  *done = (struct decoded) { 0, 0, -1 };
  size_t before = out->len;
  if (encoding_mark (bytes, len))
    return refuse (err, ERR_ENCODING, where, bytes, len, 0);
  const char *nul = len ? memchr (bytes, '\0', len) : NULL;
  if (nul)
    return refuse (err, ERR_NUL, where, bytes, len, (size_t) (nul - bytes));
  size_t start = len >= 3 && memcmp (bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  size_t limit = len / 100 > 3 ? len / 100 : 3;
  buf_reserve (out, len);
  add_mended (out, bytes, start, len, limit, done);
  if (done->repaired > 0)
    done->first_line = line_of (bytes, (size_t) done->first_offset);
  if (done->repaired > limit
      || (done->repaired > 0 && !trusted (out, before, bytes, len, done)))
    {
      forget (out, before);
      return refuse (err, ERR_ENCODING, where, bytes, len,
                     (size_t) done->first_offset);
    }
  if (space_skip (out->data, before, out->len) == out->len)
    {
      forget (out, before);
      return err_set (err, ERR_EMPTY, where, NULL);
    }
  return true;
}
