/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching the library: a query in, documents with the places of what was
   looked for out, in bounded pieces of work.  */
#ifndef STORE_SEARCH_H
#define STORE_SEARCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/range.h"
#include "base/vec.h"
#include "book/document.h"
#include "index/match.h"
#include "index/query.h"
#include "store/library.h"
#include "store/notebook.h"

/* --- asking ------------------------------------------------------------- */

/* DATE: by date, page and path, as library_list.  RELEVANCE: best first (BM25).  */
enum search_order
{
  SEARCH_BY_DATE,
  SEARCH_BY_RELEVANCE,
  SEARCH_ORDERS
};

/* "date", "relevance".  */
const char *search_order_name (enum search_order order);

/* How to search.  All zero: a query, by date, all folding.  */
struct search_plan
{
  enum search_order order;
  bool backwards;      /* from the end of that order */
  bool literal;        /* the text is what is looked for, no query language */
  bool exact;          /* as spelled: no endings, no other writing */
  long long document;  /* only in this one; 0: in all */
  bool dated;          /* only in those with a date */
  long long after;     /* by date: only in those that come behind this one; 0:
                          from the beginning */
  size_t lines;        /* at most so many of one document; 0: all */
  bool yields;         /* gives up a piece of work where library_heed says that
                          somebody waits */

  /* NULL, or told by search_count, where places are counted, of each document
     in the order of the numbers: how many it has on each side.  */
  void (*counted) (long long id, const size_t places[SIDES], void *data);
  void *data;
};

struct search;

/* Begins to look for the LEN bytes of TEXT (index/query.h).  NOTEBOOK (may be
   NULL) tells which documents have tags and notes and how the reader corrected
   their beads.  Both must outlive the search, and may be used in between;
   what is added meanwhile may be missed.  NULL: ERR_USAGE with place and reason
   as query_parse says, ERR_ENCODING, ERR_NOT_FOUND for a collection (WHERE), or
   an error of a database.  */
struct search *search_open (struct library *library, struct notebook *notebook,
                            const char *text, size_t len,
                            const struct search_plan *plan, struct err *err);
void search_close (struct search *search);

/* The query, for query_match: what is to be lit.  Lives as long as SEARCH.  */
const struct query *search_query (const struct search *search);

/* --- results ------------------------------------------------------------ */

/* An occurrence.  */
struct search_place
{
  enum side side;
  struct range range;  /* bytes of the side's text (of its title: search_line) */
  size_t start, end;   /* the same in code points */
  struct range within; /* the same in the line's text[side], in bytes; cut to
                          it where the place goes on into the next bead */
  size_t term;         /* index into the query's terms */
  bool folded;         /* spelled otherwise than it was asked for */
};

struct search_places VEC (struct search_place);

/* What stands in one bead, or in the titles: both sides, and the occurrences
   that begin in them, those of the original first.  */
struct search_line
{
  bool title;
  size_t bead;            /* where TITLE is not set */
  char *text[SIDES];      /* without the white space around it; not NULL */
  struct range at[SIDES]; /* where it stands in the sides' texts */
  struct search_places places;
};

struct search_lines VEC (struct search_line);

/* A document with all its occurrences.  No text is NULL.  */
struct search_found
{
  long long id;
  char hash[DOCUMENT_HASH_SIZE];
  char *date;
  char *page;
  char *title[SIDES];
  char *collection;
  char *path;
  size_t len[SIDES];   /* bytes of the sides' texts */
  size_t occurrences;  /* all of them, whatever plan.lines is */
  struct search_lines lines; /* titles first, then by bead */
};

void search_found_clear (struct search_found *found);

/* How many of its places in LINES are on each side.  */
void search_places_count (const struct search_found *found,
                          size_t places[SIDES]);

enum search_state
{
  SEARCH_FOUND, /* one more result */
  SEARCH_BUSY,  /* none yet: ask again */
  SEARCH_END,   /* there are no more */
  SEARCH_FAILED /* ERR says why */
};

/* The next document, into FOUND, which search_found_clear empties.  Does a
   bounded piece of work, a few milliseconds, and holds a lock for reading when
   it returns SEARCH_BUSY only.  */
enum search_state search_next (struct search *search,
                               struct search_found *found, struct err *err);

/* The same, but only the number of the document, into *ID: its text is not
   read.  */
enum search_state search_next_id (struct search *search, long long *id,
                                  struct err *err);

/* The places in document ID, of which search_next_id told.  False where it has
   none, or on an error, which fills ERR (ERR_NONE else).  */
bool search_look (struct search *search, long long id,
                  struct search_found *found, struct err *err);

/* --- counting ----------------------------------------------------------- */

/* So far.  */
struct search_count
{
  long long documents;
  long long occurrences; /* 0 where they were not asked for */
};

/* Counts what the query fits (plan.after left out), the places too where
   OCCURRENCES.  SEARCH_BUSY: ask again; SEARCH_END: *COUNT is whole.  A search
   can count and give results at the same time.  */
enum search_state search_count (struct search *search, bool occurrences,
                                struct search_count *count, struct err *err);

#endif
