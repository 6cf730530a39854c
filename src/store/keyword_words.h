/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keywords of a document as compact bytes.  Internal to store/.  */
#ifndef STORE_KEYWORD_WORDS_H
#define STORE_KEYWORD_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/vec.h"
#include "index/common.h"
#include "store/statement.h"

/* A keyword of a document: its number in the index, how often it stands there,
   how often for itself (struct keyword).  */
struct stored_word
{
  long long id;
  unsigned count;
  unsigned alone;
};

struct stored_words VEC (struct stored_word);

/* All of a document, by number.  */
struct document_words
{
  size_t total[TONGUES]; /* words of the text */
  struct stored_words words;
};

void document_words_free (struct document_words *words);

/* Sorts them by number and appends them to OUT.  */
void document_words_write (struct document_words *words, struct buf *out);

/* Reads the next value of ROW, such bytes (no bytes: nothing), into WORDS (all
   zero); the row is bad where they are damaged.  */
void document_words_take (struct row *row, struct document_words *words);

#endif
