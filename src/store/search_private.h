/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the search share.  Internal to store/.  */
#ifndef STORE_SEARCH_PRIVATE_H
#define STORE_SEARCH_PRIVATE_H

#include <stdint.h>

#include "base/buf.h"
#include "store/heed.h"
#include "store/library_private.h"
#include "store/search.h"
#include "store/search_expression.h"
#include "store/search_order.h"

/* So many numbers of documents are looked at at once: few at the beginning, so
   that the first results come at once.  */
enum
{
  SEARCH_WINDOW_FIRST = ORDER_BLOCK,
  SEARCH_WINDOW_MOST = 64 * ORDER_BLOCK
};

/* Numbers of documents, in order.  */
struct search_ids VEC (long long);

/* A condition on whole documents: ID must be among them, or must not.  */
struct search_filter
{
  struct search_ids ids; /* ascending */
  bool negated;
};

struct search
{
  struct library *library;
  struct notebook *notebook;
  struct search_plan plan;
  struct query *query;
  struct expression expression; /* which documents */
  struct whole whole;    /* made when it is needed */
  bool has_whole;
  struct VEC (struct search_filter) filters;
  struct order *order;   /* of all documents by date */
  size_t low, high;      /* places in it: only those from LOW to below HIGH */
  long long first, last; /* numbers: only those from FIRST to below LAST */

  /* By date: a window of numbers is looked at after the other.  */
  struct scan *scan;
  long long at;          /* all before it (behind it, where the plan says
                            backwards) were looked at */
  long long window;      /* how many numbers to look at next */
  unsigned char *bits;   /* by date: a bit for each place where a result is */
  size_t next;           /* by date: the place that comes next */
  size_t begin;          /* by date: what it was at first */
  size_t tried;          /* by date: so many places from where results begin
                            were looked at in their texts ... */
  bool trying;           /* ... and more may be */
  struct document *read; /* the one that was read last for it; or NULL */

  /* By relevance.  */
  struct ranking *ranking;

  /* Counting.  */
  struct search_count count;
  struct scan *counting;
  long long count_at;    /* all numbers before it were counted */
};

/* Whether document ID fits all filters.  */
bool search_fits (const struct search *search, long long id);

/* Whether the filters leave out all of the numbers FROM to below UNTIL.  */
bool search_leaves_out (const struct search *search, long long from,
                        long long until);

/* Makes the expression in words alone.  */
bool search_need_whole (struct search *search, struct err *err);

/* The numbers of rows come from FROM on; to be let go with row_done.  */
struct row search_rows_from (const struct search *search,
                             enum library_statement which, long long from);

/* The next number of ROW; 0 at the end or on an error.  */
long long search_next_number (struct row *row, struct err *err);

/* Whether the text of document ID fits the query, but for what must be missing;
   false also on an error, which fills ERR (ERR_NONE else).  */
bool search_fits_text (struct search *search, long long id, struct err *err);

/* A piece of work by the clock.  */
struct piece
{
  double start;
  double end; /* 0 until it has begun to give something */
};

/* Begins one; statements stop from here on where somebody waits.  */
struct piece piece_begin (struct search *search);

/* Whether there is time for more.  What it took until the first question has an
   appetite of its own: so much is done again, and as much must come of it.  */
bool piece_goes_on (struct piece *piece);

/* Ends it: STATE, or SEARCH_BUSY where it was stopped, or SEARCH_FAILED with
   ERR.  Lets the database go but where the work goes on in a next piece: to ask
   anew would cost what was done before the first answer once more.  */
enum search_state piece_end (struct search *search, enum search_state state,
                             struct err *err);

/* --- by relevance (search_ranking.c) ------------------------------------ */

/* Makes the SQL function of rankings known; returns SQLite's code.  */
int ranking_register (fts5_api *api);

/* The scores of the documents that fit SEARCH, whose `whole` is made.  */
struct ranking *ranking_new (struct search *search);
void ranking_free (struct ranking *ranking);

/* Takes the scores of some more; false where there are no more, or on an error,
   which fills ERR (ERR_NONE else): what was taken stays.  */
bool ranking_slice (struct ranking *ranking, struct err *err);

/* Once all were taken: makes them ready; then the next best document, 0 behind the
   last one.  */
void ranking_end (struct ranking *ranking);
long long ranking_next (struct ranking *ranking);

/* --- scans (search_stream.c) -------------------------------------------- */

/* Makes the SQL function of scans known to the connection of DATABASE.  */
bool scan_register (struct database *database, struct err *err);

/* Goes through the numbers of documents that EXPRESSION fits, upwards or
   DOWN.  */
struct scan *scan_new (struct library *library,
                       const struct expression *expression, bool down);
void scan_free (struct scan *scan);

/* How many bytes the numbers FROM to below UNTIL take, a bit each.  */
static inline size_t
scan_bytes (long long from, long long until)
{
  return (size_t) (until - from) / 8 + 1;
}

/* Sets in BITS which of the numbers FROM to below UNTIL fit.  One window must
   come behind the other, or be the same once more.  */
bool scan_window (struct scan *scan, long long from, long long until,
                  unsigned char *bits, struct err *err);

/* Lets the database go until the next window.  SCAN may be NULL.  */
void scan_rest (struct scan *scan);

#endif
