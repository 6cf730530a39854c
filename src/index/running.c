/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The running words of a text.  */
#include "index/running.h"

#include "index/token.h"

void
running_words (const char *text, struct range range, struct buf *folded,
               struct runnings *out)
{
  struct tokens tokens;
  struct token token;
  bool apart = true;
  tokens_begin (&tokens, text + range.start, range_len (range));
  while (tokens_next (&tokens, &token))
    if (token.kind == TOKEN_MARK)
      apart = true;
    else
      {
        struct running word
          = { .folded = { folded->len, folded->len + token.len },
              .source = { range.start + token.range.start,
                          range.start + token.range.end },
              .square = token.kind == TOKEN_HAN,
              .apart = apart };
        buf_add (folded, token.text, token.len);
        VEC_PUSH (out, word);
        apart = false;
      }
}
