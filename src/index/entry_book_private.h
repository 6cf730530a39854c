/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A book of entries: what its files share.  */
#ifndef INDEX_ENTRY_BOOK_PRIVATE_H
#define INDEX_ENTRY_BOOK_PRIVATE_H

#include <stdint.h>

#include "index/entry_book.h"
#include "index/entry_image.h"

/* The sections of the image.  */
struct entry_book
{
  const struct entry_header *head;
  const uint32_t *entry_start;
  const uint32_t *forms;
  const uint32_t *stem_start;
  const uint32_t *posting_start;
  const uint32_t *postings;
  const char *stems;
  const char *text;
};

#endif
