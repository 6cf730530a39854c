/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dictionary's entries, whole: a block of bytes that is made once and read
   in place.  */
#ifndef INDEX_ENTRY_BOOK_H
#define INDEX_ENTRY_BOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/vec.h"

/* An entry; its strings live as long as the book.  */
struct word_entry
{
  const char *traditional;
  const char *simplified; /* the same string where the forms are the same */
  const char *pinyin;     /* as in the file: tones by number or by mark */
  const char *glosses;    /* set apart by slashes */
};

struct entry_numbers VEC (uint32_t);

struct entry_book;

/* Reads IMAGE, LEN bytes aligned as memory from malloc is, which must outlive
   the result.  Opening takes no time: what lies behind the header is checked
   when it is looked at, and what is damaged there is not found.  ERR_FORMAT
   where it is no book or of another version (WHERE is named in the error).
   The caller frees it with entry_book_close; NULL on error.  */
struct entry_book *entry_book_open (const void *image, size_t len,
                                    const char *where, struct err *err);
void entry_book_close (struct entry_book *book);

/* How many entries it has.  */
size_t entry_book_len (const struct entry_book *book);

/* What its file said of it, "" where that is nothing.  */
enum entry_credit
{
  CREDIT_TITLE,
  CREDIT_LICENCE,
  CREDIT_SOURCE,
  CREDIT_VERSION,
  CREDITS
};
const char *entry_book_credit (const struct entry_book *book,
                               enum entry_credit credit);

/* Fills ENTRY with entry NUMBER; false where there is none or it is
   damaged.  */
bool entry_book_entry (const struct entry_book *book, uint32_t number,
                       struct word_entry *entry);

/* How many bytes the longest word has that begins the LEN bytes at TEXT (valid
   UTF-8), in either form; 0 where none does.  FOUND (may be NULL) is called
   for the shorter ones too, in rising order.  */
size_t entry_book_longest (const struct entry_book *book, const char *text,
                           size_t len,
                           void (*found) (void *data, size_t len), void *data);

/* Appends the entries of the form of LEN bytes at TEXT, the best first: no
   surname or variant before others, and of single characters the reading that
   most words have.  */
void entry_book_find (const struct entry_book *book, const char *text,
                      size_t len, struct entry_numbers *numbers);

/* Appends at most MOST entries that have the English word or words of LEN
   bytes at TEXT side by side in a gloss, whatever their endings: first those
   that mean nothing else, then those that mean it first, then those with the
   shorter gloss, what stands in parentheses last.  */
void entry_book_english (const struct entry_book *book, const char *text,
                         size_t len, size_t most,
                         struct entry_numbers *numbers);

#endif
