/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the library share.  Internal to store/.  */
#ifndef STORE_LIBRARY_PRIVATE_H
#define STORE_LIBRARY_PRIVATE_H

#include "store/database.h"
#include "store/library.h"
#include "store/statement.h"

/* What the full-text index is to hold of a document in place of what it held
   (search_write.h).  */
struct index_change
{
  long long id;
  bool there; /* it holds WAS */
  struct buf was;
  struct buf text;
};

struct library
{
  struct database database;
  struct VEC (struct index_change) changes; /* that wait for the batch's end */
  size_t waiting; /* bytes of text in them */
  long long aids; /* what is added is aligned with: library_aligned_with */
  struct keyword_numbers *numbers; /* of terms that were met; or NULL */
  struct order *order; /* of the documents as it was last (search_order.h); or
                          NULL */
};

/* Forgets what was to be written with a transaction that was rolled back, and the
   numbers of terms that were made in it.  */
void library_forget (struct library *library);

/* Frees what is remembered of the numbers of terms.  */
void keyword_numbers_free (struct keyword_numbers *numbers);

/* What row n of `number` has for value, high bound and unit in the base unit:
   what is the same there as it is stated is kept as '' (library_schema.c).  */
#define NUMBER_BASE_VALUE                                                     \
  "CASE n.value WHEN '' THEN CASE n.low WHEN '' THEN n.high ELSE n.low END"   \
  " ELSE n.value END"
#define NUMBER_BASE_HIGH                                                      \
  "CASE n.base_high WHEN '' THEN n.high ELSE n.base_high END"
#define NUMBER_BASE_UNIT                                                      \
  "CASE n.base_unit WHEN '' THEN n.unit ELSE n.base_unit END"

/* The statements in library_schema.c, by what they do.  */
enum library_statement
{
  COLLECTIONS,
  COLLECTION_NAMED,
  COLLECTION_NAME,
  COLLECTION_NEW,
  COLLECTION_MOVE,
  SOURCE_STAMP,
  SOURCE_DOCUMENT,
  SOURCE_PUT,
  SOURCE_DROP,
  SOURCE_OTHER,
  SOURCE_NAMED,
  DOCUMENT_BY_HASH,
  DOCUMENT_BY_ID,
  DOCUMENT_KEPT,
  DOCUMENT_COLLECTION,
  DOCUMENT_PUT,
  DOCUMENT_FULL,
  TEXT_PUT,
  LIST_FORWARDS,
  LIST_BACKWARDS,
  LIST_ONE,
  FIND_FORWARDS,
  FIND_BACKWARDS,
  FIND_ALL,
  FIND_PUT,
  FIND_DROP,
  RANK,
  COUNT_ALL,
  COUNT_MORE,
  DISCREPANCIES_PUT,
  NUMBERS_DROP,
  SORTED_DROP,
  SORTED_FILL,
  UNSORTED_PUT,
  UNSORTED_DROP,
  UNSORTED,
  SORTED_UNIT,
  LAST_DOCUMENT,
  NUMBER_PUT,
  NUMBER_ROW,
  NUMBER_PLACE,
  NUMBER_LIKE,
  TEXT_SIDES,
  SIZES,
  TEXT_LANGS,
  INDEX_PUT,
  INDEX_DROP,
  CHARACTERS_PUT,
  CHARACTERS_DROP,
  CHARACTERS_ANY,
  CHARACTERS_COUNT,
  INDEX_HAS,
  WORDS_ANY,
  WORDS_LENGTHS,
  WORDS_PLACES,
  WORDS_SIDES,
  WORDS_COUNT,
  DOCUMENT_SORT,
  DOCUMENT_DATE,
  VOCABULARY_SUM,
  ORDER_GET,
  ORDER_PUT,
  ORDER_DROP,
  DATA_VERSION,
  DOCUMENTS_BY_DATE,
  OUTDATED,
  ALIGNED_PUT,
  STALE_COUNT,
  STALE_NEXT,
  BEADS_PUT,
  SHAPE_PUT,
  KEYWORD_NUMBER,
  KEYWORD_NEW,
  KEYWORD_FORM_PUT,
  KEYWORD_WAIT,
  KEYWORD_WORDS_PUT,
  KEYWORD_WORDS,
  KEYWORD_WORDS_ALL,
  KEYWORD_WAITING,
  KEYWORD_WAITS,
  KEYWORD_WAIT_DROP,
  KEYWORD_SUMS,
  KEYWORD_SUMS_PUT,
  KEYWORD_DROP,
  KEYWORD_LAST,
  KEYWORD_ROW,
  KEYWORD_FOUND,
  TOTAL_VALUE,
  TOTAL_PUT,
  LIBRARY_STATEMENTS
};

extern const struct database_kind library_kind;

/* Runs ROW, filled in, for the one number it gives; 0 where it gives none or
   fails, which fills ERR (ERR_NONE else; may be NULL).  */
long long library_ask (struct row *row, struct err *err);

#endif
