/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shelf: dictionaries and the learned lexicon, files beside the library.
   All of them can be made again.  */
#ifndef STORE_SHELF_H
#define STORE_SHELF_H

#include <stdbool.h>
#include <stddef.h>

#include "align/align.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/vec.h"

struct shelf;

/* The name under which the lexicon stands that was learned from the library;
   no dictionary can have it.  */
#define SHELF_LEXICON "lexicon"

/* What stands beside the library in FOLDER (may be NULL: nothing), and the words
   that are built in.  It is read when it is first asked for: most commands never
   align.  What is damaged then is told through PROBLEM (may be NULL) and left
   out.  Never NULL; closed with shelf_close (NULL is fine).  */
struct shelf *shelf_open (const char *folder,
                          void (*problem) (const struct err *err, void *data),
                          void *data);
void shelf_close (struct shelf *shelf);

/* What helps to align; lives as long as SHELF.  */
const struct align_aids *shelf_aids (struct shelf *shelf);

/* The same without the lexicon that was learned before.  */
struct align_aids shelf_aids_without_lexicon (struct shelf *shelf);

/* A dictionary on the shelf.  */
struct shelved
{
  char *name;
  size_t words;
  long long bytes;
};

struct shelved_list VEC (struct shelved);

/* Appends what stands on the shelf (the built-in words not), by name.  */
void shelf_list (struct shelf *shelf, struct shelved_list *list);
void shelved_list_free (struct shelved_list *list);

/* Puts the dictionary of bytes IMAGE on the shelf of the library in FOLDER (made
   where it is missing) as NAME, in place of one of that name.  ERR_WRITE;
   ERR_USAGE where NAME can't be that of a file.  */
bool shelf_add (const char *folder, const char *name, const struct buf *image,
                struct err *err);

/* Takes NAME off the shelf.  ERR_NOT_FOUND, ERR_WRITE.  */
bool shelf_remove (const char *folder, const char *name, struct err *err);

#endif
