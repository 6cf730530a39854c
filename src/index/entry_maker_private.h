/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A book of entries being made: what its files share.  */
#ifndef INDEX_ENTRY_MAKER_PRIVATE_H
#define INDEX_ENTRY_MAKER_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/vec.h"
#include "base/vocabulary.h"
#include "index/entry_maker.h"

/* An entry: where its strings begin in the text.  */
struct made
{
  bool sought; /* by its glosses too */
  uint32_t start;
  uint32_t simplified;
  uint32_t pinyin;
  uint32_t glosses;
  uint32_t end;
};

/* A form of an entry.  */
struct form
{
  uint32_t text;
  uint32_t rank;   /* the less the better */
  uint32_t number; /* as in the image */
};

/* An entry that has a stem.  */
struct posting
{
  uint32_t stem;
  uint32_t rank;
  uint32_t entry;
};

struct entry_maker
{
  struct buf text;
  struct
  VEC (struct made) entries;
  struct
  VEC (struct form) forms;
  struct
  VEC (struct posting) postings;
  struct vocabulary stems;
  struct vocabulary readings; /* "長 zhang3" */
  struct
  VEC (uint32_t) uses; /* in how many words each of them is */
};

/* Appends STRING and a NUL to TEXT; returns where it begins.  */
uint32_t entry_maker_string (struct buf *text, const char *string, size_t len);

/* Brings the forms in the order of the image.  */
void entry_maker_sort_forms (struct entry_maker *maker);

#endif
