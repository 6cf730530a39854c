/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where and when a term stands: its places document by document, and month by
   month.  */
#ifndef READ_SURVEY_H
#define READ_SURVEY_H

#include <stdbool.h>
#include <stddef.h>

#include "book/document.h"
#include "index/dispersion.h"
#include "read/finder.h"

/* The text of a document is parted into so many pieces for a plot, and so many
   for Juilland's D.  */
enum { SURVEY_PIECES = 512, SURVEY_PARTS = 10 };

/* Only so many documents are kept, the earliest; the counts are of all.  */
enum { SURVEY_DOCUMENTS = 5000 };

struct survey_document
{
  long long id;
  char *date; /* none of these is NULL */
  char *title[SIDES];
  char *collection;
  char *path;
  size_t places;      /* in its texts; those in titles are left out */
  enum side side;     /* of the first place */
  struct range first; /* bytes */
  double juilland;    /* how evenly over the text; index/dispersion.h */
  unsigned char pieces[SURVEY_PIECES / 8]; /* a bit for each that has a place */
};

struct survey_documents VEC (struct survey_document);

struct survey_period
{
  char name[8]; /* "1958-09", or "1958"; "" for what is not dated */
  size_t places;
  size_t documents;
  double size;  /* of all texts of that time on the sides the term stands on, in
                   characters of Chinese and words of English */
};

struct survey_periods VEC (struct survey_period);

struct survey;

/* Begins to look for WANTED (copied).  LIBRARY and NOTEBOOK (may be NULL) must
   outlive it.  NULL with ERR filled where the query is wrong.  */
struct survey *survey_new (struct library *library, struct notebook *notebook,
                           const struct wanted *wanted, struct err *err);
void survey_free (struct survey *survey);

/* Goes on for about MILLISECONDS.  SEARCH_BUSY: call again; SEARCH_END: it is
   whole; SEARCH_FAILED: ERR is filled.  What is known so far can be asked for at
   any time.  */
enum search_state survey_go (struct survey *survey, unsigned milliseconds,
                             struct err *err);

const struct survey_documents *survey_documents (const struct survey *survey);

/* How many documents and places there are, so far.  */
size_t survey_documents_count (const struct survey *survey);
size_t survey_places_count (const struct survey *survey);

/* Gries' DP over all documents of the library, or of the period that is wanted
   (index/dispersion.h), by the length of their texts on the sides the term stands
   on.  */
double survey_dp (const struct survey *survey);

/* Fills OUT, empty before, with the periods in order, months or YEARS, those
   without places too where there are texts.  */
void survey_periods (const struct survey *survey, bool years,
                     struct survey_periods *out);

#endif
