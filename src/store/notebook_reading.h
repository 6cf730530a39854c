/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The notebook: the reading list, the documents that the reader means to read,
   is reading and has read.  */
#ifndef STORE_NOTEBOOK_READING_H
#define STORE_NOTEBOOK_READING_H

#include <stdbool.h>

#include "store/notebook.h"

enum reading_status
{
  READING_NONE,   /* not in the list */
  READING_UNREAD,
  READING_BEGUN,
  READING_DONE,
  READING_STATUSES
};

/* "none", "unread", "reading", "done": in commands and records.  */
const char *reading_status_name (enum reading_status status);
bool reading_status_named (const char *name, enum reading_status *status);

/* A document in the list; it outlives the library.  */
struct reading_item
{
  char document[DOCUMENT_HASH_SIZE];
  enum reading_status status;
  char since[READING_STATUSES][NOTE_TIME_SIZE]; /* when it got each status the
                                                   last time; "" for never */
  struct citation citation;
};

struct reading_items VEC (struct reading_item);

void reading_items_free (struct reading_items *items);

/* Puts DOCUMENT into the list with STATUS, or takes it out (READING_NONE).  */
bool notebook_set_status (struct notebook *notebook,
                          const struct document *document,
                          enum reading_status status, struct err *err);

/* The same for a document that may be in no library any more; ERR_NOT_FOUND
   where it is not in the list.  */
bool notebook_set_status_of (struct notebook *notebook, const char *document,
                             enum reading_status status, struct err *err);

/* The status of the document with that identity.  */
enum reading_status notebook_status (struct notebook *notebook,
                                     const char *document);

/* Appends the documents of STATUS (READING_NONE: all), first those being read,
   then the unread, then what is done, in each the one that was changed last
   first.  */
bool notebook_reading (struct notebook *notebook, enum reading_status status,
                       struct reading_items *items, struct err *err);

#endif
