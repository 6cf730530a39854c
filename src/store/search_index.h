/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The full-text index of the library: what FTS5 is given for a document.
   Internal to store/.

   One row a document, whose rowid is the document's number, and one column, in
   which stand the document's page and collection, then title and text of both
   sides, each a field of its own.  A token of FTS5 is
     two characters of Chinese that follow each other, the last one of a row of
     them alone, so that any string of them is a phrase, and one character a
     prefix;
     a word as it is spelled, or the marks between two words;
     the character that follows a word, once more and alone: 1958年 is a phrase
     without a prefix.
   Those of the translation begin with a byte of their own.  No texts are kept
   in the index (content=''): to take a row out, what it was made of must be told
   once more.

   A second, small index holds which characters of Chinese a document has on
   which side, and with which letters its words begin: to find one of these as a
   prefix all tokens that begin with it would have to be merged.  */
#ifndef STORE_SEARCH_INDEX_H
#define STORE_SEARCH_INDEX_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/err.h"
#include "book/document.h"
#include "store/library_private.h"

/* Bytes that no token holds.  */
enum
{
  INDEX_TRANSLATION = 0x02, /* begins tokens of the translation */
  INDEX_PAGE = 0x03,        /* begins the token of the page */
  INDEX_COLLECTION = 0x04,  /* of the collection's number */
  INDEX_NOTHING = 0x05,     /* a token that stands nowhere */
  INDEX_BEGINNING = 0x06,   /* begins that of the first letters of a word */
  INDEX_FOLLOWER = 0x07,    /* of a character that follows a word */
  INDEX_FIELD = 0x1C,       /* begins a field; the side's letter follows */
  INDEX_GAP = 0x1D,         /* the token between two fields */
  INDEX_OR = 0x1E,          /* between tokens for the same place */
  INDEX_NEXT = 0x1F         /* between tokens that follow */
};

/* Whether the second index has the LEN bytes at TEXT as the beginning of words: up
   to three letters from a to z and figures.  */
bool index_is_beginning (const char *text, size_t len);

/* Makes the tokenizer and our SQL functions known to the connection of
   DATABASE.  */
bool index_register (struct database *database, struct err *err);

/* Whether the title of SIDE is to be searched apart from the text: not where the
   text begins with it.  */
bool index_takes_title (const struct document *document, enum side side);

/* Appends what the index is given for DOCUMENT of COLLECTION to OUT.  */
void index_text (const struct document *document, long long collection,
                 struct buf *out);

/* Appends the tokens of TEXT (index_text) for the index to WORDS, and its
   characters and beginnings of words, each once a side, for the second one to
   CHARACTERS; as the tokenizer takes them, INDEX_NEXT and INDEX_OR between
   them.  */
void index_tokens (const struct buf *text, struct buf *words,
                   struct buf *characters);

/* Puts TEXT (index_text) into the index as that of document ID in place of WAS
   (NULL: nothing is there).  */
bool index_put (struct library *library, long long id, const struct buf *was,
                const struct buf *text, struct err *err);

/* How many places phrase PHRASE of the query has in the row of CONTEXT; *CODE,
   SQLite's, tells whether that could be read.  */
int index_count_phrase (const Fts5ExtensionApi *api, Fts5Context *context,
                        int phrase, int *code);

/* Whether the index holds document ID.  */
bool index_has (struct library *library, long long id);

#endif
