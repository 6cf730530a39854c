/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keywords of a text: words and terms of several words, in Chinese and
   English, with how often they stand in it.  */
#ifndef INDEX_KEYWORD_H
#define INDEX_KEYWORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/vec.h"
#include "base/vocabulary.h"
#include "book/document.h"
#include "index/common.h"
#include "index/wordbook.h"

/* A keyword.  ALONE is how often it stands for itself and not as part of a longer
   one, like the C-value of K. Frantzi et al., "Automatic recognition of
   multi-word terms", International Journal on Digital Libraries 3 (2000), but
   counted and not estimated.  */
struct keyword
{
  uint32_t count; /* every place where it stands, within longer ones too */
  uint32_t alone;
  uint32_t form;  /* where its form begins in FORMS; Chinese: none */
  bool found;     /* a term that no dictionary and no list has */
};

/* Those of one language.  */
struct keywords
{
  struct vocabulary words; /* the characters, or the stems parted by blanks */
  struct VEC (struct keyword) of; /* one a word, in that order */
  struct buf forms;        /* English: each in its commonest form, with a NUL
                              behind; proper names keep their capitals */
  size_t total;            /* words of the text that could be keywords */
};

/* The keywords of DOCUMENT into KEYWORDS (all zero).  Its glossary is known
   beside what BOOK knows.  Linear; a long text is read in pieces, so that
   memory goes by the number of keywords.  keywords_free frees what they own.  */
void keywords_of (const struct wordbook *book, const struct document *document,
                  struct keywords keywords[TONGUES]);
void keywords_free (struct keywords keywords[TONGUES]);

/* The form of keyword NUMBER as it is shown; lives as long as KEYWORDS is not
   changed.  *LEN its bytes.  */
const char *keyword_form (const struct keywords *keywords, enum tongue tongue,
                          uint32_t number, size_t *len);

#endif
