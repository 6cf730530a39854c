/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one tokenizer: what the index holds of a text, what a query asks for and
   what is lit on the screen are made by it, so that they agree.  Pure.  */
#ifndef INDEX_TOKEN_H
#define INDEX_TOKEN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/range.h"

/* A text is a row of tokens.  White space and invisible signs make none:
   between two characters of Chinese they mean nothing, be they the end of a
   line, and between two words one is as good as another.  */
enum token_kind
{
  TOKEN_HAN,  /* a character of a writing without spaces: Han or kana */
  TOKEN_WORD, /* letters and figures of any other writing */
  TOKEN_MARK  /* all the punctuation and signs between two others */
};

/* Bytes of a token; what is longer is cut.  */
enum { TOKEN_MOST = 96, TOKEN_MARK_MOST = 24 };

struct token
{
  enum token_kind kind;
  unsigned cp;           /* of TOKEN_HAN, folded */
  char text[TOKEN_MOST]; /* folded: no full-width forms, case or accents */
  size_t len;
  struct range range;    /* where it stands in the source; whole code points,
                            accents and invisible signs inside it included */
};

/* A text being read.  */
struct tokens
{
  const char *text;
  size_t len;
  size_t at;
  unsigned folded[24]; /* what the code point before `at` folds to */
  size_t folds;
  size_t next;         /* of them */
  struct range source; /* of that code point */
};

/* Begins to read the LEN bytes of valid UTF-8 at TEXT, which must live on.  */
void tokens_begin (struct tokens *tokens, const char *text, size_t len);

/* Reads the next token; false at the end.  Linear.  */
bool tokens_next (struct tokens *tokens, struct token *token);

#endif
