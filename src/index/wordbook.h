/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that are known when an index is made: common words, dictionaries,
   and the terms that were found in texts before or that the reader gave.  */
#ifndef INDEX_WORDBOOK_H
#define INDEX_WORDBOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "index/common.h"
#include "index/strip.h"

/* A dictionary: its words at the beginning of a text.  STARTS[0] to STARTS[MOST]
   are the offsets of the characters, STARTS[0] that of TEXT; writes which
   numbers of them make a word to FOUND in rising order and returns how many
   there are (dictionary_prefixes).  */
struct word_source
{
  const void *data;
  size_t (*prefixes) (const void *data, const char *text,
                      const size_t *starts, size_t most, size_t *found);
};

struct wordbook;

/* A book of the common words.  Once it is filled, threads may share it.  */
struct wordbook *wordbook_new (void);
void wordbook_free (struct wordbook *book);

/* Adds the words of SOURCE, whose data must outlive BOOK.  */
void wordbook_add_source (struct wordbook *book, struct word_source source);

/* Adds a term that the reader gives: Chinese characters, or English words as
   they are written.  It counts wherever it stands.  False where it is none.  */
bool wordbook_give (struct wordbook *book, const char *text, size_t len);

/* Adds a term that was found, as wordbook_word writes it.  It counts in texts
   where it stands once without cutting a word.  */
void wordbook_learn (struct wordbook *book, enum tongue tongue,
                     const char *word, size_t len);

/* TEXT as the index knows it: its language, and in WORD (appended) the
   characters, or the stems parted by blanks.  TONGUES where it is neither.  */
enum tongue wordbook_word (const char *text, size_t len, struct buf *word);

/* What a character by itself may be in Chinese terms (keyword_fits.c).  */
enum han_role
{
  HAN_NEVER_FIRST,
  HAN_NEVER_LAST,
  HAN_NEVER_INSIDE,
  HAN_NUMERAL,
  HAN_MORE, /* stands between a numeral and its measure */
  HAN_ROLES
};

/* The characters of each.  */
extern const char *const han_roles[HAN_ROLES];

/* Whether the character CP has ROLE.  */
bool wordbook_plays (const struct wordbook *book, uint32_t cp,
                     enum han_role role);

/* What is known of the Chinese word of N units at AT.  */
struct common_word wordbook_common_zh (const struct wordbook *book,
                                       const struct strip *strip, size_t at,
                                       size_t n);

/* What is known of a common word or stem.  */
struct common_word wordbook_common (const struct wordbook *book,
                                    enum tongue tongue, const char *text,
                                    size_t len);

enum { WORDBOOK_MOST = 10 };

/* What begins at a unit: bit n where n units are a word of a dictionary or a
   common one, or an added term, or a given one, or a term that the text itself
   shows (wordbook_look finds none of these).  */
struct begun
{
  uint16_t words;
  uint16_t terms;
  uint16_t given;
  uint16_t found;
};

/* Fills BEGUN, one a unit of the Chinese or English STRIP (words of dictionaries
   in Chinese only).  */
void wordbook_look (const struct wordbook *book, enum tongue tongue,
                    const struct strip *strip, struct begun *begun);

/* Parts the Chinese STRIP into words: the likeliest row of the words that
   BEGUN says there are, each as likely as it is common (unigrams).  CUT, one more than
   there are units, tells where a word begins or ends.  */
void wordbook_part (const struct wordbook *book, const struct strip *strip,
                    const struct begun *begun, bool *cut);

#endif
