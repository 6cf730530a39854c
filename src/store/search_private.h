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

#endif
