/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The entries of the installed dictionaries, files beside the library that are
   read in place.  All of them can be made again.  */
#ifndef STORE_ENTRIES_H
#define STORE_ENTRIES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/vec.h"
#include "index/entry_book.h"

struct entries;

/* The entries beside the library in FOLDER (may be NULL: none).  Opening does
   nothing: the files are opened when something is first asked for, and read
   where it stands.  What is damaged then is told through PROBLEM (may be NULL)
   and left out.  Never NULL; closed with entries_close (NULL is fine).  */
struct entries *entries_open (const char *folder,
                              void (*problem) (const struct err *err,
                                               void *data),
                              void *data);
void entries_close (struct entries *entries);

/* Whether any are installed.  */
bool entries_any (struct entries *entries);

/* --- looking up --------------------------------------------------------- */

/* An entry and the name of its dictionary; they live as long as the
   entries.  */
struct definition
{
  struct word_entry entry;
  const char *dictionary;
};

struct definitions VEC (struct definition);

/* How many bytes the longest word has that begins the LEN bytes at TEXT, in
   simplified or traditional form; 0 where none does.  FOUND (may be NULL) is
   called for every word that begins there, shorter ones too, not in order.  */
size_t entries_longest (struct entries *entries, const char *text, size_t len,
                        void (*found) (void *data, size_t len), void *data);

/* Appends all entries of the form of LEN bytes at TEXT, the best first.  */
void entries_find (struct entries *entries, const char *text, size_t len,
                   struct definitions *definitions);

/* Appends at most MOST entries of each dictionary that have the English word,
   or words side by side, of LEN bytes at TEXT in a gloss, the best first.  */
void entries_english (struct entries *entries, const char *text, size_t len,
                      size_t most, struct definitions *definitions);

/* Appends the pinyin of the LEN bytes at TEXT with tone marks, word by word,
   the longest first; what is no Chinese is left as it is.  False where a
   character has no reading: it stands for itself then.  */
bool entries_pinyin (struct entries *entries, const char *text, size_t len,
                     struct buf *pinyin);

/* --- the shelf ---------------------------------------------------------- */

/* An installed dictionary; the strings live as long as the entries.  */
struct installed
{
  const char *name;
  const struct entry_book *book;
  size_t bytes;
};

/* The dictionaries, in the order in which they are asked; *LEN how many.  */
const struct installed *entries_list (struct entries *entries, size_t *len);

/* The title that tells Unihan from a dictionary of words: it is asked
   last.  */
#define ENTRIES_UNIHAN "Unihan"

/* Puts the book of bytes IMAGE beside the library in FOLDER (made where it is
   missing) as NAME, in place of one of that name.  ERR_WRITE; ERR_USAGE where
   NAME can't be that of a file.  */
bool entries_add (const char *folder, const char *name,
                  const struct buf *image, struct err *err);

/* Takes NAME away.  ERR_NOT_FOUND, ERR_WRITE.  */
bool entries_remove (const char *folder, const char *name, struct err *err);

#endif
