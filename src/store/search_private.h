/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the search share.  Internal to store/.  */
#ifndef STORE_SEARCH_PRIVATE_H
#define STORE_SEARCH_PRIVATE_H

#include <stdint.h>

#include "base/buf.h"
#include "store/library_private.h"
#include "store/search.h"
#include "store/search_expression.h"
#include "store/search_order.h"

/* So many numbers of documents are looked at in one piece of work: few at the
   beginning, so that the first results come at once.  */
enum
{
  SEARCH_SLICE_FIRST = ORDER_BLOCK,
  SEARCH_SLICE_MOST = 16 * ORDER_BLOCK
};

/* All at once.  */
#define SEARCH_WHOLE ((long long) UINT32_MAX)

/* Numbers of documents, in order.  */
struct search_ids VEC (long long);

/* A condition on whole documents: ID must be among them, or must not.  */
struct search_filter
{
  struct search_ids ids; /* ascending */
  bool negated;
};

struct scored
{
  double score; /* less is better */
  long long id;
};

struct search
{
  struct library *library;
  struct notebook *notebook;
  struct search_plan plan;
  struct query *query;
  struct expression expression; /* which documents */
  struct expression whole; /* the same in words alone, with how often; made
                              when it is needed */
  bool has_whole;
  struct VEC (struct search_filter) filters;
  struct order *order;   /* of all documents by date */
  size_t low, high;      /* places in it: only those from LOW to below HIGH */
  size_t begin;          /* by date: where results begin (or end) */

  /* Going through the index, from one document's number to the next.  */
  long long at;          /* all before it (behind it, where the plan says
                            backwards) were looked at */
  long long slice;       /* how many numbers to look at next */
  unsigned char *bits;   /* by date: a bit for each place where a result is */
  size_t next;           /* by date: the place that comes next */
  struct VEC (struct scored) scored; /* by relevance */
  bool sorted;
  size_t given;

  /* Counting.  */
  struct search_count count;
  long long count_at;
  long long count_slice;
};

/* Whether document ID fits all filters.  */
bool search_fits (const struct search *search, long long id);

/* Makes the expression in words alone.  */
bool search_need_whole (struct search *search, struct err *err);

/* --- streams (search_stream.c) ------------------------------------------ */

/* The statement WHICH for MATCH over the documents FROM to below UNTIL.  */
struct row search_rows_in (const struct search *search,
                           enum library_statement which,
                           const struct buf *match, long long from,
                           long long until);

/* The next number of ROW; 0 at the end or on an error.  */
long long search_next_number (struct row *row, struct err *err);

/* Documents in the order of their numbers, that both indexes give, or one.  */
struct stream
{
  struct row words;
  struct row characters;
  bool has_words;
  bool has_characters;
  bool either;
  bool begun;           /* EITHER: the next numbers of both are known: */
  long long next_words; /* 0 at the end */
  long long next_characters;
};

struct stream stream_in (const struct search *search, long long from,
                         long long until);

/* The next document; 0 at the end or on an error.  */
long long stream_next (struct stream *stream, struct err *err);

#endif
