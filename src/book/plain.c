/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts without the white space that re-wrapping moves.  */
#include "book/plain.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/space.h"
#include "base/utf8.h"

static void
put (struct plain *plain, char byte, size_t from)
{
  buf_add_byte (&plain->text, byte);
  VEC_PUSH (&plain->map, from);
}

struct plain
plain_make (const char *text, size_t len)
{
  struct plain plain = { BUF_INIT, { 0 } };
  buf_reserve (&plain.text, len);
  VEC_RESERVE (&plain.map, len + 1);
  bool last_needless = true;
  for (size_t at = 0; at < len;)
    {
      size_t space = at;
      at = space_skip (text, at, len);
      if (at == len)
        break;
      size_t here = at;
      bool needless = space_needless (utf8_next (text, len, &at));
      if (space < here && !needless && !last_needless)
        put (&plain, ' ', space);
      for (; here < at; here++)
        put (&plain, text[here], here);
      last_needless = needless;
    }
  return plain;
}

void
plain_free (struct plain *plain)
{
  buf_free (&plain->text);
  VEC_FREE (&plain->map);
}

struct range
plain_source (const struct plain *plain, struct range range)
{
  return (struct range) { plain->map.items[range.start],
                          plain->map.items[range.end - 1] + 1 };
}

/* For each prefix of NEEDLE the length of its longest border.  */
static size_t *
borders (const char *needle, size_t len)
{
  size_t *border = mem_new (len + 1, sizeof *border);
  size_t k = 0;
  for (size_t i = 1; i < len; i++)
    {
      while (k > 0 && needle[i] != needle[k])
        k = border[k];
      k += needle[i] == needle[k];
      border[i + 1] = k;
    }
  return border;
}

void
plain_find (const struct plain *plain, const char *needle, size_t len,
            struct places *out)
{
  if (len == 0)
    return;
  size_t *border = borders (needle, len), k = 0;
  for (size_t i = 0; i < plain->text.len; i++)
    {
      char c = plain->text.data[i];
      while (k > 0 && (k == len || c != needle[k]))
        k = border[k];
      k += c == needle[k];
      if (k == len)
        VEC_PUSH (out, i + 1 - len);
    }
  free (border);
}
