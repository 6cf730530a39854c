/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes index/query.h, index/token.h and index/match.h: the tokens of any text
   lie in it in order, any query is read or refused with its place, and what a
   literal query is made of is found in its own text.  */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "index/match.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check_tokens (const char *text, size_t size)
{
  struct tokens tokens;
  struct token token;
  size_t at = 0;
  tokens_begin (&tokens, text, size);
  while (tokens_next (&tokens, &token))
    {
      if (token.range.start < at && token.len == 0)
        abort ();
      if (token.range.end > size || token.range.start >= token.range.end
          || token.len > TOKEN_MOST
          || utf8_check (token.text, token.len) != token.len
          || memchr (token.text, 0, token.len))
        abort ();
      at = token.range.start;
    }
}

static void
check_matches (const struct query *query, const char *text, size_t size,
               bool some)
{
  struct matches found = { NULL, 0, 0 };
  query_match (query, 0, text, size, &found);
  for (size_t i = 0; i < found.len; i++)
    if (found.items[i].range.start >= found.items[i].range.end
        || found.items[i].range.end > size
        || found.items[i].term >= query->terms.len)
      abort ();
  if (some && found.len == 0)
    abort ();
  VEC_FREE (&found);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *text = (const char *) data;
  struct err err = ERR_INIT;
  struct query *query = query_parse (text, size, size % 2, &err);
  if (!query && (err.code == ERR_NONE || err.offset > (long long) size))
    abort ();
  if (utf8_check (text, size) != size || memchr (text, 0, size))
    return 0;
  check_tokens (text, size);
  if (query)
    check_matches (query, text, size, false);
  query_free (query);
  query = query_literal (text, size, false, &err);
  if (query)
    check_matches (query, text, size, true);
  query_free (query);
  return 0;
}
