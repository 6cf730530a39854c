/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of a book of entries: header, then the sections one after the
   other, each a multiple of four bytes but for the last two.  */
#ifndef INDEX_ENTRY_IMAGE_H
#define INDEX_ENTRY_IMAGE_H

#include <stdint.h>

#define ENTRY_MAGIC "enfaceen"

enum { ENTRY_VERSION = 1, ENTRY_ORDER = 0x01020304 };

/* All numbers in the order of the machine that made it: ORDER tells.  */
struct entry_header
{
  char magic[8];
  uint32_t order;
  uint32_t version;
  uint32_t entries;
  uint32_t forms;
  uint32_t stems;
  uint32_t postings;
  uint32_t stem_bytes;
  uint32_t text_bytes;
  /* Then, in this order:
     uint32_t entry_start[entries]: where an entry begins in the text;
     uint32_t forms[forms]: the number of an entry twice, and 1 for its
       simplified form, sorted by the form's bytes, the best entry of a form
       first;
     uint32_t stem_start[stems + 1]: of the stems of the glosses, sorted;
     uint32_t posting_start[stems + 1];
     uint32_t postings[postings]: entries, the best of a stem first;
     char stem_bytes[];
     char text[]: first what the credits say (title, licence, source, version),
       then the entries: traditional and simplified form, pinyin, glosses; each
       string with a NUL.  */
};

#endif
