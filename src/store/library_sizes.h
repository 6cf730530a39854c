/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much text the library holds, document by document.  */
#ifndef STORE_LIBRARY_SIZES_H
#define STORE_LIBRARY_SIZES_H

#include <stdbool.h>
#include <stddef.h>

#include "store/library.h"

/* How many running words the LEN bytes of valid UTF-8 at TEXT have: characters of
   Chinese, and words and figures of other writing.  */
size_t library_text_size (const char *text, size_t len);

/* The texts of a document on each side, and its date.  */
struct library_size
{
  long long id;
  char date[16]; /* "" where there is none; what is longer is cut */
  bool two;      /* both sides have text */
  double size[SIDES];
};

struct library_sizes VEC (struct library_size);

/* Appends the next documents behind number AFTER to OUT, in the order of the
   numbers, at most LIMIT of them; none at the end.  */
bool library_sizes (struct library *library, long long after, size_t limit,
                    struct library_sizes *out, struct err *err);

/* The languages of the sides of document ID ("zh"; "" where it is not there).  */
bool library_langs (struct library *library, long long id,
                    char lang[SIDES][4], struct err *err);

#endif
