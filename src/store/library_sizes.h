/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much text the library holds, month by month.  */
#ifndef STORE_LIBRARY_SIZES_H
#define STORE_LIBRARY_SIZES_H

#include <stdbool.h>
#include <stddef.h>

#include "store/library.h"

/* How many running words the LEN bytes of valid UTF-8 at TEXT have: characters of
   Chinese, and words and figures of other writing.  */
size_t library_text_size (const char *text, size_t len);

/* The texts of a month, or of a document, on each side.  */
struct library_size
{
  char month[8]; /* what the date begins with; "" where there is none */
  double size[SIDES];
};

struct library_sizes VEC (struct library_size);

/* Appends the months to OUT, in order.  */
bool library_sizes (struct library *library, struct library_sizes *out,
                    struct err *err);

/* The size of document ID, without its month; nought where there is none.  */
bool library_size_of (struct library *library, long long id,
                      struct library_size *size, struct err *err);

#endif
