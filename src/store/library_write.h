/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a document in the library.  Internal to store/.  */
#ifndef STORE_LIBRARY_WRITE_H
#define STORE_LIBRARY_WRITE_H

#include <stdbool.h>

#include "base/buf.h"
#include "book/document.h"
#include "number/apparatus.h"
#include "store/library_private.h"

/* A file of a collection.  */
struct place_of
{
  long long collection;
  const char *path;
};

/* Whether all texts of DOCUMENT and PATH are UTF-8 without NUL.  */
bool write_is_clean (const struct document *document, const char *path);

/* A number that tells whether DOCUMENT, of the shape SHAPE (codec_write), is
   another in anything but its path.  */
long long write_print (const struct document *document,
                       const struct buf *shape);

/* How many sides of DOCUMENT have text.  */
long long write_sides (const struct document *document);

/* Writes the row of document ID (0: a new one), told by PLACE.  Returns its
   number, 0 on error.  */
long long write_row (struct library *library, const struct document *document,
                     const struct place_of *place, long long id,
                     long long print, struct err *err);

/* Writes the texts and the shape of document ID.  */
bool write_texts (struct library *library, const struct document *document,
                  long long id, const struct buf *shape, struct err *err);

/* Writes with which AIDS document ID was aligned.  */
bool write_aligned (struct library *library, long long id, long long aids,
                    struct err *err);

/* Writes what document ID states and how many discrepancies it has in place of
   what was there; NULL stands for nothing.  */
bool write_numbers (struct library *library, const struct document *document,
                    const struct apparatus *apparatus, long long id,
                    struct err *err);

#endif
