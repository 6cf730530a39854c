/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that recognition knows, found by hash.  */
#ifndef NUMBER_WORDLIST_H
#define NUMBER_WORDLIST_H

#include <stdbool.h>
#include <stddef.h>

/* A word of a table.  In Latin script it matches whole words: a small letter
   matches both cases, a capital only itself; a space matches a run of white
   space (one line break at most) or a hyphen.  What CLASS, NUMBER and SYMBOL
   mean is up to the table.  */
struct word
{
  const char *text; /* NULL ends a table */
  unsigned class;   /* one bit */
  int number;
  const char *symbol;
};

struct wordlist;

/* A wordlist of the words of all TABLES (ended by NULL), which must outlive it;
   wordlist_free frees it.  */
struct wordlist *wordlist_new (const struct word *const *tables);
void wordlist_free (struct wordlist *wordlist);

/* The longest word of one of CLASSES that stands at byte AT of TEXT, ending at
   END at most; *STOP (may be NULL) is where it ends.  NULL where there is none.
   Takes time by the length of the longest word.  */
const struct word *wordlist_find (const struct wordlist *wordlist,
                                 const char *text, size_t at, size_t end,
                                 unsigned classes, size_t *stop);

/* The longest word of one of CLASSES that ends at byte AT of TEXT and starts
   at START or behind it; *FROM is where it starts.  For scripts without
   spaces.  */
const struct word *wordlist_before (const struct wordlist *wordlist,
                                   const char *text, size_t start, size_t at,
                                   unsigned classes, size_t *from);

#endif
